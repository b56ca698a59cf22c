#[cfg(feature = "hydrate")]
mod in_browser;
#[cfg(not(feature = "hydrate"))]
mod on_server;

use leptos::prelude::*;

use super::api::Register;
use super::me::follow;
use crate::components::button::SubmitButton;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::page::Entrance;

#[cfg(feature = "hydrate")]
use in_browser::browser_zone;
#[cfg(not(feature = "hydrate"))]
use on_server::browser_zone;

#[component]
pub fn RegisterPage() -> impl IntoView {
    let action = FormAction::to::<Register>();
    let form = FormState::of(action);
    follow(action);
    let zone = NodeRef::<leptos::html::Input>::new();
    // The browser knows where it is; without it the zone is chosen later.
    Effect::new(move |_| {
        if let (Some(input), Some(name)) = (zone.get(), browser_zone()) {
            input.set_value(&name);
        }
    });
    view! {
        <Entrance title="Create account">
            <div>
                <h1>"Create account"</h1>
                <p class="lead">"Takes a minute. You confirm your mail address afterwards."</p>
            </div>
            <FormProblems state=form />
            <Form action=action>
                <TextField
                    form=form
                    name="username"
                    label="Username"
                    hint="2 to 40 letters, digits, dots or dashes. Others see it."
                    autocomplete="username"
                    verbatim=true
                />
                <TextField form=form name="email" label="Mail address" kind="email" autocomplete="email" verbatim=true />
                <PasswordField
                    form=form
                    name="password"
                    label="Password"
                    hint="At least 8 characters. A short sentence is a good one."
                    autocomplete="new-password"
                />
                <input type="hidden" name="time_zone" node_ref=zone />
                <div class="button-row">
                    <SubmitButton pending=form.pending class="button primary wide">
                        "Create account"
                    </SubmitButton>
                </div>
            </Form>
            <p class="aside">"Have an account? " <a href="/login">"Sign in"</a></p>
        </Entrance>
    }
}
