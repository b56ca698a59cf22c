use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::components::page::Page;
use crate::parts::icon::Icon;

const PAGES: [(&str, &str, &str); 6] = [
    ("/settings/profile", "user", "Profile"),
    ("/settings/account", "key", "Mail and password"),
    ("/settings/preferences", "settings", "Preferences"),
    ("/settings/browsers", "bell", "Browsers"),
    ("/settings/sign-ins", "device", "Sign-ins"),
    ("/settings/payment", "wallet", "Payment account"),
];

/// The rail on the left, and the page beside it.
#[component]
pub fn SettingsFrame(title: &'static str, children: Children) -> impl IntoView {
    let path = use_location().pathname.get_untracked();
    let here = PAGES.iter().position(|(href, ..)| *href == path).unwrap_or(0);
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
                                            <a href=*href aria-current=(here == index).then_some("page")>
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
