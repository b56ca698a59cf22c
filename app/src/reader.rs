//! Whoever reads the page: in which zone and language times are written for them.

use domain::accounts::{Caller, Language, Preferences, see_preferences};
use domain::money::Currency;
use domain::platform::Platform;
use domain::time::{Day, Moment, Timestamp, show_date, show_day, show_moment};

use crate::api_error::ApiError;

#[derive(Default)]
pub struct Reader {
    zone: Option<String>,
    language: Language,
    currency: Option<Currency>,
}

impl Reader {
    /// Nobody knows where a visitor is; their times say that they are UTC.
    pub async fn of(platform: &Platform, caller: Option<Caller>) -> Result<Self, ApiError> {
        let Some(caller) = caller else {
            return Ok(Self::default());
        };
        Ok(Self::with(&see_preferences(platform, caller).await?))
    }

    pub fn with(preferences: &Preferences) -> Self {
        Self {
            zone: Some(preferences.time_zone.clone()),
            language: preferences.language,
            currency: Some(preferences.currency),
        }
    }

    /// Where they are, if they said so.
    pub fn home(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// By whose clocks they read a calendar.
    pub fn zone(&self) -> &str {
        self.home().unwrap_or("UTC")
    }

    /// What they think of prices in.
    pub fn currency(&self) -> Currency {
        self.currency.unwrap_or(Currency::Eur)
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn moment(&self, at: Timestamp) -> Moment {
        show_moment(at, self.zone(), self.language)
    }

    /// A day of the calendar, wherever one is.
    pub fn day(&self, day: Day) -> String {
        show_day(day.start("UTC"), "UTC", self.language)
    }

    pub fn date(&self, at: Timestamp) -> Moment {
        show_date(at, self.zone(), self.language)
    }
}
