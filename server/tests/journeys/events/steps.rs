//! The steps an event takes: published, ended, cancelled, thrown away, put on again.

use std::time::Duration;

use domain::accounts::Role;
use serde_json::json;

use crate::support::{TestApp, event_path};

journeys![
    an_event_is_published_once_nothing_is_missing,
    a_published_event_is_seen_by_everybody_it_is_for,
    an_event_ends_by_itself,
    what_is_over_is_described_but_neither_moved_nor_sold,
    a_cancelled_event_says_why_and_stays_cancelled,
    only_drafts_are_thrown_away,
    an_event_of_a_closed_club_stays_with_whoever_made_it,
    an_event_is_put_on_again_as_a_draft_at_another_time,
    somebodys_events_are_shown_as_far_as_they_are_for_everybody,
    every_step_is_told_once_and_gives_nobody_away,
];

async fn an_event_is_published_once_nothing_is_missing(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let bare = json!({
        "location": null, "capacity": null, "starts_at": "2026-11-21T17:00:00Z", "ends_at": "2026-11-21T19:00:00Z",
    });
    let path = event_path(&ada.draft("Concert", bare).await);
    let publish = format!("POST {path}/publish");
    let refused = ada.rest(&publish).await;
    refused.problem(409, "not_ready");
    assert_eq!(refused.wrong_fields(), ["starts_at", "location", "capacity"]);
    let mended = json!({
        "online_url": "https://meet.example.org", "capacity": 5,
        "starts_at": "2026-12-01T17:00:00Z", "ends_at": "2026-12-01T19:00:00Z",
    });
    ada.rest(&format!("PATCH {path}")).json(mended).await.expect(200);
    let published = ada.rest(&publish).await.expect(200).json();
    assert_eq!((&published["status"], &published["version"]), (&json!("published"), &json!(3)));
    assert_eq!(published["published_at"], "2026-11-21T18:00:00Z");
    ada.rest(&publish).await.problem(409, "event_published");
}

async fn a_published_event_is_seen_by_everybody_it_is_for(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let member = app.member(&ada, &club, "grace").await;
    let visitor = app.visitor();
    let online = json!({ "club_id": club, "online_url": "https://meet.example.org/secret" });
    let open = format!("GET {}", event_path(&ada.published("Open", online).await));
    for caller in [&visitor, &*member] {
        let seen = caller.rest(&open).await.expect(200);
        assert!(!seen.text().contains("secret") && seen.json()["online"] == true, "{seen}");
        assert_eq!((&seen.json()["created_by"], &seen.json()["can_manage"]), (&json!(null), &json!(false)));
    }
    assert_eq!(ada.rest(&open).await.json()["online_url"], "https://meet.example.org/secret");
    let closed = json!({ "club_id": club, "members_only": true });
    let closed = format!("GET {}", event_path(&ada.published("Closed", closed).await));
    member.rest(&closed).await.expect(200);
    visitor.rest(&closed).await.problem(404, "not_found");
    app.register("eve").await.rest(&closed).await.problem(404, "not_found");
    member.rest(&format!("DELETE /clubs/{club}/members/{}", member.id)).await.expect(204);
    member.rest(&closed).await.problem(404, "not_found");
}

async fn an_event_ends_by_itself(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let soon = json!({ "starts_at": "2026-11-21T18:00:01Z", "ends_at": "2026-11-21T18:01:00Z" });
    let path = event_path(&ada.published("Soon", soon).await);
    let status = async || app.visitor().rest(&format!("GET {path}")).await.expect(200).json()["status"].clone();
    app.turn_clock(Duration::from_secs(59));
    assert_eq!(status().await, "published");
    app.turn_clock(Duration::from_secs(1));
    assert_eq!(status().await, "ended");
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "No." })).await.problem(409, "event_ended");
    ada.rest(&format!("POST {path}/publish")).await.problem(409, "event_published");
}

async fn what_is_over_is_described_but_neither_moved_nor_sold(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Concert", json!({ "capacity": 20 })).await);
    app.turn_clock(std::time::Duration::from_secs(40 * 86_400));
    let ada = app.sign_in("ada").await;
    let edit = format!("PATCH {path}");
    let later = json!({ "starts_at": "2027-03-01T18:00:00Z", "ends_at": "2027-03-01T20:00:00Z" });
    ada.rest(&edit).json(later).await.problem(409, "event_ended");
    ada.rest(&edit).json(json!({ "ends_at": "2026-12-13T20:00:00Z" })).await.problem(409, "event_ended");
    let told = ada.rest(&edit).json(json!({ "description": "It was good." })).await.expect(200).json();
    assert_eq!((&told["status"], &told["description"]), (&json!("ended"), &json!("It was good.")));
    let ticket = json!({ "name": "Late", "price": { "amount": 100, "currency": "EUR" } });
    ada.rest(&format!("POST {path}/ticket-types")).json(ticket).await.problem(409, "event_ended");
    let code = json!({ "code": "LATE", "percent_off": 10, "event_id": told["id"] });
    ada.rest("POST /promotions").json(code).await.problem(409, "event_ended");
}

async fn a_cancelled_event_says_why_and_stays_cancelled(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Concert", json!({})).await);
    let cancel = format!("POST {path}/cancel");
    for reason in ["", " \n", &"x".repeat(501), "a\u{0}b"] {
        let refused = ada.rest(&cancel).json(json!({ "reason": reason })).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), ["reason"]);
    }
    ada.rest(&cancel).json(json!({ "reason": " Rain.\r\nSorry. " })).await.expect(200);
    let seen = app.visitor().rest(&format!("GET {path}")).await.expect(200).json();
    assert_eq!((&seen["status"], &seen["cancel_reason"]), (&json!("cancelled"), &json!("Rain.\nSorry.")));
    ada.rest(&cancel).json(json!({ "reason": "Again." })).await.problem(409, "event_cancelled");
    ada.rest(&format!("POST {path}/publish")).await.problem(409, "event_cancelled");

    // A draft that was called off was never anybody else's business.
    let draft = event_path(&ada.draft("Draft", json!({})).await);
    ada.rest(&format!("POST {draft}/cancel")).json(json!({ "reason": "No." })).await.expect(200);
    app.visitor().rest(&format!("GET {draft}")).await.problem(404, "not_found");

    app.turn_clock(Duration::from_secs(90 * 86_400));
    assert_eq!(app.visitor().rest(&format!("GET {path}")).await.json()["status"], "cancelled", "and never ended");
}

async fn an_event_of_a_closed_club_stays_with_whoever_made_it(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    app.approved_club(&ada, "Brass", "open").await;
    let path = event_path(&ada.draft("Concert", json!({ "club_id": club, "capacity": 5 })).await);
    ada.rest(&format!("DELETE /clubs/{club}")).await.expect(204);
    let refused = ada.rest(&format!("POST {path}/publish")).await;
    assert!(refused.problem(409, "not_ready")["detail"].as_str().unwrap().contains("was closed"));
    assert_eq!(refused.wrong_fields(), ["club_id"]);
    // The form goes on naming it, or the first of the others would be sent in its place.
    let form = ada.get(&format!("/organizer{path}/edit")).await.expect(200).text();
    let chosen = form.split("<option ").find(|option| option.contains(&club)).expect("it is one of the choices");
    assert!(chosen.split('>').next().unwrap().contains("selected") && chosen.contains("A club that was closed"));
    ada.rest(&format!("PATCH {path}")).json(json!({ "description": "With Bach" })).await.expect(200);
}

async fn only_drafts_are_thrown_away(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let published = event_path(&ada.published("Concert", json!({})).await);
    ada.rest(&format!("DELETE {published}")).await.problem(409, "event_not_draft");
    let draft = event_path(&ada.draft("Draft", json!({})).await);
    let delete = format!("DELETE {draft}");
    let answers = futures::future::join_all((0..6).map(|_| ada.rest(&delete).into_future())).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 204).count(), 1);
    ada.rest(&format!("GET {draft}")).await.problem(404, "not_found");
}

async fn an_event_is_put_on_again_as_a_draft_at_another_time(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.published("Concert", json!({ "online_url": "https://meet.example.org" })).await;
    let path = event_path(&event);
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "Rain." })).await.expect(200);
    let again = json!({ "starts_at": "2027-03-01T10:30:00Z" });
    let copy = ada.rest(&format!("POST {path}/clone")).json(again).await.expect(201).json();
    assert_eq!(
        (&copy["starts_at"], &copy["ends_at"]),
        (&json!("2027-03-01T10:30:00Z"), &json!("2027-03-01T12:30:00Z"))
    );
    assert_eq!((&copy["status"], &copy["cancel_reason"], &copy["version"]), (&json!("draft"), &json!(null), &json!(1)));
    for field in ["title", "description", "location", "city", "online_url", "time_zone", "currency", "capacity"] {
        assert_eq!(copy[field], event[field], "{field}");
    }
    let refused = ada.rest(&format!("POST {path}/clone")).json(json!({ "starts_at": "later" })).await;
    assert_eq!(refused.wrong_fields(), ["starts_at"]);
}

async fn somebodys_events_are_shown_as_far_as_they_are_for_everybody(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    ada.published("Open", json!({})).await;
    ada.published("Members", json!({ "club_id": club, "members_only": true })).await;
    ada.draft("Draft", json!({})).await;
    let list = format!("GET /users/{}/events", ada.id);
    let titles = |list: serde_json::Value| -> Vec<String> {
        let items = list["items"].as_array().unwrap();
        assert_eq!(list["total"], items.len());
        items.iter().map(|event| event["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(titles(ada.rest(&list).await.expect(200).json()), ["Draft", "Members", "Open"], "newest first");
    assert_eq!(titles(app.visitor().rest(&list).await.expect(200).json()), ["Open"]);
    let page = ada.rest(&format!("{list}?limit=2")).await.expect(200).json();
    let next = page["next_cursor"].as_str().unwrap();
    let rest = ada.rest(&format!("{list}?limit=2&cursor={next}")).await.expect(200).json();
    assert_eq!((&rest["items"][0]["title"], &rest["next_cursor"]), (&json!("Open"), &json!(null)));
    ada.rest("PATCH /users/me").json(json!({ "visibility": "nobody" })).await.expect(200);
    app.visitor().rest(&list).await.problem(404, "not_found");
    ada.rest(&list).await.expect(200);
}

async fn every_step_is_told_once_and_gives_nobody_away(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.draft("Secret title", json!({})).await;
    let path = event_path(&event);
    ada.rest(&format!("PATCH {path}")).json(json!({ "description": "Secret" })).await.expect(200);
    ada.rest(&format!("PATCH {path}")).json(json!({ "description": "Secret" })).await.expect(200);
    ada.rest(&format!("POST {path}/publish")).await.expect(200);
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "Secret." })).await.expect(200);
    let history = domain::journal::history_of(&app.platform, event["id"].as_str().unwrap().parse().unwrap());
    let history = history.await.unwrap();
    let told: Vec<&str> = history.iter().map(|entry| entry.message.name()).collect();
    assert_eq!(told, ["event_created", "event_updated", "event_published", "event_cancelled"]);
    assert_eq!(history[0].message.data(), json!({ "event_id": event["id"], "user_id": ada.id }));
    assert_eq!(history[3].message.routing_key(), "event.cancelled");
    assert!(history.iter().all(|entry| !entry.message.data().to_string().contains("Secret")));

    let draft = ada.draft("Draft", json!({})).await;
    ada.rest(&format!("DELETE {}", event_path(&draft))).await.expect(204);
    let history = domain::journal::history_of(&app.platform, draft["id"].as_str().unwrap().parse().unwrap());
    assert_eq!(history.await.unwrap().last().unwrap().message.name(), "event_deleted");
}
