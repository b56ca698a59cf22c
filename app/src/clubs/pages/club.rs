use domain::clubs::{ClubStatus, REJECTION_REASON_MAX_CHARS};
use domain::ids::ClubId;
use leptos::prelude::*;
use leptos_meta::{Link, Title};

use super::events::ClubEvents;
use super::join::JoinPanel;
use super::posts::Posts;
use super::words;
use crate::clubs::api::{ApproveClub, LoadClubPage, RejectClub, RemovePost, ResubmitClub};
use crate::clubs::api_views::{ClubPageShown, ClubShown, MemberShown};
use crate::components::avatar::Avatar;
use crate::components::button::SubmitButton;
use crate::components::callout::Callout;
use crate::components::data::Data;
use crate::components::dialog::{Dialog, DialogClose, reopened};
use crate::components::field::TextArea;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::Page;
use crate::components::pagination::Pagination;
use crate::components::poster::{Poster, hue_of};
use crate::components::time::Time;
use crate::parts::icon::Icon;
use crate::site::{asked, named, site};

#[component]
pub fn ClubPage() -> impl IntoView {
    let page = Data::load(LoadClubPage { club_id: named("id"), cursor: asked("cursor").unwrap_or_default() });
    view! {
        <Page title="Club">
            <Loaded data=page children=|shown| view! { <ClubView page=shown /> } />
        </Page>
    }
}

#[component]
fn ClubView(page: ClubPageShown) -> impl IntoView {
    let shown = page.shown;
    let club = shown.club.clone();
    let (can, id) = (shown.can, club.id);
    let hue = hue_of(id.0, club.hue);
    let next = page.next_posts.map(|cursor| ("Older posts", format!("/clubs/{id}?cursor={cursor}")));
    let remove_post = FormState::of(FormAction::to::<RemovePost>());
    view! {
        <Title text=club.name.clone() />
        // The same club, however far back in its news one is.
        <Link rel="canonical" href=format!("{}/clubs/{id}", site().public_url) />
        <article class=format!("club hue-{hue}")>
            <ClubHead shown=shown.clone() />
            <Decision shown=shown.clone() />
            <FormProblems state=remove_post />
            <div class="club-body">
                <div class="club-main">
                <ClubEvents club_id=id run=can.run coming=page.coming coming_total=page.coming_total past=page.past past_total=page.past_total />
                <section aria-labelledby="posts">
                    <div class="section-head">
                        <h2 id="posts">"News"</h2>
                        {can
                            .run
                            .then(|| {
                                view! {
                                    <a class="button small" href=format!("/clubs/{id}/posts/new")>
                                        "Write a post"
                                    </a>
                                }
                            })}
                    </div>
                    {if page.posts.is_empty() {
                        view! { <p class="soft">"Nothing has been posted yet."</p> }.into_any()
                    } else {
                        view! { <Posts posts=page.posts may_edit=can.run /> }.into_any()
                    }} <Pagination next=next />
                </section>
                </div>
                <aside>
                    {(!club.description.is_empty())
                        .then(|| {
                            view! {
                                <section aria-labelledby="about">
                                    <h2 id="about">"About"</h2>
                                    <p class="prose">{club.description.clone()}</p>
                                </section>
                            }
                        })}
                    <MembersAtAGlance shown=shown members=page.members requests=page.requests />
                </aside>
            </div>
        </article>
    }
}

#[component]
fn ClubHead(shown: ClubShown) -> impl IntoView {
    let club = shown.club.clone();
    let id = club.id;
    view! {
        <header class="club-head">
            <div class="poster-frame">
                <Poster of=id.0 picture_id=club.picture_id />
            </div>
            <div>
                {words::status(club.status).map(|(class, words)| view! { <span class=class>{words}</span> })}
                <h1>{club.name}</h1>
                <ul class="facts" role="list">
                    <li>
                        <Icon name="users" small=true />
                        {words::members(club.member_count)}
                    </li>
                    <li>
                        <Icon name="lock" small=true />
                        {words::joining(club.join_policy)}
                    </li>
                    <li>
                        <Icon name="calendar" small=true />
                        <span>"Since " <Time moment=shown.since.clone() /></span>
                    </li>
                </ul>
                <div class="club-actions">
                    <JoinPanel shown=shown.clone() />
                    {shown
                        .can
                        .describe
                        .then(|| {
                            view! {
                                <a class="button" href=format!("/clubs/{id}/edit")>
                                    <Icon name="edit" small=true />
                                    "Edit club"
                                </a>
                            }
                        })}
                </div>
            </div>
        </header>
    }
}

/// Where the club stands with the admins, for those whom it concerns.
#[component]
fn Decision(shown: ClubShown) -> impl IntoView {
    let club = shown.club;
    let id = club.id.to_string();
    match club.status {
        ClubStatus::Approved => ().into_any(),
        ClubStatus::Pending if shown.can.judge => view! { <Judge club_id=club.id name=club.name /> }.into_any(),
        ClubStatus::Pending => view! {
            <Callout tone="info" title="An admin looks at it first">
                <p>"Until then only you and the admins see this page. You can get it ready meanwhile."</p>
            </Callout>
        }
        .into_any(),
        ClubStatus::Rejected => {
            let again = FormState::of(FormAction::to::<ResubmitClub>());
            view! {
                <Callout tone="bad" title="This club was not approved">
                    <p class="prose">{club.rejection_reason}</p>
                    {shown
                        .can
                        .hand_over
                        .then(|| {
                            view! {
                                <Form action={FormAction::to::<ResubmitClub>()} class="">
                                    <input type="hidden" name="club_id" value=id />
                                    <SubmitButton class="button small">"Hand it in again"</SubmitButton>
                                </Form>
                            }
                        })}
                </Callout>
                <FormProblems state=again />
            }
            .into_any()
        }
    }
}

#[component]
fn Judge(club_id: ClubId, name: String) -> impl IntoView {
    let approve = FormState::of(FormAction::to::<ApproveClub>());
    let reject = FormState::of(FormAction::to::<RejectClub>());
    let open = reopened(reject);
    view! {
        <Callout tone="warn" title="Shall this club be on the site?">
            <div class="button-row">
                <Form action={FormAction::to::<ApproveClub>()} class="">
                    <input type="hidden" name="club_id" value=club_id.to_string() />
                    <SubmitButton class="button small primary">"Approve"</SubmitButton>
                </Form>
                <button class="button small" type="button" popovertarget="reject">
                    "Do not approve"
                </button>
            </div>
        </Callout>
        <FormProblems state=approve />
        {(!open).then(|| view! { <FormProblems state=reject /> })}
        <Dialog id="reject" title=format!("Do not approve {name}?") open=open>
            <p>"Its founder reads why, can change it and hand it in again."</p>
            {open.then(|| view! { <FormProblems state=reject /> })}
            <Form action={FormAction::to::<RejectClub>()} class="">
                <input type="hidden" name="club_id" value=club_id.to_string() />
                <TextArea form=reject name="reason" label="Why" max_chars=REJECTION_REASON_MAX_CHARS needed=true />
                <div class="button-row">
                    <DialogClose dialog="reject" open=open>"Not now"</DialogClose>
                    <button class="button danger primary">"Do not approve"</button>
                </div>
            </Form>
        </Dialog>
    }
}

#[component]
fn MembersAtAGlance(shown: ClubShown, members: Vec<MemberShown>, requests: i64) -> impl IntoView {
    let (id, can) = (shown.club.id, shown.can);
    let asking = match requests {
        0 => None,
        1 => Some("1 person asks to join".to_owned()),
        several => Some(format!("{several} people ask to join")),
    };
    view! {
        <section aria-labelledby="members">
            <div class="section-head">
                <h2 id="members">"Members"</h2>
                {can
                    .see_members
                    .then(|| {
                        view! {
                            <a class="small-text" href=format!("/clubs/{id}/members")>
                                {if can.run { "Manage" } else { "See all" }}
                            </a>
                        }
                    })}
            </div>
            {asking
                .map(|words| {
                    view! {
                        <p>
                            <a class="badge warn" href=format!("/clubs/{id}/members#requests")>
                                {words}
                            </a>
                        </p>
                    }
                })}
            {if can.see_members {
                view! {
                    <ul class="faces" role="list">
                        {members
                            .into_iter()
                            .map(|member| {
                                view! {
                                    <li>
                                        <a href=format!("/people/{}", member.user_id)>
                                            <Avatar
                                                user_id=member.user_id
                                                name=member.display_name.clone()
                                                picture_id=member.picture_id
                                                size="small"
                                            />
                                            <span>{member.display_name}</span>
                                        </a>
                                    </li>
                                }
                            })
                            .collect::<Vec<_>>()}
                    </ul>
                }
                    .into_any()
            } else {
                view! { <p class="soft">{words::who_sees_members(shown.club.members_visible)}</p> }.into_any()
            }}
        </section>
    }
}
