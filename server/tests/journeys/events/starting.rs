//! Starting an event: who may, what it takes, what is refused.

use domain::accounts::Role;
use serde_json::json;

use crate::support::{TestApp, event_body, event_path};

journeys![
    an_organizer_starts_an_event_and_it_is_their_own,
    an_officer_starts_an_event_of_their_club_without_being_an_organizer,
    a_club_that_is_not_approved_puts_nothing_on,
    what_cannot_be_an_event_is_refused_field_by_field,
    the_longest_and_the_earliest_event_there_can_be,
    an_event_is_made_once_for_one_key,
];

async fn an_organizer_starts_an_event_and_it_is_their_own(app: &TestApp) {
    let (ada, eve) = (app.register("ada").await, app.register("eve").await);
    let body =
        event_body("  Spring concert ", &json!({ "online_url": "https://meet.example.org/x", "city": " New  York " }));
    ada.rest("POST /events").json(body.clone()).await.problem(403, "not_allowed");
    ada.rest("POST /users/me/become-organizer").await.expect(200);
    let event = ada.rest("POST /events").json(body).await.expect(201).json();
    assert_eq!((&event["title"], &event["status"]), (&json!("Spring concert"), &json!("draft")));
    assert_eq!((&event["city"], &event["online"]), (&json!("New York"), &json!(true)));
    assert_eq!((&event["online_url"], &event["created_by"]), (&json!("https://meet.example.org/x"), &json!(ada.id)));
    assert_eq!((&event["can_manage"], &event["version"]), (&json!(true), &json!(1)));
    let path = event_path(&event);
    assert_eq!(ada.rest(&format!("GET {path}")).await.expect(200).json(), event);
    for other in [&app.visitor(), &*eve] {
        other.rest(&format!("GET {path}")).await.problem(404, "not_found");
    }
}

async fn an_officer_starts_an_event_of_their_club_without_being_an_organizer(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let club = app.approved_club(&ada, "Chess", "open").await;
    let officer = app.officer(&ada, &club, "grace").await;
    let member = app.member(&ada, &club, "lea").await;
    let event = officer.draft("Open evening", json!({ "club_id": club, "members_only": true })).await;
    assert_eq!((&event["club_name"], &event["members_only"]), (&json!("Chess"), &json!(true)));
    let body = event_body("Another", &json!({ "club_id": club }));
    for other in [&member, &admin] {
        other.rest("POST /events").json(body.clone()).await.problem(403, "not_allowed");
    }
    // The draft is seen by everybody who runs the club, and by nobody else in it.
    ada.rest(&format!("GET {}", event_path(&event))).await.expect(200);
    member.rest(&format!("GET {}", event_path(&event))).await.problem(404, "not_found");
}

async fn a_club_that_is_not_approved_puts_nothing_on(app: &TestApp) {
    let (ada, eve) = (app.register("ada").await, app.with_role("eve", Role::Organizer).await);
    let club = ada.rest("POST /clubs").json(json!({ "name": "Chess" })).await.expect(201).json();
    let body = event_body("Evening", &json!({ "club_id": club["id"] }));
    ada.rest("POST /events").json(body.clone()).await.problem(409, "club_not_approved");
    // To others it cannot be told from one that never was.
    let unknown = event_body("Evening", &json!({ "club_id": ada.id }));
    for body in [body, unknown] {
        let refused = eve.rest("POST /events").json(body).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), ["club_id"]);
    }
}

async fn what_cannot_be_an_event_is_refused_field_by_field(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let wrong = [
        ("title", json!("")),
        ("title", json!("x".repeat(141))),
        ("title", json!("a\u{0}b")),
        ("description", json!("x".repeat(20_001))),
        ("description", json!("a\u{202e}b")),
        ("location", json!("x".repeat(201))),
        ("city", json!("x".repeat(81))),
        ("online_url", json!("http://example.org")),
        ("online_url", json!("javascript:alert(1)")),
        ("starts_at", json!("tomorrow")),
        ("starts_at", json!("1999-12-31T23:59:59Z")),
        ("ends_at", json!("2100-01-01T00:00:00Z")),
        ("ends_at", json!("2026-12-12T18:00:00Z")),
        ("ends_at", json!("2026-12-12T17:59:59Z")),
        ("ends_at", json!("2027-01-12T18:00:01Z")),
        ("time_zone", json!("Europe/Atlantis")),
        ("currency", json!("XYZ")),
        ("capacity", json!(0)),
        ("capacity", json!(1_000_001)),
        ("members_only", json!(true)),
        ("category_id", json!(ada.id)),
        ("category_id", json!("music")),
        ("club_id", json!(ada.id)),
    ];
    let before = app.rows().await;
    for (field, value) in wrong {
        let refused = ada.rest("POST /events").json(event_body("Concert", &json!({ field: value }))).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), [field], "{value}");
    }
    let many = json!({ "title": "", "starts_at": "x", "time_zone": "x", "currency": "x", "capacity": -1 });
    let refused = ada.rest("POST /events").json(event_body("", &many)).await;
    assert_eq!(refused.wrong_fields(), ["title", "starts_at", "time_zone", "currency", "capacity"]);
    assert!(app.rows().await == before, "nothing was changed");
}

async fn the_longest_and_the_earliest_event_there_can_be(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let longest =
        json!({ "starts_at": "2000-01-01T00:00:00Z", "ends_at": "2000-02-01T00:00:00Z", "capacity": 1_000_000 });
    let event = ada.draft(&"ß".repeat(140), longest).await;
    assert_eq!((&event["starts_at"], &event["capacity"]), (&json!("2000-01-01T00:00:00Z"), &json!(1_000_000)));
    let offset = json!({ "starts_at": "2026-12-12T19:30:00.25+01:30", "ends_at": "2026-12-12T20:00:00Z" });
    assert_eq!(ada.draft("Offset", offset).await["starts_at"], "2026-12-12T18:00:00.250000Z");
}

async fn an_event_is_made_once_for_one_key(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let send = || ada.rest("POST /events").header("idempotency-key", "k1").json(event_body("Once", &json!({})));
    let (first, again) = (send().await.expect(201), send().await.expect(201));
    assert_eq!(first.json(), again.json());
    assert_eq!(ada.rest(&format!("GET /users/{}/events", ada.id)).await.json()["total"], 1);
}
