//! Who sees who belongs to a club.

use serde_json::{Value, json};

use crate::support::{Caller, Person, TestApp};

journeys![
    the_list_is_shown_to_whom_the_owner_chose,
    a_page_says_for_whom_the_list_is,
    who_waits_is_shown_to_those_who_answer,
    suspended_people_are_neither_shown_nor_counted,
    from_outside_only_those_are_seen_who_show_themselves,
    the_list_is_filtered_by_role_and_comes_in_pages,
];

async fn names(caller: &Caller, club: &str, query: &str) -> Vec<String> {
    let list = caller.rest(&format!("GET /clubs/{club}/members?{query}")).await.expect(200).json();
    let items = list["items"].as_array().unwrap();
    assert_eq!(list["total"], items.len(), "{query}");
    items.iter().map(|member| member["username"].as_str().unwrap().to_owned()).collect()
}

async fn edit(owner: &Person, club: &str, change: Value) {
    owner.rest(&format!("PATCH /clubs/{club}")).json(change).await.expect(200);
}

async fn the_list_is_shown_to_whom_the_owner_chose(app: &TestApp) {
    let (owner, admin, stranger) = (app.register("owner").await, app.admin("root").await, app.register("out").await);
    let club = app.approved_club(&owner, "Chess", "open").await;
    let other = app.approved_club(&owner, "Go", "open").await;
    let elsewhere = app.officer(&owner, &other, "elsewhere").await;
    let officer = app.officer(&owner, &club, "officer").await;
    let member = app.member(&owner, &club, "member").await;
    edit(&owner, &club, json!({ "join_policy": "request" })).await;
    let asking = app.register("asking").await;
    asking.rest(&format!("POST /clubs/{club}/members")).await.expect(201);

    let visitor = app.visitor();
    let everybody = [&visitor, &*stranger, &*elsewhere, &*asking, &*member, &*officer, &*owner, &*admin];
    for (visible, expected) in [
        ("everyone", [200, 200, 200, 200, 200, 200, 200, 200]),
        ("members", [401, 403, 403, 403, 200, 200, 200, 200]),
        ("officers", [401, 403, 403, 403, 403, 200, 200, 200]),
    ] {
        edit(&owner, &club, json!({ "members_visible": visible })).await;
        for (caller, expected) in everybody.iter().zip(expected) {
            let answer = caller.rest(&format!("GET /clubs/{club}/members")).await.expect(expected);
            match expected {
                401 => assert_eq!(answer.any_problem()["code"], "sign_in_required"),
                403 => assert_eq!(answer.any_problem()["code"], "not_allowed"),
                _ => assert_eq!(names(caller, &club, "").await, ["owner", "officer", "member"], "who came first first"),
            }
        }
    }
}

async fn a_page_says_for_whom_the_list_is(app: &TestApp) {
    let owner = app.register("owner").await;
    let club = app.approved_club(&owner, "Chess", "open").await;
    app.member(&owner, &club, "member").await;
    for (visible, who) in [("members", "its members"), ("officers", "its officers")] {
        edit(&owner, &club, json!({ "members_visible": visible })).await;
        let page = app.browser().get(&format!("/clubs/{club}")).await.expect(200).text();
        assert!(page.contains(&format!("Who belongs to it is for {who} to see.")), "{visible}: {page}");
    }
    assert!(
        app.signed_in_browser("member")
            .await
            .get(&format!("/clubs/{club}"))
            .await
            .expect(200)
            .text()
            .contains("for its officers")
    );
}

async fn who_waits_is_shown_to_those_who_answer(app: &TestApp) {
    let (owner, admin) = (app.register("owner").await, app.admin("root").await);
    let club = app.approved_club(&owner, "Chess", "request").await;
    let (officer, member) = (app.officer(&owner, &club, "officer").await, app.member(&owner, &club, "member").await);
    for name in ["first", "second"] {
        app.register(name).await.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    }
    edit(&owner, &club, json!({ "members_visible": "everyone" })).await;
    for caller in [&owner, &officer, &admin] {
        assert_eq!(names(caller, &club, "status=requested").await, ["first", "second"], "who waits longest first");
    }
    member.rest(&format!("GET /clubs/{club}/members?status=requested")).await.problem(403, "not_allowed");
    let visitor = app.visitor();
    visitor.rest(&format!("GET /clubs/{club}/members?status=requested")).await.problem(401, "sign_in_required");
    assert_eq!(names(&visitor, &club, "status=active").await, ["owner", "officer", "member"]);
}

async fn suspended_people_are_neither_shown_nor_counted(app: &TestApp) {
    let (owner, admin) = (app.register("owner").await, app.admin("root").await);
    let club = app.approved_club(&owner, "Chess", "open").await;
    let grace = app.member(&owner, &club, "grace").await;
    let suspend = async |suspended: bool| {
        let change = admin.rest(&format!("PATCH /users/{}", grace.id));
        change.json(json!({ "suspended": suspended })).await.expect(200);
    };
    let count = async || owner.rest(&format!("GET /clubs/{club}")).await.json()["member_count"].clone();
    suspend(true).await;
    assert_eq!(names(&owner, &club, "").await, ["owner"]);
    assert_eq!(count().await, 1);
    assert_eq!(app.visitor().rest("GET /clubs").await.json()["items"][0]["member_count"], 1);
    for role in ["officer", "owner"] {
        let appoint = owner.rest(&format!("PATCH /clubs/{club}/members/{}", grace.id));
        appoint.json(json!({ "role": role })).await.problem(404, "not_found");
    }
    suspend(false).await;
    assert_eq!(names(&owner, &club, "").await, ["owner", "grace"], "still a member");
    assert_eq!(count().await, 2);
    suspend(true).await;
    owner.rest(&format!("DELETE /clubs/{club}/members/{}", grace.id)).await.expect(204);
}

async fn from_outside_only_those_are_seen_who_show_themselves(app: &TestApp) {
    let owner = app.register("owner").await;
    let club = app.approved_club(&owner, "Chess", "open").await;
    edit(&owner, &club, json!({ "members_visible": "everyone" })).await;
    for (name, visibility) in [("shown", "everyone"), ("shy", "members"), ("hidden", "nobody")] {
        let person = app.member(&owner, &club, name).await;
        person.rest("PATCH /users/me").json(json!({ "visibility": visibility })).await.expect(200);
    }
    let (stranger, admin, hidden) = (app.register("out").await, app.admin("root").await, app.sign_in("hidden").await);
    assert_eq!(names(&app.visitor(), &club, "").await, ["owner", "shown"]);
    assert_eq!(names(&stranger, &club, "").await, ["owner", "shown", "shy"]);
    for inside in [&owner, &hidden, &admin] {
        assert_eq!(names(inside, &club, "").await, ["owner", "shown", "shy", "hidden"]);
    }
    assert_eq!(app.visitor().rest(&format!("GET /clubs/{club}")).await.json()["member_count"], 4);
}

async fn the_list_is_filtered_by_role_and_comes_in_pages(app: &TestApp) {
    let owner = app.register("owner").await;
    let club = app.approved_club(&owner, "Chess", "open").await;
    app.officer(&owner, &club, "officer").await;
    for number in 0..5 {
        app.member(&owner, &club, &format!("member{number}")).await;
    }
    assert_eq!(names(&owner, &club, "role=owner").await, ["owner"]);
    assert_eq!(names(&owner, &club, "role=officer&status=active").await, ["officer"]);
    assert_eq!(names(&owner, &club, "role=officer&status=requested").await, Vec::<String>::new());
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    for expected in [2, 2, 1] {
        let query = format!("GET /clubs/{club}/members?role=member&limit=2&cursor={cursor}");
        let page = owner.rest(&query).await.expect(200).json();
        assert_eq!(page["total"], 5);
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), expected);
        seen.extend(items.iter().map(|member| member["username"].as_str().unwrap().to_owned()));
        cursor = page["next_cursor"].as_str().unwrap_or_default().to_owned();
    }
    assert!(cursor.is_empty(), "the last page names no next one");
    assert_eq!(seen, (0..5).map(|number| format!("member{number}")).collect::<Vec<_>>());
    let odd = owner.rest(&format!("GET /clubs/{club}/members?status=odd&role=king")).await;
    assert_eq!(odd.wrong_fields(), ["status", "role"]);
}
