//! Signing up, in and out.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::accounts as use_cases;
use domain::accounts::{LoginRequest, PasswordReset, RefreshManner, Registration};
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Body;
use super::views::{SignedInView, TokensView};
use super::who::{From, SignedIn};
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(register))
        .routes(routes!(register_user))
        .routes(routes!(log_in))
        .routes(routes!(refresh))
        .routes(routes!(log_out))
        .routes(routes!(verify_email))
        .routes(routes!(request_verification))
        .routes(routes!(forgot_password))
        .routes(routes!(reset_password))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct RegisterBody {
    /// 2 to 40 letters, digits, dots, dashes or underscores.
    #[schema(example = "ada")]
    username: String,
    #[schema(example = "ada@example.org")]
    email: String,
    /// At least 8 characters.
    #[schema(example = "correct horse battery")]
    password: String,
    /// `en` or `de`.
    #[schema(example = "en")]
    language: Option<String>,
    #[schema(example = "Europe/Berlin")]
    time_zone: Option<String>,
}

impl std::convert::From<RegisterBody> for Registration {
    fn from(body: RegisterBody) -> Self {
        Self {
            username: body.username,
            email: body.email,
            password: body.password,
            language: body.language,
            time_zone: body.time_zone,
        }
    }
}

/// Open an account and be signed in.
#[utoipa::path(
    post, path = "/auth/register", tag = "auth", operation_id = "register", request_body = RegisterBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    responses(
        (status = 201, body = SignedInView),
        (status = 409, description = "`email_taken`, `username_taken`"),
        (status = 422, description = "`invalid_input`"),
        (status = 429, description = "`too_many_attempts`"),
    ),
)]
async fn register(
    State(platform): State<Platform>,
    From(visit): From,
    Body(body): Body<RegisterBody>,
) -> Result<(StatusCode, Json<SignedInView>), Problem> {
    let signed_in = use_cases::register_user(&platform, &visit, body.into()).await?;
    Ok((StatusCode::CREATED, Json(signed_in.into())))
}

/// The same under another name.
#[utoipa::path(
    post, path = "/users/register", tag = "auth", operation_id = "register_user", request_body = RegisterBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    responses(
        (status = 201, body = SignedInView),
        (status = 409, description = "`email_taken`, `username_taken`"),
        (status = 422, description = "`invalid_input`"),
        (status = 429, description = "`too_many_attempts`"),
    ),
)]
async fn register_user(
    platform: State<Platform>,
    visit: From,
    body: Body<RegisterBody>,
) -> Result<(StatusCode, Json<SignedInView>), Problem> {
    register(platform, visit, body).await
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct LoginBody {
    /// Mail address or username; `email` and `username` are accepted as names of this field, too.
    #[serde(alias = "email", alias = "username")]
    #[schema(example = "ada")]
    login: String,
    #[schema(example = "correct horse battery")]
    password: String,
}

/// Sign in.
#[utoipa::path(
    post, path = "/auth/login", tag = "auth", operation_id = "log_in", request_body = LoginBody,
    responses(
        (status = 200, body = SignedInView),
        (status = 401, description = "`wrong_credentials`"),
        (status = 403, description = "`account_suspended`"),
        (status = 429, description = "`too_many_attempts`"),
    ),
)]
async fn log_in(
    State(platform): State<Platform>,
    From(visit): From,
    Body(body): Body<LoginBody>,
) -> Result<Json<SignedInView>, Problem> {
    let request = LoginRequest { login: body.login, password: body.password };
    Ok(Json(use_cases::log_in(&platform, &visit, request).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct RefreshBody {
    #[schema(example = "Jx3hT0c1m8dQm2uYQd0oQ8m7l0t7b2Wc0uXf5rYl1aE")]
    refresh_token: String,
}

/// A new pair of tokens. Each refresh token works once; one that is shown again ends the whole sign-in.
#[utoipa::path(
    post, path = "/auth/refresh", tag = "auth", operation_id = "refresh", request_body = RefreshBody,
    responses(
        (status = 200, body = TokensView),
        (status = 401, description = "`refresh_token_invalid`, `refresh_token_reused`"),
    ),
)]
async fn refresh(
    State(platform): State<Platform>,
    From(visit): From,
    Body(body): Body<RefreshBody>,
) -> Result<Json<TokensView>, Problem> {
    let refreshed = use_cases::refresh_session(&platform, &visit, &body.refresh_token, RefreshManner::Strict).await?;
    Ok(Json(refreshed.tokens.into()))
}

/// Sign out: the sign-in the refresh token belongs to ends.
#[utoipa::path(
    post, path = "/auth/logout", tag = "auth", operation_id = "log_out", request_body = RefreshBody,
    responses((status = 204)),
)]
async fn log_out(State(platform): State<Platform>, Body(body): Body<RefreshBody>) -> Result<StatusCode, Problem> {
    use_cases::log_out(&platform, &body.refresh_token).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct TokenBody {
    /// From the link in the mail.
    #[schema(example = "Jx3hT0c1m8dQm2uYQd0oQ8m7l0t7b2Wc0uXf5rYl1aE")]
    token: String,
}

/// Confirm a mail address with the token of the link.
#[utoipa::path(
    post, path = "/auth/verify-email", tag = "auth", operation_id = "verify_email", request_body = TokenBody,
    responses((status = 204), (status = 422, description = "`link_invalid`")),
)]
async fn verify_email(State(platform): State<Platform>, Body(body): Body<TokenBody>) -> Result<StatusCode, Problem> {
    use_cases::verify_email(&platform, &body.token).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ask for the confirmation mail again.
#[utoipa::path(
    post, path = "/auth/request-verification", tag = "auth", operation_id = "request_verification",
    security(("bearer" = [])),
    responses(
        (status = 202),
        (status = 409, description = "`email_already_verified`"),
        (status = 429, description = "`too_many_attempts`"),
    ),
)]
async fn request_verification(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
) -> Result<StatusCode, Problem> {
    use_cases::request_verification(&platform, caller).await?;
    Ok(StatusCode::ACCEPTED)
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ForgotPasswordBody {
    #[schema(example = "ada@example.org")]
    email: String,
}

/// Ask for a mail with a link to set a new password. The answer is the same whether the address has an account.
#[utoipa::path(
    post, path = "/auth/forgot-password", tag = "auth", operation_id = "forgot_password",
    request_body = ForgotPasswordBody,
    responses(
        (status = 202),
        (status = 422, description = "`invalid_input`"),
        (status = 429, description = "`too_many_attempts`"),
    ),
)]
async fn forgot_password(
    State(platform): State<Platform>,
    From(visit): From,
    Body(body): Body<ForgotPasswordBody>,
) -> Result<StatusCode, Problem> {
    use_cases::request_password_reset(&platform, &visit, &body.email).await?;
    Ok(StatusCode::ACCEPTED)
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ResetPasswordBody {
    /// From the link in the mail.
    #[schema(example = "Jx3hT0c1m8dQm2uYQd0oQ8m7l0t7b2Wc0uXf5rYl1aE")]
    token: String,
    #[schema(example = "another long sentence")]
    password: String,
}

/// Set a new password with the token of the link. Every sign-in ends.
#[utoipa::path(
    post, path = "/auth/reset-password", tag = "auth", operation_id = "reset_password",
    request_body = ResetPasswordBody,
    responses((status = 204), (status = 422, description = "`link_invalid`, `invalid_input`")),
)]
async fn reset_password(
    State(platform): State<Platform>,
    Body(body): Body<ResetPasswordBody>,
) -> Result<StatusCode, Problem> {
    use_cases::reset_password(&platform, PasswordReset { token: body.token, password: body.password }).await?;
    Ok(StatusCode::NO_CONTENT)
}
