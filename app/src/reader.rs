//! Whoever reads the page: in which zone and language times are written for them.

use domain::accounts::{Caller, Language, see_preferences};
use domain::platform::Platform;
use domain::time::{Moment, Timestamp, show_date, show_moment};

use crate::api_error::ApiError;

pub struct Reader {
    zone: String,
    language: Language,
}

impl Reader {
    /// Nobody knows where a visitor is; their times say that they are UTC.
    pub async fn of(platform: &Platform, caller: Option<Caller>) -> Result<Self, ApiError> {
        let Some(caller) = caller else {
            return Ok(Self { zone: "UTC".into(), language: Language::English });
        };
        let preferences = see_preferences(platform, caller).await?;
        Ok(Self { zone: preferences.time_zone, language: preferences.language })
    }

    pub fn moment(&self, at: Timestamp) -> Moment {
        show_moment(at, &self.zone, self.language)
    }

    pub fn date(&self, at: Timestamp) -> Moment {
        show_date(at, &self.zone, self.language)
    }
}
