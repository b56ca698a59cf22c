//! What members are, handing over, and leaving.

use serde_json::json;

use crate::support::{Answer, Person, TestApp};

journeys![
    the_owner_makes_officers_and_takes_it_back,
    handing_over_leaves_one_owner_and_an_officer,
    an_owner_leaves_only_after_handing_over,
    only_members_are_given_a_role,
    officers_remove_members_and_the_owner_anybody,
    an_officer_of_another_club_is_a_stranger_here,
    who_is_removed_is_out_at_once,
    handing_over_twice_at_once_leaves_one_owner,
];

async fn appoint(owner: &Person, club: &str, person: &Person, role: &str) -> Answer {
    let call = owner.rest(&format!("PATCH /clubs/{club}/members/{}", person.id));
    call.json(json!({ "role": role })).await
}

async fn remove(caller: &Person, club: &str, person: &Person) -> Answer {
    caller.rest(&format!("DELETE /clubs/{club}/members/{}", person.id)).await
}

async fn role_of(person: &Person, club: &str) -> serde_json::Value {
    person.rest(&format!("GET /clubs/{club}")).await.expect(200).json()["my_role"].clone()
}

async fn the_owner_makes_officers_and_takes_it_back(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let grace = app.member(&ada, &club, "grace").await;
    let officer = appoint(&ada, &club, &grace, "officer").await.expect(200).json();
    assert_eq!((&officer["role"], &officer["username"]), (&json!("officer"), &json!("grace")));
    assert_eq!(role_of(&grace, &club).await, "officer");
    appoint(&ada, &club, &grace, "officer").await.expect(200);
    appoint(&grace, &club, &grace, "owner").await.problem(403, "not_allowed");
    appoint(&grace, &club, &ada, "member").await.problem(403, "not_allowed");
    appoint(&ada, &club, &grace, "member").await.expect(200);
    assert_eq!(role_of(&grace, &club).await, "member");
    assert_eq!(appoint(&ada, &club, &grace, "king").await.wrong_fields(), ["role"]);
    let history = domain::journal::history_of(&app.platform, club.parse().unwrap()).await.unwrap();
    let changes = history.iter().filter(|entry| entry.message.name() == "member_role_changed").count();
    assert_eq!(changes, 2, "what is so already is no change");
}

async fn handing_over_leaves_one_owner_and_an_officer(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let grace = app.member(&ada, &club, "grace").await;
    let owner = appoint(&ada, &club, &grace, "owner").await.expect(200).json();
    assert_eq!(owner["role"], "owner");
    assert_eq!((role_of(&grace, &club).await, role_of(&ada, &club).await), (json!("owner"), json!("officer")));
    appoint(&ada, &club, &ada, "owner").await.problem(403, "not_allowed");
    ada.rest(&format!("DELETE /clubs/{club}")).await.problem(403, "not_allowed");
    remove(&ada, &club, &ada).await.expect(204);
    grace.rest(&format!("PATCH /clubs/{club}")).json(json!({ "name": "Hers" })).await.expect(200);
}

async fn an_owner_leaves_only_after_handing_over(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let officer = app.officer(&ada, &club, "grace").await;
    remove(&ada, &club, &ada).await.problem(409, "club_needs_owner");
    for role in ["member", "officer"] {
        appoint(&ada, &club, &ada, role).await.problem(409, "club_needs_owner");
    }
    appoint(&ada, &club, &ada, "owner").await.expect(200);
    remove(&officer, &club, &ada).await.problem(403, "not_allowed");
    let pending = ada.rest("POST /clubs").json(json!({ "name": "Go" })).await.expect(201).json();
    remove(&ada, pending["id"].as_str().unwrap(), &ada).await.problem(409, "club_needs_owner");
    assert_eq!(role_of(&ada, &club).await, "owner");
}

async fn only_members_are_given_a_role(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let club = app.approved_club(&ada, "Chess", "request").await;
    for role in ["member", "officer", "owner"] {
        appoint(&ada, &club, &grace, role).await.problem(404, "not_found");
    }
    grace.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    for role in ["member", "officer", "owner"] {
        appoint(&ada, &club, &grace, role).await.problem(404, "not_found");
    }
    assert_eq!(role_of(&ada, &club).await, "owner");
}

async fn officers_remove_members_and_the_owner_anybody(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let club = app.approved_club(&ada, "Chess", "open").await;
    let (one, two) = (app.officer(&ada, &club, "one").await, app.officer(&ada, &club, "two").await);
    let (member, other) = (app.member(&ada, &club, "member").await, app.member(&ada, &club, "other").await);
    remove(&member, &club, &other).await.problem(403, "not_allowed");
    remove(&admin, &club, &other).await.problem(403, "not_allowed");
    remove(&one, &club, &two).await.problem(403, "not_allowed");
    remove(&one, &club, &member).await.expect(204);
    remove(&one, &club, &member).await.problem(404, "not_found");
    remove(&ada, &club, &two).await.expect(204);
    remove(&one, &club, &one).await.expect(204);
    let list = ada.rest(&format!("GET /clubs/{club}/members")).await.expect(200).json();
    assert_eq!(list["total"], 2);
}

async fn an_officer_of_another_club_is_a_stranger_here(app: &TestApp) {
    let ada = app.register("ada").await;
    let (club, other) = (app.approved_club(&ada, "Chess", "open").await, app.approved_club(&ada, "Go", "open").await);
    let (elsewhere, member) = (app.officer(&ada, &other, "else").await, app.member(&ada, &club, "member").await);
    remove(&elsewhere, &club, &member).await.problem(403, "not_allowed");
    // Nor is anybody reached through the club one does run.
    remove(&elsewhere, &other, &member).await.problem(404, "not_found");
    let post = json!({ "title": "News", "body": "Some." });
    let post = ada.rest(&format!("POST /clubs/{club}/posts")).json(post).await.expect(201).json();
    let post = post["id"].as_str().unwrap();
    elsewhere.rest(&format!("DELETE /clubs/{club}/posts/{post}")).await.problem(403, "not_allowed");
    elsewhere.rest(&format!("DELETE /clubs/{other}/posts/{post}")).await.problem(404, "not_found");
    let edit = elsewhere.rest(&format!("PATCH /clubs/{other}/posts/{post}"));
    edit.json(json!({ "title": "Mine" })).await.problem(404, "not_found");
    let invitation = json!({ "email": "eva@example.org" });
    let invitation = ada.rest(&format!("POST /clubs/{club}/invitations")).json(invitation).await.expect(201).json();
    let invitation = invitation["id"].as_str().unwrap();
    elsewhere.rest(&format!("DELETE /clubs/{other}/invitations/{invitation}")).await.problem(404, "not_found");
}

async fn who_is_removed_is_out_at_once(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let officer = app.officer(&ada, &club, "grace").await;
    officer.rest(&format!("GET /clubs/{club}/invitations")).await.expect(200);
    remove(&ada, &club, &officer).await.expect(204);
    officer.rest(&format!("GET /clubs/{club}/invitations")).await.problem(403, "not_allowed");
    officer.rest(&format!("GET /clubs/{club}/members")).await.problem(403, "not_allowed");
    officer.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    assert_eq!(role_of(&officer, &club).await, "member", "an officer no longer");
}

async fn handing_over_twice_at_once_leaves_one_owner(app: &TestApp) {
    let mut owner = app.register("ada").await;
    let club = app.approved_club(&owner, "Chess", "open").await;
    for round in 0..5 {
        let one = app.member(&owner, &club, &format!("one{round}")).await;
        let other = app.member(&owner, &club, &format!("other{round}")).await;
        let (first, second) =
            tokio::join!(appoint(&owner, &club, &one, "owner"), appoint(&owner, &club, &other, "owner"));
        assert_eq!([first.status, second.status].iter().filter(|status| **status == 200).count(), 1);
        let lost = if first.status == 200 { second } else { first };
        lost.problem(403, "not_allowed");
        let owners = app.rows().await["club_member"].iter().filter(|row| row.contains("owner")).count();
        assert_eq!(owners, 1);
        owner = if role_of(&one, &club).await == "owner" { one } else { other };
    }
}
