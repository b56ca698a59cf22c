//! Admins look for people, give them roles and keep them out.

use serde_json::{Value, json};

use crate::support::{PASSWORD, Person, TestApp};

journeys![
    people_are_found_by_part_of_a_name_or_address_role_and_state,
    wildcards_of_the_database_are_plain_letters_in_a_search,
    capitals_of_every_script_are_found,
    long_lists_come_in_pages_without_gaps_or_repeats,
    a_role_works_from_the_next_request_on,
    a_suspended_person_is_out_at_once_and_comes_back_when_reinstated,
    there_is_always_an_admin_left,
    two_admins_cannot_remove_each_other_at_once,
];

async fn found(admin: &Person, query: &str) -> Vec<String> {
    let list = admin.rest(&format!("GET /users?{query}")).await.expect(200).json();
    let items = list["items"].as_array().unwrap();
    assert_eq!(list["total"], items.len(), "{query}");
    items.iter().map(|user| user["username"].as_str().unwrap().to_owned()).collect()
}

async fn change(admin: &Person, person: &Person, body: Value) -> crate::support::Answer {
    admin.rest(&format!("PATCH /users/{}", person.id)).json(body).await
}

async fn people_are_found_by_part_of_a_name_or_address_role_and_state(app: &TestApp) {
    let admin = app.admin("root").await;
    let ada = app.register("ada").await;
    let grace = app.register("grace").await;
    ada.rest("PATCH /users/me").json(json!({ "display_name": "Countess Lovelace" })).await.expect(200);
    grace.rest("POST /users/me/become-organizer").await.expect(200);
    change(&admin, &ada, json!({ "suspended": true })).await.expect(200);
    assert_eq!(found(&admin, "").await, ["grace", "ada", "root"], "newest first");
    assert_eq!(found(&admin, "q=LOVE").await, ["ada"]);
    assert_eq!(found(&admin, "q=grace%40example").await, ["grace"]);
    assert_eq!(found(&admin, "q=nobody").await, Vec::<String>::new());
    assert_eq!(found(&admin, "role=organizer").await, ["grace"]);
    assert_eq!(found(&admin, "suspended=true").await, ["ada"]);
    assert_eq!(found(&admin, "suspended=false&q=a").await, ["grace", "root"]);
    let list = admin.rest("GET /users?q=lovelace").await.json();
    assert_eq!(list["items"][0]["suspended"], true);
    assert_eq!(list["items"][0]["email"], "ada@example.org");
    assert_eq!(admin.rest("GET /users?role=king").await.wrong_fields(), ["role"]);
    assert_eq!(admin.rest("GET /users?suspended=maybe").await.wrong_fields(), ["suspended"]);
}

async fn wildcards_of_the_database_are_plain_letters_in_a_search(app: &TestApp) {
    let admin = app.admin("root").await;
    let ada = app.register("ada_b").await;
    app.register("adaxb").await;
    ada.rest("PATCH /users/me").json(json!({ "display_name": "100% \\ Ada" })).await.expect(200);
    assert_eq!(found(&admin, "q=ada_b").await, ["ada_b"]);
    assert_eq!(found(&admin, "q=%25").await, ["ada_b"]);
    assert_eq!(found(&admin, "q=%5C").await, ["ada_b"]);
    assert_eq!(found(&admin, "q='%20or%201=1%20--").await, Vec::<String>::new());
}

async fn capitals_of_every_script_are_found(app: &TestApp) {
    let admin = app.admin("root").await;
    let ada = app.register("ada").await;
    ada.rest("PATCH /users/me").json(json!({ "display_name": "ÄRGER" })).await.expect(200);
    for query in ["q=%C3%84RGER", "q=%C3%A4rger"] {
        assert_eq!(found(&admin, query).await, ["ada"], "{query}");
    }
}

async fn long_lists_come_in_pages_without_gaps_or_repeats(app: &TestApp) {
    let admin = app.admin("root").await;
    for number in 0..7 {
        app.register(&format!("person{number}")).await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    for expected in [3, 3, 2] {
        let page = admin.rest(&format!("GET /users?limit=3&cursor={cursor}")).await.expect(200).json();
        assert_eq!(page["total"], 8);
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), expected);
        seen.extend(items.iter().map(|user| user["username"].as_str().unwrap().to_owned()));
        cursor = page["next_cursor"].as_str().unwrap_or_default().to_owned();
    }
    assert!(cursor.is_empty(), "the last page names no next one");
    let expected: Vec<String> = (0..7).rev().map(|number| format!("person{number}")).chain(["root".into()]).collect();
    assert_eq!(seen, expected);
}

async fn a_role_works_from_the_next_request_on(app: &TestApp) {
    let (admin, ada) = (app.admin("root").await, app.register("ada").await);
    ada.rest("GET /users").await.problem(403, "not_allowed");
    change(&admin, &ada, json!({ "role": "admin" })).await.expect(200);
    ada.rest("GET /users").await.expect(200);
    change(&admin, &ada, json!({ "role": "attendee" })).await.expect(200);
    ada.rest("GET /users").await.problem(403, "not_allowed");
    assert_eq!(change(&admin, &ada, json!({ "role": "king" })).await.wrong_fields(), ["role"]);
    assert_eq!(ada.rest("GET /users/me").await.json()["role"], "attendee");
}

async fn a_suspended_person_is_out_at_once_and_comes_back_when_reinstated(app: &TestApp) {
    let (admin, ada) = (app.admin("root").await, app.register("ada").await);
    change(&admin, &ada, json!({ "suspended": true })).await.expect(200);
    ada.rest("GET /users/me").await.problem(401, "sign_in_ended");
    let refresh = json!({ "refresh_token": ada.refresh_token });
    app.visitor().rest("POST /auth/refresh").json(refresh).await.problem(401, "refresh_token_invalid");
    let log_in = json!({ "login": "ada", "password": PASSWORD });
    app.visitor().rest("POST /auth/login").json(log_in.clone()).await.problem(403, "account_suspended");
    let wrong = json!({ "login": "ada", "password": "not the password" });
    app.visitor().rest("POST /auth/login").json(wrong).await.problem(401, "wrong_credentials");
    app.handle_messages().await;
    let mails = app.mails_to("ada@example.org").await.len();
    app.visitor().rest("POST /auth/forgot-password").json(json!({ "email": "ada@example.org" })).await.expect(202);
    assert_eq!(app.mails_to("ada@example.org").await.len(), mails, "no way back in by mail");
    change(&admin, &ada, json!({ "suspended": false })).await.expect(200);
    app.visitor().rest("POST /auth/login").json(log_in).await.expect(200);
    ada.rest("GET /users/me").await.problem(401, "sign_in_ended");
}

async fn there_is_always_an_admin_left(app: &TestApp) {
    let admin = app.admin("root").await;
    for body in [json!({ "role": "attendee" }), json!({ "suspended": true })] {
        change(&admin, &admin, body).await.problem(409, "last_admin");
    }
    let second = app.admin("second").await;
    for body in [json!({ "role": "attendee" }), json!({ "suspended": true })] {
        change(&admin, &admin, body).await.problem(409, "own_account");
    }
    change(&second, &admin, json!({ "role": "attendee" })).await.expect(200);
    change(&second, &second, json!({ "role": "attendee" })).await.problem(409, "last_admin");
    second.rest("GET /users").await.expect(200);
}

async fn two_admins_cannot_remove_each_other_at_once(app: &TestApp) {
    for round in 0..10 {
        let (one, other) = (app.admin(&format!("one{round}")).await, app.admin(&format!("other{round}")).await);
        let demote = json!({ "role": "attendee" });
        let (first, second) = tokio::join!(change(&one, &other, demote.clone()), change(&other, &one, demote.clone()));
        let admins = app.rows().await["user_account"].iter().filter(|row| row.contains("admin")).count();
        assert_eq!(admins, 1, "{first} / {second}");
        // The one that is left makes room for the next two.
        let left = if first.status == 200 { &one } else { &other };
        let next = app.admin(&format!("next{round}")).await;
        change(&next, left, json!({ "role": "attendee" })).await.expect(200);
        app.database.execute("update user_account set role = 'attendee'").await;
    }
}
