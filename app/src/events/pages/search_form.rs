use domain::money::Currency;
use domain::refusal::FieldProblem;
use leptos::prelude::*;

use super::search::Search;
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
                <Problem id="find-q-problem" problem=words />
            </div>
            {(!is_by_day)
                .then(|| {
                    view! {
                        <DayField id="find-from" name="from" label="From" value=from problem=problem("from") />
                        <DayField id="find-to" name="to" label="To" value=to problem=problem("to") />
                    }
                })}
            <PriceField id="find-min" name="min_price" label="Price from" value=search.min_price problem=problem("min_price") />
            <PriceField id="find-max" name="max_price" label="Price to" value=search.max_price problem=problem("max_price") />
            <CurrencyField chosen=currency problem=problem("currency") />
            <button class="button">"Search"</button>
        </form>
    }
}

#[component]
fn DayField(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    value: String,
    problem: Option<String>,
) -> impl IntoView {
    let wrong = problem.is_some().then_some("true");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                class="input"
                id=id
                name=name
                type="date"
                value=value
                autocomplete="off"
                aria-invalid=wrong
                aria-describedby=format!("{id}-problem")
            />
            <Problem id=format!("{id}-problem") problem=problem />
        </div>
    }
}

/// Its empty placeholder is how the styles know that nothing was typed.
#[component]
fn PriceField(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    value: String,
    problem: Option<String>,
) -> impl IntoView {
    let wrong = problem.is_some().then_some("true");
    view! {
        <div class="field price">
            <label for=id>{label}</label>
            <input
                class="input"
                id=id
                name=name
                inputmode="decimal"
                placeholder=" "
                value=value
                autocomplete="off"
                aria-invalid=wrong
                aria-describedby=format!("{id}-problem")
            />
            <Problem id=format!("{id}-problem") problem=problem />
        </div>
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
            <Problem id="find-currency-problem" problem=problem />
        </div>
    }
}

#[component]
fn Problem(#[prop(into)] id: String, problem: Option<String>) -> impl IntoView {
    let hidden = problem.is_none();
    view! {
        <p class="field-problem" id=id hidden=hidden>
            <Icon name="alert" small=true />
            <span>{problem}</span>
        </p>
    }
}
