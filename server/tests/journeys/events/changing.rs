//! Changing an event, before and after everybody has seen it.

use domain::accounts::Role;
use serde_json::json;

use crate::support::{TestApp, event_path};

journeys![
    a_draft_is_changed_field_by_field_and_emptied_by_null,
    what_is_published_keeps_its_currency_its_future_and_its_place,
    a_cancelled_event_stays_as_it_is,
    two_editors_do_not_overwrite_each_other,
    an_event_changes_hands_only_among_those_who_may_put_it_on,
    facts_are_looked_at_together_with_those_that_stay,
    a_category_that_is_used_is_not_deleted,
];

async fn a_draft_is_changed_field_by_field_and_emptied_by_null(app: &TestApp) {
    let (ada, admin) = (app.with_role("ada", Role::Organizer).await, app.admin("root").await);
    let music = admin.rest("POST /categories").json(json!({ "name": "Music" })).await.expect(201).json();
    let event = ada.draft("Concert", json!({ "category_id": music["id"] })).await;
    assert_eq!(event["category_name"], "Music");
    let path = event_path(&event);
    let change = json!({ "title": "Spring", "currency": "usd", "city": "Halle", "capacity": 7 });
    let edited = ada.rest(&format!("PATCH {path}")).json(change).await.expect(200).json();
    assert_eq!((&edited["title"], &edited["currency"]), (&json!("Spring"), &json!("USD")));
    assert_eq!((&edited["city"], &edited["capacity"], &edited["version"]), (&json!("Halle"), &json!(7), &json!(2)));
    assert_eq!((&edited["location"], &edited["category_id"]), (&event["location"], &music["id"]));
    let emptied = json!({ "category_id": null, "location": null, "city": "", "capacity": null });
    let emptied = ada.rest(&format!("PUT {path}")).json(emptied).await.expect(200).json();
    for field in ["category_id", "category_name", "location", "city", "capacity"] {
        assert_eq!(emptied[field], json!(null), "{field}");
    }
    assert_eq!((&emptied["title"], &emptied["version"]), (&json!("Spring"), &json!(3)));
    let same = ada.rest(&format!("PATCH {path}")).json(json!({ "title": " Spring ", "city": null })).await;
    assert_eq!(same.expect(200).json(), emptied, "saving what stands there is no change");
}

async fn what_is_published_keeps_its_currency_its_future_and_its_place(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Concert", json!({})).await);
    let edit = async |change| ada.rest(&format!("PATCH {path}")).json(change).await;
    edit(json!({ "currency": "USD" })).await.problem(409, "currency_fixed");
    let past = edit(json!({ "starts_at": "2026-11-21T18:00:00Z", "ends_at": "2026-11-22T00:00:00Z" })).await;
    past.problem(422, "invalid_input");
    assert_eq!(past.wrong_fields(), ["starts_at"]);
    let nowhere = edit(json!({ "location": null })).await;
    nowhere.problem(409, "not_ready");
    assert_eq!(nowhere.wrong_fields(), ["location"]);
    assert_eq!(edit(json!({ "capacity": null })).await.wrong_fields(), ["capacity"]);
    let moved = json!({ "starts_at": "2026-11-21T18:00:01Z", "currency": "EUR", "description": "Sooner." });
    assert_eq!(edit(json!({ "ends_at": "2026-12-12T21:00:00Z" })).await.expect(200).json()["version"], 3);
    edit(moved).await.expect(200);
    // What has begun may still be described.
    app.turn_clock(std::time::Duration::from_secs(60));
    let described =
        edit(json!({ "description": "Now.", "starts_at": "2026-11-21T18:00:01Z" })).await.expect(200).json();
    assert_eq!((&described["status"], &described["description"]), (&json!("published"), &json!("Now.")));
}

async fn a_cancelled_event_stays_as_it_is(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Concert", json!({})).await);
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "Rain." })).await.expect(200);
    let edit = ada.rest(&format!("PATCH {path}")).json(json!({ "title": "Other" })).await;
    edit.problem(409, "event_cancelled");
}

async fn two_editors_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let at_once = (0..10).map(|number| {
        let body = json!({ "title": format!("Title {number}"), "version": 1 });
        let (ada, edit) = (&ada, format!("PATCH {path}"));
        async move { ada.rest(&edit).json(body).await }
    });
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        refused.problem(409, "edited_meanwhile");
    }
}

async fn an_event_changes_hands_only_among_those_who_may_put_it_on(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let other = app.approved_club(&app.register("grace").await, "Go", "open").await;
    let officer = app.officer(&ada, &club, "lea").await;
    let path = event_path(&officer.draft("Evening", json!({ "club_id": club })).await);
    let edit = format!("PATCH {path}");
    officer.rest(&edit).json(json!({ "club_id": other })).await.problem(403, "not_allowed");
    officer.rest(&edit).json(json!({ "club_id": null })).await.problem(403, "not_allowed");
    officer.rest(&edit).json(json!({ "club_id": club, "title": "Same" })).await.expect(200);
    // Without its club it would be its creator's alone, who is no organizer.
    ada.rest(&edit).json(json!({ "club_id": null })).await.problem(403, "not_allowed");
    officer.rest("POST /users/me/become-organizer").await.expect(200);
    let own = officer.rest(&edit).json(json!({ "club_id": null })).await.expect(200).json();
    assert_eq!((&own["club_id"], &own["club_name"]), (&json!(null), &json!(null)));
    ada.rest(&edit).json(json!({ "title": "Mine" })).await.problem(404, "not_found");
}

async fn facts_are_looked_at_together_with_those_that_stay(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    for (change, field) in [
        (json!({ "starts_at": "2026-12-12T20:00:00Z" }), "ends_at"),
        (json!({ "ends_at": "2026-12-12T18:00:00Z" }), "ends_at"),
        (json!({ "starts_at": "2026-11-01T18:00:00Z" }), "ends_at"),
        (json!({ "members_only": true }), "members_only"),
    ] {
        let refused = ada.rest(&format!("PATCH {path}")).json(change).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), [field]);
    }
}

async fn a_category_that_is_used_is_not_deleted(app: &TestApp) {
    let (ada, admin) = (app.with_role("ada", Role::Organizer).await, app.admin("root").await);
    let music = admin.rest("POST /categories").json(json!({ "name": "Music" })).await.expect(201).json();
    let delete = format!("DELETE /categories/{}", music["id"].as_str().unwrap());
    let first = ada.draft("One", json!({ "category_id": music["id"] })).await;
    let refused = admin.rest(&delete).await.problem(409, "category_in_use");
    assert_eq!(refused["detail"], "One event is in this category. Give it another one first.");
    let second = ada.draft("Two", json!({ "category_id": music["id"] })).await;
    let refused = admin.rest(&delete).await.problem(409, "category_in_use");
    assert_eq!(refused["detail"], "2 events are in this category. Give them another one first.");
    assert_eq!(app.visitor().rest("GET /categories").await.json()["items"][0]["events"], 2);
    ada.rest(&format!("DELETE {}", event_path(&first))).await.expect(204);
    ada.rest(&format!("PATCH {}", event_path(&second))).json(json!({ "category_id": null })).await.expect(200);
    admin.rest(&delete).await.expect(204);
}
