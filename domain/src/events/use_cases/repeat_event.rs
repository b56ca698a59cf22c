//! An event comes again: a rule makes its other dates, each a draft like it. The event itself is the first of them.

use super::copy_event::Original;
use super::make_dates::{check_dates, make_dates, still_ahead};
use super::meet_event::hold_event_to_change;
use super::put_on_for::must_put_on_for;
use super::see_dates::show_dates;
use crate::accounts::Caller;
use crate::events::EventDates;
use crate::events::series::{Rule, dates_of, parse_exceptions};
use crate::events::store::series::{self, NewSeries};
use crate::ids::{EventId, SeriesId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, FieldProblem, Problems, Refusal};
use crate::store::Tx;
use crate::time::Day;

struct Repetition {
    caller: Caller,
    event_id: EventId,
    rule: Rule,
    except: Vec<Day>,
}

/// `except` are days the rule would make and that are left out.
pub async fn repeat_event(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    rule: &str,
    except: &[String],
) -> Outcome<EventDates> {
    let (rule, except) = parse(rule, except)?;
    let repetition = Repetition { caller, event_id, rule, except };
    platform.change(repetition, |tx, repetition| Box::pin(repeat(tx, repetition))).await
}

pub fn parse(rule: &str, except: &[String]) -> Result<(Rule, Vec<Day>), Refusal> {
    let mut problems = Problems::default();
    let rule = problems.check("rule", Rule::parse(rule));
    let except = problems.check("except", parse_exceptions(except));
    let (Some(rule), Some(except)) = (rule, except) else { return Err(problems.refusal()) };
    Ok((rule, except))
}

async fn repeat(tx: &mut Tx, repetition: &Repetition) -> Outcome<EventDates> {
    let Repetition { caller, event_id, rule, except } = repetition;
    let event = hold_event_to_change(tx, *caller, *event_id).await?;
    if event.series_id.is_some() {
        return Err(EventRefusal::InSeries.into());
    }
    must_put_on_for(tx, *caller, event.fields.club_id).await?;
    let (starts_at, zone) = (event.fields.starts_at, event.fields.time_zone.clone());
    let mut dates = dates_of(rule, except, starts_at, &zone).map_err(|why| Refusal::InvalidInput(vec![why]))?;
    let (first, _) = dates.remove(0);
    let others = still_ahead(dates, tx.now());
    if others.is_empty() {
        return Err(FieldProblem::refuse("rule", "This makes no other date that is still to come.").into());
    }
    let original = Original::read(tx, event).await?;
    check_dates(&original, &others, "rule")?;
    let (series_id, user_id): (SeriesId, _) = (tx.new_id(), caller.user_id);
    let new = NewSeries { series_id, rule: &rule.to_string(), starts_at, time_zone: &zone, created_by: user_id };
    series::insert(tx, &new).await?;
    if !series::take_in(tx, *event_id, series_id, first).await? {
        return Err(EventRefusal::InSeries.into());
    }
    for day in except {
        series::leave_out(tx, series_id, &day.to_string()).await?;
    }
    journal::record(tx, Some(user_id), Message::SeriesCreated { series_id, event_id: *event_id, user_id }).await?;
    make_dates(tx, *caller, &original, series_id, others).await?;
    show_dates(tx, Some(*caller), series_id).await
}
