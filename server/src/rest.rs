//! The REST API: every handler finds who asks, calls one use case and answers. What it takes and gives is described
//! where it is written, and published as OpenAPI.

mod accounts;
mod body;
mod catalogue;
mod catalogue_views;
mod categories;
mod club_invitations;
mod club_members;
mod club_posts;
mod club_status;
mod club_views;
mod clubs;
mod date_views;
mod event_dates;
mod event_sessions;
mod event_steps;
mod event_tickets;
mod event_views;
mod events;
mod following_dates;
mod notifications;
mod paging;
mod plan_parts;
mod plans;
mod promotion_views;
mod promotions;
mod push_devices;
mod sessions;
mod shared_quotas;
mod ticket_views;
mod users;
mod venue_views;
mod venues;
mod views;
mod who;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::from_fn_with_state;
use tower_http::set_header::SetResponseHeaderLayer;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

use crate::web::Web;
use crate::web::idempotency;
use crate::web::problem::ProblemBody;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Foyer",
        description = "Clubs, their events and the tickets to them. Ids are UUIDs, times RFC 3339 in UTC, money minor \
                       units with a currency. What did not succeed is answered as application/problem+json with a stable \
                       code. Send an Idempotency-Key with a POST to be able to repeat it safely.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    servers((url = "/api/v1")),
    tags(
        (name = "auth", description = "Signing in and out"),
        (name = "users", description = "Oneself, other people, and their administration"),
        (name = "sessions", description = "Where one is signed in"),
        (name = "notifications", description = "Notices, and the browsers that show them"),
        (name = "payments", description = "Money"),
        (name = "clubs", description = "Clubs, their members, their invitations and their posts"),
        (name = "venues", description = "Where things are put on, and how the seats there are arranged"),
        (name = "events", description = "What is put on, of which kind, with what in it and at what price"),
        (name = "promotions", description = "Codes that take something off what tickets cost"),
    ),
    components(schemas(ProblemBody)),
    modifiers(&BearerScheme),
)]
struct Description;

struct BearerScheme;

impl utoipa::Modify for BearerScheme {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some("The access_token of a sign-in, good for a quarter of an hour."))
            .build();
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

pub fn router(web: &Web) -> (Router<Web>, utoipa::openapi::OpenApi) {
    let (router, mut openapi) = OpenApiRouter::with_openapi(Description::openapi())
        .merge(accounts::routes())
        .merge(sessions::routes())
        .merge(users::routes())
        .merge(notifications::routes())
        .merge(push_devices::routes())
        .merge(clubs::routes())
        .merge(club_status::routes())
        .merge(club_members::routes())
        .merge(club_invitations::routes())
        .merge(club_posts::routes())
        .merge(venues::routes())
        .merge(plans::routes())
        .merge(categories::routes())
        .merge(catalogue::routes())
        .merge(events::routes())
        .merge(event_steps::routes())
        .merge(event_dates::routes())
        .merge(following_dates::routes())
        .merge(event_sessions::routes())
        .merge(shared_quotas::routes())
        .merge(event_tickets::routes())
        .merge(promotions::routes())
        .split_for_parts();
    body::describe_as_optional(&mut openapi, club_members::JOINING);
    body::describe_at(&mut openapi, catalogue::ENTRY, catalogue::ENTRY_AS_ASKED);
    let router = router
        .layer(from_fn_with_state(web.clone(), idempotency::answer_once))
        // What is answered is about the one who asked, and may carry their tokens.
        .layer(SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, HeaderValue::from_static("no-store")));
    (router, openapi)
}
