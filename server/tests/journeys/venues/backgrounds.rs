//! Pictures to draw plans upon.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{Person, TestApp, plan_body, png, venue_path};

journeys![a_plan_is_drawn_upon_a_picture_of_its_venue, what_is_no_picture_changes_nothing];

async fn upload(person: &Person, venue: &Value, width: u32) -> Value {
    let put = person.rest(&format!("PUT {}/plan/background", venue_path(venue)));
    put.body("image/png", png(width, 40)).await.expect(200).json()
}

fn upon(picture: &Value) -> Value {
    let mut plan = plan_body(&[("Stalls", 1, 2)]);
    plan["background"] =
        json!({ "picture_id": picture["picture_id"], "x": -50, "y": 0, "width": 900, "height": 600, "opacity": 60 });
    plan
}

async fn a_plan_is_drawn_upon_a_picture_of_its_venue(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (venue, other) = (ada.venue("Gym", json!({})).await, ada.venue("Hall", json!({})).await);
    let picture = upload(&ada, &venue, 60).await;
    let url = picture["picture_url"].as_str().unwrap().to_owned();
    app.visitor().get(&url).await.expect(200);
    let saved = ada.save_plan(&venue, &upon(&picture)).await;
    assert_eq!((&saved["background"]["opacity"], &saved["background_url"]), (&json!(60), &json!(url)));
    let elsewhere = ada.rest(&format!("PUT {}/plan", venue_path(&other))).json(upon(&picture)).await;
    elsewhere.problem(422, "invalid_input");
    assert_eq!(elsewhere.wrong_fields(), ["background.picture_id"]);
    // Pictures nobody drew upon are forgotten; the one of a plan stays.
    let unused = upload(&ada, &venue, 61).await["picture_url"].as_str().unwrap().to_owned();
    for width in 62..66 {
        upload(&ada, &venue, width).await;
    }
    app.visitor().get(&unused).await.expect(404);
    app.visitor().get(&url).await.expect(200);
}

async fn what_is_no_picture_changes_nothing(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let put = format!("PUT {}/plan/background", venue_path(&ada.venue("Gym", json!({})).await));
    let before = app.rows().await;
    for bytes in [b"".as_slice(), b"hello"] {
        ada.rest(&put).body("image/png", bytes).await.problem(422, "picture_unreadable");
    }
    ada.rest(&put).body("image/png", vec![0; 9 * 1024 * 1024]).await.problem(413, "too_large");
    assert!(app.rows().await == before, "nothing was changed");
}
