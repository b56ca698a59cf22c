use domain::clubs::ClubRole;
use domain::ids::{ClubId, UserId};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::clubs::api::{
    AcceptMember, ChangeMemberRole, DeclineMember, InviteToClub, LoadMembers, RemoveMember, WithdrawInvitation,
};
use crate::clubs::api_views::{InvitationShown, MemberShown, MembersShown};
use crate::components::avatar::Avatar;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::dialog::{Dialog, DialogButton, DialogClose};
use crate::components::field::TextField;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::table::{Column, Table};
use crate::components::time::Time;
use crate::site::{asked, named};

#[component]
pub fn MembersPage() -> impl IntoView {
    let data = Data::load(LoadMembers { club_id: named("id"), cursor: asked("cursor").unwrap_or_default() });
    view! {
        <Page title="Members">
            <Loaded data=data children=|shown| view! { <Members shown=shown /> } />
        </Page>
    }
}

#[component]
fn Members(shown: MembersShown) -> impl IntoView {
    let (club, can) = (shown.shown.club, shown.shown.can);
    let id = club.id;
    let total = match shown.total {
        1 => "1 member".to_owned(),
        total => format!("{total} members"),
    };
    let next = shown.next_cursor.map(|cursor| ("More", format!("/clubs/{id}/members?cursor={cursor}")));
    let problems = [
        FormState::of(FormAction::to::<AcceptMember>()),
        FormState::of(FormAction::to::<DeclineMember>()),
        FormState::of(FormAction::to::<ChangeMemberRole>()),
        FormState::of(FormAction::to::<RemoveMember>()),
        FormState::of(FormAction::to::<WithdrawInvitation>()),
    ];
    let columns = vec![Column::of("Person"), Column::of("Role"), Column::of("Since"), Column::unseen("Actions")];
    view! {
        <Title text=format!("Members of {}", club.name) />
        <p class="way-back">
            <a href=format!("/clubs/{id}")>{club.name.clone()}</a>
        </p>
        <PageHead title="Members" lead=total />
        {problems.map(|state| view! { <FormProblems state=state /> })}
        {can.run.then(|| view! { <Requests club_id=id requests=shown.requests /> })}
        <Table caption="Members, those who came first on top" folds=true columns=columns>
            {shown
                .members
                .into_iter()
                .map(|member| view! { <MemberRow club_id=id member=member hand_over=can.hand_over /> })
                .collect::<Vec<_>>()}
        </Table>
        <Pagination next=next />
        {can.run.then(|| view! { <Invitations club_id=id invitations=shown.invitations /> })}
    }
}

#[component]
fn Person(member: MemberShown) -> impl IntoView {
    view! {
        <a class="person" href=format!("/people/{}", member.user_id)>
            <Avatar user_id=member.user_id name=member.display_name.clone() picture_id=member.picture_id />
            <span>
                <strong>{member.display_name}</strong>
                <small>"@"{member.username}</small>
            </span>
        </a>
    }
}

#[component]
fn Requests(club_id: ClubId, requests: Vec<MemberShown>) -> impl IntoView {
    (!requests.is_empty()).then(|| {
        view! {
            <section class="requests" aria-labelledby="requests">
                <h2 id="requests">"They ask to join"</h2>
                <ul role="list">
                    {requests
                        .into_iter()
                        .map(|member| view! { <Request club_id=club_id member=member /> })
                        .collect::<Vec<_>>()}
                </ul>
            </section>
        }
    })
}

#[component]
fn Request(club_id: ClubId, member: MemberShown) -> impl IntoView {
    let user_id = member.user_id;
    let message = member.message.clone().filter(|message| !message.is_empty());
    let (accept, decline) = (format!("Accept {}", member.display_name), format!("Decline {}", member.display_name));
    view! {
        <li>
            <div>
                <Person member=member />
                {message.map(|message| view! { <blockquote class="prose">{message}</blockquote> })}
            </div>
            <div class="button-row">
                <Form action={FormAction::to::<AcceptMember>()} class="">
                    <Whom club_id=club_id user_id=user_id />
                    <SubmitButton class="button small primary" label=accept>
                        "Accept"
                    </SubmitButton>
                </Form>
                <Form action={FormAction::to::<DeclineMember>()} class="">
                    <Whom club_id=club_id user_id=user_id />
                    <SubmitButton class="button small" label=decline>
                        "Decline"
                    </SubmitButton>
                </Form>
            </div>
        </li>
    }
}

/// Of which club and about whom a form is.
#[component]
fn Whom(club_id: ClubId, user_id: UserId) -> impl IntoView {
    view! {
        <input type="hidden" name="club_id" value=club_id.to_string() />
        <input type="hidden" name="user_id" value=user_id.to_string() />
    }
}

#[component]
fn MemberRow(club_id: ClubId, member: MemberShown, hand_over: bool) -> impl IntoView {
    let changes_role = hand_over && !member.is_me;
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <Person member=member.clone() />
            </th>
            <td role="cell" data-label="Role">
                {if changes_role {
                    view! { <RoleForm club_id=club_id member=member.clone() /> }.into_any()
                } else {
                    view! { <span>{member.role.label()}</span> }.into_any()
                }}
            </td>
            <td role="cell" data-label="Since">
                <span class="nowrap">
                    <Time moment=member.since.clone() />
                </span>
            </td>
            <td role="cell" class="actions">
                {if member.is_me {
                    view! { <span class="faint">"This is you"</span> }.into_any()
                } else if member.removable {
                    let hands_over = changes_role.then(|| view! { <HandOver club_id=club_id member=member.clone() /> });
                    view! {
                        <div class="button-row">
                            {hands_over} <Remove club_id=club_id member=member />
                        </div>
                    }
                        .into_any()
                } else {
                    ().into_any()
                }}
            </td>
        </tr>
    }
}

#[component]
fn RoleForm(club_id: ClubId, member: MemberShown) -> impl IntoView {
    let id = format!("role-{}", member.user_id);
    view! {
        <Form action={FormAction::to::<ChangeMemberRole>()} class="role-form">
            <label class="visually-hidden" for=id.clone()>
                {format!("Role of {}", member.display_name)}
            </label>
            <Whom club_id=club_id user_id=member.user_id />
            <select class="input small" id=id name="role" autocomplete="off">
                {[ClubRole::Member, ClubRole::Officer]
                    .into_iter()
                    .map(|role| {
                        view! {
                            <option value=role.code() selected=role == member.role>
                                {role.label()}
                            </option>
                        }
                    })
                    .collect::<Vec<_>>()}
            </select>
            <button class="button small quiet" aria-label=format!("Set role of {}", member.display_name)>
                "Set"
            </button>
        </Form>
    }
}

/// The one thing here nobody can take back alone.
#[component]
fn HandOver(club_id: ClubId, member: MemberShown) -> impl IntoView {
    let dialog = format!("hand-over-{}", member.user_id);
    view! {
        <DialogButton class="button small quiet" dialog=dialog.clone() label=format!("Hand over to {}", member.display_name)>
            "Hand over"
        </DialogButton>
        <Dialog id=dialog.clone() title=format!("Hand the club over to {}?", member.display_name)>
            <p>"They own it from then on, and you stay as an officer. Only they can give it back."</p>
            <Form action={FormAction::to::<ChangeMemberRole>()} class="">
                <Whom club_id=club_id user_id=member.user_id />
                <input type="hidden" name="role" value=ClubRole::Owner.code() />
                <div class="button-row">
                    <DialogClose dialog=dialog>"Keep it"</DialogClose>
                    <button class="button danger primary">"Hand over"</button>
                </div>
            </Form>
        </Dialog>
    }
}

#[component]
fn Remove(club_id: ClubId, member: MemberShown) -> impl IntoView {
    let dialog = format!("remove-{}", member.user_id);
    view! {
        <DialogButton dialog=dialog.clone() label=format!("Remove {}", member.display_name)>
            "Remove"
        </DialogButton>
        <Dialog id=dialog.clone() title=format!("Remove {}?", member.display_name)>
            <p>"They no longer see what is for members only. They can come back the way others join."</p>
            <Form action={FormAction::to::<RemoveMember>()} class="">
                <Whom club_id=club_id user_id=member.user_id />
                <div class="button-row">
                    <DialogClose dialog=dialog>"Keep them"</DialogClose>
                    <button class="button danger primary">"Remove"</button>
                </div>
            </Form>
        </Dialog>
    }
}

#[component]
fn Invitations(club_id: ClubId, invitations: Vec<InvitationShown>) -> impl IntoView {
    let action = FormAction::to::<InviteToClub>();
    let form = FormState::of(action);
    view! {
        <section class="settings-section" aria-labelledby="invitations">
            <h2 id="invitations">"Invitations"</h2>
            <p>"Whoever has confirmed this mail address may join without asking."</p>
            <FormProblems state=form />
            <Form action=action>
                <input type="hidden" name="club_id" value=club_id.to_string() />
                <TextField form=form name="email" label="Mail address" kind="email" verbatim=true />
                <div class="button-row">
                    <SubmitButton class="button">"Invite"</SubmitButton>
                </div>
            </Form>
            {(!invitations.is_empty())
                .then(|| {
                    view! {
                        <ul class="plain-list" role="list">
                            {invitations
                                .into_iter()
                                .map(|open| view! { <Invitation club_id=club_id open=open /> })
                                .collect::<Vec<_>>()}
                        </ul>
                    }
                })}
        </section>
    }
}

#[component]
fn Invitation(club_id: ClubId, open: InvitationShown) -> impl IntoView {
    view! {
        <li>
            <span>{open.email.clone()} <small class="faint">" · invited " <Time moment=open.since /></small></span>
            <Form action={FormAction::to::<WithdrawInvitation>()} class="">
                <input type="hidden" name="club_id" value=club_id.to_string() />
                <input type="hidden" name="invitation_id" value=open.id.to_string() />
                <SubmitButton class="button small quiet" label=format!("Withdraw invitation of {}", open.email)>
                    "Withdraw"
                </SubmitButton>
            </Form>
        </li>
    }
}
