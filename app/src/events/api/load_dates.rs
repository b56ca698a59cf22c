//! What the form that repeats an event needs.

use domain::accounts::Caller;
use domain::events;
use domain::ids::EventId;
use domain::platform::Platform;
use domain::refusal::Refusal;
use domain::time::Day;

use crate::api_error::ApiError;
use crate::events::api_views::{DateOfRule, PreviewShown, RepeatFormShown, RepeatTyped, repeat, show};
use crate::reader::Reader;

/// What is wrong with the rule is said beside its fields: nothing was sent off yet.
pub async fn repeat_form(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    typed: RepeatTyped,
) -> Result<RepeatFormShown, ApiError> {
    let reader = Reader::of(platform, Some(caller)).await?;
    let event = events::see_event(platform, Some(caller), event_id).await?;
    if !event.runs_it {
        return Err(Refusal::NotAllowed.into());
    }
    let months = repeat::choices_in_a_month(&event);
    let when = show::short(event.starts_at, &event.time_zone, &reader);
    if typed.unit.is_empty() {
        let typed = repeat::first_guess(&event);
        return Ok(RepeatFormShown { event, when, months, typed, preview: None, problems: Vec::new() });
    }
    let previewed = preview(platform, caller, &event, &typed, &reader).await;
    let (preview, problems) = match previewed {
        Ok(preview) => (Some(preview), Vec::new()),
        Err(error) if error.problems.is_empty() => return Err(error),
        Err(error) => (None, error.problems),
    };
    Ok(RepeatFormShown { event, when, months, typed, preview, problems })
}

async fn preview(
    platform: &Platform,
    caller: Caller,
    event: &events::Event,
    typed: &RepeatTyped,
    reader: &Reader,
) -> Result<PreviewShown, ApiError> {
    let rule = repeat::rule_of(typed, event)?;
    let dates = events::preview_dates(platform, caller, event.id, &rule.to_string(), &[]).await?;
    let shown = dates.into_iter().map(|at| DateOfRule {
        day: Day::of(at, &event.time_zone).to_string(),
        when: show::short(at, &event.time_zone, reader),
    });
    Ok(PreviewShown {
        words: repeat::words_of(&rule, event.starts_at, &event.time_zone, reader),
        rule: rule.to_string(),
        dates: shown.collect(),
    })
}
