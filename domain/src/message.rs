//! Everything that happens and matters to somebody: the kinds of journal entry, which are also the messages that
//! other systems hear. They carry ids and public facts only; whoever needs more reloads it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::accounts::Role;
use crate::clubs::ClubRole;
use crate::ids::{
    AgendaItemId, CategoryId, ClubId, EntryId, EventId, InvitationId, PaymentAccountId, PlanId, PostId, PromotionId,
    PushDeviceId, SeriesId, SessionId, SharedQuotaId, TicketTypeId, UserId, VenueId,
};
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum Message {
    UserCreated { user_id: UserId },
    UserEmailVerified { user_id: UserId },
    UserEmailChangeRequested { user_id: UserId },
    UserVerificationRequested { user_id: UserId },
    UserPasswordResetRequested { user_id: Option<UserId> },
    UserPasswordChanged { user_id: UserId },
    UserProfileEdited { user_id: UserId },
    UserPreferencesEdited { user_id: UserId },
    UserRoleChanged { user_id: UserId, role: Role },
    UserSuspended { user_id: UserId },
    UserReinstated { user_id: UserId },
    SessionStarted { user_id: UserId, session_id: SessionId },
    SessionEnded { user_id: UserId, session_id: SessionId },
    SessionTokenReused { user_id: UserId, session_id: SessionId },
    PushDeviceAdded { user_id: UserId, push_device_id: PushDeviceId },
    PushDeviceRemoved { user_id: UserId, push_device_id: PushDeviceId },
    PaymentAccountOpened { payment_account_id: PaymentAccountId, user_id: UserId },
    ClubCreated { club_id: ClubId, user_id: UserId },
    ClubEdited { club_id: ClubId },
    ClubResubmitted { club_id: ClubId },
    ClubApproved { club_id: ClubId },
    ClubRejected { club_id: ClubId },
    ClubDeleted { club_id: ClubId },
    MemberAdded { club_id: ClubId, user_id: UserId },
    MemberRequested { club_id: ClubId, user_id: UserId },
    MemberRequestWithdrawn { club_id: ClubId, user_id: UserId },
    MemberDeclined { club_id: ClubId, user_id: UserId },
    MemberRemoved { club_id: ClubId, user_id: UserId },
    MemberRoleChanged { club_id: ClubId, user_id: UserId, role: ClubRole },
    MemberInvited { club_id: ClubId, invitation_id: InvitationId },
    InvitationWithdrawn { club_id: ClubId, invitation_id: InvitationId },
    ClubPostPublished { club_id: ClubId, post_id: PostId },
    ClubPostEdited { club_id: ClubId, post_id: PostId },
    ClubPostRemoved { club_id: ClubId, post_id: PostId },
    CategoryCreated { category_id: CategoryId },
    CategoryEdited { category_id: CategoryId },
    CategoryDeleted { category_id: CategoryId },
    EventCreated { event_id: EventId, user_id: UserId },
    EventUpdated { event_id: EventId },
    EventPublished { event_id: EventId },
    EventCancelled { event_id: EventId },
    EventDeleted { event_id: EventId },
    SeriesCreated { series_id: SeriesId, event_id: EventId, user_id: UserId },
    SeriesUpdated { series_id: SeriesId },
    TicketTypeCreated { event_id: EventId, ticket_type_id: TicketTypeId },
    TicketTypeUpdated { event_id: EventId, ticket_type_id: TicketTypeId },
    TicketTypeDeleted { event_id: EventId, ticket_type_id: TicketTypeId },
    SharedQuotaCreated { event_id: EventId, shared_quota_id: SharedQuotaId },
    SharedQuotaUpdated { event_id: EventId, shared_quota_id: SharedQuotaId },
    SharedQuotaDeleted { event_id: EventId, shared_quota_id: SharedQuotaId },
    EventSessionCreated { event_id: EventId, session_id: AgendaItemId },
    EventSessionUpdated { event_id: EventId, session_id: AgendaItemId },
    EventSessionDeleted { event_id: EventId, session_id: AgendaItemId },
    VenueCreated { venue_id: VenueId, user_id: UserId },
    VenueEdited { venue_id: VenueId },
    VenueDeleted { venue_id: VenueId },
    PlanSaved { venue_id: VenueId, plan_id: PlanId },
    PromotionCreated { promotion_id: PromotionId, event_id: Option<EventId> },
    PromotionUpdated { promotion_id: PromotionId, event_id: Option<EventId> },
    PromotionDeleted { promotion_id: PromotionId, event_id: Option<EventId> },
}

impl Message {
    /// The name on the wire, `noun_verb`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::UserCreated { .. } => "user_created",
            Self::UserEmailVerified { .. } => "user_email_verified",
            Self::UserEmailChangeRequested { .. } => "user_email_change_requested",
            Self::UserVerificationRequested { .. } => "user_verification_requested",
            Self::UserPasswordResetRequested { .. } => "user_password_reset_requested",
            Self::UserPasswordChanged { .. } => "user_password_changed",
            Self::UserProfileEdited { .. } => "user_profile_edited",
            Self::UserPreferencesEdited { .. } => "user_preferences_edited",
            Self::UserRoleChanged { .. } => "user_role_changed",
            Self::UserSuspended { .. } => "user_suspended",
            Self::UserReinstated { .. } => "user_reinstated",
            Self::SessionStarted { .. } => "session_started",
            Self::SessionEnded { .. } => "session_ended",
            Self::SessionTokenReused { .. } => "session_token_reused",
            Self::PushDeviceAdded { .. } => "push_device_added",
            Self::PushDeviceRemoved { .. } => "push_device_removed",
            Self::PaymentAccountOpened { .. } => "payment_account_opened",
            Self::ClubCreated { .. } => "club_created",
            Self::ClubEdited { .. } => "club_edited",
            Self::ClubResubmitted { .. } => "club_resubmitted",
            Self::ClubApproved { .. } => "club_approved",
            Self::ClubRejected { .. } => "club_rejected",
            Self::ClubDeleted { .. } => "club_deleted",
            Self::MemberAdded { .. } => "member_added",
            Self::MemberRequested { .. } => "member_requested",
            Self::MemberRequestWithdrawn { .. } => "member_request_withdrawn",
            Self::MemberDeclined { .. } => "member_declined",
            Self::MemberRemoved { .. } => "member_removed",
            Self::MemberRoleChanged { .. } => "member_role_changed",
            Self::MemberInvited { .. } => "member_invited",
            Self::InvitationWithdrawn { .. } => "invitation_withdrawn",
            Self::ClubPostPublished { .. } => "club_post_published",
            Self::ClubPostEdited { .. } => "club_post_edited",
            Self::ClubPostRemoved { .. } => "club_post_removed",
            Self::CategoryCreated { .. } => "category_created",
            Self::CategoryEdited { .. } => "category_edited",
            Self::CategoryDeleted { .. } => "category_deleted",
            Self::EventCreated { .. } => "event_created",
            Self::EventUpdated { .. } => "event_updated",
            Self::EventPublished { .. } => "event_published",
            Self::EventCancelled { .. } => "event_cancelled",
            Self::EventDeleted { .. } => "event_deleted",
            Self::SeriesCreated { .. } => "series_created",
            Self::SeriesUpdated { .. } => "series_updated",
            Self::TicketTypeCreated { .. } => "ticket_type_created",
            Self::TicketTypeUpdated { .. } => "ticket_type_updated",
            Self::TicketTypeDeleted { .. } => "ticket_type_deleted",
            Self::SharedQuotaCreated { .. } => "shared_quota_created",
            Self::SharedQuotaUpdated { .. } => "shared_quota_updated",
            Self::SharedQuotaDeleted { .. } => "shared_quota_deleted",
            Self::EventSessionCreated { .. } => "event_session_created",
            Self::EventSessionUpdated { .. } => "event_session_updated",
            Self::EventSessionDeleted { .. } => "event_session_deleted",
            Self::VenueCreated { .. } => "venue_created",
            Self::VenueEdited { .. } => "venue_edited",
            Self::VenueDeleted { .. } => "venue_deleted",
            Self::PlanSaved { .. } => "plan_saved",
            Self::PromotionCreated { .. } => "promotion_created",
            Self::PromotionUpdated { .. } => "promotion_updated",
            Self::PromotionDeleted { .. } => "promotion_deleted",
        }
    }

    /// Raised when the fields of a type change in a way that readers must know of.
    pub fn version(&self) -> i32 {
        1
    }

    /// `noun.verb`, so that a queue can be bound to a noun.
    pub fn routing_key(&self) -> String {
        self.name().replacen('_', ".", 1)
    }

    /// The thing it is about: messages about one thing keep their order.
    pub fn subject(&self) -> Option<uuid::Uuid> {
        match self {
            Self::UserCreated { user_id }
            | Self::UserEmailVerified { user_id }
            | Self::UserEmailChangeRequested { user_id }
            | Self::UserVerificationRequested { user_id }
            | Self::UserPasswordChanged { user_id }
            | Self::UserProfileEdited { user_id }
            | Self::UserPreferencesEdited { user_id }
            | Self::UserRoleChanged { user_id, .. }
            | Self::UserSuspended { user_id }
            | Self::UserReinstated { user_id }
            | Self::SessionStarted { user_id, .. }
            | Self::SessionEnded { user_id, .. }
            | Self::SessionTokenReused { user_id, .. }
            | Self::PushDeviceAdded { user_id, .. }
            | Self::PushDeviceRemoved { user_id, .. } => Some(user_id.0),
            Self::UserPasswordResetRequested { user_id } => user_id.map(|id| id.0),
            Self::PaymentAccountOpened { payment_account_id, .. } => Some(payment_account_id.0),
            Self::ClubCreated { club_id, .. }
            | Self::ClubEdited { club_id }
            | Self::ClubResubmitted { club_id }
            | Self::ClubApproved { club_id }
            | Self::ClubRejected { club_id }
            | Self::ClubDeleted { club_id }
            | Self::MemberAdded { club_id, .. }
            | Self::MemberRequested { club_id, .. }
            | Self::MemberRequestWithdrawn { club_id, .. }
            | Self::MemberDeclined { club_id, .. }
            | Self::MemberRemoved { club_id, .. }
            | Self::MemberRoleChanged { club_id, .. }
            | Self::MemberInvited { club_id, .. }
            | Self::InvitationWithdrawn { club_id, .. }
            | Self::ClubPostPublished { club_id, .. }
            | Self::ClubPostEdited { club_id, .. }
            | Self::ClubPostRemoved { club_id, .. } => Some(club_id.0),
            Self::CategoryCreated { category_id }
            | Self::CategoryEdited { category_id }
            | Self::CategoryDeleted { category_id } => Some(category_id.0),
            Self::EventCreated { event_id, .. }
            | Self::EventUpdated { event_id }
            | Self::EventPublished { event_id }
            | Self::EventCancelled { event_id }
            | Self::EventDeleted { event_id }
            | Self::TicketTypeCreated { event_id, .. }
            | Self::TicketTypeUpdated { event_id, .. }
            | Self::TicketTypeDeleted { event_id, .. }
            | Self::SharedQuotaCreated { event_id, .. }
            | Self::SharedQuotaUpdated { event_id, .. }
            | Self::SharedQuotaDeleted { event_id, .. }
            | Self::EventSessionCreated { event_id, .. }
            | Self::EventSessionUpdated { event_id, .. }
            | Self::EventSessionDeleted { event_id, .. } => Some(event_id.0),
            Self::SeriesCreated { series_id, .. } | Self::SeriesUpdated { series_id } => Some(series_id.0),
            Self::VenueCreated { venue_id, .. }
            | Self::VenueEdited { venue_id }
            | Self::VenueDeleted { venue_id }
            | Self::PlanSaved { venue_id, .. } => Some(venue_id.0),
            Self::PromotionCreated { promotion_id, .. }
            | Self::PromotionUpdated { promotion_id, .. }
            | Self::PromotionDeleted { promotion_id, .. } => Some(promotion_id.0),
        }
    }

    pub fn data(&self) -> Value {
        match serde_json::to_value(self) {
            Ok(Value::Object(mut fields)) => fields.remove("data").unwrap_or_else(|| json!({})),
            _ => json!({}),
        }
    }

    pub fn from_parts(name: &str, data: &Value) -> Option<Self> {
        serde_json::from_value(json!({ "type": name, "data": data })).ok()
    }
}

/// A message as it travels: what happened, with its own id and time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    pub id: EntryId,
    #[serde(flatten)]
    pub message: Message,
    pub version: i32,
    pub occurred_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::{Envelope, Message};
    use crate::accounts::Role;
    use crate::ids::{EntryId, UserId};
    use crate::time::Timestamp;
    use uuid::Uuid;

    #[test]
    fn a_message_travels_in_the_form_the_contract_names() {
        let message = Message::UserRoleChanged { user_id: UserId(Uuid::from_u128(7)), role: Role::Organizer };
        assert_eq!(message.routing_key(), "user.role_changed");
        let envelope = Envelope {
            id: EntryId(Uuid::from_u128(1)),
            message,
            version: 1,
            occurred_at: Timestamp::from_seconds(1_795_284_000),
        };
        let json = serde_json::to_value(&envelope).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "id": "00000000-0000-0000-0000-000000000001",
                "type": "user_role_changed",
                "version": 1,
                "occurred_at": "2026-11-21T18:00:00Z",
                "data": {"user_id": "00000000-0000-0000-0000-000000000007", "role": "organizer"},
            })
        );
        assert_eq!(serde_json::from_value::<Envelope>(json).unwrap(), envelope);
    }
}
