//! Founding a club.

use serde_json::json;

use crate::support::TestApp;

journeys![
    a_new_club_waits_and_is_its_founders_at_once,
    what_is_left_out_has_a_sensible_default,
    what_is_wrong_is_said_beside_every_field_at_once,
    a_name_belongs_to_one_club_whatever_the_capitals_and_spaces,
    five_clubs_of_one_person_wait_at_most,
    nobody_founds_a_club_that_is_approved_already,
    a_repeat_with_the_same_key_founds_one_club,
    fifty_founders_of_one_name_found_one_club,
];

async fn a_new_club_waits_and_is_its_founders_at_once(app: &TestApp) {
    let ada = app.register("ada").await;
    let body = json!({
        "name": " Chess  &\u{a0}Go ", "description": "Every\r\nThursday", "join_policy": "request",
        "members_visible": "officers", "hue": 0,
    });
    let club = ada.rest("POST /clubs").json(body).await.expect(201).json();
    let expected = json!({
        "id": club["id"], "name": "Chess & Go", "description": "Every\nThursday", "status": "pending",
        "rejection_reason": null, "join_policy": "request", "members_visible": "officers", "hue": 0, "picture_url": null,
        "member_count": 1, "my_role": "owner", "my_status": "active", "invited": false,
        "created_at": "2026-11-21T18:00:00Z", "version": 1,
    });
    assert_eq!(club, expected);
    assert_eq!(club["id"].as_str().unwrap().as_bytes()[14], b'7', "a UUIDv7");
    let path = format!("GET /clubs/{}", club["id"].as_str().unwrap());
    assert_eq!(ada.rest(&path).await.expect(200).json(), expected);
    app.visitor().rest(&path).await.problem(404, "not_found");
    app.register("grace").await.rest(&path).await.problem(404, "not_found");
    assert_eq!(app.admin("root").await.rest(&path).await.expect(200).json()["my_role"], json!(null));
}

async fn what_is_left_out_has_a_sensible_default(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = ada.rest("POST /clubs").json(json!({ "name": "Go" })).await.expect(201).json();
    assert_eq!((&club["join_policy"], &club["members_visible"]), (&json!("open"), &json!("members")));
    assert_eq!((&club["description"], &club["hue"]), (&json!(""), &json!(null)));
}

async fn what_is_wrong_is_said_beside_every_field_at_once(app: &TestApp) {
    let ada = app.register("ada").await;
    let body = json!({
        "name": "x", "description": "x".repeat(5_001), "join_policy": "closed", "members_visible": "nobody", "hue": 360,
    });
    let answer = ada.rest("POST /clubs").json(body).await;
    answer.problem(422, "invalid_input");
    assert_eq!(answer.wrong_fields(), ["name", "description", "join_policy", "members_visible", "hue"]);
    for (field, value) in [
        ("name", json!("")),
        ("name", json!("x".repeat(81))),
        ("name", json!("a\nb")),
        ("name", json!("a\u{202e}b")),
        ("description", json!("a\u{7}b")),
        ("join_policy", json!("")),
        ("hue", json!(-1)),
        ("hue", json!(i64::MAX)),
    ] {
        let mut body = json!({ "name": "Chess" });
        body[field] = value;
        let answer = ada.rest("POST /clubs").json(body).await;
        assert_eq!(answer.wrong_fields(), [field], "{answer}");
    }
    assert!(app.rows().await["club"].is_empty());
    let longest = json!({ "name": "ß".repeat(80), "description": "ß".repeat(5_000) });
    ada.rest("POST /clubs").json(longest).await.expect(201);
}

async fn a_name_belongs_to_one_club_whatever_the_capitals_and_spaces(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    ada.rest("POST /clubs").json(json!({ "name": "Žižkov Chess" })).await.expect(201);
    for name in ["Žižkov Chess", "ŽIŽKOV CHESS", " žižkov   chess "] {
        let taken = grace.rest("POST /clubs").json(json!({ "name": name })).await;
        taken.problem(409, "club_name_taken");
        assert_eq!(taken.wrong_fields(), ["name"]);
    }
    grace.rest("POST /clubs").json(json!({ "name": "Zizkov Chess" })).await.expect(201);
}

async fn five_clubs_of_one_person_wait_at_most(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let mut first = json!(null);
    for number in 0..5 {
        first = ada.rest("POST /clubs").json(json!({ "name": format!("Club {number}") })).await.expect(201).json();
    }
    let sixth = json!({ "name": "Club 6" });
    ada.rest("POST /clubs").json(sixth.clone()).await.problem(409, "too_many_pending_clubs");
    grace.rest("POST /clubs").json(json!({ "name": "Hers" })).await.expect(201);
    app.approve(&first).await;
    ada.rest("POST /clubs").json(sixth).await.expect(201);
}

async fn nobody_founds_a_club_that_is_approved_already(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let body = json!({
        "name": "Chess", "status": "approved", "id": "00000000-0000-7000-8000-000000000001", "member_count": 99,
        "owner_id": grace.id, "my_role": "member", "version": 7, "created_at": "2001-01-01T00:00:00Z",
    });
    let club = ada.rest("POST /clubs").json(body).await.expect(201).json();
    assert_eq!((&club["status"], &club["member_count"], &club["version"]), (&json!("pending"), &json!(1), &json!(1)));
    assert_ne!(club["id"], "00000000-0000-7000-8000-000000000001");
    assert_eq!(club["my_role"], "owner");
}

async fn a_repeat_with_the_same_key_founds_one_club(app: &TestApp) {
    let ada = app.register("ada").await;
    let found = async || {
        ada.rest("POST /clubs").header("idempotency-key", "k").json(json!({ "name": "Chess" })).await.expect(201)
    };
    let (first, again) = (found().await, found().await);
    assert_eq!(first.body, again.body);
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(app.rows().await["club"].len(), 1);
}

async fn fifty_founders_of_one_name_found_one_club(app: &TestApp) {
    let mut founders = Vec::new();
    for number in 0..10 {
        founders.push(app.register(&format!("ada{number}")).await);
    }
    let all = (0..50).map(|number| {
        let founder = &founders[number % 10];
        async move { founder.rest("POST /clubs").json(json!({ "name": "Chess" })).await }
    });
    let answers = futures::future::join_all(all).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 201) {
        refused.problem(409, "club_name_taken");
    }
    assert_eq!((app.rows().await["club"].len(), app.rows().await["club_member"].len()), (1, 1));
}
