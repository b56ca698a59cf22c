use domain::notifications::NoticeKind;
use leptos::prelude::*;

use super::api::{ListNotices, NoticeShown, NoticesShown, ReadAllNotices};
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::form::{Form, FormAction};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::state::Empty;
use crate::components::time::Time;
use crate::parts::icon::Icon;
use crate::site::asked;

#[component]
pub fn NotificationsPage() -> impl IntoView {
    let read_all = FormAction::to::<ReadAllNotices>();
    let notices = Data::load(ListNotices { cursor: asked("cursor").unwrap_or_default() });
    view! {
        <Page title="Notifications" class="page narrow">
            <Loaded data=notices children=move |shown| view! { <Notices shown=shown read_all=read_all /> } />
        </Page>
    }
}

#[component]
fn Notices(shown: NoticesShown, read_all: FormAction) -> impl IntoView {
    let unread = shown.unread;
    let next = shown.next_cursor.clone();
    view! {
        <PageHead title="Notifications">
            {(unread > 0)
                .then(|| {
                    view! {
                        <Form action=read_all class="">
                            <SubmitButton class="button">
                                "Mark all as read"
                            </SubmitButton>
                        </Form>
                    }
                })}
        </PageHead>
        {if shown.notices.is_empty() {
            view! {
                <Empty title="Nothing yet" words="News about your sign-ins, bookings and clubs will wait for you here.">
                    <a class="button" href="/settings/preferences">
                        "Choose what reaches you"
                    </a>
                </Empty>
            }
                .into_any()
        } else {
            view! {
                <h2 class="visually-hidden">"Newest first"</h2>
                <NoticeList notices=shown.notices />
            }
                .into_any()
        }}
        <Pagination next=next.map(|cursor| ("Older", format!("/notifications?cursor={cursor}"))) />
    }
}

#[component]
fn NoticeList(notices: Vec<NoticeShown>) -> impl IntoView {
    view! {
        <ul class="notices" role="list">
            {notices.into_iter().map(|notice| view! { <NoticeItem notice=notice /> }).collect::<Vec<_>>()}
        </ul>
    }
}

#[component]
fn NoticeItem(notice: NoticeShown) -> impl IntoView {
    let icon = match notice.kind {
        NoticeKind::Welcome => "home",
        NoticeKind::EmailConfirmed => "mail",
        NoticeKind::PasswordChanged => "key",
        NoticeKind::SignInStolen => "alert",
        NoticeKind::RoleChanged | NoticeKind::ClubRoleChanged => "shield",
        NoticeKind::ClubApproved | NoticeKind::ClubAccepted => "check",
        NoticeKind::ClubRejected | NoticeKind::ClubDeclined => "close",
        NoticeKind::ClubRequest => "users",
    };
    view! {
        <li class=(!notice.read).then_some("unread")>
            <Icon name=icon />
            <div>
                <h3>
                    {(!notice.read).then(|| view! { <span class="visually-hidden">"Unread: "</span> })}
                    <a href=notice.link>{notice.title}</a>
                </h3>
                <p>{notice.text}</p>
            </div>
            <Time moment=notice.at />
        </li>
    }
}

pub fn load_notices() -> Data<NoticesShown> {
    Data::load(ListNotices { cursor: String::new() })
}

/// The newest few, on the home page.
#[component]
pub fn RecentNotices(notices: Data<NoticesShown>) -> impl IntoView {
    const SHOWN_MAX: usize = 4;
    view! {
        <section aria-labelledby="recent">
            <div class="section-head">
                <h2 id="recent">"Recent notices"</h2>
                <a class="small-text" href="/notifications">
                    "See all"
                </a>
            </div>
            <Loaded data=notices children=|shown| {
                let newest: Vec<_> = shown.notices.into_iter().take(SHOWN_MAX).collect();
                if newest.is_empty() {
                    view! { <p class="soft">"Nothing yet."</p> }.into_any()
                } else {
                    view! { <NoticeList notices=newest /> }.into_any()
                }
            } />
        </section>
    }
}
