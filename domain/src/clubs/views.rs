//! Clubs as they are shown.

use serde::{Deserialize, Serialize};

use crate::clubs::{ClubRole, ClubStatus, JoinPolicy, MemberStatus, MembersVisible};
use crate::ids::{ClubId, InvitationId, PictureId, PostId, UserId};
use crate::time::Timestamp;

/// A club, as the one who asks may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Club {
    pub id: ClubId,
    pub name: String,
    pub description: String,
    pub status: ClubStatus,
    /// What the admin wrote, while it is rejected.
    pub rejection_reason: Option<String>,
    pub join_policy: JoinPolicy,
    pub members_visible: MembersVisible,
    pub hue: Option<i32>,
    pub picture_id: Option<PictureId>,
    /// Those who only asked are not among them.
    pub member_count: i64,
    pub my_role: Option<ClubRole>,
    pub my_status: Option<MemberStatus>,
    /// Whether an invitation waits for the one who asks: they may join whatever the policy.
    pub invited: bool,
    pub created_at: Timestamp,
    pub version: i64,
}

/// A club in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClubSummary {
    pub id: ClubId,
    pub name: String,
    pub description: String,
    pub status: ClubStatus,
    pub join_policy: JoinPolicy,
    pub hue: Option<i32>,
    pub picture_id: Option<PictureId>,
    pub member_count: i64,
    pub my_role: Option<ClubRole>,
    pub my_status: Option<MemberStatus>,
    pub created_at: Timestamp,
}

/// What came of joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub role: ClubRole,
    pub status: MemberStatus,
}

/// Somebody who belongs to a club, or asked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberView {
    pub user_id: UserId,
    pub username: String,
    pub display_name: String,
    pub picture_id: Option<PictureId>,
    pub role: ClubRole,
    pub status: MemberStatus,
    /// What they wrote when they asked to join.
    pub message: Option<String>,
    pub since: Timestamp,
}

/// An open invitation, as the officers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    pub id: InvitationId,
    pub email: String,
    pub invited_by: UserId,
    pub created_at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostAuthor {
    pub user_id: UserId,
    pub username: String,
    pub display_name: String,
    pub picture_id: Option<PictureId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostView {
    pub id: PostId,
    pub club_id: ClubId,
    pub title: String,
    pub body: String,
    pub members_only: bool,
    /// Nothing when they do not show themselves to the one who asks.
    pub author: Option<PostAuthor>,
    pub created_at: Timestamp,
    pub edited_at: Option<Timestamp>,
    pub version: i64,
}
