//! What else one could choose, and what is chosen.

use domain::events::{DaysCount, Facets, folded};
use domain::money::{Currency, Money};
use leptos::prelude::*;

use super::search::Search;
use crate::events::api_views::NarrowedTo;
use crate::parts::icon::Icon;

/// Of what is longer, the whole is said by its title.
const CHIP_SHOWS_CHARS: usize = 16;

/// Each with how much there is of it. Choosing the same again takes it back.
#[component]
pub fn Choices(search: Search, facets: Facets, narrowed_to: NarrowedTo, signed_in: bool) -> impl IntoView {
    let groups = [
        ("When", if search.is_by_day() { Vec::new() } else { days(&search, &facets) }),
        ("What", categories(&search, &facets, narrowed_to.category)),
        ("Where", cities(&search, &facets)),
        ("Who", clubs(&search, narrowed_to.club, signed_in)),
        ("Price", prices(&search)),
        ("Also", more(&search, &facets)),
    ];
    let everything = Search { view: search.view.clone(), ..Search::default() }.link(|_| ());
    let class = if search.is_by_day() { "choices flat" } else { "choices" };
    view! {
        <nav class=class aria-label="Narrow down">
            {groups
                .into_iter()
                .map(|(title, choices)| view! { <ChoiceGroup title=title choices=choices /> })
                .collect::<Vec<_>>()}
            {search
                .narrows()
                .then(|| {
                    view! {
                        <a class="button small" href=everything>
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

fn days(search: &Search, facets: &Facets) -> Vec<Choice> {
    let is_chosen = |from: &str, to: &str| search.from == from && search.to == to;
    // What is chosen can be taken back, even where there is nothing of it.
    let days = facets.when.iter().filter(|days| days.events > 0 || is_chosen(&days.from, &days.to));
    let choice = |days: &DaysCount| {
        let chosen = is_chosen(&days.from, &days.to);
        let (from, to) = if chosen { Default::default() } else { (days.from.clone(), days.to.clone()) };
        let href = search.link(|search| (search.from, search.to) = (from, to));
        Choice { words: days_words(&days.name).into(), count: Some(days.events), chosen, href }
    };
    days.map(choice).collect()
}

fn categories(search: &Search, facets: &Facets, chosen: Option<String>) -> Vec<Choice> {
    let choice = |id: &str, words: String, count: i64| {
        let chosen = search.category == id;
        let wanted = if chosen { String::new() } else { id.to_owned() };
        Choice { words, count: Some(count), chosen, href: search.link(|search| search.category = wanted) }
    };
    let counted = facets.categories.iter();
    let mut choices: Vec<Choice> =
        counted.map(|category| choice(&category.id.to_string(), category.name.clone(), category.events)).collect();
    if !search.category.is_empty() && choices.iter().all(|choice| !choice.chosen) {
        choices.push(choice(&search.category, chosen.unwrap_or_else(|| "Another category".into()), 0));
    }
    choices
}

fn cities(search: &Search, facets: &Facets) -> Vec<Choice> {
    let choice = |city: &str, count: Option<i64>| {
        let chosen = folded(&search.city) == folded(city);
        let wanted = if chosen { String::new() } else { city.to_owned() };
        Choice { words: city.to_owned(), count, chosen, href: search.link(|search| search.city = wanted) }
    };
    let counted = facets.cities.iter();
    let mut choices: Vec<Choice> = counted.map(|city| choice(&city.city, Some(city.events))).collect();
    // One with little in it is not among those that are counted.
    if !search.city.is_empty() && choices.iter().all(|choice| !choice.chosen) {
        choices.push(choice(&search.city, None));
    }
    choices
}

fn clubs(search: &Search, chosen: Option<String>, signed_in: bool) -> Vec<Choice> {
    let mine = search.mine;
    let own = (signed_in || mine).then(|| Choice {
        words: "My clubs".into(),
        count: None,
        chosen: mine,
        href: search.link(|search| search.mine = !mine),
    });
    let club = (!search.club.is_empty()).then(|| Choice {
        words: chosen.unwrap_or_else(|| "Another club".into()),
        count: None,
        chosen: true,
        href: search.link(|search| search.club.clear()),
    });
    own.into_iter().chain(club).collect()
}

fn more(search: &Search, facets: &Facets) -> Vec<Choice> {
    let (free, online, available, past) = (search.free, search.online, search.available, search.status == "past");
    let status = if past { String::new() } else { "past".to_owned() };
    let choices = [
        ("Free", Some(facets.free), free, search.link(|search| search.free = !free)),
        ("Online", Some(facets.online), online, search.link(|search| search.online = !online)),
        ("Places left", None, available, search.link(|search| search.available = !available)),
        ("Over", None, past, search.link(|search| search.status = status)),
    ];
    let choices = choices.map(|(words, count, chosen, href)| Choice { words: words.into(), count, chosen, href });
    let is_by_day = search.is_by_day();
    // A month has its days over and to come in any case.
    let fits = |choice: &Choice| choice.chosen || (choice.count != Some(0) && !(is_by_day && choice.words == "Over"));
    choices.into_iter().filter(fits).collect()
}

/// They are typed, so there is nothing to choose: only what is chosen, to be taken back.
fn prices(search: &Search) -> Vec<Choice> {
    let words = |which: &str, typed: &str| {
        let currency = Currency::parse(&search.currency)?;
        Some(format!("{which} {}", Money { amount: currency.parse_amount(typed)?, currency }))
    };
    let chosen = |words: String, href: String| Choice { words, count: None, chosen: true, href };
    let from = words("From", &search.min_price);
    let to = words("Up to", &search.max_price);
    let from = from.map(|words| chosen(words, search.link(|search| search.min_price.clear())));
    let to = to.map(|words| chosen(words, search.link(|search| search.max_price.clear())));
    from.into_iter().chain(to).collect()
}

struct Choice {
    words: String,
    /// Where it is counted.
    count: Option<i64>,
    chosen: bool,
    href: String,
}

#[component]
fn ChoiceGroup(title: &'static str, choices: Vec<Choice>) -> impl IntoView {
    (!choices.is_empty()).then(|| {
        let chips = choices.into_iter().map(|choice| {
            let chosen = choice.chosen.then_some("true");
            // What the chip may cut off.
            let cut = (choice.words.chars().count() > CHIP_SHOWS_CHARS).then(|| choice.words.clone());
            view! {
                <li>
                    <a class="chip" href=choice.href aria-current=chosen title=cut>
                        <span>{choice.words}</span>
                        {choice.count.map(|count| view! { <small>{count}</small> })}
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

pub fn days_words(name: &str) -> &'static str {
    match name {
        "today" => "Today",
        "weekend" => "This weekend",
        "week" => "This week",
        _ => "This month",
    }
}
