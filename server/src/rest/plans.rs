//! Seat plans of venues.

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use domain::ids::VenueId;
use domain::pictures::PICTURE_BYTES_MAX;
use domain::platform::Platform;
use domain::venues as use_cases;
use domain::venues::{PLAN_BYTES_MAX, PlanDraft, SavedPlan, WhichPlan};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Asked, Body, Id, Upload};
use super::paging::List;
use super::plan_parts::{BackgroundPart, SectionPart, ShapePart};
use super::users::PictureFile;
use super::venue_views::{PlanBackgroundView, PlanFactsView, PlanVersionView};
use super::views::picture_url;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    let plan = OpenApiRouter::new().routes(routes!(see_plan, save_plan)).layer(DefaultBodyLimit::max(PLAN_BYTES_MAX));
    let background =
        OpenApiRouter::new().routes(routes!(set_plan_background)).layer(DefaultBodyLimit::max(PICTURE_BYTES_MAX + 1));
    OpenApiRouter::new().routes(routes!(list_plan_versions)).merge(plan).merge(background)
}

/// A version of a seat plan with every seat. Sent back as a plan, it is saved as it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanView {
    /// Of this version: what events name it by.
    #[serde(flatten)]
    pub facts: PlanFactsView,
    pub venue_id: Uuid,
    #[schema(format = DateTime)]
    pub created_at: String,
    /// In centimetres.
    #[schema(example = 2400)]
    pub width: i32,
    #[schema(example = 1800)]
    pub height: i32,
    pub background: Option<BackgroundPart>,
    /// Where to see the picture behind it.
    pub background_url: Option<String>,
    pub shapes: Vec<ShapePart>,
    pub sections: Vec<SectionPart>,
}

impl From<SavedPlan> for PlanView {
    fn from(saved: SavedPlan) -> Self {
        let plan = saved.plan;
        Self {
            facts: saved.facts.into(),
            venue_id: saved.venue_id.0,
            created_at: saved.created_at.to_string(),
            width: plan.width,
            height: plan.height,
            background_url: plan.background.map(|background| picture_url(background.picture_id.0)),
            background: plan.background.map(BackgroundPart::from),
            shapes: plan.shapes.into_iter().map(ShapePart::from).collect(),
            sections: plan.sections.into_iter().map(SectionPart::from).collect(),
        }
    }
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PlanChoice {
    /// The newest version without it.
    #[param(example = 3)]
    version: Option<i64>,
    /// The `plan_id` of an event: the version it takes place by.
    plan_id: Option<Uuid>,
}

/// The seat plan of a venue: its newest version, or a certain one. `404` before one was drawn.
#[utoipa::path(
    get, path = "/venues/{id}/plan", tag = "venues", operation_id = "see_plan",
    params(("id" = Uuid, Path), PlanChoice),
    responses(
        (status = 200, body = PlanView),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn see_plan(
    State(platform): State<Platform>,
    _: Option<SignedIn>,
    Id(venue_id): Id<VenueId>,
    Asked(choice): Asked<PlanChoice>,
) -> Result<Json<PlanView>, Problem> {
    let which = WhichPlan { version: choice.version, plan_id: choice.plan_id.map(Into::into) };
    Ok(Json(use_cases::see_plan(&platform, venue_id, which).await?.into()))
}

/// All of a plan at once. Up to 25,000 seats and 8 MB.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PlanBody {
    /// In centimetres, 100 to 100,000; as large as what is in it without.
    #[schema(example = 2400)]
    width: Option<i32>,
    #[schema(example = 1800)]
    height: Option<i32>,
    background: Option<BackgroundPart>,
    /// What is drawn and nobody sits on. Up to 200.
    #[schema(example = json!([{"kind": "stage", "label": "Stage", "x": 800, "y": 100, "width": 800, "height": 300}]))]
    shapes: Option<Vec<ShapePart>>,
    /// Up to 200, with up to 200 rows each.
    #[schema(example = json!([
        {"name": "Stalls", "kind": "seated", "rows": [{"label": "A", "seats": [
            {"label": "1", "x": 1000, "y": 600, "accessible": true},
            {"label": "2", "x": 1060, "y": 600, "companion": true},
        ]}]},
        {"name": "Floor", "kind": "standing", "capacity": 80},
    ]))]
    sections: Vec<SectionPart>,
    /// The version that was edited, 0 before there was one: when it is no longer the newest, nothing is overwritten.
    #[schema(example = json!(null))]
    version: Option<i64>,
}

impl From<PlanBody> for PlanDraft {
    fn from(body: PlanBody) -> Self {
        Self {
            width: body.width,
            height: body.height,
            background: body.background.map(Into::into),
            shapes: body.shapes.into_iter().flatten().map(Into::into).collect(),
            sections: body.sections.into_iter().map(Into::into).collect(),
            version: body.version,
        }
    }
}

/// Save how the seats of a venue are arranged. For those who look after it. A plan that differs is a new version; events
/// keep the version they have. The answer carries the ids of what is new.
#[utoipa::path(
    put, path = "/venues/{id}/plan", tag = "venues", operation_id = "save_plan",
    request_body = PlanBody,
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = PlanView),
        (status = 403),
        (status = 409, description = "`edited_meanwhile`"),
        (status = 413, description = "`too_large`: more than 8 MB"),
        (status = 422, description = "`invalid_input`: the first 50 problems with the way to each field, such as `sections[2].rows[0].seats[14].label`"),
    ),
)]
async fn save_plan(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(venue_id): Id<VenueId>,
    Body(body): Body<PlanBody>,
) -> Result<Json<PlanView>, Problem> {
    Ok(Json(use_cases::save_plan(&platform, caller, venue_id, body.into()).await?.into()))
}

/// The newest hundred versions of a plan. For those who look after the venue.
#[utoipa::path(
    get, path = "/venues/{id}/plan/versions", tag = "venues", operation_id = "list_plan_versions",
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = List<PlanVersionView>),
        (status = 403),
    ),
)]
async fn list_plan_versions(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(venue_id): Id<VenueId>,
) -> Result<Json<List<PlanVersionView>>, Problem> {
    let page = use_cases::list_plan_versions(&platform, caller, venue_id).await?;
    Ok(Json(List::from_page(page, PlanVersionView::from)))
}

/// Upload a picture to draw the plan upon: the file itself is the body. It shows once a plan that is saved names it.
#[utoipa::path(
    put, path = "/venues/{id}/plan/background", tag = "venues", operation_id = "set_plan_background",
    security(("bearer" = [])), params(("id" = Uuid, Path)),
    request_body(content((PictureFile = "image/jpeg"), (PictureFile = "image/png"), (PictureFile = "image/webp")), description = "JPEG, PNG or WebP, up to 8 MB"),
    responses(
        (status = 200, body = PlanBackgroundView),
        (status = 403),
        (status = 413),
        (status = 422, description = "`picture_unreadable`"),
    ),
)]
async fn set_plan_background(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(venue_id): Id<VenueId>,
    Upload(upload): Upload,
) -> Result<Json<PlanBackgroundView>, Problem> {
    let picture_id = use_cases::set_plan_background(&platform, caller, venue_id, upload).await?;
    Ok(Json(PlanBackgroundView { picture_id: picture_id.0, picture_url: picture_url(picture_id.0) }))
}
