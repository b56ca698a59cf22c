//! The mailbox of the embedded mode: mails are kept in the database and shown, so that a site without a mail server
//! can be tried out whole. The message id makes a repeated mail recognisable, as it would be in a real mailbox.

use super::{KeptMail, store};
use crate::ids::MailId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

/// Mails shown at once.
const LISTED_MAX: i64 = 100;

#[derive(Clone, Debug)]
pub struct NewMail {
    pub message_id: String,
    pub recipient: String,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
}

pub async fn keep_mail(platform: &Platform, mail: NewMail) -> Outcome<()> {
    platform.change(mail, |tx, mail| Box::pin(async move { Ok(store::insert_mail(tx, mail).await?) })).await
}

pub async fn list_mails(platform: &Platform, recipient: Option<&str>) -> Outcome<Vec<KeptMail>> {
    let mut tx = platform.read().await?;
    Ok(store::list_mails(&mut tx, recipient.unwrap_or_default(), LISTED_MAX).await?)
}

pub async fn see_mail(platform: &Platform, mail_id: MailId) -> Outcome<KeptMail> {
    let mut tx = platform.read().await?;
    Ok(store::find_mail(&mut tx, mail_id).await?.ok_or(Refusal::NotFound)?)
}
