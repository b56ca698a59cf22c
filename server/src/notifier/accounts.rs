//! What follows from what happens to accounts.

use domain::accounts::{MailPurpose, Recipient, issue_mail_link, load_recipient};
use domain::ids::UserId;
use domain::message::Envelope;
use domain::notifications::{NoticeKind, ledger, post_notice};
use domain::outcome::{Fault, Outcome};
use domain::payments::open_payment_account;

use super::letter::Letter;
use super::mailer::{OutgoingMail, SendError};
use super::{Notifier, Verdict, letters};

const MAIL: &str = "mail";

/// Everything a new person gets: a payment account, a notice, and a mail to confirm their address.
pub async fn welcome(notifier: &Notifier, envelope: &Envelope, user_id: UserId) -> Outcome<Verdict> {
    open_payment_account(&notifier.platform, envelope.id, user_id).await?;
    post_notice(&notifier.platform, envelope.id, user_id, NoticeKind::Welcome).await?;
    send_verification(notifier, envelope, user_id, letters::welcome).await
}

pub async fn send_link_again(notifier: &Notifier, envelope: &Envelope, user_id: UserId) -> Outcome<Verdict> {
    send_verification(notifier, envelope, user_id, letters::confirm_address).await
}

/// The link goes to the new address, a warning to the old one: its owner may not be the one who asked.
pub async fn confirm_new_email(notifier: &Notifier, envelope: &Envelope, user_id: UserId) -> Outcome<Verdict> {
    let warned = mail(notifier, envelope, user_id, "mail.warning", letters::address_is_changing).await?;
    let asked = send_verification(notifier, envelope, user_id, letters::confirm_address).await?;
    Ok(worse(warned, asked))
}

pub async fn send_reset_link(notifier: &Notifier, envelope: &Envelope, user_id: UserId) -> Outcome<Verdict> {
    send_link(notifier, envelope, user_id, MailPurpose::ResetPassword, letters::reset_password).await
}

pub async fn tell_password_changed(notifier: &Notifier, envelope: &Envelope, user_id: UserId) -> Outcome<Verdict> {
    post_notice(&notifier.platform, envelope.id, user_id, NoticeKind::PasswordChanged).await?;
    mail(notifier, envelope, user_id, MAIL, letters::password_changed).await
}

pub async fn tell_email_confirmed(notifier: &Notifier, envelope: &Envelope, user_id: UserId) -> Outcome<Verdict> {
    post_notice(&notifier.platform, envelope.id, user_id, NoticeKind::EmailConfirmed).await?;
    Ok(Verdict::Done)
}

pub async fn tell_sign_in_stolen(notifier: &Notifier, envelope: &Envelope, user_id: UserId) -> Outcome<Verdict> {
    post_notice(&notifier.platform, envelope.id, user_id, NoticeKind::SignInStolen).await?;
    mail(notifier, envelope, user_id, MAIL, letters::sign_in_stolen).await
}

pub async fn tell_role_changed(notifier: &Notifier, envelope: &Envelope, user_id: UserId) -> Outcome<Verdict> {
    post_notice(&notifier.platform, envelope.id, user_id, NoticeKind::RoleChanged).await?;
    Ok(Verdict::Done)
}

type WriteWithLink = fn(&Recipient, &str) -> Letter;
type Write = fn(&Recipient, &str) -> Letter;

async fn send_verification(
    notifier: &Notifier,
    envelope: &Envelope,
    user_id: UserId,
    write: WriteWithLink,
) -> Outcome<Verdict> {
    send_link(notifier, envelope, user_id, MailPurpose::VerifyEmail, write).await
}

async fn send_link(
    notifier: &Notifier,
    envelope: &Envelope,
    user_id: UserId,
    purpose: MailPurpose,
    write: WriteWithLink,
) -> Outcome<Verdict> {
    let platform = &notifier.platform;
    if ledger::is_consumed(platform, MAIL, envelope.id).await? {
        return Ok(Verdict::Done);
    }
    let Some(mut recipient) = load_recipient(platform, user_id).await? else { return Ok(Verdict::Done) };
    let Some(link) = issue_mail_link(platform, user_id, purpose).await? else { return Ok(Verdict::Done) };
    recipient.email = link.email;
    let path = match purpose {
        MailPurpose::VerifyEmail => "verify-email",
        MailPurpose::ResetPassword => "reset-password",
    };
    let url = format!("{}/{path}?token={}", notifier.public_url, link.token);
    let letter = write(&recipient, &url);
    send(notifier, envelope, &recipient, MAIL, &letter).await
}

async fn mail(
    notifier: &Notifier,
    envelope: &Envelope,
    user_id: UserId,
    consumer: &'static str,
    write: Write,
) -> Outcome<Verdict> {
    let platform = &notifier.platform;
    if ledger::is_consumed(platform, consumer, envelope.id).await? {
        return Ok(Verdict::Done);
    }
    let Some(recipient) = load_recipient(platform, user_id).await? else { return Ok(Verdict::Done) };
    let letter = write(&recipient, &notifier.public_url);
    send(notifier, envelope, &recipient, consumer, &letter).await
}

/// Hands the mail over, then notes it. A crash between the two is the one moment that can repeat a mail; its
/// message id stays the same, so that a mailbox can tell.
async fn send(
    notifier: &Notifier,
    envelope: &Envelope,
    recipient: &Recipient,
    consumer: &'static str,
    letter: &Letter,
) -> Outcome<Verdict> {
    let rendered = letter
        .render(&notifier.site_name, &notifier.public_url)
        .map_err(|error| Fault::because("a mail could not be written", error))?;
    let outgoing =
        OutgoingMail { message_id: format!("{consumer}.{}", envelope.id), to: recipient.email.clone(), rendered };
    let (message, to) = (envelope.id, recipient.email.masked());
    let (verdict, noted) = match notifier.mailer.send(outgoing).await {
        Ok(()) => (Verdict::Done, ledger::DONE.to_owned()),
        Err(SendError::Permanent(why)) => {
            tracing::warn!(%message, to, why, "a mail was refused for good");
            (Verdict::GiveUp, format!("refused: {why}"))
        }
        Err(SendError::Temporary(why)) => {
            tracing::warn!(%message, to, why, "a mail could not be handed over yet");
            return Ok(Verdict::RetryLater);
        }
    };
    ledger::note_consumed(&notifier.platform, consumer, envelope.id, noted).await?;
    Ok(verdict)
}

fn worse(one: Verdict, other: Verdict) -> Verdict {
    match (one, other) {
        (Verdict::RetryLater, _) | (_, Verdict::RetryLater) => Verdict::RetryLater,
        (Verdict::GiveUp, _) | (_, Verdict::GiveUp) => Verdict::GiveUp,
        (Verdict::Done, Verdict::Done) => Verdict::Done,
    }
}
