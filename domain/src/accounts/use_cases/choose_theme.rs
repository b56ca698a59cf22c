//! A person chooses light or dark, from the menu of any page. No new version of their preferences: the form that may
//! be open beside it does not carry the theme.

use super::caller::Caller;
use crate::accounts::Theme;
use crate::accounts::store::preferences;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::FieldProblem;

pub async fn choose_theme(platform: &Platform, caller: Caller, theme: &str) -> Outcome<Theme> {
    let theme = Theme::parse(theme).map_err(|why| FieldProblem::refuse("theme", why))?;
    platform
        .change((caller.user_id, theme), |tx, (user_id, theme)| {
            Box::pin(async move {
                let (user_id, theme) = (*user_id, *theme);
                if preferences::set_theme(tx, user_id, theme).await? {
                    journal::record(tx, Some(user_id), Message::UserPreferencesEdited { user_id }).await?;
                }
                Ok(theme)
            })
        })
        .await
}
