//! Browsers that show notices although Foyer is not open in them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::ids::PushDeviceId;
use domain::notifications as use_cases;
use domain::notifications::{NewPushDevice, PushDevice};
use domain::platform::Platform;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Body, Id};
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_push_devices, add_push_device)).routes(routes!(remove_push_device))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PushDeviceView {
    id: Uuid,
    #[schema(example = "Firefox on Linux")]
    device: String,
    /// Who carries notices there.
    #[schema(example = "updates.push.services.mozilla.com")]
    service: String,
    #[schema(format = DateTime)]
    created_at: String,
    /// Whether it was switched on in the sign-in that asks.
    current: bool,
}

impl From<PushDevice> for PushDeviceView {
    fn from(device: PushDevice) -> Self {
        Self {
            id: device.id.0,
            device: device.device,
            service: device.service,
            created_at: device.created_at.to_string(),
            current: device.current,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PushDevices {
    items: Vec<PushDeviceView>,
    /// Who sends: the `applicationServerKey` a browser is switched on with.
    #[schema(example = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")]
    public_key: String,
}

/// One's browsers that show notices, newest first.
#[utoipa::path(
    get, path = "/users/me/push-devices", tag = "notifications", operation_id = "list_push_devices",
    security(("bearer" = [])),
    responses((status = 200, body = PushDevices)),
)]
async fn list_push_devices(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
) -> Result<Json<PushDevices>, Problem> {
    let items = use_cases::list_push_devices(&platform, caller).await?;
    let items = items.into_iter().map(PushDeviceView::from).collect();
    Ok(Json(PushDevices { items, public_key: platform.web_push.public_key() }))
}

/// As a browser's `PushSubscription` says it in JSON.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PushDeviceBody {
    #[schema(example = "https://updates.push.services.mozilla.com/wpush/v2/abc")]
    endpoint: String,
    keys: PushKeys,
    /// The address it had until now: only a browser that is switched on there in this sign-in may move.
    #[schema(example = json!(null))]
    replaces: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct PushKeys {
    #[schema(example = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")]
    p256dh: String,
    #[schema(example = "BTBZMqHH6r4Tts7J_aSIgg")]
    auth: String,
}

/// Show notices in a browser, for as long as this sign-in lasts. Replaces what the same sign-in switched on before.
#[utoipa::path(
    post, path = "/users/me/push-devices", tag = "notifications", operation_id = "add_push_device",
    request_body = PushDeviceBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses((status = 201, body = PushDeviceView)),
)]
async fn add_push_device(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<PushDeviceBody>,
) -> Result<(StatusCode, Json<PushDeviceView>), Problem> {
    let PushKeys { p256dh, auth } = body.keys;
    let new = NewPushDevice { endpoint: body.endpoint, p256dh, auth, replaces: body.replaces };
    let device = use_cases::add_push_device(&platform, caller, new).await?;
    Ok((StatusCode::CREATED, Json(device.into())))
}

/// Show no more notices in a browser.
#[utoipa::path(
    delete, path = "/users/me/push-devices/{id}", tag = "notifications", operation_id = "remove_push_device",
    params(("id" = Uuid, Path)), security(("bearer" = [])),
    responses((status = 204)),
)]
async fn remove_push_device(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(push_device_id): Id<PushDeviceId>,
) -> Result<StatusCode, Problem> {
    use_cases::remove_push_device(&platform, caller, push_device_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
