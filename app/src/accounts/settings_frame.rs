use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::components::icon::Icon;
use crate::components::page::Page;

const PAGES: [(&str, &str, &str); 5] = [
    ("/settings/profile", "user", "Profile"),
    ("/settings/account", "key", "Mail and password"),
    ("/settings/preferences", "settings", "Preferences"),
    ("/settings/sign-ins", "device", "Sign-ins"),
    ("/settings/payment", "wallet", "Payment account"),
];

/// The rail on the left, and the page beside it.
#[component]
pub fn SettingsFrame(title: &'static str, children: Children) -> impl IntoView {
    let location = use_location();
    let here = move || {
        let path = location.pathname.get();
        PAGES.iter().position(|(href, ..)| *href == path).unwrap_or(0)
    };
    view! {
        <Page title=title>
            <div class="with-rail">
                <div>
                    <button class="button rail-button" type="button" popovertarget="rail">
                        {title}
                        <Icon name="chevron-down" />
                    </button>
                    <nav class="rail" id="rail" popover="auto" aria-label="Settings">
                        <ul role="list">
                            {PAGES
                                .iter()
                                .enumerate()
                                .map(|(index, (href, icon, words))| {
                                    view! {
                                        <li>
                                            <a href=*href aria-current=move || (here() == index).then_some("page")>
                                                <Icon name=icon />
                                                {*words}
                                            </a>
                                        </li>
                                    }
                                })
                                .collect::<Vec<_>>()}
                        </ul>
                    </nav>
                </div>
                <div>{children()}</div>
            </div>
        </Page>
    }
}
