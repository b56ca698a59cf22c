//! Whoever tries too often is slowed down, and told for how long.

use std::time::Duration;

use serde_json::json;

use crate::support::{Answer, Caller, PASSWORD, Person, TestApp};

journeys![
    ten_wrong_passwords_from_one_address_lock_that_address_out_for_a_quarter_of_an_hour,
    a_right_password_in_between_starts_the_count_anew,
    guessing_from_many_addresses_is_stopped_too,
    unknown_names_are_slowed_down_like_known_ones,
    a_stolen_sign_in_is_no_way_to_guess_the_password,
    who_asks_which_names_are_taken_is_slowed_down,
    link_mails_to_one_address_are_limited_whoever_it_belongs_to,
    accounts_from_one_address_are_limited_where_the_house_says_so,
    a_forged_forwarding_header_does_not_help,
    behind_a_trusted_proxy_callers_are_told_apart,
    forms_and_server_functions_count_together_with_the_rest_api,
];

const WINDOW: Duration = Duration::from_secs(15 * 60);

async fn log_in(caller: &Caller, login: &str, password: &str) -> Answer {
    caller.rest("POST /auth/login").json(json!({ "login": login, "password": password })).await
}

#[track_caller]
fn assert_limited(answer: &Answer, seconds: &str) {
    answer.problem(429, "too_many_attempts");
    assert_eq!(answer.header("retry-after"), Some(seconds));
}

async fn ten_wrong_passwords_from_one_address_lock_that_address_out_for_a_quarter_of_an_hour(app: &TestApp) {
    app.register("ada").await;
    let (thief, ada) = (app.visitor().at("203.0.113.9"), app.visitor().at("198.51.100.7"));
    for _ in 0..10 {
        log_in(&thief, "ada", "a wrong guess").await.problem(401, "wrong_credentials");
    }
    assert_limited(&log_in(&thief, "ada", "a wrong guess").await, "900");
    assert_limited(&log_in(&thief, "ADA ", PASSWORD).await, "900");
    log_in(&ada, "ada", PASSWORD).await.expect(200);
    app.turn_clock(WINDOW - Duration::from_secs(1));
    assert_limited(&log_in(&thief, "ada", PASSWORD).await, "1");
    app.turn_clock(Duration::from_secs(1));
    log_in(&thief, "ada", PASSWORD).await.expect(200);
}

async fn a_right_password_in_between_starts_the_count_anew(app: &TestApp) {
    app.register("ada").await;
    let ada = app.visitor();
    for _ in 0..3 {
        for _ in 0..9 {
            log_in(&ada, "ada", "a slip").await.problem(401, "wrong_credentials");
        }
        log_in(&ada, "ada", PASSWORD).await.expect(200);
    }
}

async fn guessing_from_many_addresses_is_stopped_too(app: &TestApp) {
    app.register("ada").await;
    for number in 0..100 {
        let caller = app.visitor().at(&format!("198.51.100.{number}"));
        log_in(&caller, "ada", "a wrong guess").await.problem(401, "wrong_credentials");
    }
    assert_limited(&log_in(&app.visitor().at("203.0.113.9"), "ada", "a wrong guess").await, "900");
    app.turn_clock(WINDOW);
    log_in(&app.visitor(), "ada", PASSWORD).await.expect(200);
}

async fn unknown_names_are_slowed_down_like_known_ones(app: &TestApp) {
    app.register("ada").await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..12 {
        known.push(log_in(&app.visitor(), "ada", "a wrong guess").await);
        unknown.push(log_in(&app.visitor(), "nobody", "a wrong guess").await);
    }
    for (one, other) in known.iter().zip(&unknown) {
        assert_eq!((one.status, one.text()), (other.status, other.text()));
    }
    assert_eq!(known[11].status, 429);
}

async fn a_stolen_sign_in_is_no_way_to_guess_the_password(app: &TestApp) {
    let ada = app.register("ada").await;
    let guess = async |person: &Person, change_email: bool| {
        let body = json!({ "current_password": "a guess", "new_password": "another long sentence",
            "email": "eve@example.org" });
        let operation = if change_email { "PATCH /users/me" } else { "POST /users/me/password" };
        person.rest(operation).json(body).await
    };
    for number in 0..10 {
        guess(&ada, number % 2 == 0).await.problem(422, "current_password_wrong");
    }
    assert_limited(&guess(&ada, false).await, "900");
    assert_limited(&guess(&ada, true).await, "900");
    ada.rest("PATCH /users/me").json(json!({ "bio": "still here" })).await.expect(200);
}

async fn who_asks_which_names_are_taken_is_slowed_down(app: &TestApp) {
    app.register("ada").await;
    let asking = app.visitor().at("203.0.113.9");
    let register = async |caller: &Caller, name: &str| {
        let body = json!({ "username": name, "email": format!("{name}@example.org"), "password": PASSWORD });
        caller.rest("POST /auth/register").json(body).await
    };
    for _ in 0..20 {
        register(&asking, "ada").await.problem(409, "email_taken");
    }
    assert_limited(&register(&asking, "ada").await, "900");
    assert_limited(&register(&asking, "grace").await, "900");
    register(&app.visitor(), "grace").await.expect(201);
    app.turn_clock(WINDOW);
    register(&asking, "ida").await.expect(201);
}

async fn link_mails_to_one_address_are_limited_whoever_it_belongs_to(app: &TestApp) {
    let ada = app.register("ada").await;
    for email in ["ada@example.org", "nobody@example.org"] {
        let forgot = async |number: usize| {
            let caller = app.visitor().at(&format!("198.51.100.{number}"));
            caller.rest("POST /auth/forgot-password").json(json!({ "email": email })).await
        };
        for number in 0..5 {
            forgot(number).await.expect(202);
        }
        assert_limited(&forgot(5).await, "900");
    }
    for _ in 0..5 {
        ada.rest("POST /auth/request-verification").await.expect(202);
    }
    assert_limited(&ada.rest("POST /auth/request-verification").await, "900");
    assert_eq!(app.mails_to("ada@example.org").await.len(), 1 + 5 + 5);
}

async fn a_forged_forwarding_header_does_not_help(app: &TestApp) {
    app.register("ada").await;
    let forged = async |number: usize| {
        let visitor = app.visitor();
        let call = visitor.rest("POST /auth/login").header("x-forwarded-for", &format!("198.51.100.{number}"));
        let call = call.header("x-real-ip", "198.51.100.7").header("forwarded", "for=198.51.100.8");
        call.json(json!({ "login": "ada", "password": "a wrong guess" })).await
    };
    for number in 0..10 {
        forged(number).await.problem(401, "wrong_credentials");
    }
    assert_limited(&forged(10).await, "900");
}

async fn behind_a_trusted_proxy_callers_are_told_apart(app: &TestApp) {
    app.register("ada").await;
    let behind = app.configured(&[("FOYER_TRUSTED_PROXIES", "1")]).await;
    let through = async |forwarded: &str, password: &str| {
        let visitor = behind.visitor();
        let call = visitor.rest("POST /auth/login").header("x-forwarded-for", forwarded);
        call.json(json!({ "login": "ada", "password": password })).await
    };
    for number in 0..10 {
        // What the caller forged stands left of what the proxy added.
        let answer = through(&format!("10.9.8.{number}, 203.0.113.9"), "a wrong guess").await;
        answer.problem(401, "wrong_credentials");
    }
    assert_limited(&through("10.9.8.77, 203.0.113.9", PASSWORD).await, "900");
    through("203.0.113.9, 198.51.100.7", PASSWORD).await.expect(200);
}

async fn forms_and_server_functions_count_together_with_the_rest_api(app: &TestApp) {
    app.register("ada").await;
    let browser = app.browser();
    let fields = [("login", "ada"), ("password", "a wrong guess")];
    for _ in 0..4 {
        browser.submit("/login", "accounts/log_in", &fields).await.expect(401);
        browser.function("accounts/log_in").form(&fields).await.expect(401);
    }
    for _ in 0..2 {
        log_in(&browser, "ada", "a wrong guess").await.problem(401, "wrong_credentials");
    }
    let called = browser.function("accounts/log_in").form(&fields).await.expect(429);
    assert_eq!(called.refusal(), "too_many_attempts");
    assert_eq!(called.header("retry-after"), Some("900"));
    let drawn = browser.submit("/login", "accounts/log_in", &fields).await.expect(429);
    assert!(drawn.text().contains("That was too many attempts."));
}

async fn accounts_from_one_address_are_limited_where_the_house_says_so(app: &TestApp) {
    let server = app.configured(&[("FOYER_REGISTRATIONS_PER_HOUR", "3")]).await;
    let register = async |from: &str, name: &str| {
        let body = json!({ "username": name, "email": format!("{name}@example.org"), "password": PASSWORD });
        server.visitor().at(from).rest("POST /auth/register").json(body).await
    };
    for name in ["ada", "bea", "cleo"] {
        register("203.0.113.9", name).await.expect(201);
    }
    assert_limited(&register("203.0.113.9", "dora").await, "3600");
    register("198.51.100.7", "dora").await.expect(201);
    app.turn_clock(Duration::from_secs(60 * 60));
    register("203.0.113.9", "emma").await.expect(201);
}
