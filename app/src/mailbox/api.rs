//! The server functions of the mailbox page. Where mail is really sent there is no mailbox, and these find nothing.

#[cfg(feature = "ssr")]
mod show;

use domain::ids::MailId;
use domain::time::Moment;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api_error::ApiError;

#[cfg(feature = "ssr")]
use crate::caller::platform;
#[cfg(feature = "ssr")]
use crate::site::Site;
#[cfg(feature = "ssr")]
use domain::notifications::{list_mails, see_mail};
#[cfg(feature = "ssr")]
use domain::refusal::Refusal;
#[cfg(feature = "ssr")]
use show::{at, mail as show};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailShown {
    pub id: MailId,
    pub recipient: String,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
    pub at: Moment,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailboxShown {
    pub mails: Vec<MailLine>,
    pub open: Option<MailShown>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailLine {
    pub id: MailId,
    pub recipient: String,
    pub subject: String,
    pub at: Moment,
}

/// The list, and the mail that is open: the newest when none is named.
#[server(prefix = "/api/fn", endpoint = "mailbox/load_mailbox")]
pub async fn load_mailbox(#[server(default)] mail_id: String) -> Result<MailboxShown, ApiError> {
    if !use_context::<Site>().is_some_and(|site| site.has_mailbox) {
        return Err(Refusal::NotFound.into());
    }
    let platform = platform()?;
    let mails = list_mails(&platform, None).await?;
    let open = match mail_id.parse::<MailId>() {
        Ok(id) => Some(see_mail(&platform, id).await?),
        Err(_) if mail_id.is_empty() => mails.first().cloned(),
        Err(_) => return Err(Refusal::NotFound.into()),
    };
    let lines = mails
        .into_iter()
        .map(|mail| MailLine { id: mail.id, recipient: mail.recipient, subject: mail.subject, at: at(mail.kept_at) })
        .collect();
    Ok(MailboxShown { mails: lines, open: open.map(show) })
}
