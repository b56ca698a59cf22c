//! What happens inside an event.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp, event_path};

journeys![
    sessions_are_added_changed_and_taken_out_in_the_order_they_happen,
    a_session_lies_inside_its_event,
    what_cannot_be_a_session_is_refused_field_by_field,
    a_room_holds_one_session_at_a_time,
    nobody_speaks_in_two_sessions_at_a_time,
    of_many_sessions_for_one_room_at_once_one_is_taken,
    two_editors_do_not_overwrite_each_other,
    an_event_that_is_moved_takes_its_sessions_along,
    an_event_that_is_put_on_again_brings_its_sessions,
    a_draft_is_thrown_away_with_everything_in_it,
];

/// Between these minutes after six.
fn between(from: u32, to: u32, over: Value) -> Value {
    let at = |minutes: u32| format!("2026-12-12T{:02}:{:02}:00Z", 18 + minutes / 60, minutes % 60);
    let mut body = json!({ "title": format!("{from} to {to}"), "starts_at": at(from), "ends_at": at(to) });
    for (field, value) in over.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

async fn add(person: &Person, path: &str, body: Value) -> Answer {
    person.rest(&format!("POST {path}/sessions")).json(body).await
}

async fn session(person: &Person, path: &str, body: Value) -> String {
    let made = add(person, path, body).await.expect(201).json();
    format!("{path}/sessions/{}", made["id"].as_str().unwrap())
}

async fn agenda(person: &Person, path: &str) -> Vec<Value> {
    let list = person.rest(&format!("GET {path}/sessions")).await.expect(200).json();
    assert_eq!(list["total"], list["items"].as_array().unwrap().len());
    list["items"].as_array().unwrap().clone()
}

async fn sessions_are_added_changed_and_taken_out_in_the_order_they_happen(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.draft("Conference", json!({})).await;
    let path = event_path(&event);
    let second = session(&ada, &path, between(30, 60, json!({ "room": " Main  hall ", "capacity": 60 }))).await;
    let first = json!({ "speaker_name": "Grace", "speaker_id": ada.id, "description": "Why\r\nwe are here." });
    session(&ada, &path, between(0, 30, first)).await;
    let seen = agenda(&ada, &path).await;
    assert_eq!((&seen[0]["title"], &seen[1]["title"]), (&json!("0 to 30"), &json!("30 to 60")));
    assert_eq!((&seen[0]["description"], &seen[0]["speaker_id"]), (&json!("Why\nwe are here."), &json!(ada.id)));
    assert_eq!((&seen[1]["room"], &seen[1]["capacity"]), (&json!("Main hall"), &json!(60)));
    let change = json!({ "title": "Talk", "room": null });
    let edited = ada.rest(&format!("PATCH {second}")).json(change.clone()).await.expect(200).json();
    assert_eq!((&edited["room"], &edited["version"]), (&json!(null), &json!(2)));
    let same = ada.rest(&format!("PATCH {second}")).json(change).await.expect(200).json();
    assert_eq!(same, edited, "saving what stands there is no change");
    ada.rest(&format!("DELETE {second}")).await.expect(204);
    ada.rest(&format!("DELETE {second}")).await.problem(404, "not_found");
    let history = domain::journal::history_of(&app.platform, event["id"].as_str().unwrap().parse().unwrap());
    let told: Vec<&str> = history.await.unwrap().iter().map(|entry| entry.message.name()).collect();
    let (created, updated) = ("event_session_created", "event_session_updated");
    assert_eq!(told, ["event_created", created, created, updated, "event_session_deleted"]);
}

async fn a_session_lies_inside_its_event(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Conference", json!({})).await);
    for (body, field) in [
        (json!({ "starts_at": "2026-12-12T17:59:59Z" }), "starts_at"),
        (json!({ "ends_at": "2026-12-12T20:00:01Z" }), "ends_at"),
        (json!({ "ends_at": "2026-12-12T18:10:00Z" }), "ends_at"),
        (json!({ "ends_at": "2026-12-12T18:09:00Z" }), "ends_at"),
    ] {
        let refused = add(&ada, &path, between(10, 20, body)).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), [field]);
    }
    session(&ada, &path, between(0, 120, json!({}))).await;
}

async fn what_cannot_be_a_session_is_refused_field_by_field(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Conference", json!({})).await);
    let before = app.rows().await;
    for (field, value) in [
        ("title", json!("")),
        ("title", json!("x".repeat(141))),
        ("description", json!("x".repeat(5_001))),
        ("starts_at", json!("now")),
        ("room", json!("x".repeat(81))),
        ("room", json!("a\u{0}b")),
        ("speaker_name", json!("x".repeat(81))),
        ("speaker_id", json!("grace")),
        ("speaker_id", json!("00000000-0000-7000-8000-000000000001")),
        ("capacity", json!(0)),
    ] {
        let refused = add(&ada, &path, between(0, 10, json!({ field: value }))).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), [field], "{value}");
    }
    assert_eq!(add(&ada, &path, json!({})).await.wrong_fields(), ["title", "starts_at", "ends_at"]);
    assert!(app.rows().await == before, "nothing was changed");
}

async fn a_room_holds_one_session_at_a_time(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Conference", json!({})).await);
    let opening = json!({ "title": "Opening", "room": "Main hall" });
    session(&ada, &path, between(0, 30, opening)).await;
    let refused = add(&ada, &path, between(29, 60, json!({ "room": "MAIN  HALL" }))).await;
    let problem = refused.problem(409, "room_taken");
    assert_eq!(problem["detail"], "“Opening” is in this room then. Choose another room or time.");
    assert_eq!(refused.wrong_fields(), ["room"]);
    let next = session(&ada, &path, between(30, 60, json!({ "room": "Main hall" }))).await;
    session(&ada, &path, between(0, 60, json!({ "room": "Foyer" }))).await;
    let earlier = json!({ "starts_at": "2026-12-12T18:29:00Z" });
    ada.rest(&format!("PATCH {next}")).json(earlier).await.problem(409, "room_taken");
    ada.rest(&format!("PATCH {next}")).json(json!({ "title": "Same time, same room" })).await.expect(200);
    // Another event has its own main hall.
    let other = event_path(&ada.draft("Other", json!({})).await);
    session(&ada, &other, between(0, 30, json!({ "room": "Main hall" }))).await;
}

async fn nobody_speaks_in_two_sessions_at_a_time(app: &TestApp) {
    let (ada, grace) = (app.with_role("ada", Role::Organizer).await, app.register("grace").await);
    let path = event_path(&ada.draft("Conference", json!({})).await);
    let talk = json!({ "title": "Compilers", "speaker_id": grace.id, "speaker_name": "Grace Hopper" });
    session(&ada, &path, between(0, 30, talk)).await;
    for body in [json!({ "speaker_id": grace.id }), json!({ "speaker_name": "grace hopper" })] {
        let problem = add(&ada, &path, between(10, 20, body)).await.problem(409, "speaker_taken");
        assert!(problem["detail"].as_str().unwrap().contains("“Compilers”"));
    }
    session(&ada, &path, between(10, 20, json!({ "speaker_name": "Grace Hopper", "speaker_id": ada.id }))).await;
    session(&ada, &path, between(30, 40, json!({ "speaker_id": grace.id }))).await;
}

async fn of_many_sessions_for_one_room_at_once_one_is_taken(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Conference", json!({})).await);
    let at_once = (0..8).map(|number| add(&ada, &path, between(number, number + 20, json!({ "room": "Main hall" }))));
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 201) {
        refused.problem(409, "room_taken");
    }
}

async fn two_editors_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Conference", json!({})).await);
    let own = session(&ada, &path, between(0, 10, json!({}))).await;
    let at_once = (0..10).map(|number| {
        let body = json!({ "title": format!("Title {number}"), "version": 1 });
        let (ada, edit) = (&ada, format!("PATCH {own}"));
        async move { ada.rest(&edit).json(body).await }
    });
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        refused.problem(409, "edited_meanwhile");
    }
}

async fn an_event_that_is_moved_takes_its_sessions_along(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Conference", json!({})).await);
    session(&ada, &path, between(0, 30, json!({}))).await;
    session(&ada, &path, between(90, 120, json!({}))).await;
    let edit = async |change: Value| ada.rest(&format!("PATCH {path}")).json(change).await;
    edit(json!({ "starts_at": "2026-12-13T18:00:00Z", "ends_at": "2026-12-13T20:00:00Z" })).await.expect(200);
    assert_eq!(agenda(&ada, &path).await[1]["ends_at"], "2026-12-13T20:00:00Z");
    let shorter = edit(json!({ "ends_at": "2026-12-13T19:59:59Z" })).await.problem(409, "sessions_outside");
    assert_eq!(shorter["detail"], "One of its sessions would lie outside the event. Move or delete it first.");
    edit(json!({ "ends_at": "2026-12-13T18:20:00Z" })).await.problem(409, "sessions_outside");
    edit(json!({ "ends_at": "2026-12-13T21:00:00Z" })).await.expect(200);
    assert_eq!(agenda(&ada, &path).await[0]["starts_at"], "2026-12-13T18:00:00Z", "a longer event moves nothing");
}

async fn an_event_that_is_put_on_again_brings_its_sessions(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Conference", json!({})).await);
    session(&ada, &path, between(15, 30, json!({ "room": "Main hall", "speaker_name": "Grace" }))).await;
    let again = json!({ "starts_at": "2027-01-01T10:00:00Z" });
    let copy = ada.rest(&format!("POST {path}/clone")).json(again).await.expect(201).json();
    let copied = agenda(&ada, &event_path(&copy)).await;
    assert_eq!((copied.len(), &copied[0]["starts_at"]), (1, &json!("2027-01-01T10:15:00Z")));
    assert_eq!((&copied[0]["room"], &copied[0]["event_id"]), (&json!("Main hall"), &copy["id"]));
    assert_eq!(agenda(&ada, &path).await[0]["starts_at"], "2026-12-12T18:15:00Z");
}

async fn a_draft_is_thrown_away_with_everything_in_it(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Conference", json!({})).await);
    session(&ada, &path, between(0, 30, json!({}))).await;
    let ticket = json!({ "name": "Normal", "price": { "amount": 0, "currency": "EUR" } });
    ada.rest(&format!("POST {path}/ticket-types")).json(ticket).await.expect(201);
    ada.rest(&format!("DELETE {path}")).await.expect(204);
    let rows = app.rows().await;
    for table in ["event", "event_session", "ticket_type"] {
        assert_eq!(rows[table].len(), 0, "{table}");
    }
}
