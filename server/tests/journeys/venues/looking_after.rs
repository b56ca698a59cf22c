//! Adding, finding, changing and deleting venues.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, venue_path};

journeys![
    a_venue_is_there_for_everybody_at_once,
    what_cannot_be_a_venue_is_named_by_field,
    venues_are_found_by_any_part_of_them_by_city_and_by_who_looks_after_them,
    a_venue_is_changed_field_by_field_and_two_editors_do_not_overwrite_each_other,
    officers_add_venues_for_their_club_and_look_after_them,
    adding_a_venue_twice_with_one_key_adds_one,
    a_deleted_venue_is_nowhere,
];

async fn a_venue_is_there_for_everybody_at_once(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("  Rotunde ", json!({ "address": "Augustusplatz 1", "city": " Bad   Lausick " })).await;
    assert_eq!((&venue["name"], &venue["city"]), (&json!("Rotunde"), &json!("Bad Lausick")));
    assert_eq!((&venue["plan"], &venue["can_manage"], &venue["version"]), (&json!(null), &json!(true), &json!(1)));
    let seen = app.visitor().rest(&format!("GET {}", venue_path(&venue))).await.expect(200).json();
    assert_eq!((&seen["address"], &seen["can_manage"]), (&json!("Augustusplatz 1"), &json!(false)));
    let listed = app.visitor().rest("GET /venues").await.expect(200).json();
    assert_eq!((&listed["total"], &listed["items"][0]["id"]), (&json!(1), &venue["id"]));
}

async fn what_cannot_be_a_venue_is_named_by_field(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let before = app.rows().await;
    let long = "x".repeat(201);
    let body = json!({ "name": "R", "address": long, "city": "a\u{0}b", "time_zone": "Mars/Base" });
    let refused = ada.rest("POST /venues").json(body).await;
    refused.problem(422, "invalid_input");
    assert_eq!(refused.wrong_fields(), ["name", "address", "city", "time_zone"]);
    let club = json!({ "name": "Gym", "time_zone": "UTC", "club_id": "00000000-0000-7000-8000-000000000001" });
    assert_eq!(ada.rest("POST /venues").json(club).await.wrong_fields(), ["club_id"]);
    assert!(app.rows().await == before, "nothing was changed");
}

async fn venues_are_found_by_any_part_of_them_by_city_and_by_who_looks_after_them(app: &TestApp) {
    let (ada, grace) = (app.with_role("ada", Role::Organizer).await, app.with_role("grace", Role::Organizer).await);
    ada.venue("Žižkov Hall", json!({ "city": "Praha", "address": "100% Street" })).await;
    ada.venue("Small Room", json!({ "city": "Leipzig" })).await;
    grace.venue("Great Hall", json!({ "city": "LEIPZIG" })).await;
    let names = async |query: &str| {
        let found = grace.rest(&format!("GET /venues?{query}")).await.expect(200).json();
        let items = found["items"].as_array().unwrap().iter();
        let names: Vec<Value> = items.map(|venue| venue["name"].clone()).collect();
        assert_eq!(found["total"], json!(names.len()));
        names
    };
    assert_eq!(names("q=hall").await, ["Great Hall", "Žižkov Hall"]);
    assert_eq!(names("q=%C5%BDI%C5%BD").await, ["Žižkov Hall"]);
    assert_eq!(names("q=100%25").await, ["Žižkov Hall"]);
    assert_eq!(names("city=leipzig").await, ["Great Hall", "Small Room"]);
    assert_eq!(names("city=leip").await.len(), 0);
    assert_eq!(names("mine=true").await, ["Great Hall"]);
    let first = grace.rest("GET /venues?limit=2").await.expect(200).json();
    let next = format!("GET /venues?limit=2&cursor={}", first["next_cursor"].as_str().unwrap());
    let second = grace.rest(&next).await.expect(200).json();
    assert_eq!((second["items"].as_array().unwrap().len(), &second["next_cursor"]), (1, &json!(null)));
    app.visitor().rest("GET /venues?mine=true").await.problem(401, "sign_in_required");
}

async fn a_venue_is_changed_field_by_field_and_two_editors_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    let edit = format!("PATCH {}", venue_path(&venue));
    let changed = ada.rest(&edit).json(json!({ "name": "Old Gym", "version": 1 })).await.expect(200).json();
    assert_eq!(
        (&changed["name"], &changed["city"], &changed["version"]),
        (&json!("Old Gym"), &json!("Leipzig"), &json!(2))
    );
    ada.rest(&edit).json(json!({ "name": "New Gym", "version": 1 })).await.problem(409, "edited_meanwhile");
    let same = ada.rest(&edit).json(json!({ "name": "Old Gym" })).await.expect(200).json();
    assert_eq!(same["version"], 2, "saving what stands there is no change");
    let refused = ada.rest(&edit).json(json!({ "time_zone": "nowhere", "name": "" })).await;
    assert_eq!(refused.wrong_fields(), ["name", "time_zone"]);
}

async fn officers_add_venues_for_their_club_and_look_after_them(app: &TestApp) {
    let owner = app.register("owner").await;
    let club = app.approved_club(&owner, "Chess", "open").await;
    let officer = app.officer(&owner, &club, "officer").await;
    let member = app.member(&owner, &club, "member").await;
    let venue = officer.venue("Club room", json!({ "club_id": club })).await;
    assert_eq!(venue["club_name"], "Chess");
    let edit = format!("PATCH {}", venue_path(&venue));
    assert_eq!(owner.rest(&edit).json(json!({ "city": "Halle" })).await.expect(200).json()["city"], "Halle");
    member.rest(&edit).json(json!({ "city": "Jena" })).await.problem(403, "not_allowed");
    let mine = owner.rest("GET /venues?mine=true").await.expect(200).json();
    assert_eq!((&mine["total"], &mine["items"][0]["can_manage"]), (&json!(1), &json!(true)));
    assert_eq!(member.rest("GET /venues?mine=true").await.expect(200).json()["total"], 0);
    let waiting = owner.rest("POST /clubs").json(json!({ "name": "Go" })).await.expect(201).json();
    let early = json!({ "name": "Room", "time_zone": "UTC", "club_id": waiting["id"] });
    owner.rest("POST /venues").json(early).await.problem(409, "club_not_approved");
    // A club that is gone leaves its venues to those who added them.
    owner.rest(&format!("DELETE /clubs/{club}")).await.expect(204);
    owner.rest(&edit).json(json!({ "city": "Jena" })).await.problem(403, "not_allowed");
    let left = officer.rest(&edit).json(json!({ "city": "Jena" })).await.expect(200).json();
    assert_eq!((&left["club_id"], &left["club_name"]), (&json!(null), &json!(null)));
}

async fn adding_a_venue_twice_with_one_key_adds_one(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let add = async || {
        let body = json!({ "name": "Gym", "time_zone": "UTC" });
        ada.rest("POST /venues").json(body).header("idempotency-key", "one").await.expect(201)
    };
    let (first, second) = (add().await, add().await);
    assert_eq!((first.json(), second.header("idempotent-replayed")), (second.json(), Some("true")));
    assert_eq!(app.visitor().rest("GET /venues").await.json()["total"], 1);
}

async fn a_deleted_venue_is_nowhere(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    let path = venue_path(&venue);
    ada.rest(&format!("DELETE {path}")).await.expect(204);
    for call in [format!("GET {path}"), format!("DELETE {path}"), format!("GET {path}/plan")] {
        ada.rest(&call).await.problem(404, "not_found");
    }
    let plan = json!({ "sections": [{ "name": "Floor", "kind": "standing", "capacity": 8 }] });
    ada.rest(&format!("PUT {path}/plan")).json(plan).await.problem(404, "not_found");
    assert_eq!(ada.rest("GET /venues").await.expect(200).json()["total"], 0);
}
