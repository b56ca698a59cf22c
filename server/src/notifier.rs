//! What happens after something happened: one message in, its effects out. Each effect is a consumer of its own with
//! its own line in the ledger, so that one that failed is tried again without repeating the others.

mod accounts;
mod letter;
mod letters;
mod mailer;

use domain::events::{keep_club_name, keep_venue_name};
use domain::message::{Envelope, Message};
use domain::notifications::tell_about_club;
use domain::outcome::{Failure, Outcome};
use domain::platform::Platform;

use crate::settings::Settings;
use crate::startup;

pub use letter::{Letter, RenderedLetter};
pub use letters::one_of_each_letter;
pub use mailer::{Mailer, OutgoingMail, SendError, is_sender};

/// What the transport should do with a message now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Done,
    RetryLater,
    GiveUp,
}

#[derive(Clone)]
pub struct Notifier {
    platform: Platform,
    mailer: Mailer,
    public_url: String,
    site_name: String,
}

impl Notifier {
    pub fn from_settings(platform: &Platform, settings: &Settings) -> Result<Self, String> {
        let mailer = Mailer::from_settings(platform, settings)?;
        Ok(Self::new(platform.clone(), mailer, &settings.public_url, &settings.site_name))
    }

    pub fn new(platform: Platform, mailer: Mailer, public_url: &str, site_name: &str) -> Self {
        Self { platform, mailer, public_url: public_url.into(), site_name: site_name.into() }
    }

    /// Everything this message asks for. Safe to call again with the same one.
    #[expect(clippy::too_many_lines, reason = "every message has its line, so that none is forgotten")]
    pub async fn handle(&self, envelope: &Envelope) -> Verdict {
        let done = match &envelope.message {
            Message::UserCreated { user_id } => accounts::welcome(self, envelope, *user_id).await,
            Message::UserVerificationRequested { user_id } => accounts::send_link_again(self, envelope, *user_id).await,
            Message::UserEmailChangeRequested { user_id } => {
                accounts::confirm_new_email(self, envelope, *user_id).await
            }
            Message::UserPasswordResetRequested { user_id: Some(user_id) } => {
                accounts::send_reset_link(self, envelope, *user_id).await
            }
            Message::UserPasswordChanged { user_id } => accounts::tell_password_changed(self, envelope, *user_id).await,
            Message::UserEmailVerified { user_id } => accounts::tell_email_confirmed(self, envelope, *user_id).await,
            Message::SessionTokenReused { user_id, .. } => {
                accounts::tell_sign_in_stolen(self, envelope, *user_id).await
            }
            Message::UserRoleChanged { user_id, .. } => accounts::tell_role_changed(self, envelope, *user_id).await,
            Message::ClubApproved { .. }
            | Message::ClubRejected { .. }
            | Message::MemberAdded { .. }
            | Message::MemberRequested { .. }
            | Message::MemberDeclined { .. }
            | Message::MemberRoleChanged { .. } => {
                tell_about_club(&self.platform, envelope).await.map(|()| Verdict::Done)
            }
            Message::ClubEdited { club_id } | Message::ClubDeleted { club_id } => {
                keep_club_name(&self.platform, *club_id).await.map(|()| Verdict::Done)
            }
            Message::VenueEdited { venue_id } => {
                keep_venue_name(&self.platform, *venue_id).await.map(|()| Verdict::Done)
            }
            Message::UserPasswordResetRequested { user_id: None }
            | Message::UserProfileEdited { .. }
            | Message::UserPreferencesEdited { .. }
            | Message::UserSuspended { .. }
            | Message::UserReinstated { .. }
            | Message::SessionStarted { .. }
            | Message::SessionEnded { .. }
            | Message::PushDeviceAdded { .. }
            | Message::PushDeviceRemoved { .. }
            | Message::PaymentAccountOpened { .. }
            | Message::ClubCreated { .. }
            | Message::ClubResubmitted { .. }
            | Message::MemberRequestWithdrawn { .. }
            | Message::MemberRemoved { .. }
            | Message::MemberInvited { .. }
            | Message::InvitationWithdrawn { .. }
            | Message::ClubPostPublished { .. }
            | Message::ClubPostEdited { .. }
            | Message::ClubPostRemoved { .. }
            | Message::CategoryCreated { .. }
            | Message::CategoryEdited { .. }
            | Message::CategoryDeleted { .. }
            | Message::EventCreated { .. }
            | Message::EventUpdated { .. }
            | Message::EventPublished { .. }
            | Message::EventCancelled { .. }
            | Message::EventDeleted { .. }
            | Message::SeriesCreated { .. }
            | Message::SeriesUpdated { .. }
            | Message::TicketTypeCreated { .. }
            | Message::TicketTypeUpdated { .. }
            | Message::TicketTypeDeleted { .. }
            | Message::SharedQuotaCreated { .. }
            | Message::SharedQuotaUpdated { .. }
            | Message::SharedQuotaDeleted { .. }
            | Message::EventSessionCreated { .. }
            | Message::EventSessionUpdated { .. }
            | Message::EventSessionDeleted { .. }
            | Message::VenueCreated { .. }
            | Message::VenueDeleted { .. }
            | Message::PlanSaved { .. }
            | Message::PromotionCreated { .. }
            | Message::PromotionUpdated { .. }
            | Message::PromotionDeleted { .. } => Ok(Verdict::Done),
        };
        judge(envelope, done)
    }
}

/// A fault is worth another try; a refusal will not change its mind.
fn judge(envelope: &Envelope, done: Outcome<Verdict>) -> Verdict {
    match done {
        Ok(verdict) => verdict,
        Err(failure) => {
            let (message, kind, reason) = (envelope.id, envelope.message.name(), startup::explain(&failure));
            tracing::error!(%message, kind, reason, "a message could not be handled");
            match failure {
                Failure::Fault(_) => Verdict::RetryLater,
                Failure::Refused(_) => Verdict::GiveUp,
            }
        }
    }
}
