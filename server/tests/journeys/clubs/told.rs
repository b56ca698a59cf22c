//! What is told of clubs: every change once, with ids and public facts only.

use domain::accounts::Role;
use domain::journal;
use serde_json::{Value, json};

use crate::support::{Person, TestApp};

journeys![every_change_is_told_once_and_gives_nobody_away, what_was_refused_is_not_told];

async fn done(person: &Person, operation: &str, body: Value) -> Value {
    let answer = person.rest(operation).json(body).await;
    assert!(answer.status < 300, "{operation}: {answer}");
    if answer.body.is_empty() { json!(null) } else { answer.json() }
}

async fn every_change_is_told_once_and_gives_nobody_away(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let (grace, lea) = (app.register("grace").await, app.with_role("lea", Role::Attendee).await);
    let nothing = || json!({});
    let club = done(&ada, "POST /clubs", json!({ "name": "Secret name", "join_policy": "request" })).await;
    let id = club["id"].as_str().unwrap();
    let path = format!("/clubs/{id}");
    done(&admin, &format!("POST {path}/reject"), json!({ "reason": "A reason." })).await;
    done(&ada, &format!("PATCH {path}"), json!({ "description": "Described." })).await;
    done(&ada, &format!("POST {path}/resubmit"), nothing()).await;
    done(&admin, &format!("POST {path}/approve"), nothing()).await;
    for answer in ["decline", "accept"] {
        done(&grace, &format!("POST {path}/members"), json!({ "message": "Please." })).await;
        done(&ada, &format!("POST {path}/members/{}/{answer}", grace.id), nothing()).await;
    }
    done(&lea, &format!("POST {path}/members"), nothing()).await;
    done(&lea, &format!("DELETE {path}/members/{}", lea.id), nothing()).await;
    done(&ada, &format!("PATCH {path}/members/{}", grace.id), json!({ "role": "officer" })).await;
    let other = done(&grace, &format!("POST {path}/invitations"), json!({ "email": "eva@example.org" })).await;
    done(&grace, &format!("DELETE {path}/invitations/{}", other["id"].as_str().unwrap()), nothing()).await;
    done(&grace, &format!("POST {path}/invitations"), json!({ "email": "lea@example.org" })).await;
    done(&lea, &format!("POST {path}/members"), nothing()).await;
    let post = done(&grace, &format!("POST {path}/posts"), json!({ "title": "A title", "body": "A body" })).await;
    let post = format!("{path}/posts/{}", post["id"].as_str().unwrap());
    done(&grace, &format!("PATCH {post}"), json!({ "title": "Another" })).await;
    done(&grace, &format!("DELETE {post}"), nothing()).await;
    done(&ada, &format!("PATCH {path}/members/{}", grace.id), json!({ "role": "owner" })).await;
    done(&grace, &format!("DELETE {path}/members/{}", ada.id), nothing()).await;
    done(&grace, &format!("DELETE {path}"), nothing()).await;

    let history = journal::history_of(&app.platform, id.parse().unwrap()).await.unwrap();
    let told: Vec<&str> = history.iter().map(|entry| entry.message.name()).collect();
    let expected = [
        "club_created",
        "club_rejected",
        "club_edited",
        "club_resubmitted",
        "club_approved",
        "member_requested",
        "member_declined",
        "member_requested",
        "member_added",
        "member_requested",
        "member_request_withdrawn",
        "member_role_changed",
        "member_invited",
        "invitation_withdrawn",
        "member_invited",
        "member_added",
        "club_post_published",
        "club_post_edited",
        "club_post_removed",
        "member_role_changed",
        "member_role_changed",
        "member_removed",
        "club_deleted",
    ];
    assert_eq!(told, expected);
    assert_eq!(history[0].message.data(), json!({ "club_id": id, "user_id": ada.id }));
    assert_eq!(history[11].message.data(), json!({ "club_id": id, "user_id": grace.id, "role": "officer" }));
    assert_eq!(history[0].message.routing_key(), "club.created");
    for entry in &history {
        let data = entry.message.data().to_string();
        for private in ["@", "grace", "Secret", "reason", "Please", "title", "Described"] {
            assert!(!data.contains(private), "{} carries {data}", entry.message.name());
        }
    }
}

async fn what_was_refused_is_not_told(app: &TestApp) {
    let (ada, eve) = (app.register("ada").await, app.register("eve").await);
    let club = app.approved_club(&ada, "Chess", "invite").await;
    let path = format!("/clubs/{club}");
    let before = app.rows().await;
    eve.rest(&format!("POST {path}/members")).await.expect(403);
    eve.rest(&format!("DELETE {path}")).await.expect(403);
    eve.rest(&format!("PATCH {path}")).json(json!({ "name": "Eve's" })).await.expect(403);
    ada.rest(&format!("DELETE {path}/members/{}", ada.id)).await.expect(409);
    ada.rest(&format!("POST {path}/invitations")).json(json!({ "email": "x" })).await.expect(422);
    ada.rest("POST /clubs").json(json!({ "name": "CHESS" })).await.expect(409);
    assert!(app.rows().await == before, "nothing was changed, and nothing told");
}
