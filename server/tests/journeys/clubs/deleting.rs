//! The end of a club.

use serde_json::json;

use crate::support::TestApp;

journeys![a_deleted_club_is_gone_from_everywhere, an_admin_may_delete_any_club, deleting_twice_is_deleting_once];

async fn a_deleted_club_is_gone_from_everywhere(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let member = app.member(&ada, &club, "grace").await;
    let path = format!("/clubs/{club}");
    let invitation = json!({ "email": "eva@example.org" });
    let invitation = ada.rest(&format!("POST {path}/invitations")).json(invitation).await.expect(201).json();
    let post = json!({ "title": "News", "body": "Some." });
    let post = ada.rest(&format!("POST {path}/posts")).json(post).await.expect(201).json();
    ada.rest(&format!("DELETE {path}")).await.expect(204);

    let (invitation, post) = (invitation["id"].as_str().unwrap(), post["id"].as_str().unwrap());
    let admin = app.admin("root").await;
    for caller in [&ada, &member, &admin] {
        for operation in [
            format!("GET {path}"),
            format!("DELETE {path}"),
            format!("POST {path}/resubmit"),
            format!("GET {path}/members"),
            format!("POST {path}/members"),
            format!("POST {path}/members/{}/accept", member.id),
            format!("POST {path}/members/{}/decline", member.id),
            format!("DELETE {path}/members/{}", member.id),
            format!("GET {path}/invitations"),
            format!("DELETE {path}/invitations/{invitation}"),
            format!("GET {path}/posts"),
            format!("DELETE {path}/posts/{post}"),
        ] {
            caller.rest(&operation).await.problem(404, "not_found");
        }
        assert_eq!(caller.rest("GET /clubs?mine=true").await.json()["total"], 0);
        assert_eq!(caller.rest("GET /clubs").await.json()["total"], 0);
    }
    admin.rest(&format!("POST {path}/approve")).await.problem(404, "not_found");
    member.rest("POST /clubs").json(json!({ "name": "chess" })).await.expect(201);
}

async fn an_admin_may_delete_any_club(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let club = app.approved_club(&ada, "Chess", "open").await;
    admin.rest(&format!("DELETE /clubs/{club}")).await.expect(204);
    ada.rest(&format!("GET /clubs/{club}")).await.problem(404, "not_found");
}

async fn deleting_twice_is_deleting_once(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let path = format!("DELETE /clubs/{club}");
    let answers = futures::future::join_all((0..8).map(|_| ada.rest(&path).into_future())).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 204).count(), 1);
    let history = domain::journal::history_of(&app.platform, club.parse().unwrap()).await.unwrap();
    let deleted = history.iter().filter(|entry| entry.message.name() == "club_deleted").count();
    assert_eq!(deleted, 1);
}
