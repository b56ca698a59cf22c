//! Changing what a club says about itself.

use serde_json::json;

use crate::support::TestApp;

journeys![
    a_club_is_changed_field_by_field,
    officers_describe_the_club_and_its_owner_decides_about_it,
    an_admin_may_put_right_what_a_club_says,
    two_editors_do_not_overwrite_each_other,
    a_taken_name_stays_with_its_club,
    nobody_changes_what_is_not_theirs_to_change,
    what_cannot_be_shown_is_refused,
];

async fn a_club_is_changed_field_by_field(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let path = format!("PATCH /clubs/{club}");
    let all = json!({
        "name": "Chess & Go", "description": "Every\r\nThursday", "join_policy": "invite",
        "members_visible": "everyone", "hue": 120,
    });
    let edited = ada.rest(&path).json(all).await.expect(200).json();
    assert_eq!((&edited["name"], &edited["description"]), (&json!("Chess & Go"), &json!("Every\nThursday")));
    assert_eq!((&edited["join_policy"], &edited["members_visible"]), (&json!("invite"), &json!("everyone")));
    assert_eq!((&edited["hue"], &edited["status"]), (&json!(120), &json!("approved")));
    let edited = ada.rest(&path).json(json!({ "hue": 240 })).await.expect(200).json();
    assert_eq!((&edited["hue"], &edited["name"]), (&json!(240), &json!("Chess & Go")));
    assert_eq!(app.visitor().rest("GET /clubs?q=thursday").await.json()["total"], 1, "found by what it says now");
    let same = json!({ "name": "Chess & Go", "hue": 240 });
    let again = ada.rest(&path).json(same).await.expect(200).json();
    assert_eq!(again, edited, "saving what stands there is no change");
    ada.rest(&path).json(json!({ "name": "CHESS & GO" })).await.expect(200);
}

async fn officers_describe_the_club_and_its_owner_decides_about_it(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let officer = app.officer(&ada, &club, "grace").await;
    let path = format!("PATCH /clubs/{club}");
    officer.rest(&path).json(json!({ "description": "Hers", "hue": 7 })).await.expect(200);
    for change in [
        json!({ "name": "Hers" }),
        json!({ "join_policy": "invite" }),
        json!({ "members_visible": "officers" }),
        json!({ "description": "Theirs", "name": "Hers" }),
    ] {
        officer.rest(&path).json(change).await.problem(403, "not_allowed");
    }
    // A form sends everything; what stands there already decides about nobody.
    let form = json!({ "name": "Chess", "join_policy": "open", "members_visible": "members", "description": "Mine" });
    let edited = officer.rest(&path).json(form).await.expect(200).json();
    assert_eq!(edited["description"], "Mine");
}

async fn an_admin_may_put_right_what_a_club_says(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let club = app.approved_club(&ada, "Rude word", "open").await;
    let change = json!({ "name": "Chess", "description": "", "join_policy": "request" });
    let edited = admin.rest(&format!("PATCH /clubs/{club}")).json(change).await.expect(200).json();
    assert_eq!((&edited["name"], &edited["my_role"]), (&json!("Chess"), &json!(null)));
}

async fn two_editors_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let path = format!("PATCH /clubs/{club}");
    let seen = ada.rest(&format!("GET /clubs/{club}")).await.json()["version"].clone();
    let edit = |text: &str| json!({ "description": text, "version": seen });
    let edited = ada.rest(&path).json(edit("first")).await.expect(200).json();
    assert_eq!(edited["version"], seen.as_i64().unwrap() + 1);
    ada.rest(&path).json(edit("second")).await.problem(409, "edited_meanwhile");
    ada.rest(&path).json(json!({ "description": "third" })).await.expect(200);

    let now = ada.rest(&format!("GET /clubs/{club}")).await.json()["version"].clone();
    let at_once = (0..10).map(|number| {
        let body = json!({ "description": format!("edit {number}"), "version": now });
        let (ada, path) = (&ada, &path);
        async move { ada.rest(path).json(body).await }
    });
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        refused.problem(409, "edited_meanwhile");
    }
}

async fn a_taken_name_stays_with_its_club(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    ada.rest("POST /clubs").json(json!({ "name": "Go" })).await.expect(201);
    let taken = ada.rest(&format!("PATCH /clubs/{club}")).json(json!({ "name": "GO" })).await;
    taken.problem(409, "club_name_taken");
    assert_eq!(taken.wrong_fields(), ["name"]);
    assert_eq!(ada.rest(&format!("GET /clubs/{club}")).await.json()["name"], "Chess");
}

async fn nobody_changes_what_is_not_theirs_to_change(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = ada.rest("POST /clubs").json(json!({ "name": "Chess" })).await.expect(201).json();
    let path = format!("PATCH /clubs/{}", club["id"].as_str().unwrap());
    let body = json!({
        "status": "approved", "member_count": 99, "created_at": "2001-01-01T00:00:00Z", "rejection_reason": "x",
        "id": "00000000-0000-7000-8000-000000000001",
    });
    assert_eq!(ada.rest(&path).json(body).await.expect(200).json(), club);
}

async fn what_cannot_be_shown_is_refused(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    for (field, value) in [
        ("name", json!("")),
        ("name", json!("a\u{0}b")),
        ("description", json!("x".repeat(5_001))),
        ("join_policy", json!("closed")),
        ("members_visible", json!("")),
        ("hue", json!(360)),
    ] {
        let answer = ada.rest(&format!("PATCH /clubs/{club}")).json(json!({ field: value })).await;
        assert_eq!(answer.wrong_fields(), [field], "{answer}");
    }
    let text = "<script>alert(1)</script> Zoë 东京 🎭";
    let edited = ada.rest(&format!("PATCH /clubs/{club}")).json(json!({ "name": text, "description": text })).await;
    assert_eq!(edited.expect(200).json()["name"], text, "stored as text");
}
