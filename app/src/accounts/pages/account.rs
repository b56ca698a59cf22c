use domain::accounts::Account;
use leptos::prelude::*;

use super::settings_frame::SettingsFrame;
use crate::accounts::api::{ChangeEmail, ChangePassword, LoadAccount, RequestVerification};
use crate::components::button::SubmitButton;
use crate::components::callout::Callout;
use crate::components::data::Data;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::PageHead;

#[component]
pub fn AccountPage() -> impl IntoView {
    let change_email = FormAction::to::<ChangeEmail>();
    let again = FormAction::to::<RequestVerification>();
    let account = Data::load(LoadAccount {});
    view! {
        <SettingsFrame title="Mail and password">
            <PageHead title="Mail and password" />
            <Loaded data=account children=move |account| {
                view! { <EmailSection account=account change_email=change_email again=again /> }
            } />
            <PasswordSection />
        </SettingsFrame>
    }
}

#[component]
fn EmailSection(account: Account, change_email: FormAction, again: FormAction) -> impl IntoView {
    let form = FormState::of(change_email).with_prefix("mail-");
    let again_form = FormState::of(again);
    let waiting = match (&account.pending_email, account.email_verified) {
        (Some(new), _) => Some(("Waiting for your click", format!("Open the link we sent to {new} to take it over."))),
        (None, false) => Some(("Not confirmed yet", "Open the link we sent to this address.".to_owned())),
        (None, true) => None,
    };
    view! {
        <section class="settings-section" aria-labelledby="s-mail">
            <h2 id="s-mail">"Mail address"</h2>
            <p>"Tickets, receipts and security notices go here."</p>
            {waiting
                .map(|(title, words)| {
                    view! {
                        <Callout tone="warn" title=title>
                            <p>{words}</p>
                            <Form action=again class="">
                                <SubmitButton class="button small">
                                    "Send link again"
                                </SubmitButton>
                            </Form>
                        </Callout>
                        <FormProblems state=again_form />
                    }
                })}
            <FormProblems state=form />
            <Form action=change_email>
                <TextField
                    form=form
                    name="email"
                    label="Mail address"
                    kind="email"
                    value=account.email
                    autocomplete="email"
                    verbatim=true
                />
                <PasswordField
                    form=form
                    name="current_password"
                    label="Current password"
                    hint="Asked for, because a mailbox can reset the password."
                    autocomplete="current-password"
                />
                <div class="button-row">
                    <SubmitButton class="button">
                        "Change mail address"
                    </SubmitButton>
                </div>
            </Form>
        </section>
    }
}

#[component]
fn PasswordSection() -> impl IntoView {
    let change = FormAction::to::<ChangePassword>();
    let form = FormState::of(change);
    view! {
        <section class="settings-section" aria-labelledby="s-password">
            <h2 id="s-password">"Password"</h2>
            <p>"Saving a new one ends every other sign-in."</p>
            <FormProblems state=form />
            <Form action=change>
                <PasswordField
                    form=form
                    name="current_password"
                    label="Current password"
                    autocomplete="current-password"
                />
                <PasswordField
                    form=form
                    name="new_password"
                    label="New password"
                    hint="At least 8 characters."
                    autocomplete="new-password"
                />
                <div class="button-row">
                    <SubmitButton class="button">
                        "Change password"
                    </SubmitButton>
                </div>
            </Form>
        </section>
    }
}
