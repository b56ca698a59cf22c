//! Becoming a member.

use serde_json::json;

use crate::support::{Answer, Person, TestApp};

journeys![
    an_open_club_takes_everybody_at_once,
    where_one_has_to_ask_an_officer_answers,
    who_is_declined_may_ask_again_and_who_asked_may_think_better_of_it,
    what_one_writes_is_for_those_who_answer,
    a_club_by_invitation_takes_nobody_else,
    a_club_that_is_not_approved_takes_nobody,
    joining_twice_is_said_to_be_so,
    who_asked_walks_in_when_the_club_opens,
    a_suspended_person_cannot_be_let_in,
    fifty_joins_at_once_make_one_member,
];

async fn join(person: &Person, club: &str) -> Answer {
    person.rest(&format!("POST /clubs/{club}/members")).await
}

async fn status_of(person: &Person, club: &str) -> String {
    let club = person.rest(&format!("GET /clubs/{club}")).await.expect(200).json();
    format!("{}/{}", club["my_status"].as_str().unwrap_or("-"), club["my_role"].as_str().unwrap_or("-"))
}

async fn an_open_club_takes_everybody_at_once(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let club = app.approved_club(&ada, "Chess", "open").await;
    assert_eq!(status_of(&grace, &club).await, "-/-");
    let joined = join(&grace, &club).await.expect(201).json();
    assert_eq!(joined, json!({ "status": "active", "role": "member" }));
    assert_eq!(status_of(&grace, &club).await, "active/member");
    assert_eq!(ada.rest(&format!("GET /clubs/{club}")).await.json()["member_count"], 2);
    app.visitor().rest(&format!("POST /clubs/{club}/members")).await.problem(401, "sign_in_required");
    grace.rest(&format!("DELETE /clubs/{club}/members/{}", grace.id)).await.expect(204);
    assert_eq!(status_of(&grace, &club).await, "-/-");
    join(&grace, &club).await.expect(201);
}

async fn where_one_has_to_ask_an_officer_answers(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let club = app.approved_club(&ada, "Chess", "request").await;
    let officer = app.officer(&ada, &club, "officer").await;
    let asked = join(&grace, &club).await.expect(201).json();
    assert_eq!(asked, json!({ "status": "requested", "role": "member" }));
    assert_eq!(status_of(&grace, &club).await, "requested/-");
    assert_eq!(grace.rest(&format!("GET /clubs/{club}/members")).await.status, 403, "asking is not being in");
    app.turn_clock(std::time::Duration::from_secs(60));
    let accept = format!("POST /clubs/{club}/members/{}/accept", grace.id);
    let member = officer.rest(&accept).await.expect(200).json();
    let expected = json!({
        "user_id": grace.id, "username": "grace", "display_name": "grace", "picture_url": null, "role": "member",
        "status": "active", "message": null, "since": "2026-11-21T18:01:00Z",
    });
    assert_eq!(member, expected);
    assert_eq!(status_of(&grace, &club).await, "active/member");
    officer.rest(&accept).await.problem(409, "already_member");
    let decline = format!("POST /clubs/{club}/members/{}/decline", grace.id);
    officer.rest(&decline).await.problem(409, "already_member");
    let nobody = app.register("nobody").await;
    for answer in ["accept", "decline"] {
        let unasked = format!("POST /clubs/{club}/members/{}/{answer}", nobody.id);
        officer.rest(&unasked).await.problem(404, "not_found");
    }
}

async fn who_is_declined_may_ask_again_and_who_asked_may_think_better_of_it(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let club = app.approved_club(&ada, "Chess", "request").await;
    join(&grace, &club).await.expect(201);
    ada.rest(&format!("POST /clubs/{club}/members/{}/decline", grace.id)).await.expect(204);
    assert_eq!(status_of(&grace, &club).await, "-/-");
    join(&grace, &club).await.expect(201);
    let own = format!("DELETE /clubs/{club}/members/{}", grace.id);
    grace.rest(&own).await.expect(204);
    assert_eq!(status_of(&grace, &club).await, "-/-");
    grace.rest(&own).await.problem(404, "not_found");
    let accept = format!("POST /clubs/{club}/members/{}/accept", grace.id);
    ada.rest(&accept).await.problem(404, "not_found");
}

async fn what_one_writes_is_for_those_who_answer(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let club = app.approved_club(&ada, "Chess", "request").await;
    let path = format!("POST /clubs/{club}/members");
    for message in ["x".repeat(501), "a\u{0}b".into()] {
        let answer = grace.rest(&path).json(json!({ "message": message })).await;
        assert_eq!(answer.wrong_fields(), ["message"]);
    }
    grace.rest(&path).json(json!({ "message": " I play\r\nsince I was six. " })).await.expect(201);
    let waiting = ada.rest(&format!("GET /clubs/{club}/members?status=requested")).await.expect(200).json();
    assert_eq!(waiting["items"][0]["message"], "I play\nsince I was six.");
    ada.rest(&format!("POST /clubs/{club}/members/{}/accept", grace.id)).await.expect(200);
    let members = ada.rest(&format!("GET /clubs/{club}/members")).await.expect(200).json();
    assert_eq!(members["items"][1]["message"], json!(null), "once answered it is forgotten");
    assert!(!app.rows().await["club_member"].concat().contains("since I was six"));
}

async fn a_club_by_invitation_takes_nobody_else(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let club = app.approved_club(&ada, "Chess", "invite").await;
    join(&grace, &club).await.problem(403, "invitation_needed");
    app.admin("root").await.rest(&format!("POST /clubs/{club}/members")).await.problem(403, "invitation_needed");
    assert_eq!(status_of(&grace, &club).await, "-/-");
}

async fn a_club_that_is_not_approved_takes_nobody(app: &TestApp) {
    let (ada, grace, admin) = (app.register("ada").await, app.register("grace").await, app.admin("root").await);
    let club = ada.rest("POST /clubs").json(json!({ "name": "Chess" })).await.expect(201).json();
    let club = club["id"].as_str().unwrap();
    join(&grace, club).await.problem(404, "not_found");
    join(&admin, club).await.problem(409, "club_not_approved");
    join(&ada, club).await.problem(409, "already_member");
    let invitation = json!({ "email": "eva@example.org" });
    let early = ada.rest(&format!("POST /clubs/{club}/invitations")).json(invitation).await;
    early.problem(409, "club_not_approved");
}

async fn joining_twice_is_said_to_be_so(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let open = app.approved_club(&ada, "Open", "open").await;
    let asked = app.approved_club(&ada, "Asked", "request").await;
    join(&grace, &open).await.expect(201);
    join(&grace, &open).await.problem(409, "already_member");
    join(&ada, &open).await.problem(409, "already_member");
    join(&grace, &asked).await.expect(201);
    join(&grace, &asked).await.problem(409, "already_requested");
    let keyed = async || {
        let lea = app.sign_in("lea").await;
        lea.rest(&format!("POST /clubs/{open}/members")).header("idempotency-key", "k").await
    };
    app.register("lea").await;
    assert_eq!(keyed().await.expect(201).body, keyed().await.expect(201).body, "the first answer again");
}

async fn who_asked_walks_in_when_the_club_opens(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let club = app.approved_club(&ada, "Chess", "request").await;
    join(&grace, &club).await.expect(201);
    let policy = async |policy: &str| {
        let body = json!({ "join_policy": policy });
        ada.rest(&format!("PATCH /clubs/{club}")).json(body).await.expect(200);
    };
    policy("invite").await;
    join(&grace, &club).await.problem(409, "already_requested");
    policy("open").await;
    assert_eq!(join(&grace, &club).await.expect(201).json()["status"], "active");
    assert_eq!(app.rows().await["club_member"].len(), 2);
}

async fn a_suspended_person_cannot_be_let_in(app: &TestApp) {
    let (ada, grace, admin) = (app.register("ada").await, app.register("grace").await, app.admin("root").await);
    let club = app.approved_club(&ada, "Chess", "request").await;
    join(&grace, &club).await.expect(201);
    let suspend = admin.rest(&format!("PATCH /users/{}", grace.id));
    suspend.json(json!({ "suspended": true })).await.expect(200);
    join(&grace, &club).await.problem(401, "sign_in_ended");
    let waiting = ada.rest(&format!("GET /clubs/{club}/members?status=requested")).await.expect(200).json();
    assert_eq!(waiting["total"], 0);
    let accept = format!("POST /clubs/{club}/members/{}/accept", grace.id);
    ada.rest(&accept).await.problem(404, "not_found");
    ada.rest(&format!("POST /clubs/{club}/members/{}/decline", grace.id)).await.expect(204);
}

async fn fifty_joins_at_once_make_one_member(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    for (policy, again) in [("open", "already_member"), ("request", "already_requested")] {
        let club = app.approved_club(&ada, policy, policy).await;
        let answers = futures::future::join_all((0..50).map(|_| join(&grace, &club))).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1, "{policy}");
        for refused in answers.iter().filter(|answer| answer.status != 201) {
            refused.problem(409, again);
        }
    }
    assert_eq!(app.rows().await["club_member"].len(), 4);
}
