use domain::clubs::{ClubRole, ClubStatus, JOIN_MESSAGE_MAX_CHARS, JoinPolicy, MemberStatus};
use leptos::prelude::*;

use crate::clubs::api::{JoinClub, LeaveClub};
use crate::clubs::api_views::ClubShown;
use crate::components::button::SubmitButton;
use crate::components::dialog::{Dialog, DialogClose, reopened};
use crate::components::field::TextArea;
use crate::components::form::{Form, FormAction, FormProblems, FormState};

/// How the reader stands to the club, and what they can do about it.
#[component]
pub fn JoinPanel(shown: ClubShown) -> impl IntoView {
    let club = shown.club;
    let join = FormState::of(FormAction::to::<JoinClub>());
    let leave = FormState::of(FormAction::to::<LeaveClub>());
    let id = club.id.to_string();
    let panel = match (club.my_status, club.my_role) {
        (Some(MemberStatus::Active), Some(ClubRole::Owner)) => {
            view! { <span class="badge accent">"You own this club"</span> }.into_any()
        }
        (Some(MemberStatus::Active), role) => {
            let role = role.map_or("Member", ClubRole::label);
            view! {
                <span class="badge accent">{role}</span>
                <button class="button small quiet" type="button" popovertarget="leave">
                    "Leave"
                </button>
                <LeaveDialog club_id=id name=club.name />
            }
            .into_any()
        }
        (Some(MemberStatus::Requested), _) => view! {
            <p class="soft">"You asked to join. An officer will answer."</p>
            <Form action={FormAction::to::<LeaveClub>()} class="">
                <input type="hidden" name="club_id" value=id />
                <SubmitButton class="button small">"Take it back"</SubmitButton>
            </Form>
        }
        .into_any(),
        _ if club.status != ClubStatus::Approved => ().into_any(),
        _ if shown.can.sign_in_first => view! {
            <a class="button primary" href=format!("/login?next=%2Fclubs%2F{id}")>
                "Sign in to join"
            </a>
        }
        .into_any(),
        _ if club.invited || club.join_policy == JoinPolicy::Open => view! {
            {club.invited.then(|| view! { <p class="soft">"You are invited."</p> })}
            <Form action={FormAction::to::<JoinClub>()} class="">
                <input type="hidden" name="club_id" value=id />
                <SubmitButton>"Join"</SubmitButton>
            </Form>
        }
        .into_any(),
        _ if club.join_policy == JoinPolicy::Request => view! {
            <button class="button primary" type="button" popovertarget="ask">
                "Ask to join"
            </button>
            <AskDialog club_id=id name=club.name form=join />
        }
        .into_any(),
        _ => view! { <p class="soft">"Members are invited by the officers."</p> }.into_any(),
    };
    view! {
        <div class="join">{panel}</div>
        {(!reopened(join)).then(|| view! { <FormProblems state=join /> })}
        <FormProblems state=leave />
    }
}

#[component]
fn AskDialog(club_id: String, name: String, form: FormState) -> impl IntoView {
    let open = reopened(form);
    view! {
        <Dialog id="ask" title=format!("Ask to join {name}") open=open>
            {open.then(|| view! { <FormProblems state=form /> })}
            <Form action={FormAction::to::<JoinClub>()} class="">
                <input type="hidden" name="club_id" value=club_id />
                <TextArea
                    form=form
                    name="message"
                    label="A few words to the officers"
                    max_chars=JOIN_MESSAGE_MAX_CHARS
                />
                <div class="button-row">
                    <DialogClose dialog="ask" open=open>"Not now"</DialogClose>
                    <SubmitButton>"Ask to join"</SubmitButton>
                </div>
            </Form>
        </Dialog>
    }
}

#[component]
fn LeaveDialog(club_id: String, name: String) -> impl IntoView {
    view! {
        <Dialog id="leave" title=format!("Leave {name}?")>
            <p>"You no longer see what is for members only. You can join again the way others do."</p>
            <Form action={FormAction::to::<LeaveClub>()} class="">
                <input type="hidden" name="club_id" value=club_id />
                <div class="button-row">
                    <DialogClose dialog="leave">"Stay"</DialogClose>
                    <button class="button danger primary">"Leave"</button>
                </div>
            </Form>
        </Dialog>
    }
}
