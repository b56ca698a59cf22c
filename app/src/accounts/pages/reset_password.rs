use leptos::prelude::*;

use crate::accounts::api::ResetPassword;
use crate::api_error::LINK_INVALID;
use crate::components::button::SubmitButton;
use crate::components::field::PasswordField;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::page::Entrance;
use crate::components::poster::{Letter, Seal};
use crate::site::asked;

#[component]
pub fn ResetPasswordPage() -> impl IntoView {
    let action = FormAction::to::<ResetPassword>();
    let form = FormState::of(action);
    let token = asked("token").unwrap_or_default();
    let useless = token.is_empty() || form.error().is_some_and(|error| error.is(LINK_INVALID));
    view! {
        <Entrance title="Set a new password">
            {if asked("done").is_some() {
                view! { <Done /> }.into_any()
            } else if useless {
                view! { <Useless /> }.into_any()
            } else {
                view! {
                    <div>
                        <h1>"Set a new password"</h1>
                        <p class="lead">"Every sign-in ends when you save it. You sign in again with the new one."</p>
                    </div>
                    <FormProblems state=form />
                    <Form action=action>
                        <input type="hidden" name="token" value=token />
                        <PasswordField
                            form=form
                            name="password"
                            label="New password"
                            hint="At least 8 characters. A short sentence is a good one."
                            autocomplete="new-password"
                        />
                        <div class="button-row">
                            <SubmitButton class="button primary wide">
                                "Save password"
                            </SubmitButton>
                        </div>
                    </Form>
                }
                    .into_any()
            }}
        </Entrance>
    }
}

#[component]
fn Done() -> impl IntoView {
    view! {
        <Letter seal=Seal::Confirmed />
        <div role="status">
            <h1>"Password saved"</h1>
            <p class="lead">"Every sign-in has ended. Sign in with the new password."</p>
        </div>
        <div class="button-row">
            <a class="button primary" href="/login">
                "Sign in"
            </a>
        </div>
    }
}

#[component]
fn Useless() -> impl IntoView {
    view! {
        <Letter seal=Seal::Broken />
        <div role="status">
            <h1>"This link does not work"</h1>
            <p class="lead">"It worked once, or for one hour. Ask for a fresh one; your password has not changed."</p>
        </div>
        <div class="button-row">
            <a class="button primary" href="/forgot-password">
                "Send a new link"
            </a>
        </div>
    }
}
