//! Links sent by mail: to confirm an address, and to set a new password.

use std::time::Duration;

use serde_json::json;

use crate::support::{Answer, PASSWORD, TestApp, token_in};

journeys![
    the_mailed_token_confirms_the_address_once,
    a_link_to_confirm_is_sent_again_on_request_until_it_is_needed_no_more,
    a_link_to_confirm_works_for_two_days,
    asking_for_a_reset_answers_the_same_for_every_address_and_mails_only_real_ones,
    a_reset_link_sets_a_password_once_and_ends_every_sign_in,
    a_reset_link_works_for_one_hour_and_a_bad_password_does_not_use_it_up,
    one_reset_voids_the_other_links,
];

async fn verify(app: &TestApp, token: &str) -> Answer {
    app.visitor().rest("POST /auth/verify-email").json(json!({ "token": token })).await
}

async fn forgot(app: &TestApp, email: &str) -> Answer {
    app.visitor().rest("POST /auth/forgot-password").json(json!({ "email": email })).await
}

async fn reset(app: &TestApp, token: &str, password: &str) -> Answer {
    app.visitor().rest("POST /auth/reset-password").json(json!({ "token": token, "password": password })).await
}

async fn the_mailed_token_confirms_the_address_once(app: &TestApp) {
    let ada = app.register("ada").await;
    let token = app.newest_token("ada@example.org").await;
    assert!(verify(app, &token).await.expect(204).body.is_empty());
    assert_eq!(ada.rest("GET /users/me").await.json()["email_verified"], true);
    verify(app, &token).await.problem(422, "link_invalid");
    verify(app, "guessed").await.problem(422, "link_invalid");
    verify(app, "").await.problem(422, "link_invalid");
    app.handle_messages().await;
    let notices = ada.rest("GET /users/me/notifications").await.json();
    assert_eq!(notices["items"][0]["kind"], "email_confirmed");
}

async fn a_link_to_confirm_is_sent_again_on_request_until_it_is_needed_no_more(app: &TestApp) {
    let ada = app.register("ada").await;
    ada.rest("POST /auth/request-verification").await.expect(202);
    assert_eq!(app.mails_to("ada@example.org").await.len(), 2);
    let token = app.newest_token("ada@example.org").await;
    verify(app, &token).await.expect(204);
    ada.rest("POST /auth/request-verification").await.problem(409, "email_already_verified");
    app.visitor().rest("POST /auth/request-verification").await.problem(401, "sign_in_required");
}

async fn a_link_to_confirm_works_for_two_days(app: &TestApp) {
    app.register("ada").await;
    let token = app.newest_token("ada@example.org").await;
    app.turn_clock(Duration::from_secs(48 * 60 * 60));
    verify(app, &token).await.problem(422, "link_invalid");
}

async fn asking_for_a_reset_answers_the_same_for_every_address_and_mails_only_real_ones(app: &TestApp) {
    app.register("ada").await;
    let before = app.mails_to("ada@example.org").await.len();
    let (known, unknown) = (forgot(app, "Ada@Example.org").await, forgot(app, "nobody@example.org").await);
    assert_eq!((known.status, known.text()), (202, unknown.text()));
    assert_eq!(unknown.status, 202);
    assert_eq!(app.mails_to("ada@example.org").await.len(), before + 1);
    assert!(app.mails_to("nobody@example.org").await.is_empty());
    assert_eq!(forgot(app, "nowhere").await.wrong_fields(), ["email"]);
}

async fn a_reset_link_sets_a_password_once_and_ends_every_sign_in(app: &TestApp) {
    let ada = app.register("ada").await;
    forgot(app, "ada@example.org").await.expect(202);
    let token = app.newest_token("ada@example.org").await;
    reset(app, &token, "another long sentence").await.expect(204);
    ada.rest("GET /users/me").await.problem(401, "sign_in_ended");
    let refresh = json!({ "refresh_token": ada.refresh_token });
    app.visitor().rest("POST /auth/refresh").json(refresh).await.problem(401, "refresh_token_invalid");
    reset(app, &token, "a third long sentence").await.problem(422, "link_invalid");

    let log_in = async |password: &str| {
        app.visitor().rest("POST /auth/login").json(json!({ "login": "ada", "password": password })).await
    };
    log_in(PASSWORD).await.problem(401, "wrong_credentials");
    let user = log_in("another long sentence").await.expect(200).json()["user"].clone();
    assert_eq!(user["email_verified"], true, "the link proves the address as well");
    assert_eq!(app.mails_to("ada@example.org").await[0].subject, "Your password was changed");
}

async fn a_reset_link_works_for_one_hour_and_a_bad_password_does_not_use_it_up(app: &TestApp) {
    app.register("ada").await;
    forgot(app, "ada@example.org").await;
    let token = app.newest_token("ada@example.org").await;
    assert_eq!(reset(app, &token, "short").await.wrong_fields(), ["password"]);
    app.turn_clock(Duration::from_secs(60 * 60 - 1));
    assert_eq!(reset(app, &token, "short").await.wrong_fields(), ["password"]);
    app.turn_clock(Duration::from_secs(1));
    reset(app, &token, "another long sentence").await.problem(422, "link_invalid");
    app.sign_in("ada").await;
}

async fn one_reset_voids_the_other_links(app: &TestApp) {
    app.register("ada").await;
    forgot(app, "ada@example.org").await;
    forgot(app, "ada@example.org").await;
    let mails = app.mails_to("ada@example.org").await;
    let (newer, older) = (token_in(&mails[0]), token_in(&mails[1]));
    assert_ne!(newer, older);
    reset(app, &older, "another long sentence").await.expect(204);
    reset(app, &newer, "a third long sentence").await.problem(422, "link_invalid");
    // A link for one purpose is none for another.
    let confirming = token_in(mails.last().unwrap());
    reset(app, &confirming, "a third long sentence").await.problem(422, "link_invalid");
}
