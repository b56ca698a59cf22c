//! Handing mails over: to an SMTP server, or to the mailbox of an install that runs alone.

use std::time::Duration;

use domain::accounts::Email;
use domain::notifications::{NewMail, keep_mail};
use domain::platform::Platform;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::letter::RenderedLetter;
use crate::settings::Settings;
use crate::startup;

const SMTP_TIMEOUT: Duration = Duration::from_secs(20);

#[derive(Clone, Debug)]
pub struct OutgoingMail {
    /// Derived from the message it was made for: a repeated mail has the same one.
    pub message_id: String,
    pub to: Email,
    pub rendered: RenderedLetter,
}

#[derive(Debug)]
pub enum SendError {
    /// Trying again may help.
    Temporary(String),
    /// It will not.
    Permanent(String),
}

#[derive(Clone)]
pub enum Mailer {
    Smtp { transport: AsyncSmtpTransport<Tokio1Executor>, from: Mailbox },
    Mailbox(Box<Platform>),
}

impl Mailer {
    pub fn from_settings(platform: &Platform, settings: &Settings) -> Result<Self, String> {
        let Some(url) = &settings.smtp_url else { return Ok(Self::Mailbox(Box::new(platform.clone()))) };
        Self::smtp(url.reveal(), &settings.mail_from)
    }

    pub fn smtp(url: &str, from: &str) -> Result<Self, String> {
        let from = from.parse().map_err(|error| format!("FOYER_MAIL_FROM cannot be used: {error}"))?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| format!("SMTP_URL cannot be used: {error}"))?
            .timeout(Some(SMTP_TIMEOUT))
            .build();
        Ok(Self::Smtp { transport, from })
    }

    pub async fn send(&self, mail: OutgoingMail) -> Result<(), SendError> {
        match self {
            Self::Smtp { transport, from } => {
                let message = compose(from, mail)?;
                transport.send(message).await.map(|_| ()).map_err(|error| {
                    let why = error.to_string();
                    if error.is_permanent() { SendError::Permanent(why) } else { SendError::Temporary(why) }
                })
            }
            Self::Mailbox(platform) => {
                let kept = NewMail {
                    message_id: mail.message_id,
                    recipient: mail.to.as_str().to_owned(),
                    subject: mail.rendered.subject,
                    text_body: mail.rendered.text,
                    html_body: mail.rendered.html,
                };
                keep_mail(platform, kept).await.map_err(|failure| SendError::Temporary(startup::explain(&failure)))
            }
        }
    }
}

/// Tells the programs that answer mails by themselves that nobody reads their answer.
const AUTO_SUBMITTED: (HeaderName, &str) = (HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated");

fn compose(from: &Mailbox, mail: OutgoingMail) -> Result<Message, SendError> {
    let permanent = |why: String| SendError::Permanent(why);
    let to: Mailbox = mail.to.as_str().parse().map_err(|error| permanent(format!("unusable address: {error}")))?;
    let domain = from.email.domain();
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(mail.rendered.subject)
        .message_id(Some(format!("<{}@{domain}>", mail.message_id)))
        .raw_header(HeaderValue::new(AUTO_SUBMITTED.0, AUTO_SUBMITTED.1.to_owned()))
        .multipart(
            MultiPart::alternative()
                .singlepart(part(ContentType::TEXT_PLAIN, mail.rendered.text))
                .singlepart(part(ContentType::TEXT_HTML, mail.rendered.html)),
        )
        .map_err(|error| permanent(error.to_string()))
}

fn part(content_type: ContentType, body: String) -> SinglePart {
    SinglePart::builder().header(content_type).body(body)
}

/// Whether mails can come from there, like `Foyer <tickets@example.org>`.
pub fn is_sender(text: &str) -> bool {
    text.parse::<Mailbox>().is_ok()
}
