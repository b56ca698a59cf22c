//! Inviting a mail address.

use domain::accounts::Role;
use serde_json::json;

use crate::support::{Answer, Person, TestApp};

journeys![
    who_confirmed_the_invited_address_may_join_whatever_the_policy,
    an_address_that_is_not_confirmed_opens_nothing,
    the_answer_does_not_tell_whether_the_address_has_an_account,
    one_invitation_to_an_address_is_open_at_a_time,
    an_invitation_that_is_withdrawn_opens_nothing,
    an_invitation_works_once,
    an_invitation_is_for_one_club,
    a_club_has_at_most_a_hundred_open_invitations,
    what_is_no_address_is_refused,
];

async fn invite(officer: &Person, club: &str, email: &str) -> Answer {
    officer.rest(&format!("POST /clubs/{club}/invitations")).json(json!({ "email": email })).await
}

async fn join(person: &Person, club: &str) -> Answer {
    person.rest(&format!("POST /clubs/{club}/members")).await
}

async fn who_confirmed_the_invited_address_may_join_whatever_the_policy(app: &TestApp) {
    let ada = app.register("ada").await;
    for policy in ["invite", "request", "open"] {
        let club = app.approved_club(&ada, policy, policy).await;
        let (name, officer) = (format!("grace-{policy}"), format!("officer-{policy}"));
        let officer = if policy == "invite" { ada.clone() } else { app.officer(&ada, &club, &officer).await };
        let grace = app.with_role(&name, Role::Attendee).await;
        let invited = async || grace.rest(&format!("GET /clubs/{club}")).await.json()["invited"].clone();
        assert_eq!(invited().await, false);
        let invitation = invite(&officer, &club, &format!("{}@Example.org", name.to_uppercase())).await.expect(201);
        let invitation = invitation.json();
        let expected = json!({
            "id": invitation["id"], "email": format!("{}@Example.org", name.to_uppercase()), "invited_by": officer.id,
            "created_at": "2026-11-21T18:00:00Z",
        });
        assert_eq!(invitation, expected);
        assert_eq!(invited().await, true);
        assert_eq!(join(&grace, &club).await.expect(201).json()["status"], "active", "{policy}");
        assert_eq!(invited().await, false);
        let open = officer.rest(&format!("GET /clubs/{club}/invitations")).await.expect(200).json();
        assert_eq!(open["total"], 0, "it was used");
    }
}

async fn an_address_that_is_not_confirmed_opens_nothing(app: &TestApp) {
    let (ada, eve) = (app.register("ada").await, app.register("eve").await);
    let club = app.approved_club(&ada, "Chess", "invite").await;
    invite(&ada, &club, "eve@example.org").await.expect(201);
    join(&eve, &club).await.problem(403, "invitation_needed");
    assert_eq!(eve.rest(&format!("GET /clubs/{club}")).await.json()["invited"], false);
    let token = app.newest_token("eve@example.org").await;
    eve.rest("POST /auth/verify-email").json(json!({ "token": token })).await.expect(204);
    join(&eve, &club).await.expect(201);
}

async fn the_answer_does_not_tell_whether_the_address_has_an_account(app: &TestApp) {
    let (ada, _) = (app.register("ada").await, app.with_role("known", Role::Attendee).await);
    let club = app.approved_club(&ada, "Chess", "invite").await;
    let member = app.with_role("member", Role::Attendee).await;
    invite(&ada, &club, "member@example.org").await.expect(201);
    join(&member, &club).await.expect(201);
    let mut shapes = Vec::new();
    for email in ["known@example.org", "unknown@example.org", "member@example.org"] {
        let mut answer = invite(&ada, &club, email).await.expect(201).json();
        for field in ["id", "email"] {
            answer[field] = json!(null);
        }
        shapes.push(answer);
    }
    assert!(shapes.windows(2).all(|pair| pair[0] == pair[1]), "{shapes:?}");
    app.handle_messages().await;
    assert!(app.mails_to("unknown@example.org").await.is_empty());
}

async fn one_invitation_to_an_address_is_open_at_a_time(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "invite").await;
    invite(&ada, &club, "eva@example.org").await.expect(201);
    let again = invite(&ada, &club, " EVA@example.org ").await;
    again.problem(409, "already_invited");
    assert_eq!(again.wrong_fields(), ["email"]);
    let at_once = (0..10).map(|_| invite(&ada, &club, "zoe@example.org"));
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    assert_eq!(app.rows().await["club_invitation"].len(), 2);
}

async fn an_invitation_that_is_withdrawn_opens_nothing(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.with_role("grace", Role::Attendee).await);
    let club = app.approved_club(&ada, "Chess", "invite").await;
    let first = invite(&ada, &club, "grace@example.org").await.expect(201).json();
    invite(&ada, &club, "zoe@example.org").await.expect(201);
    let list = ada.rest(&format!("GET /clubs/{club}/invitations?limit=1")).await.expect(200).json();
    assert_eq!((&list["items"][0]["email"], &list["total"]), (&json!("zoe@example.org"), &json!(2)), "newest first");
    let cursor = list["next_cursor"].as_str().unwrap();
    let rest = ada.rest(&format!("GET /clubs/{club}/invitations?limit=1&cursor={cursor}")).await.expect(200).json();
    assert_eq!((&rest["items"][0], &rest["next_cursor"]), (&first, &json!(null)));

    let path = format!("DELETE /clubs/{club}/invitations/{}", first["id"].as_str().unwrap());
    ada.rest(&path).await.expect(204);
    ada.rest(&path).await.problem(404, "not_found");
    join(&grace, &club).await.problem(403, "invitation_needed");
    invite(&ada, &club, "grace@example.org").await.expect(201);
    join(&grace, &club).await.expect(201);
}

async fn an_invitation_works_once(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.with_role("grace", Role::Attendee).await);
    let club = app.approved_club(&ada, "Chess", "invite").await;
    invite(&ada, &club, "grace@example.org").await.expect(201);
    join(&grace, &club).await.expect(201);
    grace.rest(&format!("DELETE /clubs/{club}/members/{}", grace.id)).await.expect(204);
    join(&grace, &club).await.problem(403, "invitation_needed");
}

async fn an_invitation_is_for_one_club(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.with_role("grace", Role::Attendee).await);
    let club = app.approved_club(&ada, "Chess", "invite").await;
    let other = app.approved_club(&ada, "Go", "request").await;
    invite(&ada, &club, "grace@example.org").await.expect(201);
    assert_eq!(join(&grace, &other).await.expect(201).json()["status"], "requested");
    invite(&ada, &other, "grace@example.org").await.expect(201);
    let joined = join(&grace, &other).await.expect(201).json();
    assert_eq!(joined["status"], "active", "who had asked is let in by the invitation");
}

async fn a_club_has_at_most_a_hundred_open_invitations(app: &TestApp) {
    let (ada, _) = (app.register("ada").await, app.register("grace").await);
    let club = app.approved_club(&ada, "Chess", "invite").await;
    let emails: Vec<String> = (0..100).map(|number| format!("guest{number}@example.org")).collect();
    for answer in futures::future::join_all(emails.iter().map(|email| invite(&ada, &club, email))).await {
        answer.expect(201);
    }
    invite(&ada, &club, "one-more@example.org").await.problem(409, "too_many_invitations");
    let other = app.approved_club(&ada, "Go", "invite").await;
    invite(&ada, &other, "one-more@example.org").await.expect(201);
    let list = ada.rest(&format!("GET /clubs/{club}/invitations?limit=100")).await.expect(200).json();
    let first = list["items"][99]["id"].as_str().unwrap();
    ada.rest(&format!("DELETE /clubs/{club}/invitations/{first}")).await.expect(204);
    invite(&ada, &club, "one-more@example.org").await.expect(201);
}

async fn what_is_no_address_is_refused(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "invite").await;
    for email in ["", "nowhere", "a\u{0}b@example.org", "eva@example.org\r\nBcc: eve@example.org"] {
        let answer = invite(&ada, &club, email).await;
        answer.problem(422, "invalid_input");
        assert_eq!(answer.wrong_fields(), ["email"]);
    }
}
