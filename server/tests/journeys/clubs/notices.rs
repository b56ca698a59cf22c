//! What people read about their clubs.

use serde_json::{Value, json};

use crate::support::{Person, TestApp};

journeys![
    a_founder_reads_that_the_club_was_approved,
    a_founder_reads_that_the_club_was_not_approved,
    officers_read_who_asks_and_who_asked_reads_the_answer,
    nobody_reads_about_what_they_did_themselves_or_do_not_want_to_hear_of,
];

async fn newest(app: &TestApp, person: &Person) -> Value {
    app.handle_messages().await;
    person.rest("GET /users/me/notifications").await.expect(200).json()["items"][0].clone()
}

async fn a_founder_reads_that_the_club_was_approved(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let notice = newest(app, &ada).await;
    assert_eq!((&notice["kind"], &notice["title"]), (&json!("club_approved"), &json!("Chess is approved")));
    assert_eq!(notice["link"], format!("/clubs/{club}"));
    let browser = app.signed_in_browser("ada").await;
    assert!(browser.get("/notifications").await.expect(200).text().contains("Chess is approved"));
}

async fn a_founder_reads_that_the_club_was_not_approved(app: &TestApp) {
    let (ada, root) = (app.register("ada").await, app.admin("root").await);
    let club = ada.rest("POST /clubs").json(json!({ "name": "Chess" })).await.expect(201).json();
    let reject = root.rest(&format!("POST /clubs/{}/reject", club["id"].as_str().unwrap()));
    reject.json(json!({ "reason": "There is one." })).await.expect(200);
    assert_eq!(newest(app, &ada).await["kind"], "club_rejected");
}

async fn officers_read_who_asks_and_who_asked_reads_the_answer(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "request").await;
    let officer = app.officer(&ada, &club, "officer").await;
    let (grace, emmy) = (app.register("grace").await, app.register("emmy").await);
    for person in [&grace, &emmy] {
        person.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    }
    for reader in [&ada, &officer] {
        let notice = newest(app, reader).await;
        assert_eq!(notice["kind"], "club_request");
        assert_eq!(notice["link"], format!("/clubs/{club}/members#requests"));
    }
    officer.rest(&format!("POST /clubs/{club}/members/{}/accept", grace.id)).await.expect(200);
    officer.rest(&format!("POST /clubs/{club}/members/{}/decline", emmy.id)).await.expect(204);
    assert_eq!(newest(app, &grace).await["title"], "You are a member of Chess");
    assert_eq!(newest(app, &emmy).await["kind"], "club_declined");
    let appoint = ada.rest(&format!("PATCH /clubs/{club}/members/{}", grace.id));
    appoint.json(json!({ "role": "officer" })).await.expect(200);
    assert_eq!(newest(app, &grace).await["kind"], "club_role_changed");
}

async fn nobody_reads_about_what_they_did_themselves_or_do_not_want_to_hear_of(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let grace = app.member(&ada, &club, "grace").await;
    assert_eq!(newest(app, &grace).await["kind"], "welcome");
    let quiet = json!({ "in_app_membership": false });
    grace.rest("PUT /users/me/preferences").json(quiet).await.expect(200);
    let appoint = ada.rest(&format!("PATCH /clubs/{club}/members/{}", grace.id));
    appoint.json(json!({ "role": "officer" })).await.expect(200);
    assert_eq!(newest(app, &grace).await["kind"], "welcome");
}
