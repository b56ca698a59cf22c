//! A plan of twenty thousand seats goes in, comes out, and is the same.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, plan_body, seats_of, venue_path};

journeys![twenty_thousand_seats_come_out_as_they_went_in, one_seat_too_many_is_refused_in_words,];

fn arena(seats: usize) -> Value {
    let names: Vec<String> = (0..seats / 1_000).map(|number| format!("Block {number}")).collect();
    plan_body(&names.iter().map(|name| (name.as_str(), 20, 50)).collect::<Vec<_>>())
}

/// As it could be taken to another venue.
fn without_ids(mut plan: Value) -> Value {
    for field in ["id", "version", "venue_id", "created_at"] {
        plan.as_object_mut().unwrap().remove(field);
    }
    for section in plan["sections"].as_array_mut().unwrap() {
        section["id"].take();
        for row in section["rows"].as_array_mut().unwrap() {
            row["id"].take();
            row["seats"].as_array_mut().unwrap().iter_mut().for_each(|seat| drop(seat["id"].take()));
        }
    }
    plan
}

async fn twenty_thousand_seats_come_out_as_they_went_in(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (here, there) = (ada.venue("Arena", json!({})).await, ada.venue("Copy", json!({})).await);
    let saved = ada.save_plan(&here, &arena(20_000)).await;
    assert_eq!((&saved["seats"], &saved["version"]), (&json!(20_000), &json!(1)));
    let exported = app.visitor().rest(&format!("GET {}/plan", venue_path(&here))).await.expect(200).json();
    assert!(exported == saved, "what is read is what was saved");
    assert!(seats_of(&exported).iter().all(|seat| seat["id"].is_string()));
    let again = ada.save_plan(&here, &exported).await;
    assert!(again == exported, "saving what stands there is no new version");
    let copied = ada.save_plan(&there, &without_ids(exported.clone())).await;
    assert!(without_ids(copied) == without_ids(exported), "the copy is the same but for its ids");
}

async fn one_seat_too_many_is_refused_in_words(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Arena", json!({})).await;
    let put = format!("PUT {}/plan", venue_path(&venue));
    let before = app.rows().await;
    let refused = ada.rest(&put).json(arena(26_000)).await.problem(422, "invalid_input");
    assert_eq!(refused["errors"][0]["field"], "sections");
    assert_eq!(refused["errors"][0]["message"], "A plan has at most 25000 seats, and this one has 26000.");
    assert!(app.rows().await == before, "nothing was changed");
}
