//! What comes every week: a series, with a week in which it does not take place and one that is smaller.

use domain::accounts::Caller;
use domain::edit::Edit;
use domain::events::{EventEdit, edit_event, publish_series, repeat_event};
use domain::ids::EventId;
use domain::outcome::Outcome;
use domain::platform::Platform;
use domain::time::Day;

use super::programme::Weekly;

impl Weekly {
    pub fn first_after(self, today: Day) -> Day {
        let tomorrow = today.plus(1);
        tomorrow.plus((self.weekday - tomorrow.weekday()).rem_euclid(7))
    }

    pub async fn come_again(self, platform: &Platform, owner: Caller, first: EventId, day: Day) -> Outcome<()> {
        let week = |weeks: i64| day.plus(weeks * 7).to_string();
        let rule = format!("FREQ=WEEKLY;COUNT={}", self.times);
        let dates = repeat_event(platform, owner, first, &rule, &[week(self.without)]).await?;
        let small = week(self.small);
        for date in dates.items.iter().filter(|date| date.day == small) {
            let edit = EventEdit { capacity: Edit::Set(self.places), ..Default::default() };
            edit_event(platform, owner, date.id, edit).await?;
        }
        publish_series(platform, owner, first).await?;
        Ok(())
    }
}
