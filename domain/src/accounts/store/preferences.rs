//! The table `preference`.

use sqlx::types::Json;

use crate::accounts::{Choices, Language, Preferences, Theme};
use crate::ids::UserId;
use crate::money::Currency;
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_optional};

#[derive(sqlx::FromRow)]
struct PreferenceRow {
    language: Language,
    time_zone: String,
    currency: String,
    theme: Theme,
    choices: Json<Choices>,
    version: i64,
}

pub async fn insert(tx: &mut Tx, user_id: UserId, preferences: &Preferences) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query(
            "insert into preference (user_id, language, time_zone, currency, theme, choices)
             values ($1, $2, $3, $4, $5, $6)"
        )
        .bind(user_id)
        .bind(preferences.language)
        .bind(&preferences.time_zone)
        .bind(preferences.currency.code())
        .bind(preferences.theme)
        .bind(Json(preferences.choices))
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, user_id: UserId) -> Result<Option<Preferences>, Fault> {
    let row = fetch_optional!(
        tx,
        sqlx::query_as::<_, PreferenceRow>(
            "select language, time_zone, currency, theme, choices, version from preference where user_id = $1"
        )
        .bind(user_id)
    )?;
    row.map(|row| {
        let currency = Currency::parse(&row.currency)
            .ok_or_else(|| Fault::new(format!("preference of {user_id} has the unknown currency {}", row.currency)))?;
        Ok(Preferences {
            language: row.language,
            time_zone: row.time_zone,
            currency,
            theme: row.theme,
            choices: row.choices.0,
            version: row.version,
        })
    })
    .transpose()
}

/// False when somebody else edited them first.
pub async fn update(tx: &mut Tx, user_id: UserId, new: &Preferences) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update preference
             set language = $1, time_zone = $2, currency = $3, theme = $4, choices = $5, version = version + 1
             where user_id = $6 and version = $7"
        )
        .bind(new.language)
        .bind(&new.time_zone)
        .bind(new.currency.code())
        .bind(new.theme)
        .bind(Json(new.choices))
        .bind(user_id)
        .bind(new.version)
    )?;
    Ok(updated == 1)
}

/// False when it was chosen already.
pub async fn set_theme(tx: &mut Tx, user_id: UserId, theme: Theme) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query("update preference set theme = $1 where user_id = $2 and theme <> $1").bind(theme).bind(user_id)
    )?;
    Ok(updated == 1)
}
