//! Clubs: founded by anybody, approved by admins, run by their owner and officers. Who belongs to them and as what,
//! whom they invite, and what they tell.

mod club;
mod membership;
mod post;
mod standing;
mod views;

pub use club::{
    CLUB_DESCRIPTION_MAX_CHARS, CLUB_NAME_MAX_CHARS, CLUB_NAME_MIN_CHARS, ClubEdit, ClubStatus, Founding, HUE_MAX,
    JoinPolicy, MembersVisible, PENDING_CLUBS_MAX, REJECTION_REASON_MAX_CHARS, parse_club_description, parse_club_name,
    parse_hue, parse_rejection_reason,
};
pub use membership::{ClubRole, INVITATIONS_OPEN_MAX, JOIN_MESSAGE_MAX_CHARS, MemberStatus, parse_join_message};
pub use post::{POST_BODY_MAX_CHARS, POST_TITLE_MAX_CHARS, PostDraft, PostEdit, parse_post_body, parse_post_title};
pub use standing::Standing;
pub use views::{Club, ClubSummary, InvitationView, MemberView, Membership, PostAuthor, PostView};

#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod use_cases;
#[cfg(feature = "server")]
pub use use_cases::*;
