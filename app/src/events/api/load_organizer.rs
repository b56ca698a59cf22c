//! What the organizers' pages need, gathered from several use cases.

use domain::accounts::{Caller, see_preferences};
use domain::clubs::{self, ClubQuery, ClubRole, ClubStatus};
use domain::events;
use domain::ids::EventId;
use domain::platform::Platform;
use domain::refusal::Refusal;
use domain::time::known_zones;
use domain::venues::{self, VenueQuery};

use crate::api_error::ApiError;
use crate::caller::id_in_address;
use crate::events::api_views::{
    AgendaFormShown, EventFormShown, ManagedEventShown, MyEventsShown, QuotaFormShown, SectionShown, TicketFormShown,
    organize,
};
use crate::reader::Reader;

const EVENTS_PER_PAGE: i64 = 50;
/// More than anybody reads in a list to choose from.
const CHOICES_MAX: i64 = 100;

pub async fn my_events(platform: &Platform, caller: Caller, cursor: &str) -> Result<MyEventsShown, ApiError> {
    let reader = Reader::of(platform, Some(caller)).await?;
    let page = events::list_programme(platform, caller, Some(EVENTS_PER_PAGE), Some(cursor)).await?;
    Ok(MyEventsShown {
        events: page.items.into_iter().map(|line| organize::line(line, &reader)).collect(),
        next_cursor: page.next_cursor,
        total: page.total,
    })
}

pub async fn event_form(platform: &Platform, caller: Caller, event_id: &str) -> Result<EventFormShown, ApiError> {
    let preferences = see_preferences(platform, caller).await?;
    let event = match event_id {
        "" => None,
        id => Some(organize::event_fields(managed(platform, caller, id_in_address(id)?).await?)),
    };
    let categories = events::list_categories(platform).await?.items;
    let query = ClubQuery { mine: true, limit: Some(CHOICES_MAX), ..ClubQuery::default() };
    let mine = clubs::list_clubs(platform, Some(caller), query).await?.items.into_iter();
    let runs =
        mine.filter(|club| club.status == ClubStatus::Approved && club.my_role.is_some_and(ClubRole::runs_the_club));
    let query = VenueQuery { limit: Some(CHOICES_MAX), ..VenueQuery::default() };
    let venues = venues::list_venues(platform, Some(caller), query).await?.items;
    Ok(EventFormShown {
        event,
        categories: categories.into_iter().map(|category| (category.id.to_string(), category.name)).collect(),
        clubs: runs.map(|club| (club.id.to_string(), club.name)).collect(),
        venues: venues
            .into_iter()
            .map(|venue| (venue.id.to_string(), format!("{}, {}", venue.name, venue.city)))
            .collect(),
        alone: caller.role.can_put_on_events(),
        zones: known_zones(),
        zone: preferences.time_zone,
        currency: preferences.currency,
    })
}

pub async fn managed_event(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
) -> Result<ManagedEventShown, ApiError> {
    let reader = Reader::of(platform, Some(caller)).await?;
    let event = managed(platform, caller, event_id).await?;
    let problems = events::see_readiness(platform, caller, event_id).await?;
    let tickets = events::list_ticket_types(platform, Some(caller), event_id).await?.items;
    let quotas = events::list_shared_quotas(platform, caller, event_id).await?.items;
    let sessions = events::list_event_sessions(platform, Some(caller), event_id).await?.items;
    let dates = events::see_dates(platform, Some(caller), event_id).await?;
    Ok(organize::managed_event(event, problems, tickets, quotas, sessions, dates, &reader))
}

pub async fn ticket_form(
    platform: &Platform,
    caller: Caller,
    event_id: &str,
    ticket_type_id: &str,
) -> Result<TicketFormShown, ApiError> {
    let event = managed(platform, caller, id_in_address(event_id)?).await?;
    let sections = match event.plan_id.zip(event.venue_id) {
        Some((plan_id, venue_id)) => {
            let which = venues::WhichPlan { plan_id: Some(plan_id), ..venues::WhichPlan::default() };
            venues::see_plan(platform, venue_id, which).await?.plan.sections
        }
        None => Vec::new(),
    };
    let all = events::list_ticket_types(platform, Some(caller), event.id).await?.items;
    let ticket = match ticket_type_id {
        "" => None,
        id => {
            let id = id_in_address(id)?;
            let found = all.into_iter().find(|ticket| ticket.id == id).ok_or(Refusal::NotFound)?;
            Some(organize::ticket_fields(found, &event.time_zone))
        }
    };
    let sections = sections.into_iter().map(|section| SectionShown { id: section.id.to_string(), name: section.name });
    Ok(TicketFormShown { sections: sections.collect(), event, ticket })
}

pub async fn quota_form(
    platform: &Platform,
    caller: Caller,
    event_id: &str,
    quota_id: &str,
) -> Result<QuotaFormShown, ApiError> {
    let event = managed(platform, caller, id_in_address(event_id)?).await?;
    let all = events::list_ticket_types(platform, Some(caller), event.id).await?.items;
    let quota = match quota_id {
        "" => None,
        id => {
            let id = id_in_address(id)?;
            let quotas = events::list_shared_quotas(platform, caller, event.id).await?.items;
            Some(quotas.into_iter().find(|quota| quota.id == id).ok_or(Refusal::NotFound)?)
        }
    };
    let tickets = organize::sharers(quota.as_ref(), &all);
    let quota = quota.map(|quota| organize::managed_quota(quota, &all));
    Ok(QuotaFormShown { event, quota, tickets })
}

pub async fn agenda_form(
    platform: &Platform,
    caller: Caller,
    event_id: &str,
    session_id: &str,
) -> Result<AgendaFormShown, ApiError> {
    let event = managed(platform, caller, id_in_address(event_id)?).await?;
    let all = events::list_event_sessions(platform, Some(caller), event.id).await?.items;
    let session = match session_id {
        "" => None,
        id => {
            let id = id_in_address(id)?;
            let found = all.into_iter().find(|session| session.id == id).ok_or(Refusal::NotFound)?;
            Some(organize::session_fields(found, &event.time_zone))
        }
    };
    let (starts_at, ends_at) = organize::local_times(&event);
    Ok(AgendaFormShown { event, session, starts_at, ends_at })
}

/// For those who run it.
async fn managed(platform: &Platform, caller: Caller, event_id: EventId) -> Result<events::Event, ApiError> {
    let event = events::see_event(platform, Some(caller), event_id).await?;
    if event.runs_it { Ok(event) } else { Err(Refusal::NotAllowed.into()) }
}
