use domain::clubs::{CLUB_DESCRIPTION_MAX_CHARS, Club, JoinPolicy, MembersVisible};
use leptos::prelude::*;

use super::words::{POLICIES, SEEING};
use crate::clubs::api::{DeleteClub, EditClub, FoundClub, LoadClub, RemoveClubPicture};
use crate::clubs::api_views::ClubShown;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::dialog::{Dialog, DialogClose};
use crate::components::field::{ChoiceCards, TextArea, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::{Loaded, SignedInOnly};
use crate::components::page::{Page, PageHead};
use crate::components::picture_form::PictureForm;
use crate::components::poster::{Poster, hue_of};
use crate::components::version::Version;
use crate::site::named;

#[component]
pub fn ClubFoundPage() -> impl IntoView {
    let action = FormAction::to::<FoundClub>();
    let form = FormState::of(action);
    view! {
        <Page title="Found a club" class="page narrow">
            <SignedInOnly>
                <PageHead
                    title="Found a club"
                    lead="It is yours at once. Others see it when an admin has looked at it."
                />
                <FormProblems state=form />
                <Form action=action>
                    <TextField form=form name="name" label="Name" hint="As it should stand on a poster." />
                    <Description form=form value=String::new() />
                    <ChoiceCards
                        form=form
                        name="join_policy"
                        legend="Who may join"
                        value=JoinPolicy::default().code()
                        options=POLICIES.to_vec()
                    />
                    <ChoiceCards
                        form=form
                        name="members_visible"
                        legend="Who sees the members"
                        value=MembersVisible::default().code()
                        options=SEEING.to_vec()
                    />
                    <Hues form=form chosen=None />
                    <div class="button-row">
                        <SubmitButton>"Found club"</SubmitButton>
                        <a class="button quiet" href="/clubs">
                            "Not now"
                        </a>
                    </div>
                </Form>
            </SignedInOnly>
        </Page>
    }
}

#[component]
pub fn ClubEditPage() -> impl IntoView {
    let club = Data::load(LoadClub { club_id: named("id") });
    view! {
        <Page title="Edit club" class="page narrow">
            <Loaded data=club children=|shown| view! { <ClubEditForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn ClubEditForm(shown: ClubShown) -> impl IntoView {
    let action = FormAction::to::<EditClub>();
    let form = FormState::of(action);
    let (club, can) = (shown.club, shown.can);
    let page = format!("/clubs/{}", club.id);
    let hue = hue_of(club.id.0, club.hue);
    let (name, description) = (club.name.clone(), club.description.clone());
    let (decided, pictured, deleted) = (club.clone(), club.clone(), club.clone());
    view! {
        <PageHead title=format!("Edit {}", club.name) />
        <FormProblems state=form />
        <Form action=action>
            <input type="hidden" name="club_id" value=club.id.to_string() />
            <Version form=form version=club.version />
            {can.decide.then(|| view! { <TextField form=form name="name" label="Name" value=name /> })}
            <Description form=form value=description />
            {can.decide.then(|| view! { <Deciding form=form club=decided /> })} <Hues form=form chosen=Some(hue) />
            <div class="button-row">
                <SubmitButton>"Save club"</SubmitButton>
                <a class="button quiet" href=page>
                    "Leave as it is"
                </a>
            </div>
        </Form>
        <ClubPicture club=pictured />
        {can.decide.then(|| view! { <DeleteSection club=deleted /> })}
    }
}

#[component]
fn ClubPicture(club: Club) -> impl IntoView {
    let remove = FormAction::to::<RemoveClubPicture>();
    let id = club.id.to_string();
    let remove = club.picture_id.map(|_| (remove, vec![("club_id", id.clone())]));
    view! {
        <section class="settings-section" aria-labelledby="s-picture">
            <h2 id="s-picture">"Picture"</h2>
            <p>"Without one we draw a poster for the club."</p>
            <PictureForm to=format!("/clubs/{id}/picture") hint="It is cut to its frame." remove=remove>
                <div class=format!("poster-frame club-thumb hue-{}", hue_of(club.id.0, club.hue))>
                    <Poster of=club.id.0 picture_id=club.picture_id size="small" />
                </div>
            </PictureForm>
        </section>
    }
}

/// What only the owner decides.
#[component]
fn Deciding(form: FormState, club: Club) -> impl IntoView {
    view! {
        <ChoiceCards
            form=form
            name="join_policy"
            legend="Who may join"
            value=club.join_policy.code()
            options=POLICIES.to_vec()
        />
        <ChoiceCards
            form=form
            name="members_visible"
            legend="Who sees the members"
            value=club.members_visible.code()
            options=SEEING.to_vec()
        />
    }
}

#[component]
fn Description(form: FormState, value: String) -> impl IntoView {
    view! {
        <TextArea
            form=form
            name="description"
            label="What it is about"
            hint="The first line stands in lists."
            value=value
            max_chars=CLUB_DESCRIPTION_MAX_CHARS
        />
    }
}

/// The ink of the club's poster and links.
#[component]
fn Hues(form: FormState, chosen: Option<i32>) -> impl IntoView {
    const INKS: [(i32, &str); 12] = [
        (0, "Pink"),
        (30, "Red"),
        (60, "Orange"),
        (90, "Ochre"),
        (120, "Olive"),
        (150, "Green"),
        (180, "Jade"),
        (210, "Teal"),
        (240, "Sky"),
        (270, "Blue"),
        (300, "Violet"),
        (330, "Purple"),
    ];
    let chosen = form.value("hue", &chosen.map(|hue| (hue / 30 * 30).to_string()).unwrap_or_default());
    view! {
        <fieldset class="hues">
            <legend>"Its ink"</legend>
            {INKS
                .into_iter()
                .map(|(hue, name)| {
                    let value = hue.to_string();
                    let checked = value == chosen;
                    view! {
                        <label class=format!("hue-{hue}") title=name>
                            <input type="radio" name="hue" value=value checked=checked autocomplete="off" />
                            <span class="visually-hidden">{name}</span>
                        </label>
                    }
                })
                .collect::<Vec<_>>()}
        </fieldset>
    }
}

#[component]
fn DeleteSection(club: Club) -> impl IntoView {
    let delete = FormState::of(FormAction::to::<DeleteClub>());
    view! {
        <section class="danger-zone" aria-labelledby="delete-head">
            <h2 id="delete-head">"Close the club"</h2>
            <p>"Its page, its posts and its memberships end, and its name is free again. Events that everybody knows of have to be over or called off before; drafts stay with whoever made them."</p>
            <FormProblems state=delete />
            <button class="button danger" type="button" popovertarget="delete">
                "Close the club"
            </button>
            <Dialog id="delete" title=format!("Close {}?", club.name)>
                <p>"This cannot be undone."</p>
                <Form action={FormAction::to::<DeleteClub>()} class="">
                    <input type="hidden" name="club_id" value=club.id.to_string() />
                    <div class="button-row">
                        <DialogClose dialog="delete">"Keep it"</DialogClose>
                        <button class="button danger primary">"Close the club"</button>
                    </div>
                </Form>
            </Dialog>
        </section>
    }
}
