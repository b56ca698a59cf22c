use leptos::prelude::*;

use crate::accounts::api::LogIn;
use crate::components::button::SubmitButton;
use crate::components::callout::Callout;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::page::Entrance;
use crate::site::asked;

#[component]
pub fn LoginPage() -> impl IntoView {
    let action = FormAction::to::<LogIn>();
    let form = FormState::of(action);
    let next = asked("next");
    let led_here = next.is_some() && form.error().is_none();
    view! {
        <Entrance title="Sign in">
            <h1>"Sign in"</h1>
            {led_here
                .then(|| {
                    view! {
                        <Callout tone="info" title="Sign in to go on">
                            <p>"You come back to the page you wanted."</p>
                        </Callout>
                    }
                })}
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
                <input type="hidden" name="next" value=next.unwrap_or_default() />
                <div class="button-row">
                    <SubmitButton class="button primary wide">
                        "Sign in"
                    </SubmitButton>
                </div>
            </Form>
            <p class="aside">"New here? " <a href="/register">"Create account"</a></p>
        </Entrance>
    }
}
