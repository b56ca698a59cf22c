use leptos::prelude::*;
use leptos_meta::{Link, Meta};

use super::card::{EventCard, EventLine};
use super::choices::Choices;
use super::month::Month;
use super::search::Search;
use super::search_form::SearchForm;
use super::unfound::unfound;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::state::Empty;
use crate::events::api_views::{EventsShown, MonthShown};

#[component]
pub fn EventsPage() -> impl IntoView {
    let search = Search::of_the_address();
    // Found through the events themselves: there are more ways to narrow a list than anybody wants to read.
    let is_one_of_many = search.narrows() || search.is_by_day();
    let shown = if search.is_by_day() {
        let month = Data::load(search.question_by_day());
        view! { <Loaded data=month refused=unfound children=move |shown| view! { <ByDay shown=shown search=search.clone() /> } /> }
            .into_any()
    } else {
        let events = Data::load(search.question());
        view! { <Loaded data=events refused=unfound children=move |shown| view! { <Events shown=shown search=search.clone() /> } /> }
            .into_any()
    };
    view! {
        <Page title="What is on">
            {is_one_of_many.then(|| view! { <Meta name="robots" content="noindex" /> })}
            {shown}
        </Page>
    }
}

#[component]
fn ByDay(shown: MonthShown, search: Search) -> impl IntoView {
    let search = search.in_currency(shown.currency);
    let (facets, narrowed_to, signed_in) = (shown.facets.clone(), shown.narrowed_to.clone(), shown.signed_in);
    let (viewed, feed) = (search.clone(), search.feed());
    view! {
        <Link rel="alternate" type_="text/calendar" title="What is on" href=feed />
        <PageHead title="What is on">
            <Views search=viewed />
        </PageHead>
        <SearchForm search=search.clone() />
        <Choices search=search.clone() facets=facets narrowed_to=narrowed_to signed_in=signed_in />
        <Month shown=shown search=search />
    }
}

#[component]
fn Events(shown: EventsShown, search: Search) -> impl IntoView {
    let search = search.in_currency(shown.currency);
    let (facets, narrowed_to, signed_in) = (shown.facets.clone(), shown.narrowed_to.clone(), shown.signed_in);
    let (viewed, feed) = (search.clone(), search.feed());
    view! {
        <Link rel="alternate" type_="text/calendar" title="What is on" href=feed />
        <PageHead title="What is on">
            <Views search=viewed />
        </PageHead>
        <SearchForm search=search.clone() />
        <div class="catalogue">
            <Choices search=search.clone() facets=facets narrowed_to=narrowed_to signed_in=signed_in />
            <section aria-labelledby="found">
                <div class="section-head">
                    <h2 class="small-head" id="found">
                        {found(shown.total)}
                    </h2>
                    <Sorting search=search.clone() />
                </div>
                <Found shown=shown search=search />
            </section>
        </div>
    }
}

fn found(total: i64) -> String {
    match total {
        0 => "Nothing found".into(),
        1 => "1 event".into(),
        total => format!("{total} events"),
    }
}

#[component]
fn Found(shown: EventsShown, search: Search) -> impl IntoView {
    if shown.events.is_empty() {
        return view! { <Nothing search=search /> }.into_any();
    }
    let next = shown.next_cursor.map(|cursor| ("More", search.page(cursor)));
    let first = (!search.cursor.is_empty()).then(|| ("From the beginning", search.link(|_| ())));
    let events = shown.events.into_iter();
    let list = if search.view == "list" {
        view! {
            <ul class="event-lines" role="list">
                {events.map(|shown| view! { <EventLine shown=shown /> }).collect::<Vec<_>>()}
            </ul>
        }
        .into_any()
    } else {
        view! {
            <ul class="event-grid" role="list">
                {events.map(|shown| view! { <EventCard shown=shown /> }).collect::<Vec<_>>()}
            </ul>
        }
        .into_any()
    };
    view! {
        {list}
        <Pagination first=first next=next />
    }
    .into_any()
}

#[component]
fn Nothing(search: Search) -> impl IntoView {
    let (title, words) = if search.q.is_empty() {
        ("Nothing is on".to_owned(), "Choose other days or another city, or look at everything.")
    } else {
        (format!("Nothing matches “{}”", search.q), "Try fewer words, or look at everything.")
    };
    view! {
        <Empty title=title words=words>
            {search
                .narrows()
                .then(|| {
                    view! {
                        <a class="button" href="/events">
                            "Show everything"
                        </a>
                    }
                })}
        </Empty>
    }
}

#[component]
pub fn Views(search: Search) -> impl IntoView {
    let view = |words: &'static str, name: &'static str| {
        let current = (search.view == name).then_some("true");
        view! {
            <li>
                <a href=search.link(|search| search.view = name.into()) aria-current=current>
                    {words}
                </a>
            </li>
        }
    };
    view! {
        <nav class="views" aria-label="How to look at it">
            <ul class="segments" role="list">
                {view("Posters", "")} {view("List", "list")} {view("Month", "month")}
            </ul>
        </nav>
    }
}

#[component]
fn Sorting(search: Search) -> impl IntoView {
    let way = |words: &'static str, name: &'static str| {
        let current = (search.sort == name).then_some("true");
        view! {
            <li>
                <a href=search.link(|search| search.sort = name.into()) aria-current=current>
                    {words}
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label="Order">
            <ul class="ways" role="list">
                {if search.q.is_empty() { way("Soonest", "") } else { way("Best match", "") }}
                {(!search.q.is_empty()).then(|| way("Soonest", "date"))} {way("Cheapest", "price")}
                {way("Newest", "newest")}
            </ul>
        </nav>
    }
}
