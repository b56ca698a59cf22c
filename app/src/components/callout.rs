use leptos::prelude::*;

use crate::parts::icon::Icon;

/// A few words set apart: what went wrong, what went well, what to know.
#[component]
pub fn Callout(
    /// `good`, `warn`, `bad` or `info`.
    tone: &'static str,
    #[prop(into)] title: String,
    children: Children,
) -> impl IntoView {
    let icon = match tone {
        "good" => "check",
        "info" => "info",
        _ => "alert",
    };
    let role = if tone == "bad" { "alert" } else { "status" };
    view! {
        <div class=format!("callout {tone}") role=role>
            <Icon name=icon />
            <div>
                <strong>{title}</strong>
                {children()}
            </div>
        </div>
    }
}
