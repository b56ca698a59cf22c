use domain::events::{Event, EventStatus};
use leptos::prelude::*;

use crate::events::api_views::TicketShown;
use crate::parts::icon::Icon;

/// What one can get, what it costs, and how much of it is left.
#[component]
pub fn TicketPanel(event: Event, tickets: Vec<TicketShown>, places: Option<String>) -> impl IntoView {
    // What is called off is not free either: the word for that stands above.
    let nothing_to_buy = tickets.is_empty() && event.status != EventStatus::Cancelled;
    view! {
        <section class="ticket-panel" aria-labelledby="tickets">
            <div class="section-head">
                <h2 id="tickets">"Tickets"</h2>
                {places.map(|places| view! { <span class="badge warn">{places}</span> })}
            </div>
            {nothing_to_buy
                .then(|| {
                    let words = match event.capacity {
                        Some(capacity) => format!("Free, for up to {capacity} people."),
                        None => "Nothing is on sale.".to_owned(),
                    };
                    view! { <p class="soft">{words}</p> }
                })}
            <ul class="tickets" role="list">
                {tickets.into_iter().map(|ticket| view! { <Ticket ticket=ticket /> }).collect::<Vec<_>>()}
            </ul>
        </section>
    }
}

#[component]
fn Ticket(ticket: TicketShown) -> impl IntoView {
    let class = if ticket.on_sale { "ticket" } else { "ticket gone" };
    view! {
        <li class=class>
            <div>
                <strong>{ticket.name}</strong>
                {(!ticket.description.is_empty()).then(|| view! { <p class="prose">{ticket.description}</p> })}
                {ticket.tier.map(|tier| view! { <p class="tier">{tier}</p> })}
                // Whoever may not have it is told so beside the price.
                {(ticket.members_only && ticket.on_sale)
                    .then(|| {
                        view! {
                            <p class="ticket-mark">
                                <Icon name="lock" small=true />
                                "For members"
                            </p>
                        }
                    })}
            </div>
            <div class="ticket-price">
                {match ticket.price_with_code {
                    Some(lowered) => {
                        view! {
                            <span class="visually-hidden">"Instead of "</span>
                            <s>{ticket.price}</s>
                            " "
                            <span class="amount">{lowered}</span>
                        }
                            .into_any()
                    }
                    None => view! { <span class="amount">{ticket.price}</span> }.into_any(),
                }}
                {ticket.state.map(|state| view! { <small>{state}</small> })}
            </div>
        </li>
    }
}
