//! The first page: what this place is, or what is left to do.

use leptos::prelude::*;

use crate::accounts::api::RequestVerification;
use crate::accounts::api_views::Me;
use crate::accounts::pages::me::me;
use crate::components::button::SubmitButton;
use crate::components::checklist::{Checklist, Step};
use crate::components::data::Data;
use crate::components::form::{Form, FormAction};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::poster::HallPoster;
use crate::components::state::{Empty, Loading};
use crate::events::api::LoadFrontPage;
use crate::events::api_views::{EventCardShown, FrontPageShown};
use crate::events::pages::{EventCard, EventLine, days_words};
use crate::notifications::api::NoticesShown;
use crate::notifications::{RecentNotices, load_notices};

#[component]
pub fn HomePage() -> impl IntoView {
    let me = me();
    // Here and not where it is shown: what is loaded inside of what waits may come too late for the page to carry it.
    let notices = load_notices();
    let front = Data::load(LoadFrontPage {});
    view! {
        <Suspense fallback=Loading>
            {move || {
                me.get()
                    .map(|known| match known.ok().flatten() {
                        Some(person) => view! { <MemberHome person=person notices=notices.clone() front=front.clone() /> }.into_any(),
                        None => view! { <VisitorHome front=front.clone() /> }.into_any(),
                    })
            }}
        </Suspense>
    }
}

#[component]
fn VisitorHome(front: Data<FrontPageShown>) -> impl IntoView {
    view! {
        <Page title="Clubs, their events and the tickets to them">
            <section class="hero" aria-labelledby="title">
                <div>
                    <h1 id="title">"The room before the room"</h1>
                    <p class="lead">
                        "Foyer is where clubs put on their evenings: people find each other here, see what is on, and take their seat."
                    </p>
                    <div class="button-row">
                        <a class="button primary large" href="/register">
                            "Create account"
                        </a>
                        <a class="button quiet large" href="/login">
                            "Sign in"
                        </a>
                    </div>
                </div>
                <HallPoster label="A lit stage behind parted curtains, seen over rows of seats" />
            </section>
            <Loaded data=front children=|shown| view! { <WhatIsOn shown=shown /> } />
        </Page>
    }
}

#[component]
fn MemberHome(person: Me, notices: Data<NoticesShown>, front: Data<FrontPageShown>) -> impl IntoView {
    let account = person.account.clone();
    let own = front.clone();
    view! {
        <Page title="Home">
            <PageHead title=format!("Hello, {}", account.display_name) />
            <div class="member-home">
                <div>
                    <SettingUp person=person />
                    <Loaded data=own children=|shown| view! { <InMyClubs shown=shown /> } />
                </div>
                <RecentNotices notices=notices.clone() />
            </div>
            <Loaded data=front children=|shown| view! { <WhatIsOn shown=shown /> } />
        </Page>
    }
}

/// What is left to do; nothing once it is done.
#[component]
fn SettingUp(person: Me) -> impl IntoView {
    let again = FormAction::to::<RequestVerification>();
    let account = person.account;
    let named = account.display_name != account.username && account.picture_id.is_some();
    let done = 1 + usize::from(account.email_verified) + usize::from(named);
    (done < 3).then(|| {
        view! {
                <section aria-labelledby="setup">
                    <div class="section-head">
                        <h2 id="setup">"Finish setting up"</h2>
                        <span class="faint small-text">{format!("{done} of 3 done")}</span>
                    </div>
                    <Checklist>
                        <Step done=true title="Create your account" words=format!("Since {}", person.since.text)>
                            ""
                        </Step>
                        <Step
                            done=account.email_verified
                            title="Confirm your mail address"
                            words="Needed for tickets and receipts.".to_owned()
                        >
                            <Form action=again class="">
                                <SubmitButton class="button small">
                                    "Send link again"
                                </SubmitButton>
                            </Form>
                        </Step>
                        <Step
                            done=named
                            title="Add a name and a picture"
                            words="So that people at the door and in your clubs know you.".to_owned()
                        >
                            <a class="button small" href="/settings/profile">
                                "Edit profile"
                            </a>
                        </Step>
                    </Checklist>
                </section>
        }
    })
}

/// What comes next in the reader's clubs.
#[component]
fn InMyClubs(shown: FrontPageShown) -> impl IntoView {
    let is_more = shown.mine_total > i64::try_from(shown.mine.len()).unwrap_or_default();
    view! {
        <section aria-labelledby="mine">
            <div class="section-head">
                <h2 id="mine">"In your clubs"</h2>
                {is_more
                    .then(|| {
                        view! {
                            <a class="small-text" href="/events?mine=true">
                                {format!("All {}", shown.mine_total)}
                            </a>
                        }
                    })}
            </div>
            {if shown.mine.is_empty() {
                view! {
                    <Empty title="Nothing planned yet" words="What the clubs you belong to put on stands here.">
                        <a class="button" href="/clubs">
                            "Find a club"
                        </a>
                    </Empty>
                }
                    .into_any()
            } else {
                view! {
                    <ul class="event-lines" role="list">
                        {shown.mine.into_iter().map(|shown| view! { <EventLine shown=shown /> }).collect::<Vec<_>>()}
                    </ul>
                }
                    .into_any()
            }}
        </section>
    }
}

/// What comes next for everybody. A place where nothing is on yet says nothing of it.
#[component]
fn WhatIsOn(shown: FrontPageShown) -> impl IntoView {
    let days: Vec<_> = shown.days.into_iter().filter(|days| days.events > 0).collect();
    let cards = |events: Vec<EventCardShown>| {
        events.into_iter().map(|shown| view! { <EventCard shown=shown /> }).collect::<Vec<_>>()
    };
    (!shown.next.is_empty()).then(|| {
        view! {
            <section class="programme" aria-labelledby="whats-on">
                <div class="section-head">
                    <h2 id="whats-on">"What is on"</h2>
                    <a href="/events">{format!("See all {}", shown.total)}</a>
                </div>
                <ul class="chips" role="list">
                    {days
                        .into_iter()
                        .map(|days| {
                            view! {
                                <li>
                                    <a class="chip" href=format!("/events?from={}&to={}", days.from, days.to)>
                                        {days_words(&days.name)} <small>{days.events}</small>
                                    </a>
                                </li>
                            }
                        })
                        .collect::<Vec<_>>()}
                </ul>
                <ul class="event-grid" role="list">
                    {cards(shown.next)}
                </ul>
            </section>
        }
    })
}
