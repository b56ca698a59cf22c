//! The first page: what this place is, or what is left to do.

use leptos::prelude::*;

use crate::accounts::api::RequestVerification;
use crate::accounts::api_views::Me;
use crate::accounts::pages::me::me;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::form::{Form, FormAction};
use crate::components::page::{Page, PageHead};
use crate::components::poster::HallPoster;
use crate::components::state::Loading;
use crate::notifications::api::NoticesShown;
use crate::notifications::{RecentNotices, load_notices};
use crate::parts::icon::Icon;

#[component]
pub fn HomePage() -> impl IntoView {
    let me = me();
    // Here and not where it is shown: what is loaded inside of what waits may come too late for the page to carry it.
    let notices = load_notices();
    view! {
        <Suspense fallback=Loading>
            {move || {
                me.get()
                    .map(|known| match known.ok().flatten() {
                        Some(person) => view! { <MemberHome person=person notices=notices.clone() /> }.into_any(),
                        None => view! { <VisitorHome /> }.into_any(),
                    })
            }}
        </Suspense>
    }
}

#[component]
fn VisitorHome() -> impl IntoView {
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
        </Page>
    }
}

#[component]
fn MemberHome(person: Me, notices: Data<NoticesShown>) -> impl IntoView {
    let again = FormAction::to::<RequestVerification>();
    let account = person.account;
    let named = account.display_name != account.username && account.picture_id.is_some();
    let done = 1 + usize::from(account.email_verified) + usize::from(named);
    view! {
        <Page title="Home">
            <PageHead title=format!("Hello, {}", account.display_name) />
            <div class="member-home">
                <section aria-labelledby="setup">
                    <div class="section-head">
                        <h2 id="setup">{if done == 3 { "All set up" } else { "Finish setting up" }}</h2>
                        <span class="faint small-text">{format!("{done} of 3 done")}</span>
                    </div>
                    <ol class="checklist" role="list">
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
                    </ol>
                </section>
                <RecentNotices notices=notices.clone() />
            </div>
        </Page>
    }
}

#[component]
fn Step(done: bool, title: &'static str, words: String, children: Children) -> impl IntoView {
    view! {
        <li class=done.then_some("done")>
            <span class="mark" aria-hidden="true">
                {done.then(|| view! { <Icon name="check" small=true /> })}
            </span>
            <div>
                <h3>{title} {done.then(|| view! { <span class="visually-hidden">" (done)"</span> })}</h3>
                <p>{words}</p>
            </div>
            {(!done).then(children)}
        </li>
    }
}
