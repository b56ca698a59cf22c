use domain::venues::Venue;
use leptos::prelude::*;

use super::words;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::state::Empty;
use crate::parts::icon::Icon;
use crate::site::asked;
use crate::venues::api::ListVenues;
use crate::venues::api_views::VenuesShown;

#[derive(Clone)]
struct Search {
    q: String,
    city: String,
    show: String,
    cursor: String,
}

impl Search {
    fn link(&self, show: &str, cursor: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("q", self.q.as_str()), ("city", &self.city), ("show", show), ("cursor", cursor)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        match query.finish() {
            query if query.is_empty() => "/venues".into(),
            query => format!("/venues?{query}"),
        }
    }

    fn looks_for_something(&self) -> bool {
        !self.q.is_empty() || !self.city.is_empty()
    }
}

#[component]
pub fn VenuesPage() -> impl IntoView {
    let get = |name| asked(name).unwrap_or_default();
    let search = Search { q: get("q"), city: get("city"), show: get("show"), cursor: get("cursor") };
    let Search { q, city, show, cursor } = search.clone();
    let venues = Data::load(ListVenues { q, city, show, cursor });
    view! {
        <Page title="Venues">
            <Loaded data=venues children=move |shown| view! { <Venues shown=shown search=search.clone() /> } />
        </Page>
    }
}

#[component]
fn Venues(shown: VenuesShown, search: Search) -> impl IntoView {
    let total = match shown.total {
        1 => "1 venue".to_owned(),
        total => format!("{total} venues"),
    };
    view! {
        <PageHead title="Venues" lead="Where things are put on, and how the seats stand there.">
            {shown.may_add.then(|| view! { <AddButton /> })}
        </PageHead>
        {shown.signed_in.then(|| view! { <Views search=search.clone() /> })}
        <SearchForm search=search.clone() />
        {if shown.venues.is_empty() {
            view! { <NoVenues search=search may_add=shown.may_add /> }.into_any()
        } else {
            let next = shown.next_cursor.map(|cursor| ("More", search.link(&search.show, &cursor)));
            let first = (!search.cursor.is_empty()).then(|| ("Newest", search.link(&search.show, "")));
            view! {
                <ul class="venue-list" role="list">
                    {shown.venues.into_iter().map(|venue| view! { <VenueLine venue=venue /> }).collect::<Vec<_>>()}
                </ul>
                <Pagination total=total first=first next=next />
            }
                .into_any()
        }}
    }
}

#[component]
fn AddButton() -> impl IntoView {
    view! {
        <a class="button primary" href="/venues/new">
            <Icon name="plus" />
            "Add a venue"
        </a>
    }
}

#[component]
fn Views(search: Search) -> impl IntoView {
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
    view! {
        <nav aria-label="Which venues">
            <ul class="tabs" role="list">
                {tab("All", "")} {tab("Mine", "mine")}
            </ul>
        </nav>
    }
}

#[component]
fn SearchForm(search: Search) -> impl IntoView {
    view! {
        <form class="table-tools" method="get" role="search" aria-label="Venues">
            {(!search.show.is_empty()).then(|| view! { <input type="hidden" name="show" value=search.show.clone() /> })}
            <div class="field grow">
                <label for="q">"Name or address"</label>
                <div class="input-group">
                    <Icon name="search" />
                    <input class="input" id="q" name="q" type="search" value=search.q autocomplete="off" maxlength="100" />
                </div>
            </div>
            <div class="field">
                <label for="city">"City"</label>
                <input class="input" id="city" name="city" value=search.city autocomplete="off" maxlength="80" />
            </div>
            <button class="button">"Search"</button>
        </form>
    }
}

#[component]
fn VenueLine(venue: Venue) -> impl IntoView {
    let place = [venue.address.as_str(), &venue.city].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let place = place.join(", ");
    let fits = venue.plan.as_ref().map_or_else(|| "No plan yet".to_owned(), words::places);
    view! {
        <li>
            <div>
                <h2>
                    <a href=format!("/venues/{}", venue.id)>{venue.name}</a>
                </h2>
                <p>{place}</p>
                {venue.club_name.map(|club| view! { <p class="faint">{club}</p> })}
            </div>
            <p class="figure">{fits}</p>
        </li>
    }
}

#[component]
fn NoVenues(search: Search, may_add: bool) -> impl IntoView {
    let (title, words) = if search.looks_for_something() {
        ("No venue matches", "Try part of a name, a street or another city.")
    } else if search.show == "mine" {
        ("You look after no venue yet", "Venues you add, and those of clubs you run, stand here.")
    } else {
        ("No venues yet", "Add the place where things are put on; its seats are drawn next.")
    };
    let all = Search { q: String::new(), city: String::new(), ..search.clone() }.link(&search.show, "");
    view! {
        <Empty title=title words=words>
            {if search.looks_for_something() {
                view! {
                    <a class="button" href=all>
                        "Show all"
                    </a>
                }
                    .into_any()
            } else {
                may_add.then(|| view! { <AddButton /> }).into_any()
            }}
        </Empty>
    }
}
