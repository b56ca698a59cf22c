//! Admins approve clubs or reject them, and founders try again.

use serde_json::{Value, json};

use crate::support::{Person, TestApp};

journeys![
    an_approved_club_is_there_for_everybody,
    a_rejected_club_is_told_why_mended_and_handed_in_again,
    a_rejection_needs_a_reason,
    a_club_is_decided_on_once,
    the_name_of_a_rejected_club_is_free_and_may_be_gone,
    only_its_owner_hands_a_rejected_club_in_again,
    handing_in_again_counts_among_the_clubs_that_wait,
];

async fn found(founder: &Person, name: &str) -> (Value, String) {
    let club = founder.rest("POST /clubs").json(json!({ "name": name })).await.expect(201).json();
    let path = format!("/clubs/{}", club["id"].as_str().unwrap());
    (club, path)
}

async fn reject(admin: &Person, path: &str) {
    admin.rest(&format!("POST {path}/reject")).json(json!({ "reason": "Too short." })).await.expect(200);
}

async fn an_approved_club_is_there_for_everybody(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let (_, path) = found(&ada, "Chess").await;
    assert_eq!(app.visitor().rest("GET /clubs").await.expect(200).json()["total"], 0);
    let approved = admin.rest(&format!("POST {path}/approve")).await.expect(200).json();
    assert_eq!((&approved["status"], &approved["version"]), (&json!("approved"), &json!(2)));
    let shown = app.visitor().rest(&format!("GET {path}")).await.expect(200).json();
    assert_eq!((&shown["name"], &shown["my_role"]), (&json!("Chess"), &json!(null)));
    assert_eq!(app.visitor().rest("GET /clubs").await.json()["items"][0]["name"], "Chess");
}

async fn a_rejected_club_is_told_why_mended_and_handed_in_again(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let (_, path) = found(&ada, "Chess").await;
    let reason = json!({ "reason": " Where\r\ndo you meet? " });
    let rejected = admin.rest(&format!("POST {path}/reject")).json(reason).await.expect(200).json();
    assert_eq!(rejected["status"], "rejected");
    let seen = ada.rest(&format!("GET {path}")).await.expect(200).json();
    assert_eq!(seen["rejection_reason"], "Where\ndo you meet?");
    app.visitor().rest(&format!("GET {path}")).await.problem(404, "not_found");
    app.register("grace").await.rest(&format!("GET {path}")).await.problem(404, "not_found");

    ada.rest(&format!("PATCH {path}")).json(json!({ "description": "In the library." })).await.expect(200);
    let again = ada.rest(&format!("POST {path}/resubmit")).await.expect(200).json();
    assert_eq!((&again["status"], &again["rejection_reason"]), (&json!("pending"), &json!(null)));
    admin.rest(&format!("POST {path}/approve")).await.expect(200);
    app.visitor().rest(&format!("GET {path}")).await.expect(200);
}

async fn a_rejection_needs_a_reason(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let (_, path) = found(&ada, "Chess").await;
    for reason in ["", " \n ", &"x".repeat(501), "a\u{0}b"] {
        let answer = admin.rest(&format!("POST {path}/reject")).json(json!({ "reason": reason })).await;
        answer.problem(422, "invalid_input");
        assert_eq!(answer.wrong_fields(), ["reason"]);
    }
    assert_eq!(ada.rest(&format!("GET {path}")).await.json()["status"], "pending");
    let longest = json!({ "reason": "x".repeat(500) });
    admin.rest(&format!("POST {path}/reject")).json(longest).await.expect(200);
}

async fn a_club_is_decided_on_once(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let (_, approved) = found(&ada, "Chess").await;
    let (_, rejected) = found(&ada, "Go").await;
    admin.rest(&format!("POST {approved}/approve")).await.expect(200);
    reject(&admin, &rejected).await;
    for path in [approved, rejected] {
        admin.rest(&format!("POST {path}/approve")).await.problem(409, "club_not_pending");
        let again = admin.rest(&format!("POST {path}/reject")).json(json!({ "reason": "No." })).await;
        again.problem(409, "club_not_pending");
    }
    for round in 0..5 {
        let (_, path) = found(&ada, &format!("Club {round}")).await;
        let at_once = (0..6).map(|number| {
            let (admin, path) = (&admin, &path);
            async move {
                if number % 2 == 0 {
                    admin.rest(&format!("POST {path}/approve")).await
                } else {
                    admin.rest(&format!("POST {path}/reject")).json(json!({ "reason": "No." })).await
                }
            }
        });
        let answers = futures::future::join_all(at_once).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        let decided = answers.iter().find(|answer| answer.status == 200).unwrap().json();
        assert_eq!(admin.rest(&format!("GET {path}")).await.json(), decided);
    }
}

async fn the_name_of_a_rejected_club_is_free_and_may_be_gone(app: &TestApp) {
    let (ada, grace, admin) = (app.register("ada").await, app.register("grace").await, app.admin("root").await);
    let (_, first) = found(&ada, "Chess").await;
    reject(&admin, &first).await;
    found(&grace, "CHESS").await;
    // It may still be mended, the name being asked about when it is handed in.
    ada.rest(&format!("PATCH {first}")).json(json!({ "description": "Better." })).await.expect(200);
    let refused = ada.rest(&format!("POST {first}/resubmit")).await;
    refused.problem(409, "club_name_taken");
    assert_eq!(refused.wrong_fields(), ["name"]);
    ada.rest(&format!("PATCH {first}")).json(json!({ "name": "Chess 2" })).await.expect(200);
    ada.rest(&format!("POST {first}/resubmit")).await.expect(200);
}

async fn only_its_owner_hands_a_rejected_club_in_again(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let (club, path) = found(&ada, "Chess").await;
    let resubmit = format!("POST {path}/resubmit");
    ada.rest(&resubmit).await.problem(409, "club_not_rejected");
    reject(&admin, &path).await;
    admin.rest(&resubmit).await.problem(403, "not_allowed");
    app.register("grace").await.rest(&resubmit).await.problem(404, "not_found");
    ada.rest(&resubmit).await.expect(200);
    app.approve(&club).await;
    ada.rest(&resubmit).await.problem(409, "club_not_rejected");
}

async fn handing_in_again_counts_among_the_clubs_that_wait(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let (_, path) = found(&ada, "Chess").await;
    reject(&admin, &path).await;
    for number in 0..5 {
        found(&ada, &format!("Club {number}")).await;
    }
    ada.rest(&format!("POST {path}/resubmit")).await.problem(409, "too_many_pending_clubs");
}
