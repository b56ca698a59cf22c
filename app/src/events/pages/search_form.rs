use domain::money::Currency;
use domain::refusal::FieldProblem;
use leptos::prelude::*;

use super::search::Search;
use crate::components::field::{AskedField, Problem};
use crate::parts::icon::Icon;

/// What this form asks for; everything else that was chosen goes along unseen.
pub const FIELDS: [&str; 6] = ["q", "from", "to", "min_price", "max_price", "currency"];

/// What is looked for, in words, days and prices. It is sent to the address, so what was typed is always still there.
#[component]
pub fn SearchForm(search: Search, #[prop(optional)] problems: Vec<FieldProblem>) -> impl IntoView {
    let kept = search.fields().into_iter().filter(|(name, _)| !FIELDS.contains(name));
    let kept: Vec<_> = kept.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect();
    let is_by_day = search.is_by_day();
    let problem = |field: &str| problems.iter().find(|found| found.field == field).map(|found| found.message.clone());
    let (words, currency) = (problem("q"), search.currency.clone());
    let (from, to) = (search.from.clone(), search.to.clone());
    view! {
        <form class="table-tools finder-tools" method="get" action="/events" role="search" aria-label="Events">
            {kept}
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
                        aria-invalid=words.is_some().then_some("true")
                        aria-describedby="find-q-problem"
                    />
                </div>
                <Problem id="find-q" problem=words />
            </div>
            {(!is_by_day)
                .then(|| {
                    view! {
                        <AskedField id="find-from" name="from" label="From" kind="date" value=from problem=problem("from") />
                        <AskedField id="find-to" name="to" label="To" kind="date" value=to problem=problem("to") />
                    }
                })}
            <AskedField class="field price" id="find-min" name="min_price" label="Price from" amount=true value=search.min_price problem=problem("min_price") />
            <AskedField class="field price" id="find-max" name="max_price" label="Price to" amount=true value=search.max_price problem=problem("max_price") />
            <CurrencyField chosen=currency problem=problem("currency") />
            <button class="button">"Search"</button>
        </form>
    }
}

/// Twelve euros and twelve crowns are not the same price, so a price is always one in a currency.
#[component]
fn CurrencyField(chosen: String, problem: Option<String>) -> impl IntoView {
    let wrong = problem.is_some().then_some("true");
    let options = Currency::ALL.map(|currency| {
        let selected = currency.code() == chosen;
        view! { <option selected=selected>{currency.code()}</option> }
    });
    view! {
        <div class="field currency">
            <label for="find-currency">"Currency"</label>
            <select
                class="input"
                id="find-currency"
                name="currency"
                autocomplete="off"
                aria-invalid=wrong
                aria-describedby="find-currency-problem"
            >
                {options}
            </select>
            <Problem id="find-currency" problem=problem />
        </div>
    }
}
