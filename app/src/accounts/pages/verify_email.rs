//! Where the link of the confirmation mail leads, and where people wait for that mail.
//!
//! The link only opens the page; a button confirms. Programs that look at every link in a mail before its reader does
//! would otherwise use it up.

use leptos::prelude::*;

use super::me::me;
use crate::accounts::api::{RequestVerification, VerifyEmail};
use crate::components::button::SubmitButton;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::page::Entrance;
use crate::components::poster::{Letter, Seal};
use crate::site::asked;

#[component]
pub fn VerifyEmailPage() -> impl IntoView {
    let action = FormAction::to::<VerifyEmail>();
    let form = FormState::of(action);
    let token = asked("token").filter(|token| !token.is_empty());
    view! {
        <Entrance title="Confirm your mail address">
            {if asked("done").is_some() {
                view! { <Confirmed /> }.into_any()
            } else if form.error().is_some() {
                view! { <Useless form=form /> }.into_any()
            } else if let Some(token) = token {
                view! {
                    <Letter seal=Seal::OnItsWay />
                    <div>
                        <h1>"One more click"</h1>
                        <p class="lead">"Confirm that this mail address is yours."</p>
                    </div>
                    <Form action=action>
                        <input type="hidden" name="token" value=token />
                        <div class="button-row">
                            <SubmitButton>"Confirm address"</SubmitButton>
                        </div>
                    </Form>
                }
                    .into_any()
            } else {
                view! { <Waiting /> }.into_any()
            }}
        </Entrance>
    }
}

#[component]
fn Confirmed() -> impl IntoView {
    view! {
        <Letter seal=Seal::Confirmed />
        <div role="status">
            <h1>"Mail address confirmed"</h1>
            <p class="lead">"Tickets and receipts will reach you there."</p>
        </div>
        <div class="button-row">
            <a class="button primary" href="/">
                "Go to your home page"
            </a>
        </div>
    }
}

#[component]
fn Useless(form: FormState) -> impl IntoView {
    view! {
        <Letter seal=Seal::Broken />
        <div>
            <h1>"This link does not work"</h1>
            <p class="lead">"It worked once, or for two days."</p>
        </div>
        <FormProblems state=form />
        <SendAgain />
    }
}

#[component]
fn Waiting() -> impl IntoView {
    let me = me();
    let address = move || {
        me.get()
            .and_then(Result::ok)
            .flatten()
            .map(|person| person.account.pending_email.unwrap_or(person.account.email))
    };
    view! {
        <Letter seal=Seal::OnItsWay />
        <div>
            <h1>"Check your mail"</h1>
            <Suspense>
                <p class="lead">
                    "We sent a link to " <strong>{move || address().unwrap_or_else(|| "your address".into())}</strong>
                    ". Open it to confirm the address; it works for two days."
                </p>
            </Suspense>
        </div>
        <SendAgain />
        <p class="aside">
            "Nothing there? Look in the spam folder, or " <a href="/settings/account">"change the address"</a> "."
        </p>
    }
}

#[component]
fn SendAgain() -> impl IntoView {
    let again = FormAction::to::<RequestVerification>();
    let form = FormState::of(again);
    view! {
        <div class="button-row">
            <a class="button primary" href="/">
                "Go to your home page"
            </a>
            <Form action=again class="">
                <SubmitButton class="button quiet">
                    "Send link again"
                </SubmitButton>
            </Form>
        </div>
        <FormProblems state=form />
    }
}
