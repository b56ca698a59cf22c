use domain::events::Facets;
use leptos::prelude::*;
use leptos_meta::{Link, Meta};

use super::card::{EventCard, EventLine};
use super::search::Search;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::state::Empty;
use crate::events::api_views::EventsShown;
use crate::parts::icon::Icon;

#[component]
pub fn EventsPage() -> impl IntoView {
    let search = Search::of_the_address();
    let events = Data::load(search.question());
    view! {
        <Page title="What is on">
            <Link rel="alternate" type_="text/calendar" title="What is on" href=search.feed() />
            // Found through the events themselves: there are more ways to narrow a list than anybody wants to read.
            {search.narrows().then(|| view! { <Meta name="robots" content="noindex" /> })}
            <Loaded data=events children=move |shown| view! { <Events shown=shown search=search.clone() /> } />
        </Page>
    }
}

#[component]
fn Events(shown: EventsShown, search: Search) -> impl IntoView {
    let facets = shown.facets.clone();
    let viewed = search.clone();
    view! {
        <PageHead title="What is on">
            <Views search=viewed />
        </PageHead>
        <SearchForm search=search.clone() />
        <div class="catalogue">
            <Choices search=search.clone() facets=facets />
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
fn Views(search: Search) -> impl IntoView {
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
                {view("Posters", "")} {view("List", "list")}
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

#[component]
fn SearchForm(search: Search) -> impl IntoView {
    let kept: Vec<_> = search.fields().into_iter().filter(|(name, _)| !matches!(*name, "q" | "from" | "to")).collect();
    view! {
        <form class="table-tools" method="get" action="/events" role="search" aria-label="Events">
            {kept
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
                .collect::<Vec<_>>()}
            <div class="field grow">
                <label for="find-q">"What, where or who"</label>
                <div class="input-group">
                    <Icon name="search" />
                    <input
                        class="input"
                        id="find-q"
                        name="q"
                        type="search"
                        value=search.q
                        autocomplete="off"
                        maxlength="200"
                    />
                </div>
            </div>
            <div class="field">
                <label for="find-from">"From"</label>
                <input class="input" id="find-from" name="from" type="date" value=search.from autocomplete="off" />
            </div>
            <div class="field">
                <label for="find-to">"To"</label>
                <input class="input" id="find-to" name="to" type="date" value=search.to autocomplete="off" />
            </div>
            <button class="button">"Search"</button>
        </form>
    }
}

/// What else one could choose, each with how much there is of it. Choosing the same again takes it back.
#[component]
fn Choices(search: Search, facets: Facets) -> impl IntoView {
    let is_chosen = |from: &str, to: &str| search.from == from && search.to == to;
    // What is chosen can be taken back, even where there is nothing of it.
    let days = facets.when.into_iter().filter(|days| days.events > 0 || is_chosen(&days.from, &days.to));
    let days = days.map(|days| {
        let chosen = is_chosen(&days.from, &days.to);
        let (from, to) = if chosen { Default::default() } else { (days.from, days.to) };
        let words = days_words(&days.name).to_owned();
        Choice { words, count: days.events, chosen, href: search.link(|search| (search.from, search.to) = (from, to)) }
    });
    let categories = facets.categories.into_iter().map(|category| {
        let id = category.id.to_string();
        let chosen = search.category == id;
        let wanted = if chosen { String::new() } else { id };
        let href = search.link(|search| search.category = wanted);
        Choice { words: category.name, count: category.events, chosen, href }
    });
    let cities = facets.cities.into_iter().map(|city| {
        let chosen = search.city.eq_ignore_ascii_case(&city.city);
        let wanted = if chosen { String::new() } else { city.city.clone() };
        Choice { words: city.city, count: city.events, chosen, href: search.link(|search| search.city = wanted) }
    });
    let (free, online) = (search.free, search.online);
    let more = [
        Choice {
            words: "Free".into(),
            count: facets.free,
            chosen: free,
            href: search.link(|search| search.free = !free),
        },
        Choice {
            words: "Online".into(),
            count: facets.online,
            chosen: online,
            href: search.link(|search| search.online = !online),
        },
    ];
    let more = more.into_iter().filter(|choice| choice.chosen || choice.count > 0);
    view! {
        <nav class="choices" aria-label="Narrow down">
            <ChoiceGroup title="When" choices=days.collect() />
            <ChoiceGroup title="What" choices=categories.collect() />
            <ChoiceGroup title="Where" choices=cities.collect() />
            <ChoiceGroup title="Also" choices=more.collect() />
            {search
                .narrows()
                .then(|| {
                    view! {
                        <a class="button small" href="/events">
                            "Show everything"
                        </a>
                    }
                })}
            <a class="feed" href=search.feed()>
                <Icon name="calendar" small=true />
                "Subscribe in a calendar"
            </a>
        </nav>
    }
}

struct Choice {
    words: String,
    count: i64,
    chosen: bool,
    href: String,
}

#[component]
fn ChoiceGroup(title: &'static str, choices: Vec<Choice>) -> impl IntoView {
    (!choices.is_empty()).then(|| {
        let chips = choices.into_iter().map(|choice| {
            let chosen = choice.chosen.then_some("true");
            view! {
                <li>
                    <a class="chip" href=choice.href aria-current=chosen>
                        {choice.words} <small>{choice.count}</small>
                    </a>
                </li>
            }
        });
        view! {
            <section>
                <h2>{title}</h2>
                <ul class="chips" role="list">
                    {chips.collect::<Vec<_>>()}
                </ul>
            </section>
        }
    })
}

fn days_words(name: &str) -> &'static str {
    match name {
        "today" => "Today",
        "weekend" => "This weekend",
        "week" => "This week",
        _ => "This month",
    }
}
