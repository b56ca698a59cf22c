//! Making, reading and refusing codes.

use domain::accounts::Role;
use serde_json::{Value, json};

use super::{euros, made, make};
use crate::support::{TestApp, event_path};

journeys![
    codes_are_made_listed_changed_and_taken_back,
    what_cannot_be_a_promotion_is_refused_field_by_field,
    facts_are_looked_at_together_with_those_of_the_event,
    percents_and_amounts_take_each_others_place,
    a_code_is_one_of_its_event_or_of_those_that_hold_everywhere,
    two_editors_do_not_overwrite_each_other,
    the_codes_of_a_cancelled_event_stay_as_they_are,
    a_repeated_request_makes_one_code,
];

async fn codes_are_made_listed_changed_and_taken_back(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.draft("Concert", json!({})).await;
    let (first, own) = made(&ada, json!({ "event_id": event["id"], "code": " early-bird ", "max_uses": 40 })).await;
    assert_eq!((&first["code"], &first["percent_off"]), (&json!("EARLY-BIRD"), &json!(20)));
    assert_eq!((&first["amount_off"], &first["event_id"]), (&json!(null), &event["id"]));
    assert_eq!((&first["state"], &first["uses"], &first["version"]), (&json!("active"), &json!(0), &json!(1)));
    let (second, _) = made(&ada, json!({ "event_id": event["id"], "code": "LATE" })).await;
    let list = format!("GET /promotions?event_id={}", event["id"].as_str().unwrap());
    let page = ada.rest(&format!("{list}&limit=1")).await.expect(200).json();
    assert_eq!((&page["items"][0], &page["total"]), (&second, &json!(2)));
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = ada.rest(&format!("{list}&cursor={cursor}")).await.expect(200).json();
    assert_eq!((&rest["items"], &rest["next_cursor"]), (&json!([first]), &json!(null)));

    let change = json!({ "paused": true, "max_uses": null, "ends_at": "2026-12-01T00:00:00Z" });
    let edited = ada.rest(&format!("PATCH {own}")).json(change.clone()).await.expect(200).json();
    assert_eq!((&edited["state"], &edited["max_uses"]), (&json!("paused"), &json!(null)));
    assert_eq!((&edited["ends_at"], &edited["version"]), (&json!("2026-12-01T00:00:00Z"), &json!(2)));
    let same = ada.rest(&format!("PATCH {own}")).json(change).await.expect(200).json();
    assert_eq!(same, edited, "saving what stands there is no change");
    assert_eq!(ada.rest(&format!("GET {own}")).await.expect(200).json(), edited);
    ada.rest(&format!("DELETE {own}")).await.expect(204);
    ada.rest(&format!("DELETE {own}")).await.problem(404, "not_found");
}

async fn what_cannot_be_a_promotion_is_refused_field_by_field(app: &TestApp) {
    let root = app.admin("root").await;
    let before = app.rows().await;
    let nothing = "00000000-0000-7000-8000-000000000001";
    for (field, value, named) in [
        ("code", json!(""), "code"),
        ("code", json!("AB"), "code"),
        ("code", json!("x".repeat(41)), "code"),
        ("code", json!("x".repeat(100_000)), "code"),
        ("code", json!("FRÜHLING"), "code"),
        ("code", json!("SPRING 27"), "code"),
        ("code", json!("A\u{0}BC"), "code"),
        ("code", json!("\u{202e}GNIRPS"), "code"),
        ("code", json!(7), "code"),
        ("percent_off", json!(0), "percent_off"),
        ("percent_off", json!(-1), "percent_off"),
        ("percent_off", json!(101), "percent_off"),
        ("percent_off", json!(i64::MAX), "percent_off"),
        ("percent_off", json!(12.5), "percent_off"),
        ("percent_off", json!(null), "percent_off"),
        ("amount_off", euros(500), "amount_off"),
        ("ticket_type_ids", json!([nothing]), "ticket_type_ids"),
        ("ticket_type_ids", json!(vec![nothing; 51]), "ticket_type_ids"),
        ("ticket_type_ids", json!(["front"]), "ticket_type_ids[0]"),
        ("max_uses", json!(0), "max_uses"),
        ("max_uses", json!(1_000_001), "max_uses"),
        ("max_uses_per_person", json!(0), "max_uses_per_person"),
        ("max_uses_per_person", json!(1_001), "max_uses_per_person"),
        ("min_tickets", json!(0), "min_tickets"),
        ("min_tickets", json!(101), "min_tickets"),
        ("starts_at", json!("soon"), "starts_at"),
        ("ends_at", json!("9999-01-01T00:00:00Z"), "ends_at"),
        ("event_id", json!("here"), "event_id"),
    ] {
        let refused = make(&root, json!({ field: value })).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), [named], "{field} = {value}");
    }
    for amount in [0, -500, i64::MIN, 1_000_000_001] {
        let refused = make(&root, json!({ "percent_off": null, "amount_off": euros(amount) })).await;
        assert_eq!(refused.wrong_fields(), ["amount_off"], "{amount}");
    }
    make(&root, json!({ "event_id": nothing })).await.problem(404, "not_found");
    root.rest("GET /promotions?event_id=here").await.problem(422, "invalid_input");
    assert!(app.rows().await == before, "nothing was changed");
}

async fn facts_are_looked_at_together_with_those_of_the_event(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (event, other) = (ada.draft("Concert", json!({})).await, ada.draft("Other", json!({})).await);
    let ticket = super::add_ticket(&ada, &event_path(&event), "Normal", 1_500).await;
    let stranger = super::add_ticket(&ada, &event_path(&other), "Normal", 1_500).await;
    let dollars = json!({ "amount": 500, "currency": "USD" });
    for (over, field) in [
        (json!({ "percent_off": null, "amount_off": dollars }), "amount_off"),
        (json!({ "ticket_type_ids": [ticket["id"], stranger["id"]] }), "ticket_type_ids"),
        (json!({ "starts_at": "2026-12-02T00:00:00Z", "ends_at": "2026-12-02T00:00:00Z" }), "ends_at"),
    ] {
        let mut over: Value = over;
        over["event_id"] = event["id"].clone();
        assert_eq!(make(&ada, over.clone()).await.wrong_fields(), [field], "{over}");
    }
    let (made, _) = made(&ada, json!({ "event_id": event["id"], "ticket_type_ids": [ticket["id"]] })).await;
    assert_eq!(made["ticket_type_ids"], json!([ticket["id"]]));
}

async fn percents_and_amounts_take_each_others_place(app: &TestApp) {
    let root = app.admin("root").await;
    let (_, own) = made(&root, json!({})).await;
    let change = async |body: Value| root.rest(&format!("PATCH {own}")).json(body).await;
    let amount = change(json!({ "amount_off": euros(500) })).await.expect(200).json();
    assert_eq!((&amount["percent_off"], &amount["amount_off"]), (&json!(null), &euros(500)));
    change(json!({ "percent_off": null })).await.expect(200);
    assert_eq!(change(json!({ "amount_off": null })).await.wrong_fields(), ["percent_off"], "something has to be left");
    let percent = change(json!({ "percent_off": 100, "amount_off": null })).await.expect(200).json();
    assert_eq!((&percent["percent_off"], &percent["amount_off"]), (&json!(100), &json!(null)));
}

async fn a_code_is_one_of_its_event_or_of_those_that_hold_everywhere(app: &TestApp) {
    let (ada, root) = (app.with_role("ada", Role::Organizer).await, app.admin("root").await);
    let (one, other) = (ada.draft("One", json!({})).await, ada.draft("Other", json!({})).await);
    made(&root, json!({ "code": "HOUSE" })).await;
    made(&ada, json!({ "event_id": one["id"] })).await;
    made(&ada, json!({ "event_id": other["id"] })).await;
    for (person, over) in
        [(&ada, json!({ "event_id": one["id"], "code": "spring" })), (&root, json!({ "code": "house" }))]
    {
        let refused = make(person, over).await;
        refused.problem(409, "code_taken");
        assert_eq!(refused.wrong_fields(), ["code"]);
    }
    made(&root, json!({ "code": "SPRING" })).await;
    made(&ada, json!({ "event_id": one["id"], "code": "House" })).await;
}

async fn two_editors_do_not_overwrite_each_other(app: &TestApp) {
    let root = app.admin("root").await;
    let (_, own) = made(&root, json!({})).await;
    let edit = async |percent: i64| {
        root.rest(&format!("PATCH {own}")).json(json!({ "percent_off": percent, "version": 1 })).await
    };
    edit(30).await.expect(200);
    edit(40).await.problem(409, "edited_meanwhile");
    assert_eq!(root.rest(&format!("GET {own}")).await.expect(200).json()["percent_off"], 30);
}

async fn the_codes_of_a_cancelled_event_stay_as_they_are(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.published("Concert", json!({})).await;
    let (_, own) = made(&ada, json!({ "event_id": event["id"] })).await;
    let cancel = ada.rest(&format!("POST {}/cancel", event_path(&event)));
    cancel.json(json!({ "reason": "Rain." })).await.expect(200);
    ada.rest(&format!("PATCH {own}")).json(json!({ "paused": true })).await.problem(409, "event_cancelled");
    ada.rest(&format!("DELETE {own}")).await.problem(409, "event_cancelled");
    make(&ada, json!({ "event_id": event["id"], "code": "NEW" })).await.problem(409, "event_cancelled");
    ada.rest(&format!("GET {own}")).await.expect(200);
}

async fn a_repeated_request_makes_one_code(app: &TestApp) {
    let root = app.admin("root").await;
    let post = async || {
        let call = root.rest("POST /promotions").header("idempotency-key", "key-1");
        call.json(json!({ "code": "SPRING", "percent_off": 20 })).await.expect(201).json()
    };
    assert_eq!(post().await, post().await);
    assert_eq!(root.rest("GET /promotions").await.expect(200).json()["total"], 1);
}
