//! How far a club has come: approved, rejected, handed in again.

use axum::Json;
use axum::extract::State;
use domain::clubs as use_cases;
use domain::ids::ClubId;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Body, Id};
use super::club_views::ClubView;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(approve_club)).routes(routes!(reject_club)).routes(routes!(resubmit_club))
}

/// Approve a club that waits. For admins.
#[utoipa::path(
    post, path = "/clubs/{id}/approve", tag = "clubs", operation_id = "approve_club",
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = ClubView),
        (status = 403),
        (status = 409, description = "`club_not_pending`"),
    ),
)]
async fn approve_club(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
) -> Result<Json<ClubView>, Problem> {
    Ok(Json(use_cases::approve_club(&platform, caller, club_id).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct RejectionBody {
    /// Up to 500 characters, for the founder.
    #[schema(example = "Say in the description when and where you meet.")]
    reason: String,
}

/// Reject a club that waits, and say why. For admins.
#[utoipa::path(
    post, path = "/clubs/{id}/reject", tag = "clubs", operation_id = "reject_club",
    request_body = RejectionBody,
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = ClubView),
        (status = 403),
        (status = 409, description = "`club_not_pending`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn reject_club(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
    Body(body): Body<RejectionBody>,
) -> Result<Json<ClubView>, Problem> {
    Ok(Json(use_cases::reject_club(&platform, caller, club_id, &body.reason).await?.into()))
}

/// Hand a rejected club in again. For its owner.
#[utoipa::path(
    post, path = "/clubs/{id}/resubmit", tag = "clubs", operation_id = "resubmit_club",
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = ClubView),
        (status = 403),
        (status = 409, description = "`club_not_rejected`, `club_name_taken`, `too_many_pending_clubs`"),
    ),
)]
async fn resubmit_club(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
) -> Result<Json<ClubView>, Problem> {
    Ok(Json(use_cases::resubmit_club(&platform, caller, club_id).await?.into()))
}
