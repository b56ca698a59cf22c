use leptos::prelude::*;

use super::search::Search;
use crate::components::poster::hue_of;
use crate::components::time::Time;
use crate::events::api_views::{DayOnShown, EventOnDayShown, MonthShown};
use crate::events::pages::words::face;
use crate::parts::icon::Icon;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// What is on as a sheet of a calendar; where there is no room for one, the days that have something.
#[component]
pub fn Month(shown: MonthShown, search: Search) -> impl IntoView {
    let other = |month: String| search.link(|search| search.month = month);
    let (before, after) = (other(shown.month_before), other(shown.month_after));
    let today = format!("{}#today", search.link(|search| search.month.clear()));
    let is_empty = shown.days.iter().all(|day| day.total == 0);
    let sheet = if is_empty { "month-sheet empty" } else { "month-sheet" };
    view! {
        <section class="month" aria-labelledby="month">
            <div class="section-head">
                <h2 id="month">{shown.name}</h2>
                <nav class="month-turn" aria-label="Other months">
                    <a class="button small" href=today>
                        "Today"
                    </a>
                    <a class="button small icon-only" href=before rel="prev" aria-label="The month before">
                        <Icon name="chevron-left" small=true />
                    </a>
                    <a class="button small icon-only" href=after rel="next" aria-label="The month after">
                        <Icon name="chevron-right" small=true />
                    </a>
                </nav>
            </div>
            {is_empty.then(|| view! { <p class="soft">"Nothing is on in these weeks."</p> })}
            <div class="month-weekdays" aria-hidden="true">
                {WEEKDAYS.map(|name| view! { <span>{name}</span> })}
            </div>
            <ol class=sheet role="list">
                {shown.days.into_iter().map(|day| view! { <Day day=day search=search.clone() /> }).collect::<Vec<_>>()}
            </ol>
        </section>
    }
}

#[component]
fn Day(day: DayOnShown, search: Search) -> impl IntoView {
    let more = day.total - i64::try_from(day.events.len()).unwrap_or_default();
    let name = day.name.clone();
    let all = search.link(|search| {
        search.view = "list".into();
        search.month.clear();
        (search.from, search.to) = (day.day.clone(), day.day.clone());
    });
    let nothing_today = day.is_today && day.events.is_empty();
    let mut class = String::from("day");
    for (is_so, name) in [(!day.is_in_month, " outside"), (day.is_today, " today"), (day.events.is_empty(), " nothing")]
    {
        class.push_str(if is_so { name } else { "" });
    }
    view! {
        <li class=class id=day.is_today.then_some("today") aria-current=day.is_today.then_some("date")>
            <h3 aria-label=day.name>
                <span class="day-name">{name} {day.is_today.then(|| view! { <span class="badge good">"Today"</span> })}</span>
                <span class="day-number" aria-hidden="true">
                    {day.number}
                </span>
            </h3>
            {nothing_today.then(|| view! { <p class="day-nothing">"Nothing is on."</p> })}
            <ul role="list">
                {day.events.into_iter().map(|shown| view! { <EventOnDay shown=shown /> }).collect::<Vec<_>>()}
            </ul>
            {(more > 0)
                .then(|| {
                    view! {
                        <a class="day-more" href=all>
                            {format!("{more} more")}
                        </a>
                    }
                })}
        </li>
    }
}

#[component]
fn EventOnDay(shown: EventOnDayShown) -> impl IntoView {
    let event = shown.event;
    let title = event.title.clone();
    view! {
        <li class=format!("hue-{}", hue_of(face(event.id, event.series_id), None))>
            <a href=format!("/events/{}", event.id) title=title>
                <Time moment=shown.hour />
                <span>{event.title}</span>
            </a>
        </li>
    }
}
