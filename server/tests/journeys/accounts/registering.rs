//! Opening an account.

use serde_json::json;

use crate::support::{PASSWORD, TestApp};

journeys![
    a_new_person_gets_everything_the_contract_names_under_both_paths,
    a_trailing_slash_changes_nothing,
    a_page_is_found_with_a_trailing_slash_too,
    names_and_addresses_belong_to_one_person_whatever_the_capitals,
    what_is_wrong_is_said_beside_every_field_at_once,
    nobody_registers_with_a_role_of_their_own_choice,
    fifty_registrations_of_one_name_at_once_make_one_account,
];

async fn a_new_person_gets_everything_the_contract_names_under_both_paths(app: &TestApp) {
    for (path, name) in [("/auth/register", "ada"), ("/users/register", "grace")] {
        let body = json!({ "username": name, "email": format!("{name}@example.org"), "password": PASSWORD });
        let answer = app.visitor().rest(&format!("POST {path}")).json(body).await.expect(201).json();
        assert_eq!(answer["token_type"], "Bearer");
        assert_eq!(answer["expires_in"], 900);
        assert!(answer["access_token"].is_string() && answer["refresh_token"].is_string());
        let user = &answer["user"];
        assert_eq!(user["username"], name);
        assert_eq!(user["email"], format!("{name}@example.org"));
        assert_eq!(user["role"], "attendee");
        assert_eq!(user["email_verified"], false);
        assert_eq!(user["bio"], "");
        assert_eq!(user["display_name"], name);
        assert_eq!(user["created_at"], "2026-11-21T18:00:00Z");
        assert_eq!(user["id"].as_str().unwrap().as_bytes()[14], b'7', "a UUIDv7");
        let caller = app.visitor().with_bearer(answer["access_token"].as_str().unwrap());
        assert_eq!(caller.rest("GET /users/me").await.expect(200).json(), *user);
    }
}

async fn a_trailing_slash_changes_nothing(app: &TestApp) {
    let body = json!({ "username": "ada", "email": "ada@example.org", "password": PASSWORD });
    app.visitor().rest("POST /auth/register/").json(body).await.expect(201);
    let ada = app.sign_in("ada").await;
    ada.rest("GET /users/me/").await.expect(200);
    ada.rest("GET /users/me/sessions/").await.expect(200);
}

async fn a_page_is_found_with_a_trailing_slash_too(app: &TestApp) {
    let answer = app.browser().get("/login/").await;
    assert!(matches!(answer.status, 200 | 301 | 307 | 308), "{answer}");
}

async fn names_and_addresses_belong_to_one_person_whatever_the_capitals(app: &TestApp) {
    app.register("ada").await;
    let register = async |username: &str, email: &str| {
        let body = json!({ "username": username, "email": email, "password": PASSWORD });
        app.visitor().rest("POST /auth/register").json(body).await
    };
    let taken = register("ADA", "other@example.org").await;
    taken.problem(409, "username_taken");
    assert_eq!(taken.wrong_fields(), ["username"]);
    let taken = register("other", "Ada@Example.ORG").await;
    taken.problem(409, "email_taken");
    assert_eq!(taken.wrong_fields(), ["email"]);
    register(" other ", " other@example.org ").await.expect(201);
}

async fn what_is_wrong_is_said_beside_every_field_at_once(app: &TestApp) {
    let body = json!({ "username": "<b>", "email": "nowhere", "password": "short" });
    let answer = app.visitor().rest("POST /auth/register").json(body).await;
    answer.problem(422, "invalid_input");
    assert_eq!(answer.wrong_fields(), ["username", "email", "password"]);
    let answer = app.visitor().rest("POST /auth/register").json(json!({ "username": "ada" })).await;
    assert_eq!(answer.wrong_fields(), ["email"], "{answer}");
}

async fn nobody_registers_with_a_role_of_their_own_choice(app: &TestApp) {
    let body = json!({
        "username": "eve", "email": "eve@example.org", "password": PASSWORD, "role": "admin", "email_verified": true,
        "id": "00000000-0000-7000-8000-000000000001", "created_at": "2001-01-01T00:00:00Z",
    });
    let answer = app.visitor().rest("POST /auth/register").json(body).await.expect(201).json();
    assert_eq!(answer["user"]["role"], "attendee");
    assert_eq!(answer["user"]["email_verified"], false);
    assert_ne!(answer["user"]["id"], "00000000-0000-7000-8000-000000000001");
}

async fn fifty_registrations_of_one_name_at_once_make_one_account(app: &TestApp) {
    let register = async |number: usize| {
        let body = json!({ "username": "ada", "email": format!("ada{number}@example.org"), "password": PASSWORD });
        app.visitor().at(&app.new_address()).rest("POST /auth/register").json(body).await
    };
    let answers = futures::future::join_all((0..50).map(register)).await;
    let made = answers.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(made, 1);
    for refused in answers.iter().filter(|answer| answer.status != 201) {
        refused.problem(409, "username_taken");
    }
    assert_eq!(app.rows().await["user_account"].len(), 1);
}
