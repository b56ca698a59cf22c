//! The demo's events: what its clubs put on, before and after the day it is loaded.

mod programme;
mod weekly;

use std::collections::HashMap;
use std::time::Duration;

use domain::accounts::Caller;
use domain::clubs::{ClubQuery, list_clubs};
use domain::edit::Edit;
use domain::events::{
    Amount, EventDraft, SeedEvent, SessionEdit, SharedQuotaEdit, TicketType, TicketTypeEdit, TicketTypeFields,
    TierDraft, cancel_event, create_category, create_event, create_event_session, create_shared_quota,
    create_ticket_type, publish_event, seed_events,
};
use domain::ids::{CategoryId, ClubId, EventId, SectionId, VenueId};
use domain::outcome::{Fault, Outcome};
use domain::platform::Platform;
use domain::time::{Day, Timestamp};
use domain::venues::{VenueQuery, WhichPlan, list_venues, see_plan};

use super::people::People;
use programme::{CATEGORIES, DemoEvent, DemoTicket, MEMBERS, PROGRAMME, Place};

const ZONE: &str = "Europe/Berlin";
/// The early ones of the theatre pay less.
const EARLY: (&str, i64, i64) = ("Early bird", 300, 40);

struct Stage {
    clubs: HashMap<String, ClubId>,
    categories: HashMap<&'static str, CategoryId>,
    venues: HashMap<String, (VenueId, HashMap<String, SectionId>)>,
}

pub async fn add(platform: &Platform, people: &People) -> Outcome<()> {
    let stage = Stage::set(platform, people).await?;
    let today = Day::of(platform.clock.now(), ZONE);
    for event in &PROGRAMME {
        let owner = people.find(event.owner)?;
        let from = event.weekly.map_or(today, |weekly| weekly.first_after(today));
        for day in event.days.iter().map(|day| from.plus(*day)) {
            let (hours, minutes) = event.at;
            let at = day.start(ZONE).plus(Duration::from_secs(hours * 3_600 + minutes * 60));
            let draft = stage.draft(event, at)?;
            if day <= today {
                let tickets = event.tickets.iter().map(|ticket| remembered(*ticket)).collect();
                seed_events(platform, owner.user_id, vec![SeedEvent { draft, ticket_types: tickets }]).await?;
            } else {
                let id = stage.put_on(platform, owner, event, draft, at).await?;
                if let Some(weekly) = event.weekly {
                    weekly.come_again(platform, owner, id, day).await?;
                }
            }
        }
    }
    one_draft(platform, people, &stage, today).await
}

impl Stage {
    async fn set(platform: &Platform, people: &People) -> Outcome<Self> {
        let admin = people.find("admin")?;
        let mut categories = HashMap::new();
        for name in CATEGORIES {
            categories.insert(name, create_category(platform, admin, name).await?.id);
        }
        let query = ClubQuery { limit: Some(100), ..Default::default() };
        let clubs = list_clubs(platform, None, query).await?.items;
        let mut venues = HashMap::new();
        for venue in list_venues(platform, None, VenueQuery::default()).await?.items {
            let plan = see_plan(platform, venue.id, WhichPlan::default()).await?.plan;
            let sections = plan.sections.into_iter().map(|section| (section.name, section.id)).collect();
            venues.insert(venue.name, (venue.id, sections));
        }
        Ok(Self { clubs: clubs.into_iter().map(|club| (club.name, club.id)).collect(), categories, venues })
    }

    fn draft(&self, event: &DemoEvent, at: Timestamp) -> Outcome<EventDraft> {
        let draft = EventDraft {
            title: event.title.into(),
            description: event.about.into(),
            category_id: self.categories.get(event.category).copied(),
            club_id: Some(*self.clubs.get(event.club).ok_or_else(|| unknown(event.club))?),
            starts_at: at.to_string(),
            ends_at: at.plus(Duration::from_secs(event.minutes * 60)).to_string(),
            time_zone: ZONE.into(),
            currency: "EUR".into(),
            capacity: event.capacity,
            members_only: event.members_only,
            ..Default::default()
        };
        Ok(match event.place {
            Place::Venue(name) => {
                let (venue_id, _) = self.venues.get(name).ok_or_else(|| unknown(name))?;
                EventDraft { venue_id: Some(*venue_id), city: Some("Leipzig".into()), ..draft }
            }
            Place::At(location, city) => {
                EventDraft { location: Some(location.into()), city: Some(city.into()), ..draft }
            }
            Place::Online(url) => EventDraft { online_url: Some(url.into()), ..draft },
        })
    }

    async fn put_on(
        &self,
        platform: &Platform,
        owner: Caller,
        event: &DemoEvent,
        draft: EventDraft,
        at: Timestamp,
    ) -> Outcome<EventId> {
        let id = create_event(platform, owner, draft).await?.id;
        let mut sold = Vec::new();
        for (position, ticket) in event.tickets.iter().enumerate() {
            let ticket = self.ticket(event, *ticket, position);
            sold.push(create_ticket_type(platform, owner, id, ticket).await?);
        }
        if let Some((_, _, places)) =
            event.tickets.first().filter(|_| sold.iter().any(|ticket| ticket.fields.members_only))
        {
            share(platform, owner, id, *places, &sold).await?;
        }
        if event.club == "Open Workshop" && !event.tickets.is_empty() {
            add_agenda(platform, owner, id, at).await?;
        }
        publish_event(platform, owner, id).await?;
        if let Some(why) = event.called_off {
            cancel_event(platform, owner, id, why).await?;
        }
        Ok(id)
    }

    fn ticket(&self, event: &DemoEvent, (name, price, quota): DemoTicket, position: usize) -> TicketTypeEdit {
        let money = |amount| Amount { amount, currency: "EUR".into() };
        let section = match event.place {
            Place::Venue(venue) => self.venues.get(venue).and_then(|(_, sections)| sections.get(name).copied()),
            Place::At(..) | Place::Online(_) => None,
        };
        let (early, less, how_many) = EARLY;
        let tier = TierDraft { name: early.into(), price: money(price - less), quantity: Some(how_many), until: None };
        TicketTypeEdit {
            name: Some(name.into()),
            price: Some(money(price)),
            quota: Edit::Set(quota),
            section_id: section.map_or(Edit::Keep, Edit::Set),
            position: i64::try_from(position).ok(),
            members_only: Some(name == MEMBERS),
            tiers: (event.category == "Theatre" && price > less).then(|| vec![tier]),
            ..Default::default()
        }
    }
}

/// Whoever comes first, at whichever price.
async fn share(
    platform: &Platform,
    owner: Caller,
    event_id: EventId,
    places: i64,
    tickets: &[TicketType],
) -> Outcome<()> {
    let quota = SharedQuotaEdit {
        name: Some("Places".into()),
        size: Some(places),
        ticket_type_ids: Some(tickets.iter().map(|ticket| ticket.id).collect()),
        version: None,
    };
    create_shared_quota(platform, owner, event_id, quota).await?;
    Ok(())
}

fn unknown(name: &str) -> Fault {
    Fault::new(format!("the demo has no “{name}”"))
}

/// As it was sold then.
fn remembered((name, price, quota): DemoTicket) -> TicketTypeFields {
    TicketTypeFields {
        name: name.into(),
        description: String::new(),
        price,
        quota: i32::try_from(quota).ok(),
        section_id: None,
        sales_start: None,
        sales_end: None,
        min_per_order: 1,
        max_per_order: 10,
        max_per_person: None,
        members_only: false,
        hidden: false,
        position: 0,
        tiers: Vec::new(),
    }
}

async fn add_agenda(platform: &Platform, owner: Caller, event_id: EventId, at: Timestamp) -> Outcome<()> {
    const AGENDA: [(&str, u64, u64); 4] = [
        ("What all the parts are", 0, 45),
        ("Resistors first", 45, 75),
        ("Everything with legs", 130, 70),
        ("It makes a noise", 205, 35),
    ];
    for (title, after, minutes) in AGENDA {
        let start = at.plus(Duration::from_secs(after * 60));
        let session = SessionEdit {
            title: Some(title.into()),
            starts_at: Some(start.to_string()),
            ends_at: Some(start.plus(Duration::from_secs(minutes * 60)).to_string()),
            room: Edit::Set("Long bench".into()),
            speaker_name: Edit::Set("Jonas".into()),
            ..Default::default()
        };
        create_event_session(platform, owner, event_id, session).await?;
    }
    Ok(())
}

/// One that is not finished, for the organizer to go on with.
async fn one_draft(platform: &Platform, people: &People, stage: &Stage, today: Day) -> Outcome<()> {
    let at = today.plus(60).start(ZONE).plus(Duration::from_secs(19 * 3_600));
    let draft = EventDraft {
        title: "Summer production, title to come".into(),
        club_id: stage.clubs.get("Student Theatre").copied(),
        category_id: stage.categories.get("Theatre").copied(),
        starts_at: at.to_string(),
        ends_at: at.plus(Duration::from_secs(7_200)).to_string(),
        time_zone: ZONE.into(),
        currency: "EUR".into(),
        ..Default::default()
    };
    create_event(platform, people.find("olivia")?, draft).await?;
    Ok(())
}
