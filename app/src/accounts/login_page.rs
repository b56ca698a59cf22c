use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::api::LogIn;
use super::me::follow;
use crate::components::button::SubmitButton;
use crate::components::callout::Callout;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::page::Entrance;

#[component]
pub fn LoginPage() -> impl IntoView {
    let action = FormAction::to::<LogIn>();
    let form = FormState::of(action);
    follow(action);
    let query = use_query_map();
    let next = move || query.read().get("next").unwrap_or_default();
    let led_here = move || query.read().get("next").is_some();
    view! {
        <Entrance title="Sign in">
            <h1>"Sign in"</h1>
            {move || {
                (led_here() && form.error.get().is_none())
                    .then(|| {
                        view! {
                            <Callout tone="info" title="Sign in to go on">
                                <p>"You come back to the page you wanted."</p>
                            </Callout>
                        }
                    })
            }}
            <FormProblems state=form />
            <Form action=action>
                <TextField
                    form=form
                    name="login"
                    label="Username or mail address"
                    autocomplete="username"
                    verbatim=true
                />
                <PasswordField
                    form=form
                    name="password"
                    label="Password"
                    autocomplete="current-password"
                    aside=("/forgot-password", "Forgot it?")
                />
                <input type="hidden" name="next" value=next />
                <div class="button-row">
                    <SubmitButton pending=form.pending class="button primary wide">
                        "Sign in"
                    </SubmitButton>
                </div>
            </Form>
            <p class="aside">"New here? " <a href="/register">"Create account"</a></p>
        </Entrance>
    }
}
