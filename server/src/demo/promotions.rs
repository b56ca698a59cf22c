//! The demo's codes: old and new, for one event and for all of them.

use std::time::Duration;

use domain::edit::Edit;
use domain::events::{Amount, EventStatus, list_events_of, list_ticket_types};
use domain::ids::{EventId, TicketTypeId};
use domain::outcome::Outcome;
use domain::platform::Platform;
use domain::promotions::{Promotion, PromotionDraft, PromotionEdit, create_promotion, use_promotion};
use domain::time::Timestamp;

use super::people::People;

const A_DAY: u64 = 86_400;
const FRIENDS_MAX: i64 = 20;
/// So that little is left.
const FRIENDS_USED: usize = 18;

pub async fn add(platform: &Platform, people: &People) -> Outcome<()> {
    let now = platform.clock.now();
    let in_days = |days| Edit::Set(now.plus(Duration::from_secs(days * A_DAY)).to_string());
    let ago = |days| Edit::Set(now.minus(Duration::from_secs(days * A_DAY)).to_string());
    give(platform, people, "admin", None, PromotionEdit { ends_at: in_days(60), ..percent("HELLO-FOYER", 10) }).await?;
    for event_id in coming(platform, people, "olivia", "The Servant of Two Masters").await? {
        let circle = tickets(platform, event_id, "Circle").await?;
        let terms = [
            PromotionEdit { ends_at: ago(1), starts_at: ago(30), ..percent("REHEARSAL", 30) },
            PromotionEdit { ticket_type_ids: Some(circle), min_tickets: Some(3), ..percent("THREE-IN-A-ROW", 25) },
        ];
        for terms in terms {
            give(platform, people, "olivia", Some(event_id), terms).await?;
        }
        let friends = PromotionEdit {
            max_uses: Edit::Set(FRIENDS_MAX),
            max_uses_per_person: Edit::Set(1),
            ..euros("FRIENDS", 500)
        };
        let friends = give(platform, people, "olivia", Some(event_id), friends).await?;
        for _ in 0..FRIENDS_USED {
            platform.change(friends.id, |tx, id| Box::pin(use_promotion(tx, *id))).await?;
        }
    }
    for event_id in coming(platform, people, "bea", "Winter concert").await? {
        let terms = PromotionEdit { starts_at: in_days(7), ..euros("SOUP-INCLUDED", 300) };
        give(platform, people, "bea", Some(event_id), terms).await?;
    }
    Ok(())
}

async fn give(
    platform: &Platform,
    people: &People,
    owner: &str,
    event_id: Option<EventId>,
    terms: PromotionEdit,
) -> Outcome<Promotion> {
    create_promotion(platform, people.find(owner)?, PromotionDraft { event_id, terms }).await
}

fn percent(code: &str, percent: i64) -> PromotionEdit {
    PromotionEdit { code: Some(code.into()), percent_off: Edit::Set(percent), ..Default::default() }
}

fn euros(code: &str, amount: i64) -> PromotionEdit {
    let amount = Amount { amount, currency: "EUR".into() };
    PromotionEdit { code: Some(code.into()), amount_off: Edit::Set(amount), ..Default::default() }
}

/// The evenings of that name that are still to come.
async fn coming(platform: &Platform, people: &People, owner: &str, title: &str) -> Outcome<Vec<EventId>> {
    const MOST: i64 = 100;
    let owner = people.find(owner)?;
    let now: Timestamp = platform.clock.now();
    let events = list_events_of(platform, Some(owner), owner.user_id, Some(MOST), None).await?.items;
    let coming = events.into_iter().filter(|event| event.status == EventStatus::Published && event.starts_at > now);
    Ok(coming.filter(|event| event.title == title).map(|event| event.id).collect())
}

async fn tickets(platform: &Platform, event_id: EventId, name: &str) -> Outcome<Vec<TicketTypeId>> {
    let all = list_ticket_types(platform, None, event_id).await?.items;
    Ok(all.into_iter().filter(|ticket| ticket.fields.name == name).map(|ticket| ticket.id).collect())
}
