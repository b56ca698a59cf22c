use domain::accounts::Language;
use domain::notifications::KeptMail;
use domain::time::{Moment, Timestamp, show_moment};

use super::MailShown;

pub fn mail(mail: KeptMail) -> MailShown {
    MailShown {
        id: mail.id,
        recipient: mail.recipient,
        subject: mail.subject,
        text_body: mail.text_body,
        html_body: mail.html_body,
        at: at(mail.kept_at),
    }
}

/// The mailbox is nobody's own: its times are in nobody's zone.
pub fn at(time: Timestamp) -> Moment {
    show_moment(time, "UTC", Language::English)
}
