use domain::accounts::Theme;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::accounts::api::SetTheme;
use crate::islands::send::send;
use crate::parts::icon::Icon;

/// Light, dark, or as the system has it. The colours change at once; a cookie keeps them.
#[island]
pub fn ThemeSwitch(chosen: Theme) -> impl IntoView {
    let chosen = RwSignal::new(chosen);
    let choose = move |event: SubmitEvent| {
        let button = event.submitter().and_then(|button| button.get_attribute("value"));
        let Some(theme) = button.and_then(|code| Theme::parse(&code).ok()) else { return };
        event.prevent_default();
        chosen.set(theme);
        show(theme);
        // When it cannot be kept the next page looks as before, which says so well enough.
        send::<SetTheme>(format!("theme={}", theme.code()));
    };
    let button = move |theme: Theme, icon: &'static str, words: &'static str| {
        view! {
            <button
                name="theme"
                value=theme.code()
                aria-pressed=move || if chosen.get() == theme { "true" } else { "false" }
            >
                <Icon name=icon small=true />
                {words}
            </button>
        }
    };
    view! {
        <form class="theme-switch" method="post" on:submit=choose>
            <input type="hidden" name="_fn" value="/api/fn/accounts/set_theme" />
            <fieldset>
                <legend>"Theme"</legend>
                <div class="segments">
                    {button(Theme::System, "system", "System")} {button(Theme::Light, "sun", "Light")}
                    {button(Theme::Dark, "moon", "Dark")}
                </div>
            </fieldset>
        </form>
    }
}

fn show(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.code()),
    };
}
