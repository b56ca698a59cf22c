//! What a club tells.

use serde_json::{Value, json};

use crate::support::{Caller, Person, TestApp};

journeys![
    a_post_is_published_edited_and_removed,
    what_is_for_members_only_is_seen_from_inside_only,
    what_is_wrong_is_said_beside_every_field_at_once,
    two_editors_do_not_overwrite_each_other,
    posts_come_newest_first_in_pages,
    an_author_is_shown_as_far_as_they_show_themselves,
    a_club_that_waits_may_have_its_page_ready,
    markup_is_kept_as_text,
];

async fn publish(officer: &Person, club: &str, title: &str, members_only: bool) -> Value {
    let body = json!({ "title": title, "body": "Text.", "members_only": members_only });
    officer.rest(&format!("POST /clubs/{club}/posts")).json(body).await.expect(201).json()
}

async fn titles(caller: &Caller, club: &str) -> Vec<String> {
    let list = caller.rest(&format!("GET /clubs/{club}/posts")).await.expect(200).json();
    let items = list["items"].as_array().unwrap();
    assert_eq!(list["total"], items.len(), "what is not shown is not counted");
    items.iter().map(|post| post["title"].as_str().unwrap().to_owned()).collect()
}

async fn a_post_is_published_edited_and_removed(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let officer = app.officer(&ada, &club, "grace").await;
    let body = json!({ "title": " Blitz ", "body": "Seven\r\nrounds." });
    let post = officer.rest(&format!("POST /clubs/{club}/posts")).json(body).await.expect(201).json();
    let expected = json!({
        "id": post["id"], "club_id": club, "title": "Blitz", "body": "Seven\nrounds.", "members_only": false,
        "author": { "user_id": officer.id, "username": "grace", "display_name": "grace", "picture_url": null },
        "created_at": "2026-11-21T18:00:00Z", "edited_at": null, "version": 1,
    });
    assert_eq!(post, expected);
    let list = app.visitor().rest(&format!("GET /clubs/{club}/posts")).await.expect(200).json();
    assert_eq!(list, json!({ "items": [expected], "next_cursor": null, "total": 1 }));

    app.turn_clock(std::time::Duration::from_secs(60));
    let path = format!("/clubs/{club}/posts/{}", post["id"].as_str().unwrap());
    let edited = ada.rest(&format!("PATCH {path}")).json(json!({ "title": "Rapid" })).await.expect(200).json();
    assert_eq!((&edited["title"], &edited["body"]), (&json!("Rapid"), &json!("Seven\nrounds.")));
    assert_eq!((&edited["edited_at"], &edited["version"]), (&json!("2026-11-21T18:01:00Z"), &json!(2)));
    assert_eq!(edited["author"]["username"], "grace", "still hers");
    let same = ada.rest(&format!("PATCH {path}")).json(json!({ "title": "Rapid" })).await.expect(200).json();
    assert_eq!(same, edited, "saving what stands there is no change");

    officer.rest(&format!("DELETE {path}")).await.expect(204);
    officer.rest(&format!("DELETE {path}")).await.problem(404, "not_found");
    officer.rest(&format!("PATCH {path}")).json(json!({ "title": "Late" })).await.problem(404, "not_found");
    assert!(titles(&ada, &club).await.is_empty());
}

async fn what_is_for_members_only_is_seen_from_inside_only(app: &TestApp) {
    let (ada, admin, stranger) = (app.register("ada").await, app.admin("root").await, app.register("out").await);
    let club = app.approved_club(&ada, "Chess", "open").await;
    let other = app.approved_club(&ada, "Go", "open").await;
    let (officer, member) = (app.officer(&ada, &club, "officer").await, app.member(&ada, &club, "member").await);
    let elsewhere = app.officer(&ada, &other, "elsewhere").await;
    ada.rest(&format!("PATCH /clubs/{club}")).json(json!({ "join_policy": "request" })).await.expect(200);
    let asking = app.register("asking").await;
    asking.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    let secret = publish(&officer, &club, "Inside", true).await;
    publish(&ada, &club, "Outside", false).await;
    for inside in [&member, &officer, &ada, &admin] {
        assert_eq!(titles(inside, &club).await, ["Outside", "Inside"]);
    }
    for outside in [&app.visitor(), &*stranger, &*asking, &*elsewhere] {
        assert_eq!(titles(outside, &club).await, ["Outside"]);
    }
    // Paging from a post one does not see shows nothing of it.
    let cursor = secret["id"].as_str().unwrap();
    let page = stranger.rest(&format!("GET /clubs/{club}/posts?cursor={cursor}")).await.expect(200).json();
    assert_eq!(page["items"], json!([]));
    member.rest(&format!("DELETE /clubs/{club}/members/{}", member.id)).await.expect(204);
    assert_eq!(titles(&member, &club).await, ["Outside"]);
    let open = ada.rest(&format!("PATCH /clubs/{club}/posts/{cursor}")).json(json!({ "members_only": false }));
    open.await.expect(200);
    assert_eq!(titles(&stranger, &club).await, ["Outside", "Inside"]);
}

async fn what_is_wrong_is_said_beside_every_field_at_once(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let path = format!("/clubs/{club}/posts");
    let publish = format!("POST {path}");
    let wrong = json!({ "title": "x".repeat(121), "body": "x".repeat(10_001) });
    let answer = ada.rest(&publish).json(wrong.clone()).await;
    answer.problem(422, "invalid_input");
    assert_eq!(answer.wrong_fields(), ["title", "body"]);
    assert_eq!(ada.rest(&publish).json(json!({ "title": " ", "body": "\n" })).await.wrong_fields(), ["title", "body"]);
    assert_eq!(ada.rest(&publish).json(json!({ "title": "a\nb", "body": "x" })).await.wrong_fields(), ["title"]);
    let odd = json!({ "title": "x", "body": "x", "members_only": "perhaps" });
    assert_eq!(ada.rest(&publish).json(odd).await.wrong_fields(), ["members_only"]);
    let longest = json!({ "title": "ß".repeat(120), "body": "ß".repeat(10_000) });
    let post = ada.rest(&publish).json(longest).await.expect(201).json();
    let edit = format!("PATCH {path}/{}", post["id"].as_str().unwrap());
    assert_eq!(ada.rest(&edit).json(wrong).await.wrong_fields(), ["title", "body"]);
    assert_eq!(ada.rest(&edit).json(json!({ "body": "" })).await.wrong_fields(), ["body"]);
}

async fn two_editors_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let post = publish(&ada, &club, "First", false).await;
    let path = format!("PATCH /clubs/{club}/posts/{}", post["id"].as_str().unwrap());
    let at_once = (0..10).map(|number| {
        let body = json!({ "title": format!("edit {number}"), "version": 1 });
        let (ada, path) = (&ada, &path);
        async move { ada.rest(path).json(body).await }
    });
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        refused.problem(409, "edited_meanwhile");
    }
    ada.rest(&path).json(json!({ "title": "Last", "version": 1 })).await.problem(409, "edited_meanwhile");
    ada.rest(&path).json(json!({ "title": "Last", "version": 2 })).await.expect(200);
}

async fn posts_come_newest_first_in_pages(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    for number in 0..5 {
        publish(&ada, &club, &format!("Post {number}"), number % 2 == 1).await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    for expected in [2, 1] {
        let path = format!("GET /clubs/{club}/posts?limit=2&cursor={cursor}");
        let page = app.visitor().rest(&path).await.expect(200).json();
        assert_eq!(page["total"], 3);
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), expected);
        seen.extend(items.iter().map(|post| post["title"].as_str().unwrap().to_owned()));
        cursor = page["next_cursor"].as_str().unwrap_or_default().to_owned();
    }
    assert!(cursor.is_empty(), "the last page names no next one");
    assert_eq!(seen, ["Post 4", "Post 2", "Post 0"]);
}

async fn an_author_is_shown_as_far_as_they_show_themselves(app: &TestApp) {
    let (ada, admin, stranger) = (app.register("ada").await, app.admin("root").await, app.register("out").await);
    let club = app.approved_club(&ada, "Chess", "open").await;
    let officer = app.officer(&ada, &club, "grace").await;
    publish(&officer, &club, "News", false).await;
    let author = async |caller: &Caller| {
        let list = caller.rest(&format!("GET /clubs/{club}/posts")).await.expect(200).json();
        list["items"][0]["author"]["username"].as_str().map(str::to_owned)
    };
    let grace = Some("grace".to_owned());
    for (visibility, to_visitor, to_stranger) in
        [("everyone", &grace, &grace), ("members", &None, &grace), ("nobody", &None, &None)]
    {
        officer.rest("PATCH /users/me").json(json!({ "visibility": visibility })).await.expect(200);
        assert_eq!(&author(&app.visitor()).await, to_visitor, "{visibility}");
        assert_eq!(&author(&stranger).await, to_stranger, "{visibility}");
        assert_eq!(author(&ada).await, grace, "fellow members see each other");
    }
    let suspend = admin.rest(&format!("PATCH /users/{}", officer.id));
    suspend.json(json!({ "suspended": true })).await.expect(200);
    assert_eq!(author(&ada).await, None);
    assert_eq!(titles(&app.visitor(), &club).await, ["News"], "what the club told stays");
}

async fn a_club_that_waits_may_have_its_page_ready(app: &TestApp) {
    let (ada, stranger) = (app.register("ada").await, app.register("out").await);
    let club = ada.rest("POST /clubs").json(json!({ "name": "Chess" })).await.expect(201).json();
    let id = club["id"].as_str().unwrap();
    publish(&ada, id, "We begin", false).await;
    for outside in [&app.visitor(), &*stranger] {
        outside.rest(&format!("GET /clubs/{id}/posts")).await.problem(404, "not_found");
    }
    app.approve(&club).await;
    assert_eq!(titles(&stranger, id).await, ["We begin"]);
}

async fn markup_is_kept_as_text(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    for text in ["=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>", "{{7*7}}", "Zoë 东京 🎭"] {
        let body = json!({ "title": text, "body": text });
        let post = ada.rest(&format!("POST /clubs/{club}/posts")).json(body).await.expect(201).json();
        assert_eq!((&post["title"], &post["body"]), (&json!(text), &json!(text)));
    }
}
