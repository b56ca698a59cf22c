//! The REST operations.

use super::row::{Row, get, json, picture};

/// Whoever is signed in.
const SIGNED_IN: [u16; 7] = [401, 200, 200, 200, 200, 401, 401];
const SIGNED_IN_EMPTY: [u16; 7] = [401, 204, 204, 204, 204, 401, 401];
/// The one it belongs to; to everybody else it does not exist.
const OWNER: [u16; 7] = [401, 204, 404, 404, 404, 401, 401];
const ADMINS: [u16; 7] = [401, 403, 403, 403, 200, 401, 401];

const REGISTER: &str = r#"{"username":"$new","email":"$new@example.org","password":"$password"}"#;
const REFRESH: &str = r#"{"refresh_token":"$refresh"}"#;
const NEW_PASSWORD: &str = r#"{"current_password":"$password","new_password":"another long sentence"}"#;
const PUSH_DEVICE: &str = r#"{"endpoint":"https://fcm.googleapis.com/fcm/send/$new","keys":{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}}"#;

#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    //                                                                     visitor attendee other organizer admin suspended expired
    json("POST /auth/register", REGISTER,                                      [201, 201, 201, 201, 201, 201, 201]),
    json("POST /users/register", REGISTER,                                     [201, 201, 201, 201, 201, 201, 201]),
    json("POST /auth/login", r#"{"login":"$me","password":"$password"}"#,      [401, 200, 200, 200, 200, 403, 200]),
    json("POST /auth/refresh", REFRESH,                                        [401, 200, 200, 200, 200, 401, 200]),
    json("POST /auth/logout", REFRESH,                                         [204, 204, 204, 204, 204, 204, 204]),
    json("POST /auth/verify-email", r#"{"token":"guessed"}"#,                  [422, 422, 422, 422, 422, 422, 422]),
    get("POST /auth/request-verification",                                     [401, 202, 202, 202, 202, 401, 401]),
    json("POST /auth/forgot-password", r#"{"email":"$me@example.org"}"#,       [202, 202, 202, 202, 202, 202, 202]),
    json("POST /auth/reset-password", r#"{"token":"x","password":"$password"}"#, [422, 422, 422, 422, 422, 422, 422]),
    get("GET /users/me",                                                       SIGNED_IN),
    json("PUT /users/me", r#"{"bio":"put"}"#,                                  SIGNED_IN),
    json("PATCH /users/me", r#"{"bio":"patched"}"#,                            SIGNED_IN),
    get("GET /users/me/preferences",                                           SIGNED_IN),
    json("PUT /users/me/preferences", r#"{"theme":"dark"}"#,                   SIGNED_IN),
    json("POST /users/me/password", NEW_PASSWORD,                              SIGNED_IN_EMPTY),
    picture("PUT /users/me/picture",                                           SIGNED_IN),
    get("DELETE /users/me/picture",                                            SIGNED_IN_EMPTY),
    get("POST /users/me/become-organizer",                                     SIGNED_IN),
    get("GET /users/me/payment-account",                                       SIGNED_IN).after_messages(),
    get("GET /users/me/sessions",                                              SIGNED_IN),
    get("DELETE /users/me/sessions",                                           SIGNED_IN_EMPTY),
    get("DELETE /users/me/sessions/$session",                                  OWNER),
    get("GET /users/me/notifications",                                         SIGNED_IN),
    get("POST /users/me/notifications/$notice/read",                           OWNER).after_messages(),
    get("POST /users/me/notifications/read-all",                               SIGNED_IN_EMPTY),
    get("GET /users/me/push-devices",                                          SIGNED_IN),
    json("POST /users/me/push-devices", PUSH_DEVICE,                           [401, 201, 201, 201, 201, 401, 401]),
    get("DELETE /users/me/push-devices/$push_device",                          [401, 204, 404, 404, 404, 401, 401]),
    get("GET /users/$bystander",                                               [200, 200, 200, 200, 200, 401, 401]),
    json("PATCH /users/$bystander", r#"{"role":"organizer"}"#,                 ADMINS),
    get("GET /categories",                                                     [200, 200, 200, 200, 200, 401, 401]),
    json("POST /categories", r#"{"name":"$new"}"#,                             [401, 403, 403, 403, 201, 401, 401]),
    json("PATCH /categories/$category", r#"{"name":"$new"}"#,                  ADMINS),
    get("DELETE /categories/$category",                                        [401, 403, 403, 403, 204, 401, 401]),
    get("GET /users",                                                          ADMINS),
];
