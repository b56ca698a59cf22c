use domain::accounts::{Account, BIO_MAX_CHARS, Role, Visibility};
use leptos::prelude::*;

use super::settings_frame::SettingsFrame;
use crate::accounts::api::{BecomeOrganizer, LoadAccount, RemovePicture, SaveProfile};
use crate::components::avatar::Avatar;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::field::{TextArea, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::PageHead;
use crate::components::picture_form::PictureForm;
use crate::components::version::Version;

#[component]
pub fn ProfilePage() -> impl IntoView {
    let save = FormAction::to::<SaveProfile>();
    let remove = FormAction::to::<RemovePicture>();
    let organize = FormAction::to::<BecomeOrganizer>();
    let account = Data::load(LoadAccount {});
    view! {
        <SettingsFrame title="Profile">
            <PageHead title="Profile" lead="This is what others see of you." />
            <Loaded data=account children=move |account| {
                view! {
                    <Picture account=account.clone() remove=remove />
                    <ProfileForm account=account.clone() save=save />
                    <OrganizerSection role=account.role organize=organize />
                }
            } />
        </SettingsFrame>
    }
}

#[component]
fn Picture(account: Account, remove: FormAction) -> impl IntoView {
    let remove = account.picture_id.map(|_| (remove, Vec::new()));
    view! {
        <section class="settings-section" aria-labelledby="s-picture">
            <h2 id="s-picture">"Picture"</h2>
            <PictureForm to="/settings/picture" hint="It is shown as a square." remove=remove>
                <Avatar
                    user_id=account.id
                    name=account.display_name.clone()
                    picture_id=account.picture_id
                    size="large"
                />
            </PictureForm>
        </section>
    }
}

#[component]
fn ProfileForm(account: Account, save: FormAction) -> impl IntoView {
    let form = FormState::of(save);
    let person = format!("/people/{}", account.id);
    let chosen = form.value("visibility", account.visibility.code());
    view! {
        <section class="settings-section" aria-labelledby="s-about">
            <h2 id="s-about">"About you"</h2>
            <FormProblems state=form />
            <Form action=save>
                <Version form=form version=account.version />
                <TextField
                    form=form
                    name="display_name"
                    label="Name"
                    hint="As it should stand on a ticket."
                    value=account.display_name
                    autocomplete="name"
                />
                <TextField
                    form=form
                    name="username"
                    label="Username"
                    hint="What you sign in with."
                    value=account.username
                    autocomplete="username"
                    verbatim=true
                />
                <TextArea form=form name="bio" label="About you" value=account.bio max_chars=BIO_MAX_CHARS />
                <fieldset class="choice-cards">
                    <legend>"Who sees your profile"</legend>
                    {Visibility::ALL
                        .into_iter()
                        .map(|visibility| {
                            view! { <VisibilityChoice visibility=visibility chosen=visibility.code() == chosen /> }
                        })
                        .collect::<Vec<_>>()}
                </fieldset>
                <div class="button-row">
                    <SubmitButton>"Save profile"</SubmitButton>
                    <a class="button quiet" href=person>
                        "See it as others do"
                    </a>
                </div>
            </Form>
        </section>
    }
}

#[component]
fn VisibilityChoice(visibility: Visibility, chosen: bool) -> impl IntoView {
    let (words, small) = match visibility {
        Visibility::Everyone => ("Everybody", "Also people without an account, and search engines."),
        Visibility::Members => ("Members", "People who are signed in here."),
        Visibility::Nobody => ("Nobody", "Only you and the admins. Your name still stands on your tickets."),
    };
    view! {
        <label class="choice">
            <input type="radio" name="visibility" value=visibility.code() checked=chosen />
            <span>{words} <small>{small}</small></span>
        </label>
    }
}

#[component]
fn OrganizerSection(role: Role, organize: FormAction) -> impl IntoView {
    let form = FormState::of(organize);
    (role == Role::Attendee).then(|| {
        view! {
            <section class="settings-section" aria-labelledby="s-organize">
                <h2 id="s-organize">"Put on events"</h2>
                <p>"As an organizer you create events, sell tickets and see who comes."</p>
                <FormProblems state=form />
                <Form action=organize class="form">
                    <div class="button-row">
                        <SubmitButton class="button">
                            "Become an organizer"
                        </SubmitButton>
                    </div>
                </Form>
            </section>
        }
    })
}
