//! What the clubs' pages are given to show: times already in the reader's zone and language.

#[cfg(feature = "ssr")]
pub mod show;

use domain::clubs::{Club, ClubRole, ClubSummary, PostAuthor};
use domain::ids::{ClubId, InvitationId, PictureId, PostId, UserId};
use domain::time::Moment;
use serde::{Deserialize, Serialize};

use crate::events::api_views::EventCardShown;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClubsShown {
    pub clubs: Vec<ClubSummary>,
    pub next_cursor: Option<String>,
    pub total: i64,
    pub signed_in: bool,
    pub may_decide: bool,
}

/// A club and what the reader may do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClubShown {
    pub club: Club,
    pub since: Moment,
    pub can: Rights,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    pub sign_in_first: bool,
    /// Approve and reject.
    pub judge: bool,
    /// Members, invitations, posts.
    pub run: bool,
    /// What the club says about itself.
    pub describe: bool,
    /// Its name, who may join, and whether it exists.
    pub decide: bool,
    pub hand_over: bool,
    pub see_members: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClubPageShown {
    pub shown: ClubShown,
    /// The first few. Nothing where they are not for the reader to see.
    pub members: Vec<MemberShown>,
    /// The next few, and the last few.
    pub coming: Vec<EventCardShown>,
    pub coming_total: i64,
    pub past: Vec<EventCardShown>,
    pub past_total: i64,
    pub posts: Vec<PostShown>,
    pub next_posts: Option<String>,
    /// How many ask to join, for those who answer.
    pub requests: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberShown {
    pub user_id: UserId,
    pub username: String,
    pub display_name: String,
    pub picture_id: Option<PictureId>,
    pub role: ClubRole,
    pub message: Option<String>,
    pub since: Moment,
    pub is_me: bool,
    /// Whether the reader may remove them.
    pub removable: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersShown {
    pub shown: ClubShown,
    pub members: Vec<MemberShown>,
    pub next_cursor: Option<String>,
    pub total: i64,
    pub requests: Vec<MemberShown>,
    pub invitations: Vec<InvitationShown>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationShown {
    pub id: InvitationId,
    pub email: String,
    pub since: Moment,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostShown {
    pub id: PostId,
    pub club_id: ClubId,
    pub title: String,
    pub body: String,
    pub members_only: bool,
    pub author: Option<PostAuthor>,
    pub at: Moment,
    pub edited: bool,
    pub version: i64,
}

/// A post to be edited, or the place for a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostFormShown {
    pub shown: ClubShown,
    pub post: Option<PostShown>,
}
