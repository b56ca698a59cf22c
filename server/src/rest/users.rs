//! Oneself, other people, and their administration.

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use domain::accounts as use_cases;
use domain::accounts::{PasswordChange, PreferencesEdit, ProfileEdit, UserChange, UserQuery};
use domain::ids::UserId;
use domain::payments;
use domain::pictures::PICTURE_BYTES_MAX;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Asked, Body, Id, Upload};
use super::paging::List;
use super::views::{ListedUserView, PaymentAccountView, PreferencesView, PublicUserView, UserView};
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    let picture = OpenApiRouter::new()
        .routes(routes!(set_picture, remove_picture))
        .layer(DefaultBodyLimit::max(PICTURE_BYTES_MAX + 1));
    OpenApiRouter::new()
        .routes(routes!(see_me, put_me, patch_me))
        .routes(routes!(see_preferences, put_preferences))
        .routes(routes!(change_password))
        .merge(picture)
        .routes(routes!(become_organizer))
        .routes(routes!(see_payment_account))
        .routes(routes!(see_user, change_user))
        .routes(routes!(list_users))
}

/// One's own account.
#[utoipa::path(
    get, path = "/users/me", tag = "users", operation_id = "see_me", security(("bearer" = [])),
    responses((status = 200, body = UserView)),
)]
async fn see_me(State(platform): State<Platform>, SignedIn(caller): SignedIn) -> Result<Json<UserView>, Problem> {
    Ok(Json(use_cases::see_account(&platform, caller).await?.into()))
}

/// What is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ProfileBody {
    #[schema(example = "ada")]
    username: Option<String>,
    /// Taken over once the link mailed to it was followed. Needs `current_password`.
    #[schema(example = "ada@example.org")]
    email: Option<String>,
    #[schema(example = "correct horse battery")]
    current_password: Option<String>,
    #[schema(example = "Ada Lovelace")]
    display_name: Option<String>,
    #[schema(example = "Second row, on the aisle.")]
    bio: Option<String>,
    /// `everyone`, `members` or `nobody`.
    #[schema(example = "members")]
    visibility: Option<String>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<ProfileBody> for ProfileEdit {
    fn from(body: ProfileBody) -> Self {
        Self {
            username: body.username,
            email: body.email,
            current_password: body.current_password,
            display_name: body.display_name,
            bio: body.bio,
            visibility: body.visibility,
            version: body.version,
        }
    }
}

/// Change one's profile.
#[utoipa::path(
    put, path = "/users/me", tag = "users", operation_id = "put_me", request_body = ProfileBody,
    security(("bearer" = [])),
    responses(
        (status = 200, body = UserView),
        (status = 409, description = "`username_taken`, `edited_meanwhile`"),
        (status = 422, description = "`invalid_input`, `current_password_wrong`"),
    ),
)]
async fn put_me(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<ProfileBody>,
) -> Result<Json<UserView>, Problem> {
    Ok(Json(use_cases::edit_profile(&platform, caller, body.into()).await?.into()))
}

/// The same: what is left out stays as it is.
#[utoipa::path(
    patch, path = "/users/me", tag = "users", operation_id = "patch_me", request_body = ProfileBody,
    security(("bearer" = [])),
    responses(
        (status = 200, body = UserView),
        (status = 409, description = "`username_taken`, `edited_meanwhile`"),
        (status = 422, description = "`invalid_input`, `current_password_wrong`"),
    ),
)]
async fn patch_me(
    platform: State<Platform>,
    caller: SignedIn,
    body: Body<ProfileBody>,
) -> Result<Json<UserView>, Problem> {
    put_me(platform, caller, body).await
}

/// What one chose.
#[utoipa::path(
    get, path = "/users/me/preferences", tag = "users", operation_id = "see_preferences", security(("bearer" = [])),
    responses((status = 200, body = PreferencesView)),
)]
async fn see_preferences(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
) -> Result<Json<PreferencesView>, Problem> {
    Ok(Json(use_cases::see_preferences(&platform, caller).await?.into()))
}

/// What is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PreferencesBody {
    /// `en` or `de`.
    #[schema(example = "de")]
    language: Option<String>,
    #[schema(example = "Europe/Berlin")]
    time_zone: Option<String>,
    #[schema(example = "EUR")]
    currency: Option<String>,
    /// `system`, `light` or `dark`.
    #[schema(example = "dark")]
    theme: Option<String>,
    #[schema(example = true)]
    email_reminders: Option<bool>,
    #[schema(example = true)]
    email_bookings: Option<bool>,
    #[schema(example = true)]
    email_membership: Option<bool>,
    #[schema(example = true)]
    email_surveys: Option<bool>,
    #[schema(example = true)]
    email_marketing: Option<bool>,
    #[schema(example = true)]
    in_app_reminders: Option<bool>,
    #[schema(example = true)]
    in_app_bookings: Option<bool>,
    #[schema(example = true)]
    in_app_membership: Option<bool>,
    #[schema(example = true)]
    in_app_surveys: Option<bool>,
    #[schema(example = true)]
    push_reminders: Option<bool>,
    #[schema(example = true)]
    push_bookings: Option<bool>,
    #[schema(example = true)]
    push_membership: Option<bool>,
    #[schema(example = true)]
    push_surveys: Option<bool>,
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<PreferencesBody> for PreferencesEdit {
    fn from(body: PreferencesBody) -> Self {
        Self {
            language: body.language,
            time_zone: body.time_zone,
            currency: body.currency,
            theme: body.theme,
            email_reminders: body.email_reminders,
            email_bookings: body.email_bookings,
            email_membership: body.email_membership,
            email_surveys: body.email_surveys,
            email_marketing: body.email_marketing,
            in_app_reminders: body.in_app_reminders,
            in_app_bookings: body.in_app_bookings,
            in_app_membership: body.in_app_membership,
            in_app_surveys: body.in_app_surveys,
            push_reminders: body.push_reminders,
            push_bookings: body.push_bookings,
            push_membership: body.push_membership,
            push_surveys: body.push_surveys,
            version: body.version,
        }
    }
}

/// Change what one chose.
#[utoipa::path(
    put, path = "/users/me/preferences", tag = "users", operation_id = "put_preferences",
    request_body = PreferencesBody, security(("bearer" = [])),
    responses(
        (status = 200, body = PreferencesView),
        (status = 409, description = "`edited_meanwhile`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn put_preferences(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<PreferencesBody>,
) -> Result<Json<PreferencesView>, Problem> {
    Ok(Json(use_cases::edit_preferences(&platform, caller, body.into()).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct PasswordBody {
    #[schema(example = "correct horse battery")]
    current_password: String,
    /// At least 8 characters.
    #[schema(example = "another long sentence")]
    new_password: String,
}

/// Change one's password. Every other sign-in ends.
#[utoipa::path(
    post, path = "/users/me/password", tag = "users", operation_id = "change_password", request_body = PasswordBody,
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 422, description = "`current_password_wrong`, `invalid_input`"),
        (status = 429, description = "`too_many_attempts`"),
    ),
)]
async fn change_password(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<PasswordBody>,
) -> Result<StatusCode, Problem> {
    let change = PasswordChange { current_password: body.current_password, new_password: body.new_password };
    use_cases::change_password(&platform, caller, change).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The bytes of a file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "describes a body that is read as it comes")]
pub struct PictureFile(Vec<u8>);

/// Set one's picture: the file itself is the body. It is drawn anew, so nothing hidden in it is kept.
#[utoipa::path(
    put, path = "/users/me/picture", tag = "users", operation_id = "set_picture", security(("bearer" = [])),
    request_body(content((PictureFile = "image/jpeg"), (PictureFile = "image/png"), (PictureFile = "image/webp")), description = "JPEG, PNG or WebP, up to 8 MB"),
    responses(
        (status = 200, body = UserView),
        (status = 413),
        (status = 422, description = "`picture_unreadable`"),
    ),
)]
async fn set_picture(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Upload(upload): Upload,
) -> Result<Json<UserView>, Problem> {
    Ok(Json(use_cases::set_picture(&platform, caller, upload).await?.into()))
}

/// Take one's picture down.
#[utoipa::path(
    delete, path = "/users/me/picture", tag = "users", operation_id = "remove_picture", security(("bearer" = [])),
    responses((status = 204)),
)]
async fn remove_picture(State(platform): State<Platform>, SignedIn(caller): SignedIn) -> Result<StatusCode, Problem> {
    use_cases::remove_picture(&platform, caller).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Become an organizer. The site may leave that to its admins.
#[utoipa::path(
    post, path = "/users/me/become-organizer", tag = "users", operation_id = "become_organizer",
    security(("bearer" = [])),
    responses((status = 200, body = UserView), (status = 403)),
)]
async fn become_organizer(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
) -> Result<Json<UserView>, Problem> {
    Ok(Json(use_cases::become_organizer(&platform, caller).await?.into()))
}

/// One's account of credits and refunds. Made a moment after registering.
#[utoipa::path(
    get, path = "/users/me/payment-account", tag = "payments", operation_id = "see_payment_account",
    security(("bearer" = [])),
    responses(
        (status = 200, body = PaymentAccountView),
        (status = 404),
    ),
)]
async fn see_payment_account(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
) -> Result<Json<PaymentAccountView>, Problem> {
    Ok(Json(payments::see_payment_account(&platform, caller).await?.into()))
}

/// Somebody's public profile.
#[utoipa::path(
    get, path = "/users/{id}", tag = "users", operation_id = "see_user", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = PublicUserView)),
)]
async fn see_user(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(user_id): Id<UserId>,
) -> Result<Json<PublicUserView>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    Ok(Json(use_cases::see_public_profile(&platform, caller, user_id).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct UserChangeBody {
    /// `attendee`, `organizer` or `admin`.
    #[schema(example = "organizer")]
    role: Option<String>,
    #[schema(example = false)]
    suspended: Option<bool>,
}

/// Change somebody's role, suspend an account, or take that back. For admins.
#[utoipa::path(
    patch, path = "/users/{id}", tag = "users", operation_id = "change_user", params(("id" = uuid::Uuid, Path)),
    request_body = UserChangeBody, security(("bearer" = [])),
    responses(
        (status = 200, body = UserView),
        (status = 403),
        (status = 409, description = "`last_admin`, `own_account`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn change_user(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(user_id): Id<UserId>,
    Body(body): Body<UserChangeBody>,
) -> Result<Json<UserView>, Problem> {
    let change = UserChange { role: body.role, suspended: body.suspended };
    Ok(Json(use_cases::change_user(&platform, caller, user_id, change).await?.into()))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UserSearch {
    /// Part of a name, username or mail address.
    q: Option<String>,
    /// `attendee`, `organizer` or `admin`.
    role: Option<String>,
    suspended: Option<bool>,
    /// How many items: 20 without it, at most 100.
    limit: Option<i64>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Look for people. For admins.
#[utoipa::path(
    get, path = "/users", tag = "users", operation_id = "list_users", params(UserSearch), security(("bearer" = [])),
    responses(
        (status = 200, body = List<ListedUserView>),
        (status = 403),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn list_users(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Asked(search): Asked<UserSearch>,
) -> Result<Json<List<ListedUserView>>, Problem> {
    let query = UserQuery {
        text: search.q.unwrap_or_default(),
        role: search.role,
        suspended: search.suspended,
        limit: search.limit,
        cursor: search.cursor,
    };
    let page = use_cases::list_users(&platform, caller, query).await?;
    Ok(Json(List::from_page(page, ListedUserView::from)))
}
