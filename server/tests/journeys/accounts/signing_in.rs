//! Signing in and out, and what the access token says.

use std::time::Duration;

use serde_json::json;

use crate::support::{PASSWORD, TestApp, claims_of};

journeys![
    a_name_an_address_or_the_field_email_all_lead_in,
    the_access_token_names_issuer_audience_person_session_and_role_for_a_quarter_of_an_hour,
    a_wrong_pair_does_not_tell_which_half_was_wrong,
    signing_out_ends_the_sign_in_at_once,
    a_sign_in_nobody_uses_ends_by_itself_after_a_month,
];

async fn a_name_an_address_or_the_field_email_all_lead_in(app: &TestApp) {
    let ada = app.register("ada").await;
    for (field, value) in [
        ("login", "ada"),
        ("login", "ADA"),
        ("login", "ada@example.org"),
        ("login", " Ada@Example.org "),
        ("email", "ada@example.org"),
        ("username", "ada"),
    ] {
        let body = json!({ field: value, "password": PASSWORD });
        let answer = app.visitor().rest("POST /auth/login").json(body).await.expect(200).json();
        assert_eq!(answer["user"]["id"], ada.id, "{field}: {value}");
        assert_eq!(answer["expires_in"], 900);
        assert_eq!(answer["token_type"], "Bearer");
    }
}

async fn the_access_token_names_issuer_audience_person_session_and_role_for_a_quarter_of_an_hour(app: &TestApp) {
    let ada = app.register("ada").await;
    let claims = claims_of(&ada.access_token);
    assert_eq!(claims["iss"], "foyer");
    assert_eq!(claims["aud"], "foyer-api");
    assert_eq!(claims["sub"], ada.id);
    assert_eq!(claims["role"], "attendee");
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 900);
    let sessions = ada.rest("GET /users/me/sessions").await.expect(200).json();
    assert_eq!(claims["sid"], sessions["items"][0]["id"]);

    app.turn_clock(Duration::from_secs(899));
    ada.rest("GET /users/me").await.expect(200);
    app.turn_clock(Duration::from_secs(1));
    let answer = ada.rest("GET /users/me").await;
    answer.problem(401, "sign_in_ended");
    assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
}

async fn a_wrong_pair_does_not_tell_which_half_was_wrong(app: &TestApp) {
    app.register("ada").await;
    let log_in = async |login: &str, password: &str| {
        let body = json!({ "login": login, "password": password });
        app.visitor().rest("POST /auth/login").json(body).await
    };
    let wrong_password = log_in("ada", "not the password").await;
    let unknown_name = log_in("nobody", PASSWORD).await;
    let unknown_address = log_in("nobody@example.org", PASSWORD).await;
    wrong_password.problem(401, "wrong_credentials");
    assert_eq!(wrong_password.text(), unknown_name.text());
    assert_eq!(wrong_password.text(), unknown_address.text());
    log_in("ada", &"x".repeat(10_000)).await.problem(401, "wrong_credentials");
    assert_eq!(log_in("", PASSWORD).await.wrong_fields(), ["login"]);
    assert_eq!(log_in("ada", "").await.wrong_fields(), ["password"]);
}

async fn signing_out_ends_the_sign_in_at_once(app: &TestApp) {
    let ada = app.register("ada").await;
    let elsewhere = app.sign_in("ada").await;
    let body = json!({ "refresh_token": ada.refresh_token });
    app.visitor().rest("POST /auth/logout").json(body.clone()).await.expect(204);
    ada.rest("GET /users/me").await.problem(401, "sign_in_ended");
    elsewhere.rest("GET /users/me").await.expect(200);
    // Who is out already, or never was in, is told nothing else.
    app.visitor().rest("POST /auth/logout").json(body).await.expect(204);
    app.visitor().rest("POST /auth/logout").json(json!({ "refresh_token": "unknown" })).await.expect(204);
    elsewhere.rest("GET /users/me").await.expect(200);
}

async fn a_sign_in_nobody_uses_ends_by_itself_after_a_month(app: &TestApp) {
    let ada = app.register("ada").await;
    app.turn_clock(Duration::from_secs(30 * 24 * 60 * 60));
    let body = json!({ "refresh_token": ada.refresh_token });
    app.visitor().rest("POST /auth/refresh").json(body).await.problem(401, "refresh_token_invalid");
}
