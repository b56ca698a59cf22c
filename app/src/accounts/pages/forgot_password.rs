use leptos::prelude::*;

use crate::accounts::api::RequestPasswordReset;
use crate::components::button::SubmitButton;
use crate::components::field::TextField;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::page::Entrance;
use crate::components::poster::{Letter, Seal};
use crate::site::asked;

#[component]
pub fn ForgotPasswordPage() -> impl IntoView {
    let action = FormAction::to::<RequestPasswordReset>();
    let form = FormState::of(action);
    view! {
        <Entrance title="Forgot password">
            {if asked("sent").is_some() {
                view! { <Sent /> }.into_any()
            } else {
                view! {
                    <div>
                        <h1>"Forgot your password?"</h1>
                        <p class="lead">"We send a link to your mail address, and you set a new one."</p>
                    </div>
                    <FormProblems state=form />
                    <Form action=action>
                        <TextField
                            form=form
                            name="email"
                            label="Mail address"
                            kind="email"
                            autocomplete="email"
                            verbatim=true
                        />
                        <div class="button-row">
                            <SubmitButton class="button primary wide">"Send link"</SubmitButton>
                        </div>
                    </Form>
                    <p class="aside">"Remembered it? " <a href="/login">"Sign in"</a></p>
                }
                    .into_any()
            }}
        </Entrance>
    }
}

#[component]
fn Sent() -> impl IntoView {
    view! {
        <Letter seal=Seal::OnItsWay />
        <div role="status">
            <h1>"Check your mail"</h1>
            <p class="lead">"If this address has an account, a link is on its way. It works for one hour."</p>
        </div>
        <p class="aside">
            "Nothing after a few minutes? " <a href="/forgot-password">"Send it again"</a> " or "
            <a href="/login">"go back to sign in"</a> "."
        </p>
    }
}
