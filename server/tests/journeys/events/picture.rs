//! The picture of an event.

use domain::accounts::Role;
use serde_json::json;

use crate::support::{TestApp, event_path, png};

journeys![
    whoever_runs_an_event_gives_it_a_picture_and_takes_it_down,
    an_event_that_is_put_on_again_keeps_the_picture_of_the_first,
    what_is_no_picture_changes_nothing_of_the_event,
];

async fn whoever_runs_an_event_gives_it_a_picture_and_takes_it_down(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Concert", json!({})).await);
    let put = async |width| ada.rest(&format!("PUT {path}/image")).body("image/png", png(width, 40)).await;
    let first = put(60).await.expect(200).json()["picture_url"].as_str().unwrap().to_owned();
    assert_eq!(app.visitor().get(&first).await.expect(200).header("content-type"), Some("image/jpeg"));
    let second = put(80).await.expect(200).json()["picture_url"].as_str().unwrap().to_owned();
    assert_ne!(first, second);
    app.visitor().get(&first).await.expect(404);
    let listed = app.visitor().rest("GET /events").await.expect(200).json();
    assert_eq!(listed["items"][0]["picture_url"], json!(second));
    for _ in 0..2 {
        ada.rest(&format!("DELETE {path}/image")).await.expect(204);
    }
    app.visitor().get(&second).await.expect(404);
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "Rain." })).await.expect(200);
    put(60).await.problem(409, "event_cancelled");
}

async fn an_event_that_is_put_on_again_keeps_the_picture_of_the_first(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let put = ada.rest(&format!("PUT {path}/image")).body("image/png", png(60, 40)).await;
    let picture = put.expect(200).json()["picture_url"].as_str().unwrap().to_owned();
    let again = json!({ "starts_at": "2027-01-01T18:00:00Z" });
    let again = ada.rest(&format!("POST {path}/clone")).json(again).await.expect(201).json();
    assert_eq!(again["picture_url"], json!(picture));
    ada.rest(&format!("DELETE {path}/image")).await.expect(204);
    app.visitor().get(&picture).await.expect(200);
    ada.rest(&format!("DELETE {}/image", event_path(&again))).await.expect(204);
    app.visitor().get(&picture).await.expect(404);
}

async fn what_is_no_picture_changes_nothing_of_the_event(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Concert", json!({})).await);
    let before = app.rows().await;
    for bytes in [b"".as_slice(), b"hello"] {
        let put = ada.rest(&format!("PUT {path}/image")).body("image/png", bytes);
        put.await.problem(422, "picture_unreadable");
    }
    let huge = ada.rest(&format!("PUT {path}/image")).body("image/png", vec![0; 9 * 1024 * 1024]);
    huge.await.problem(413, "too_large");
    assert!(app.rows().await == before, "nothing was changed");
}
