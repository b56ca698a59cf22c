//! A person changes what they chose.

use super::caller::Caller;
use crate::accounts::store::preferences;
use crate::accounts::{Language, Preferences, PreferencesEdit, Theme};
use crate::ids::UserId;
use crate::journal;
use crate::message::Message;
use crate::money::{Currency, parse_currency};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;
use crate::time::parse_zone;

pub async fn edit_preferences(platform: &Platform, caller: Caller, edit: PreferencesEdit) -> Outcome<Preferences> {
    let parsed = parse(edit)?;
    platform.change((caller.user_id, parsed), |tx, (user_id, parsed)| Box::pin(apply(tx, *user_id, parsed))).await
}

struct ParsedEdit {
    language: Option<Language>,
    time_zone: Option<String>,
    currency: Option<Currency>,
    theme: Option<Theme>,
    rest: PreferencesEdit,
}

fn parse(edit: PreferencesEdit) -> Result<ParsedEdit, Refusal> {
    let mut problems = Problems::default();
    let parsed = ParsedEdit {
        language: edit.language.as_deref().and_then(|raw| problems.check("language", Language::parse(raw))),
        time_zone: edit.time_zone.as_deref().and_then(|raw| problems.check("time_zone", parse_zone(raw))),
        currency: edit.currency.as_deref().and_then(|raw| problems.check("currency", parse_currency(raw))),
        theme: edit.theme.as_deref().and_then(|raw| problems.check("theme", Theme::parse(raw))),
        rest: edit,
    };
    problems.into_result()?;
    Ok(parsed)
}

async fn apply(tx: &mut Tx, user_id: UserId, edit: &ParsedEdit) -> Outcome<Preferences> {
    let before = preferences::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
    if edit.rest.version.is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let after = Preferences {
        language: edit.language.unwrap_or(before.language),
        time_zone: edit.time_zone.clone().unwrap_or_else(|| before.time_zone.clone()),
        currency: edit.currency.unwrap_or(before.currency),
        theme: edit.theme.unwrap_or(before.theme),
        choices: edit.rest.apply_to(before.choices),
        version: before.version,
    };
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if after == before {
        return Ok(before);
    }
    if !preferences::update(tx, user_id, &after).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    journal::record(tx, Some(user_id), Message::UserPreferencesEdited { user_id }).await?;
    Ok(Preferences { version: before.version + 1, ..after })
}
