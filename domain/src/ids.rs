//! One type per kind of id, so that a session can never be passed where a user is meant.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// A person with an account.
    UserId
    /// One sign-in on one device; `sid` in the access token.
    SessionId
    /// One entry of the journal, and the message made of it.
    EntryId
    /// A picture somebody uploaded.
    PictureId
    /// A notice inside the product.
    NoticeId
    /// A browser that shows notices although Foyer is not open in it.
    PushDeviceId
    /// A mail kept in the mailbox of the embedded mode.
    MailId
    /// A person's account of credits and refunds.
    PaymentAccountId
    /// One movement on a payment account.
    LedgerEntryId
    /// A club.
    ClubId
    /// A person's place in a club, or their request for one.
    MembershipId
    /// An open invitation to a club.
    InvitationId
    /// Something a club told.
    PostId
    /// A kind of event.
    CategoryId
    /// Something that is put on.
    EventId
    /// Events that come again by a rule.
    SeriesId
    /// A place with seats.
    VenueId
    /// One version of how the seats of a venue are arranged.
    PlanId
    /// A part of a venue.
    SectionId
    /// A row of seats in a section.
    RowId
    /// A seat; it keeps its id in later versions of the plan.
    SeatId
    /// Something one can buy for an event.
    TicketTypeId
    /// A session of an event; a `SessionId` is a sign-in.
    AgendaItemId
    /// What several kinds of ticket share.
    SharedQuotaId
    /// A code that takes something off.
    PromotionId
}
