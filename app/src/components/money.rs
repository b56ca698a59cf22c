use domain::money::Money;
use leptos::prelude::*;

/// An amount as people read it, and as machines do. Its figures line up under each other.
#[component]
pub fn Amount(money: Money) -> impl IntoView {
    let words = money.to_string();
    let machines = format!("{} {}", money.amount, money.currency.code());
    view! {
        <data class="amount" value=machines>
            {words}
        </data>
    }
}
