//! What the API gives of clubs.

use domain::clubs::{Club, ClubSummary, InvitationView, MemberView, Membership, PostAuthor, PostView};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::views::picture_url;

/// A club, as the one who asks may see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClubView {
    pub id: Uuid,
    #[schema(example = "Chess & Go")]
    pub name: String,
    #[schema(example = "Every Thursday at seven, in the library.")]
    pub description: String,
    /// `pending`, `approved` or `rejected`.
    #[schema(example = "pending")]
    pub status: String,
    /// What the admin wrote, while it is rejected.
    pub rejection_reason: Option<String>,
    /// `open`, `request` or `invite`.
    #[schema(example = "request")]
    pub join_policy: String,
    /// Who sees who belongs to it: `everyone`, `members` or `officers`.
    #[schema(example = "members")]
    pub members_visible: String,
    /// The colour of its pages, in degrees.
    #[schema(example = 210)]
    pub hue: Option<i32>,
    /// Without one its poster is drawn.
    #[schema(example = "/pictures/01a1fd95-d1c5-7938-a8a7-c9aa8b279b05/large")]
    pub picture_url: Option<String>,
    #[schema(example = 1)]
    pub member_count: i64,
    /// `member`, `officer` or `owner`; null for those who do not belong to it.
    #[schema(example = "owner")]
    pub my_role: Option<String>,
    /// `active` or `requested`.
    #[schema(example = "active")]
    pub my_status: Option<String>,
    /// Whether an invitation waits for the one who asks.
    pub invited: bool,
    #[schema(format = DateTime)]
    pub created_at: String,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<Club> for ClubView {
    fn from(club: Club) -> Self {
        Self {
            id: club.id.0,
            name: club.name,
            description: club.description,
            status: club.status.code().into(),
            rejection_reason: club.rejection_reason,
            join_policy: club.join_policy.code().into(),
            members_visible: club.members_visible.code().into(),
            hue: club.hue,
            picture_url: club.picture_id.map(|id| picture_url(id.0)),
            member_count: club.member_count,
            my_role: club.my_role.map(|role| role.code().into()),
            my_status: club.my_status.map(|status| status.code().into()),
            invited: club.invited,
            created_at: club.created_at.to_string(),
            version: club.version,
        }
    }
}

/// A club in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedClubView {
    pub id: Uuid,
    pub name: String,
    pub description: String,
    /// `pending`, `approved` or `rejected`.
    pub status: String,
    /// `open`, `request` or `invite`.
    pub join_policy: String,
    pub hue: Option<i32>,
    pub picture_url: Option<String>,
    pub member_count: i64,
    pub my_role: Option<String>,
    pub my_status: Option<String>,
    #[schema(format = DateTime)]
    pub created_at: String,
}

impl From<ClubSummary> for ListedClubView {
    fn from(club: ClubSummary) -> Self {
        Self {
            id: club.id.0,
            name: club.name,
            description: club.description,
            status: club.status.code().into(),
            join_policy: club.join_policy.code().into(),
            hue: club.hue,
            picture_url: club.picture_id.map(|id| picture_url(id.0)),
            member_count: club.member_count,
            my_role: club.my_role.map(|role| role.code().into()),
            my_status: club.my_status.map(|status| status.code().into()),
            created_at: club.created_at.to_string(),
        }
    }
}

/// What came of joining.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipView {
    /// `active`, or `requested` while the officers have not answered.
    #[schema(example = "requested")]
    pub status: String,
    #[schema(example = "member")]
    pub role: String,
}

impl From<Membership> for MembershipView {
    fn from(membership: Membership) -> Self {
        Self { status: membership.status.code().into(), role: membership.role.code().into() }
    }
}

/// Somebody who belongs to a club, or asked to.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClubMemberView {
    pub user_id: Uuid,
    pub username: String,
    pub display_name: String,
    pub picture_url: Option<String>,
    /// `member`, `officer` or `owner`.
    pub role: String,
    /// `active` or `requested`.
    pub status: String,
    /// What they wrote when they asked to join.
    pub message: Option<String>,
    /// When they were let in, or asked.
    #[schema(format = DateTime)]
    pub since: String,
}

impl From<MemberView> for ClubMemberView {
    fn from(member: MemberView) -> Self {
        Self {
            user_id: member.user_id.0,
            username: member.username,
            display_name: member.display_name,
            picture_url: member.picture_id.map(|id| picture_url(id.0)),
            role: member.role.code().into(),
            status: member.status.code().into(),
            message: member.message,
            since: member.since.to_string(),
        }
    }
}

/// An invitation nobody has used yet.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClubInvitationView {
    pub id: Uuid,
    #[schema(example = "eva@example.org")]
    pub email: String,
    pub invited_by: Uuid,
    #[schema(format = DateTime)]
    pub created_at: String,
}

impl From<InvitationView> for ClubInvitationView {
    fn from(invitation: InvitationView) -> Self {
        Self {
            id: invitation.id.0,
            email: invitation.email,
            invited_by: invitation.invited_by.0,
            created_at: invitation.created_at.to_string(),
        }
    }
}

/// What a club told.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClubPostView {
    pub id: Uuid,
    pub club_id: Uuid,
    pub title: String,
    pub body: String,
    pub members_only: bool,
    /// Null when they do not show themselves to the one who asks.
    pub author: Option<ClubPostAuthorView>,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub edited_at: Option<String>,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClubPostAuthorView {
    pub user_id: Uuid,
    pub username: String,
    pub display_name: String,
    pub picture_url: Option<String>,
}

impl From<PostAuthor> for ClubPostAuthorView {
    fn from(author: PostAuthor) -> Self {
        Self {
            user_id: author.user_id.0,
            username: author.username,
            display_name: author.display_name,
            picture_url: author.picture_id.map(|id| picture_url(id.0)),
        }
    }
}

impl From<PostView> for ClubPostView {
    fn from(post: PostView) -> Self {
        Self {
            id: post.id.0,
            club_id: post.club_id.0,
            title: post.title,
            body: post.body,
            members_only: post.members_only,
            author: post.author.map(ClubPostAuthorView::from),
            created_at: post.created_at.to_string(),
            edited_at: post.edited_at.map(|at| at.to_string()),
            version: post.version,
        }
    }
}
