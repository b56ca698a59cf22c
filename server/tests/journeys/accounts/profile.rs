//! What a person says about themselves.

use serde_json::json;

use crate::support::TestApp;

journeys![
    a_profile_is_changed_field_by_field_with_put_and_patch,
    two_editors_do_not_overwrite_each_other,
    a_taken_username_stays_with_its_owner,
    nobody_changes_what_is_not_theirs_to_change,
    what_cannot_be_shown_is_refused,
];

async fn a_profile_is_changed_field_by_field_with_put_and_patch(app: &TestApp) {
    let ada = app.register("ada").await;
    let first = json!({ "display_name": " Ada Lovelace ", "bio": "Poetical\r\nscience" });
    let user = ada.rest("PUT /users/me").json(first).await.expect(200).json();
    assert_eq!(user["display_name"], "Ada Lovelace");
    assert_eq!(user["bio"], "Poetical\nscience");
    let user = ada.rest("PATCH /users/me").json(json!({ "username": "countess" })).await.expect(200).json();
    assert_eq!((&user["username"], &user["bio"]), (&json!("countess"), &json!("Poetical\nscience")));
    assert_eq!(ada.rest("GET /users/me").await.json(), user);
    app.sign_in("countess").await;
}

async fn two_editors_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.register("ada").await;
    let version = ada.rest("GET /users/me").await.json()["version"].clone();
    let edit = |bio: &str| json!({ "bio": bio, "version": version });
    let edited = ada.rest("PUT /users/me").json(edit("first")).await.expect(200).json();
    assert_eq!(edited["version"], version.as_i64().unwrap() + 1);
    ada.rest("PUT /users/me").json(edit("second")).await.problem(409, "edited_meanwhile");
    assert_eq!(ada.rest("GET /users/me").await.json()["bio"], "first");
    ada.rest("PUT /users/me").json(json!({ "bio": "third" })).await.expect(200);

    let now = ada.rest("GET /users/me").await.json()["version"].clone();
    let at_once = (0..10).map(|number| {
        let body = json!({ "bio": format!("edit {number}"), "version": now });
        let ada = ada.clone();
        async move { ada.rest("PUT /users/me").json(body).await }
    });
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        refused.problem(409, "edited_meanwhile");
    }
}

async fn a_taken_username_stays_with_its_owner(app: &TestApp) {
    let (ada, _) = (app.register("ada").await, app.register("grace").await);
    let answer = ada.rest("PATCH /users/me").json(json!({ "username": "Grace" })).await;
    answer.problem(409, "username_taken");
    assert_eq!(answer.wrong_fields(), ["username"]);
    ada.rest("PATCH /users/me").json(json!({ "username": "ADA" })).await.expect(200);
}

async fn nobody_changes_what_is_not_theirs_to_change(app: &TestApp) {
    let ada = app.register("ada").await;
    let before = ada.rest("GET /users/me").await.json();
    let body = json!({
        "role": "admin", "email_verified": true, "id": "00000000-0000-7000-8000-000000000001", "picture_url": "/x",
        "created_at": "2001-01-01T00:00:00Z", "suspended": false, "pending_email": "eve@example.org",
    });
    let after = ada.rest("PUT /users/me").json(body).await.expect(200).json();
    for field in ["role", "email_verified", "id", "created_at", "picture_url", "pending_email"] {
        assert_eq!(before[field], after[field], "{field}");
    }
}

async fn what_cannot_be_shown_is_refused(app: &TestApp) {
    let ada = app.register("ada").await;
    for (field, value) in [
        ("display_name", "a\u{0}b".to_owned()),
        ("display_name", "a\nb".to_owned()),
        ("display_name", "a\u{202e}b".to_owned()),
        ("display_name", "   ".to_owned()),
        ("display_name", "x".repeat(81)),
        ("bio", "a\u{7}b".to_owned()),
        ("bio", "x".repeat(2_001)),
        ("username", "ad a".to_owned()),
        ("visibility", "friends".to_owned()),
    ] {
        let answer = ada.rest("PUT /users/me").json(json!({ field: value })).await;
        assert_eq!(answer.wrong_fields(), [field], "{answer}");
    }
    let name = "<script>alert(1)</script> Zoë 东京 🎭";
    let user = ada.rest("PUT /users/me").json(json!({ "display_name": name })).await.expect(200).json();
    assert_eq!(user["display_name"], name, "stored as text");
}
