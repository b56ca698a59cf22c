//! What a person chose.

use serde_json::json;

use crate::support::TestApp;

journeys![
    choosing_a_theme_leaves_an_open_form_as_good_as_it_was,
    preferences_begin_with_good_guesses_and_are_changed_one_by_one,
    two_editors_of_preferences_do_not_overwrite_each_other,
    choices_that_do_not_exist_are_refused_field_by_field,
    mails_come_in_the_chosen_language,
];

async fn preferences_begin_with_good_guesses_and_are_changed_one_by_one(app: &TestApp) {
    let body = json!({
        "username": "ada", "email": "ada@example.org", "password": "correct horse battery",
        "language": "de-AT", "time_zone": "Europe/Vienna",
    });
    app.visitor().rest("POST /auth/register").json(body).await.expect(201);
    let ada = app.sign_in("ada").await;
    let chosen = ada.rest("GET /users/me/preferences").await.expect(200).json();
    assert_eq!(chosen["language"], "de");
    assert_eq!(chosen["time_zone"], "Europe/Vienna");
    assert_eq!(chosen["theme"], "system");
    assert_eq!(chosen["currency"], "EUR");
    assert_eq!((&chosen["email_reminders"], &chosen["email_marketing"]), (&json!(true), &json!(false)));

    let edit = json!({ "theme": "dark", "email_marketing": true, "in_app_bookings": false });
    let changed = ada.rest("PUT /users/me/preferences").json(edit).await.expect(200).json();
    assert_eq!(changed["theme"], "dark");
    assert_eq!(changed["language"], "de");
    assert_eq!((&changed["email_marketing"], &changed["in_app_bookings"]), (&json!(true), &json!(false)));
    assert_eq!(ada.rest("GET /users/me/preferences").await.json(), changed);
    let odd = json!({ "username": "odd", "email": "odd@example.org", "password": "correct horse battery",
        "language": "tlh", "time_zone": "Mars/Olympus" });
    app.visitor().rest("POST /auth/register").json(odd).await.expect(201);
    let odd = app.sign_in("odd").await.rest("GET /users/me/preferences").await.json();
    assert_eq!((&odd["language"], &odd["time_zone"]), (&json!("en"), &json!("UTC")));
}

async fn two_editors_of_preferences_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.register("ada").await;
    let version = ada.rest("GET /users/me/preferences").await.json()["version"].clone();
    let edit = |theme: &str| json!({ "theme": theme, "version": version });
    ada.rest("PUT /users/me/preferences").json(edit("dark")).await.expect(200);
    ada.rest("PUT /users/me/preferences").json(edit("light")).await.problem(409, "edited_meanwhile");
    assert_eq!(ada.rest("GET /users/me/preferences").await.json()["theme"], "dark");
}

async fn choices_that_do_not_exist_are_refused_field_by_field(app: &TestApp) {
    let ada = app.register("ada").await;
    let edit = json!({ "language": "xx", "time_zone": "../etc/passwd", "currency": "DOGE", "theme": "neon" });
    let answer = ada.rest("PUT /users/me/preferences").json(edit).await;
    assert_eq!(answer.wrong_fields(), ["language", "time_zone", "currency", "theme"], "{answer}");
    let answer = ada.rest("PUT /users/me/preferences").json(json!({ "email_marketing": "yes" })).await;
    assert_eq!(answer.wrong_fields(), ["email_marketing"], "{answer}");
}

async fn mails_come_in_the_chosen_language(app: &TestApp) {
    let ada = app.register("ada").await;
    ada.rest("PUT /users/me/preferences").json(json!({ "language": "de" })).await.expect(200);
    app.visitor().rest("POST /auth/forgot-password").json(json!({ "email": "ada@example.org" })).await.expect(202);
    assert_eq!(app.mails_to("ada@example.org").await[0].subject, "Setzen Sie ein neues Passwort");
}

async fn choosing_a_theme_leaves_an_open_form_as_good_as_it_was(app: &TestApp) {
    let ada = app.register("ada").await;
    let version = ada.rest("GET /users/me/preferences").await.json()["version"].clone();
    let browser = app.signed_in_browser("ada").await;
    browser.submit("/settings/preferences", "accounts/set_theme", &[("theme", "dark")]).await.expect(303);
    let chosen = ada.rest("GET /users/me/preferences").await.json();
    assert_eq!((&chosen["theme"], &chosen["version"]), (&json!("dark"), &version));
    browser.submit("/", "accounts/set_theme", &[("theme", "neon")]).await.expect(422);
}
