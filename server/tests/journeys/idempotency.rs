//! `Idempotency-Key`: the same request with the same key has one effect and one answer.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Answer, Caller, PASSWORD, TestApp};

journeys![
    a_repeat_gets_the_first_answer_again_and_says_so,
    another_body_or_another_path_with_the_same_key_is_refused,
    a_key_means_nothing_to_another_asker,
    a_repeat_while_the_first_is_running_is_a_409_until_the_first_is_given_up,
    who_breaks_off_finds_the_answer_when_they_come_again,
    five_at_once_have_one_effect,
    a_refusal_is_an_answer_too_but_try_again_later_is_not,
    an_answer_is_kept_for_a_day,
    a_key_that_cannot_be_one_is_refused,
    every_operation_that_creates_describes_the_key,
];

fn registration(name: &str) -> Value {
    json!({ "username": name, "email": format!("{name}@example.org"), "password": PASSWORD })
}

async fn register(caller: &Caller, key: &str, name: &str) -> Answer {
    caller.rest("POST /auth/register").header("idempotency-key", key).json(registration(name)).await
}

fn is_replayed(answer: &Answer) -> bool {
    answer.header("idempotent-replayed") == Some("true")
}

async fn a_repeat_gets_the_first_answer_again_and_says_so(app: &TestApp) {
    let visitor = app.visitor();
    let first = register(&visitor, "key-1", "ada").await.expect(201);
    assert!(!is_replayed(&first));
    for _ in 0..3 {
        let again = register(&visitor, "key-1", "ada").await.expect(201);
        assert!(is_replayed(&again));
        assert_eq!(again.body, first.body);
        assert_eq!(again.header("content-type"), first.header("content-type"));
    }
    assert_eq!(app.rows().await["user_account"].len(), 1);
    let ada = app.sign_in("ada").await;
    let read_all = || ada.rest("POST /users/me/notifications/read-all").header("idempotency-key", "key-2");
    read_all().await.expect(204);
    let again = read_all().await.expect(204);
    assert!(is_replayed(&again) && again.body.is_empty());
}

async fn another_body_or_another_path_with_the_same_key_is_refused(app: &TestApp) {
    let visitor = app.visitor();
    register(&visitor, "key-1", "ada").await.expect(201);
    register(&visitor, "key-1", "grace").await.problem(422, "idempotency_key_reused");
    let elsewhere = visitor.rest("POST /users/register").header("idempotency-key", "key-1").json(registration("ada"));
    elsewhere.await.problem(422, "idempotency_key_reused");
    register(&visitor, "key-2", "grace").await.expect(201);
    assert_eq!(app.rows().await["user_account"].len(), 2);
}

async fn a_key_means_nothing_to_another_asker(app: &TestApp) {
    let (here, there) = (app.visitor(), app.visitor().at("198.51.100.7"));
    register(&here, "key-1", "ada").await.expect(201);
    let other = register(&there, "key-1", "ada").await;
    assert!(!is_replayed(&other));
    other.problem(409, "email_taken");
    let (ada, grace) = (app.sign_in("ada").await, app.register("grace").await);
    let become_organizer = async |caller: &Caller| {
        caller.rest("POST /users/me/become-organizer").header("idempotency-key", "key-3").await.expect(200)
    };
    assert_eq!(become_organizer(&ada).await.json()["username"], "ada");
    assert_eq!(become_organizer(&grace).await.json()["username"], "grace");
    assert!(is_replayed(&become_organizer(&ada).await));
}

async fn a_repeat_while_the_first_is_running_is_a_409_until_the_first_is_given_up(app: &TestApp) {
    let visitor = app.visitor();
    register(&visitor, "key-1", "ada").await.expect(201);
    // As it stands in the database while the first one runs.
    app.database.execute("update idempotent_answer set status = null, body = null").await;
    register(&visitor, "key-1", "ada").await.problem(409, "idempotency_key_in_flight");
    register(&visitor, "key-1", "grace").await.problem(422, "idempotency_key_reused");
    // The first one died with its server.
    app.turn_clock(Duration::from_secs(61));
    register(&visitor, "key-1", "ada").await.problem(409, "email_taken");
}

async fn five_at_once_have_one_effect(app: &TestApp) {
    for round in 0..5 {
        let (visitor, name, key) = (app.visitor(), format!("ada{round}"), format!("key-{round}"));
        let answers = futures::future::join_all((0..5).map(|_| register(&visitor, &key, &name))).await;
        let first = answers.iter().filter(|answer| answer.status == 201 && !is_replayed(answer)).count();
        assert_eq!(first, 1, "one of five ran");
        let bodies: Vec<_> = answers.iter().filter(|answer| answer.status == 201).map(Answer::text).collect();
        assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]), "one answer");
        for waiting in answers.iter().filter(|answer| answer.status != 201) {
            waiting.problem(409, "idempotency_key_in_flight");
        }
        assert!(is_replayed(&register(&visitor, &key, &name).await.expect(201)));
    }
    assert_eq!(app.rows().await["user_account"].len(), 5);
}

async fn a_refusal_is_an_answer_too_but_try_again_later_is_not(app: &TestApp) {
    let visitor = app.visitor();
    let first = register(&visitor, "key-1", "not a name").await.expect(422);
    let again = register(&visitor, "key-1", "not a name").await.expect(422);
    assert!(is_replayed(&again));
    assert_eq!(again.problem(422, "invalid_input"), first.problem(422, "invalid_input"));

    let log_in = async |password: &str| {
        let body = json!({ "login": "ada", "password": password });
        visitor.rest("POST /auth/login").header("idempotency-key", "key-2").json(body).await
    };
    log_in(PASSWORD).await.problem(401, "wrong_credentials");
    register(&visitor, "key-3", "ada").await.expect(201);
    let now = log_in(PASSWORD).await.expect(200);
    assert!(!is_replayed(&now), "nobody is kept out by an answer of before they had an account");
}

async fn an_answer_is_kept_for_a_day(app: &TestApp) {
    let visitor = app.visitor();
    register(&visitor, "key-1", "ada").await.expect(201);
    app.turn_clock(Duration::from_secs(24 * 60 * 60 - 1));
    assert!(is_replayed(&register(&visitor, "key-1", "ada").await.expect(201)));
    app.turn_clock(Duration::from_secs(1));
    let later = register(&visitor, "key-1", "ada").await;
    assert!(!is_replayed(&later));
    later.problem(409, "email_taken");
}

async fn a_key_that_cannot_be_one_is_refused(app: &TestApp) {
    let visitor = app.visitor();
    for key in ["", " ", "a b", "ü", "\u{7f}", &"x".repeat(201)] {
        let call = visitor.rest("POST /auth/register").json(registration("ada"));
        let Some(call) = call.try_header("idempotency-key", key) else { continue };
        let answer = call.await;
        assert_eq!(answer.wrong_fields(), ["Idempotency-Key"], "{key:?}: {answer}");
    }
    register(&visitor, &"x".repeat(200), "ada").await.expect(201);
}

async fn every_operation_that_creates_describes_the_key(app: &TestApp) {
    let document = crate::openapi::document(&app.visitor()).await;
    for operation in crate::openapi::operations(&document) {
        if operation.said["responses"].get("201").is_some() {
            let parameters = operation.said["parameters"].as_array().cloned().unwrap_or_default();
            let named = parameters.iter().any(|parameter| parameter["name"] == "Idempotency-Key");
            assert!(named, "{} takes an Idempotency-Key and does not say so", operation.name());
        }
    }
}

async fn who_breaks_off_finds_the_answer_when_they_come_again(app: &TestApp) {
    let visitor = app.visitor();
    let mut first = Box::pin(register(&visitor, "key-1", "ada"));
    // Until it has had its effect; what comes then goes on without its caller.
    while app.rows().await["user_account"].is_empty() {
        if futures::poll!(first.as_mut()).is_ready() {
            return;
        }
    }
    drop(first);
    let answer = loop {
        let answer = register(&visitor, "key-1", "ada").await;
        if answer.status != 409 {
            break answer;
        }
    };
    assert!(is_replayed(&answer.expect(201)));
    assert_eq!(app.rows().await["user_account"].len(), 1);
}
