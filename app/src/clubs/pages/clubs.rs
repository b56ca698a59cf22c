use leptos::prelude::*;

use super::card::ClubCard;
use crate::clubs::api::ListClubs;
use crate::clubs::api_views::ClubsShown;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::state::Empty;
use crate::parts::icon::Icon;
use crate::site::asked;

#[derive(Clone)]
struct Search {
    q: String,
    show: String,
    cursor: String,
}

impl Search {
    fn link(&self, show: &str, cursor: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("q", self.q.as_str()), ("show", show), ("cursor", cursor)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        match query.finish() {
            query if query.is_empty() => "/clubs".into(),
            query => format!("/clubs?{query}"),
        }
    }
}

#[component]
pub fn ClubsPage() -> impl IntoView {
    let get = |name| asked(name).unwrap_or_default();
    let search = Search { q: get("q"), show: get("show"), cursor: get("cursor") };
    let Search { q, show, cursor } = search.clone();
    let clubs = Data::load(ListClubs { q, show, cursor });
    view! {
        <Page title="Clubs">
            <Loaded data=clubs children=move |shown| view! { <Clubs shown=shown search=search.clone() /> } />
        </Page>
    }
}

#[component]
fn Clubs(shown: ClubsShown, search: Search) -> impl IntoView {
    let total = match shown.total {
        1 => "1 club".to_owned(),
        total => format!("{total} clubs"),
    };
    view! {
        <PageHead title="Clubs" lead="Who puts on what is on here.">
            <a class="button primary" href="/clubs/new">
                <Icon name="plus" />
                "Found a club"
            </a>
        </PageHead>
        <Views search=search.clone() signed_in=shown.signed_in may_decide=shown.may_decide />
        <form class="table-tools" method="get" role="search" aria-label="Clubs">
            {(!search.show.is_empty()).then(|| view! { <input type="hidden" name="show" value=search.show.clone() /> })}
            <div class="field grow">
                <label for="q">"Name or what it is about"</label>
                <div class="input-group">
                    <Icon name="search" />
                    <input
                        class="input"
                        id="q"
                        name="q"
                        type="search"
                        value=search.q.clone()
                        autocomplete="off"
                        maxlength="100"
                    />
                </div>
            </div>
            <button class="button">"Search"</button>
        </form>
        {if shown.clubs.is_empty() {
            view! { <NoClubs search=search /> }.into_any()
        } else {
            let next = shown.next_cursor.map(|cursor| ("More", search.link(&search.show, &cursor)));
            let first = (!search.cursor.is_empty()).then(|| ("Newest", search.link(&search.show, "")));
            view! {
                <ul class="club-grid" role="list">
                    {shown.clubs.into_iter().map(|club| view! { <ClubCard club=club /> }).collect::<Vec<_>>()}
                </ul>
                <Pagination total=total first=first next=next />
            }
                .into_any()
        }}
    }
}

#[component]
fn Views(search: Search, signed_in: bool, may_decide: bool) -> impl IntoView {
    let tab = |words: &'static str, show: &'static str| {
        let current = (search.show == show).then_some("page");
        view! {
            <li>
                <a href=search.link(show, "") aria-current=current>
                    {words}
                </a>
            </li>
        }
    };
    signed_in.then(|| {
        view! {
            <nav aria-label="Which clubs">
                <ul class="tabs" role="list">
                    {tab("All", "")} {tab("Mine", "mine")} {may_decide.then(|| tab("Waiting for approval", "pending"))}
                    {may_decide.then(|| tab("Not approved", "rejected"))}
                </ul>
            </nav>
        }
    })
}

#[component]
fn NoClubs(search: Search) -> impl IntoView {
    if !search.q.is_empty() {
        return view! {
            <Empty
                title=format!("No club matches “{}”", search.q)
                words="Try part of a name, or another word for what it is about."
            >
                <a class="button" href=Search { q: String::new(), ..search.clone() }.link(&search.show, "")>
                    "Show all"
                </a>
            </Empty>
        }
        .into_any();
    }
    let (title, words) = match search.show.as_str() {
        "mine" => ("You are in no club yet", "Join one, or found your own."),
        "pending" => ("Nobody waits", "New clubs appear here until somebody decides."),
        "rejected" => ("None", "Clubs that were not approved would stand here."),
        _ => ("No clubs yet", "Found the first one. It takes a minute, and an admin to approve it."),
    };
    view! {
        <Empty title=title words=words>
            <a class="button" href="/clubs/new">
                "Found a club"
            </a>
        </Empty>
    }
    .into_any()
}
