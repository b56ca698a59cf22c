//! Whom a club invites.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::clubs as use_cases;
use domain::ids::{ClubId, InvitationId};
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Asked, Body, Id, Ids};
use super::club_views::ClubInvitationView;
use super::paging::{List, PageQuery};
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_invitations, invite)).routes(routes!(withdraw_invitation))
}

/// The invitations nobody has used yet, newest first. For officers and the owner.
#[utoipa::path(
    get, path = "/clubs/{id}/invitations", tag = "clubs", operation_id = "list_club_invitations",
    params(("id" = uuid::Uuid, Path), PageQuery),
    security(("bearer" = [])),
    responses(
        (status = 200, body = List<ClubInvitationView>),
        (status = 403),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn list_invitations(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
    Asked(page): Asked<PageQuery>,
) -> Result<Json<List<ClubInvitationView>>, Problem> {
    let page = use_cases::list_invitations(&platform, caller, club_id, page.limit, page.cursor.as_deref()).await?;
    Ok(Json(List::from_page(page, ClubInvitationView::from)))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct InvitationBody {
    #[schema(example = "eva@example.org")]
    email: String,
}

/// Invite whoever has a mail address: with it confirmed, they may join whatever the policy. For officers and the owner. The answer is the same whether somebody has an account with it.
#[utoipa::path(
    post, path = "/clubs/{id}/invitations", tag = "clubs", operation_id = "invite_to_club",
    request_body = InvitationBody,
    params(("id" = uuid::Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = ClubInvitationView),
        (status = 403),
        (status = 409, description = "`already_invited`, `too_many_invitations`, `club_not_approved`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn invite(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
    Body(body): Body<InvitationBody>,
) -> Result<(StatusCode, Json<ClubInvitationView>), Problem> {
    let invitation = use_cases::invite_to_club(&platform, caller, club_id, &body.email).await?;
    Ok((StatusCode::CREATED, Json(invitation.into())))
}

/// Take an invitation back. For officers and the owner.
#[utoipa::path(
    delete, path = "/clubs/{id}/invitations/{invitation_id}", tag = "clubs", operation_id = "withdraw_club_invitation",
    params(("id" = uuid::Uuid, Path), ("invitation_id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
    ),
)]
async fn withdraw_invitation(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(club_id, invitation_id): Ids<ClubId, InvitationId>,
) -> Result<StatusCode, Problem> {
    use_cases::withdraw_invitation(&platform, caller, club_id, invitation_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
