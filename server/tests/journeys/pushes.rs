//! Notices in browsers that are not open: whom they reach, whom no more, and what their makers' servers may do.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Caller, Person, Reader, TestApp};

journeys![
    news_of_a_club_reaches_the_browser_that_was_switched_on_and_only_it_can_read_them,
    a_message_that_comes_twice_is_sent_once,
    who_chose_not_to_is_sent_nothing_and_reads_it_in_the_product_all_the_same,
    who_wants_nothing_in_the_product_may_still_be_sent_it,
    nothing_is_sent_to_where_somebody_signed_out_or_is_suspended,
    what_a_makers_server_does_not_take_is_tried_again_while_it_is_news,
    a_makers_server_says_itself_when_to_come_back,
    a_browser_that_is_gone_is_forgotten,
    nobody_is_led_elsewhere,
    a_browser_is_its_last_persons_and_a_sign_in_has_one,
    a_browser_that_moved_by_itself_stays_on_only_where_it_was_on,
    nothing_is_switched_on_in_a_sign_in_that_ends_meanwhile,
    many_at_once_take_the_same_browser_and_one_has_it,
    who_is_reached_by_nobody_any_more_holds_up_nobody_else,
    the_oldest_of_too_many_browsers_is_forgotten,
    one_sees_and_stops_ones_own_browsers_without_their_addresses,
    only_browsers_makers_are_sent_to,
];

const DEVICES: &str = "/users/me/push-devices";

async fn switch_on(caller: &Caller, reader: &Reader) -> Value {
    caller.rest(&format!("POST {DEVICES}")).json(reader.subscription()).await.expect(201).json()
}

async fn devices(caller: &Caller) -> Vec<Value> {
    caller.rest(&format!("GET {DEVICES}")).await.expect(200).json()["items"].as_array().unwrap().clone()
}

/// Somebody asks to join a club of Ada's, so that she has news.
async fn knock(app: &TestApp, ada: &Person, name: &str) -> String {
    let club = app.approved_club(ada, name, "request").await;
    app.handle_messages().await;
    app.send_pushes().await;
    app.push_stand_in.take();
    let grace = app.register(&format!("grace-{}", name.to_lowercase())).await;
    grace.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    app.handle_messages().await;
    club
}

async fn news_of_a_club_reaches_the_browser_that_was_switched_on_and_only_it_can_read_them(app: &TestApp) {
    let ada = app.register("ada").await;
    let reader = Reader::at(&app.push_stand_in, 1);
    switch_on(&ada, &reader).await;
    knock(app, &ada, "Chess").await;
    app.send_pushes().await;
    let pushed = app.push_stand_in.take();
    assert_eq!(pushed.len(), 1);
    let said = reader.open(&pushed[0]);
    assert_eq!(
        (&said["title"], &said["text"]),
        (&json!("Somebody asks to join Chess"), &json!("Read what they wrote, and answer."))
    );
    assert!(said["link"].as_str().unwrap().ends_with("/members#requests"));
    assert_eq!((pushed[0].path.as_str(), &pushed[0].headers["ttl"]), ("/browser/1", &"14400".parse().unwrap()));
    let key = ada.rest(&format!("GET {DEVICES}")).await.expect(200).json()["public_key"].as_str().unwrap().to_owned();
    let authorization = pushed[0].headers["authorization"].to_str().unwrap();
    assert!(authorization.starts_with("vapid t=") && authorization.ends_with(&format!(", k={key}")));
    assert!(!String::from_utf8_lossy(&pushed[0].body).contains("Chess"));
}

async fn a_message_that_comes_twice_is_sent_once(app: &TestApp) {
    let ada = app.register("ada").await;
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    let club = knock(app, &ada, "Chess").await;
    app.send_pushes().await;
    assert_eq!(app.push_stand_in.take().len(), 1);
    for message in app.messages_of(&club).await {
        app.handle_again(&message).await;
    }
    app.send_pushes().await;
    assert!(app.push_stand_in.take().is_empty());
}

async fn who_chose_not_to_is_sent_nothing_and_reads_it_in_the_product_all_the_same(app: &TestApp) {
    let ada = app.register("ada").await;
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    ada.rest("PUT /users/me/preferences").json(json!({ "push_membership": false })).await.expect(200);
    knock(app, &ada, "Chess").await;
    app.send_pushes().await;
    assert!(app.push_stand_in.take().is_empty());
    let notices = ada.rest("GET /users/me/notifications").await.expect(200).json();
    assert_eq!(notices["items"][0]["kind"], "club_request");
}

async fn who_wants_nothing_in_the_product_may_still_be_sent_it(app: &TestApp) {
    let ada = app.register("ada").await;
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    ada.rest("PUT /users/me/preferences").json(json!({ "in_app_membership": false })).await.expect(200);
    knock(app, &ada, "Chess").await;
    app.send_pushes().await;
    assert_eq!(app.push_stand_in.take().len(), 1);
    let notices = ada.rest("GET /users/me/notifications").await.expect(200).json();
    assert_ne!(notices["items"][0]["kind"], "club_request");
}

async fn nothing_is_sent_to_where_somebody_signed_out_or_is_suspended(app: &TestApp) {
    let (ada, root) = (app.register("ada").await, app.admin("root").await);
    let elsewhere = app.sign_in("ada").await;
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    switch_on(&elsewhere, &Reader::at(&app.push_stand_in, 2)).await;
    knock(app, &ada, "Chess").await;
    // It waits already when they sign out.
    let body = json!({ "refresh_token": elsewhere.refresh_token });
    elsewhere.rest("POST /auth/logout").json(body).await.expect(204);
    app.send_pushes().await;
    let paths: Vec<String> = app.push_stand_in.take().into_iter().map(|pushed| pushed.path).collect();
    assert_eq!(paths, ["/browser/1"]);
    assert_eq!(devices(&ada).await.len(), 1);
    knock(app, &ada, "Choir").await;
    root.rest(&format!("PATCH /users/{}", ada.id)).json(json!({ "suspended": true })).await.expect(200);
    app.send_pushes().await;
    assert!(app.push_stand_in.take().is_empty());
}

async fn what_a_makers_server_does_not_take_is_tried_again_while_it_is_news(app: &TestApp) {
    let ada = app.register("ada").await;
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    knock(app, &ada, "Chess").await;
    app.push_stand_in.answer(503);
    app.send_pushes().await;
    app.send_pushes().await;
    assert_eq!(app.push_stand_in.take().len(), 1, "it waits before it tries again");
    app.push_stand_in.answer(201);
    app.turn_clock(Duration::from_secs(15));
    app.send_pushes().await;
    app.turn_clock(Duration::from_secs(600));
    app.send_pushes().await;
    assert_eq!(app.push_stand_in.take().len(), 1, "once it was taken, that is all");

    knock(app, &ada, "Choir").await;
    app.push_stand_in.answer(500);
    app.send_pushes().await;
    app.push_stand_in.take();
    app.push_stand_in.answer(201);
    app.turn_clock(Duration::from_secs(4 * 3_600));
    app.send_pushes().await;
    assert!(app.push_stand_in.take().is_empty(), "it is no news any more");
}

async fn a_makers_server_says_itself_when_to_come_back(app: &TestApp) {
    let ada = app.register("ada").await;
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    knock(app, &ada, "Chess").await;
    app.push_stand_in.answer_with(429, "retry-after", "300");
    app.send_pushes().await;
    app.turn_clock(Duration::from_secs(299));
    app.send_pushes().await;
    assert_eq!(app.push_stand_in.take().len(), 1);
    app.turn_clock(Duration::from_secs(1));
    app.send_pushes().await;
    assert_eq!(app.push_stand_in.take().len(), 1);
}

async fn a_browser_that_is_gone_is_forgotten(app: &TestApp) {
    let ada = app.register("ada").await;
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    knock(app, &ada, "Chess").await;
    app.push_stand_in.answer(410);
    app.send_pushes().await;
    assert!(devices(&ada).await.is_empty());
}

async fn nobody_is_led_elsewhere(app: &TestApp) {
    let ada = app.register("ada").await;
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    knock(app, &ada, "Chess").await;
    app.push_stand_in.answer_with(307, "location", &format!("{}/inside", app.push_stand_in.url));
    app.send_pushes().await;
    let paths: Vec<String> = app.push_stand_in.take().into_iter().map(|pushed| pushed.path).collect();
    assert_eq!(paths, ["/browser/1"]);
}

async fn a_browser_is_its_last_persons_and_a_sign_in_has_one(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let reader = Reader::at(&app.push_stand_in, 1);
    switch_on(&ada, &reader).await;
    switch_on(&grace, &reader).await;
    assert!(devices(&ada).await.is_empty(), "nobody reads what is for somebody who used the browser before");
    switch_on(&grace, &Reader::at(&app.push_stand_in, 2)).await;
    assert_eq!(devices(&grace).await.len(), 1);
}

async fn a_browser_that_moved_by_itself_stays_on_only_where_it_was_on(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let (before, after) = (Reader::at(&app.push_stand_in, 1), Reader::at(&app.push_stand_in, 2));
    let moved = || {
        let mut body = after.subscription();
        body["replaces"] = json!(before.endpoint);
        body
    };
    ada.rest(&format!("POST {DEVICES}")).json(moved()).await.expect(404);
    switch_on(&ada, &before).await;
    grace.rest(&format!("POST {DEVICES}")).json(moved()).await.expect(404);
    assert!(devices(&grace).await.is_empty(), "whoever signed in after her did not switch anything on");
    ada.rest(&format!("POST {DEVICES}")).json(moved()).await.expect(201);
    assert_eq!(devices(&ada).await.len(), 1);
}

async fn nothing_is_switched_on_in_a_sign_in_that_ends_meanwhile(app: &TestApp) {
    for round in 0..8 {
        let ada = if round == 0 { app.register("ada").await } else { app.sign_in("ada").await };
        let reader = Reader::at(&app.push_stand_in, 1);
        let add = || async { ada.rest(&format!("POST {DEVICES}")).json(reader.subscription()).await.status };
        let end = async {
            let body = json!({ "refresh_token": ada.refresh_token });
            ada.rest("POST /auth/logout").json(body).await.status
        };
        let (first, second, ended) = futures::join!(add(), add(), end);
        assert_eq!(ended, 204);
        assert!([first, second].iter().all(|status| [201, 401].contains(status)), "{first} {second}");
    }
}

async fn many_at_once_take_the_same_browser_and_one_has_it(app: &TestApp) {
    let mut people = Vec::new();
    for name in ["ada", "grace", "emmy", "hedy", "mary", "sofia"] {
        people.push(app.register(name).await);
    }
    let reader = Reader::at(&app.push_stand_in, 1);
    let take = people.iter().map(|person| async {
        person.rest(&format!("POST {DEVICES}")).json(reader.subscription()).await.expect(201);
    });
    futures::future::join_all(take).await;
    let mut owners = 0;
    for person in &people {
        owners += devices(person).await.len();
    }
    assert_eq!(owners, 1);
}

async fn who_is_reached_by_nobody_any_more_holds_up_nobody_else(app: &TestApp) {
    let ada = app.register("ada").await;
    for number in 2..=8 {
        let elsewhere = app.sign_in("ada").await;
        switch_on(&elsewhere, &Reader::at(&app.push_stand_in, number)).await;
    }
    switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    for name in ["Chess", "Choir", "Rowing", "Poetry"] {
        let club = app.approved_club(&ada, name, "request").await;
        let grace = app.register(&format!("grace-{}", name.to_lowercase())).await;
        grace.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    }
    app.handle_messages().await;
    ada.rest("DELETE /users/me/sessions").await.expect(204);
    app.send_pushes().await;
    let pushed = app.push_stand_in.take();
    assert!(!pushed.is_empty() && pushed.iter().all(|pushed| pushed.path == "/browser/1"));
}

async fn the_oldest_of_too_many_browsers_is_forgotten(app: &TestApp) {
    let ada = app.register("ada").await;
    let first = switch_on(&ada, &Reader::at(&app.push_stand_in, 1)).await;
    for number in 2..=21 {
        let elsewhere = app.sign_in("ada").await;
        switch_on(&elsewhere, &Reader::at(&app.push_stand_in, number)).await;
    }
    let devices = devices(&ada).await;
    assert_eq!(devices.len(), 20);
    assert!(devices.iter().all(|device| device["id"] != first["id"]));
}

async fn one_sees_and_stops_ones_own_browsers_without_their_addresses(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let reader = Reader::at(&app.push_stand_in, 1);
    let device = switch_on(&ada, &reader).await;
    assert_eq!(device["current"], true);
    let listed = ada.rest(&format!("GET {DEVICES}")).await.expect(200);
    assert!(!listed.text().contains("/browser/1"), "the address is as good as a key");
    let other = app.sign_in("ada").await;
    assert_eq!(devices(&other).await[0]["current"], false);
    let stop = format!("DELETE {DEVICES}/{}", device["id"].as_str().unwrap());
    grace.rest(&stop).await.expect(404);
    assert_eq!(devices(&ada).await.len(), 1);
    other.rest(&stop).await.expect(204);
    ada.rest(&stop).await.expect(404);
    assert!(devices(&ada).await.is_empty());
}

async fn only_browsers_makers_are_sent_to(app: &TestApp) {
    let ada = app.register("ada").await;
    let reader = Reader::at(&app.push_stand_in, 1);
    let long = format!("https://fcm.googleapis.com/{}", "x".repeat(1_000));
    for endpoint in ["", "https://evil.example/", "http://127.0.0.1:1/", "http://169.254.169.254/", "\0", long.as_str()]
    {
        let mut body = reader.subscription();
        body["endpoint"] = json!(endpoint);
        let answer = ada.rest(&format!("POST {DEVICES}")).json(body).await.expect(422);
        assert_eq!(answer.json()["errors"][0]["field"], "endpoint", "{endpoint}");
    }
    let compressed = "AyVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcx";
    for (key, value) in
        [("p256dh", compressed), ("p256dh", "AAAA"), ("p256dh", "-"), ("auth", "AAAA"), ("auth", "\u{0}"), ("auth", "")]
    {
        let mut body = reader.subscription();
        body["keys"][key] = json!(value);
        let answer = ada.rest(&format!("POST {DEVICES}")).json(body).await.expect(422);
        assert_eq!(answer.json()["errors"][0]["field"], format!("keys.{key}"), "{value}");
    }
    assert!(devices(&ada).await.is_empty());
}
