//! Where a person is signed in.

use std::time::Duration;

use serde_json::json;

use crate::support::{PASSWORD, TestApp};

journeys![
    every_sign_in_is_listed_with_its_device_and_last_use,
    one_sign_in_can_be_ended_from_another,
    all_other_sign_ins_can_be_ended_at_once,
    somebody_elses_sign_in_is_as_unknown_as_none,
];

async fn every_sign_in_is_listed_with_its_device_and_last_use(app: &TestApp) {
    let ada = app.register("ada").await;
    app.turn_clock(Duration::from_secs(60));
    let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    let log_in = json!({ "login": "ada", "password": PASSWORD });
    let from = app.visitor().at("198.51.100.7");
    from.rest("POST /auth/login").header("user-agent", agent).json(log_in).await.expect(200);
    let list = ada.rest("GET /users/me/sessions").await.expect(200).json();
    assert_eq!((&list["total"], &list["next_cursor"]), (&json!(2), &json!(null)));
    let newest = &list["items"][0];
    assert_eq!(newest["device"], "Firefox on Linux");
    assert_eq!(newest["address"], "198.51.100.7");
    assert_eq!(newest["current"], false);
    assert_eq!(newest["last_used_at"], "2026-11-21T18:01:00Z");
    assert_eq!(list["items"][1]["current"], true);

    app.turn_clock(Duration::from_secs(60));
    let refresh = json!({ "refresh_token": ada.refresh_token });
    ada.rest("POST /auth/refresh").json(refresh).await.expect(200);
    let list = ada.rest("GET /users/me/sessions").await.json();
    assert_eq!(list["items"][0]["current"], true, "last used first");
    assert_eq!(list["items"][0]["last_used_at"], "2026-11-21T18:02:00Z");
    assert_eq!(list["items"][0]["created_at"], "2026-11-21T18:00:00Z");
}

async fn one_sign_in_can_be_ended_from_another(app: &TestApp) {
    let ada = app.register("ada").await;
    let phone = app.sign_in("ada").await;
    let list = ada.rest("GET /users/me/sessions").await.json();
    let other = list["items"].as_array().unwrap().iter().find(|session| session["current"] == false).unwrap();
    let operation = format!("DELETE /users/me/sessions/{}", other["id"].as_str().unwrap());
    ada.rest(&operation).await.expect(204);
    phone.rest("GET /users/me").await.problem(401, "sign_in_ended");
    let refresh = json!({ "refresh_token": phone.refresh_token });
    app.visitor().rest("POST /auth/refresh").json(refresh).await.problem(401, "refresh_token_invalid");
    ada.rest(&operation).await.problem(404, "not_found");
    assert_eq!(ada.rest("GET /users/me/sessions").await.json()["total"], 1);
}

async fn all_other_sign_ins_can_be_ended_at_once(app: &TestApp) {
    let ada = app.register("ada").await;
    let grace = app.register("grace").await;
    let others = [app.sign_in("ada").await, app.sign_in("ada").await];
    ada.rest("DELETE /users/me/sessions").await.expect(204);
    for other in others {
        other.rest("GET /users/me").await.problem(401, "sign_in_ended");
    }
    ada.rest("GET /users/me").await.expect(200);
    grace.rest("GET /users/me").await.expect(200);
    ada.rest("DELETE /users/me/sessions").await.expect(204);
}

async fn somebody_elses_sign_in_is_as_unknown_as_none(app: &TestApp) {
    let (ada, eve) = (app.register("ada").await, app.register("eve").await);
    let of_ada = ada.rest("GET /users/me/sessions").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let foreign = eve.rest(&format!("DELETE /users/me/sessions/{of_ada}")).await;
    let unknown = eve.rest("DELETE /users/me/sessions/00000000-0000-7000-8000-000000000001").await;
    foreign.problem(404, "not_found");
    assert_eq!(foreign.text(), unknown.text());
    ada.rest("GET /users/me").await.expect(200);
}
