use leptos::prelude::*;

use crate::accounts::api::Register;
use crate::components::button::SubmitButton;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::page::Entrance;
use crate::islands::browser_zone::BrowserZone;

#[component]
pub fn RegisterPage() -> impl IntoView {
    let action = FormAction::to::<Register>();
    let form = FormState::of(action);
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
                <BrowserZone name="time_zone".to_owned() />
                <div class="button-row">
                    <SubmitButton class="button primary wide">
                        "Create account"
                    </SubmitButton>
                </div>
            </Form>
            <p class="aside">"Have an account? " <a href="/login">"Sign in"</a></p>
        </Entrance>
    }
}
