//! When what the address asks for cannot be looked for: the catalogue's page stays, with what was typed.

use domain::refusal::FieldProblem;
use http::StatusCode;
use leptos::prelude::*;

use super::events::Views;
use super::search::Search;
use super::search_form::{FIELDS, SearchForm};
use crate::api_error::ApiError;
use crate::components::callout::Callout;
use crate::components::guard::Refused;
use crate::components::page::PageHead;
use crate::components::status::set_status;

/// What is asked wrongly is said here; whoever must sign in first, and what broke, have pages of their own.
pub fn unfound(error: ApiError) -> AnyView {
    if error.problems.is_empty() && error.status() != StatusCode::NOT_FOUND {
        return view! { <Refused error=error /> }.into_any();
    }
    set_status(error.status());
    view! { <Unfound search=Search::of_the_address() problems=error.problems /> }.into_any()
}

#[component]
fn Unfound(search: Search, problems: Vec<FieldProblem>) -> impl IntoView {
    let is_shown = |problem: &FieldProblem| is_a_field(&problem.field, &search);
    let (at_fields, elsewhere): (Vec<FieldProblem>, Vec<FieldProblem>) = problems.into_iter().partition(is_shown);
    // What is wrong with the address is not carried on from here.
    let mut kept = elsewhere.iter().fold(search.clone(), |search, problem| search.without(&problem.field));
    let mut words: Vec<String> = elsewhere.into_iter().map(in_an_address).collect();
    if words.is_empty() && at_fields.is_empty() {
        kept = kept.without("category").without("club");
        words.push("The address asks for a category or a club that there is not.".into());
    }
    if !at_fields.is_empty() {
        words.push("What is marked below needs another look.".into());
    }
    let viewed = kept.clone();
    view! {
        <PageHead title="What is on">
            <Views search=viewed />
        </PageHead>
        <Callout tone="bad" title="This cannot be looked for">
            {words.into_iter().map(|words| view! { <p>{words}</p> }).collect::<Vec<_>>()}
            <p>
                <a href="/events">"Show everything"</a>
            </p>
        </Callout>
        <SearchForm search=kept problems=at_fields />
    }
}

/// A month has no days to choose.
fn is_a_field(name: &str, search: &Search) -> bool {
    FIELDS.contains(&name) && !(search.is_by_day() && matches!(name, "from" | "to"))
}

/// Nobody types these: an old address or a mistyped one asks for them.
fn in_an_address(problem: FieldProblem) -> String {
    match problem.field.as_str() {
        "sort" => "The address asks for an order that there is not.".into(),
        "status" => "The address asks for a kind of events that there is not.".into(),
        "cursor" => "The address asks for a page of a list that is gone. Begin again.".into(),
        "month" => "The address asks for a month that there is not.".into(),
        _ => problem.message,
    }
}
