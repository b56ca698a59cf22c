//! A browser whose access cookie ran out gets a new pair on the way.

use std::time::Duration;

use serde_json::json;

use crate::support::{Caller, TestApp};

journeys![
    a_browser_stays_signed_in_past_the_access_cookie_without_noticing,
    several_requests_at_once_do_not_sign_a_browser_out,
    a_cookie_copied_long_ago_ends_the_sign_in,
    signing_out_with_an_expired_access_cookie_ends_the_sign_in,
    a_suspended_person_is_not_renewed,
];

const PAST_THE_ACCESS_COOKIE: Duration = Duration::from_secs(16 * 60);

async fn a_browser_stays_signed_in_past_the_access_cookie_without_noticing(app: &TestApp) {
    app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    for path in ["/settings/profile", "/api/v1/users/me", "/notifications", "/"] {
        app.turn_clock(PAST_THE_ACCESS_COOKIE);
        // The browser itself drops a cookie that ran out.
        browser.forget_cookie("foyer_access");
        let before = browser.cookies();
        let answer = browser.get(path).await.expect(200);
        assert_eq!(answer.all("set-cookie").len(), 2, "{path}");
        assert_ne!(browser.cookies()["foyer_refresh"], before["foyer_refresh"], "{path}");
        assert!(browser.get(path).await.expect(200).all("set-cookie").is_empty(), "{path}: once is enough");
    }
    app.turn_clock(PAST_THE_ACCESS_COOKIE);
    browser.function("accounts/set_theme").form(&[("theme", "dark")]).await.expect(200);
    let list = browser.rest("GET /users/me/sessions").await.expect(200).json();
    assert_eq!(list["total"], 2, "the registration and this browser");
}

async fn several_requests_at_once_do_not_sign_a_browser_out(app: &TestApp) {
    app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    app.turn_clock(PAST_THE_ACCESS_COOKIE);
    let tabs: Vec<Caller> = (0..20).map(|_| browser.copied()).collect();
    let answers = futures::future::join_all(tabs.iter().map(|tab| async { tab.rest("GET /users/me").await })).await;
    for answer in answers {
        answer.expect(200);
    }
    // Whichever answer the browser kept, it stays signed in, also past the next quarter of an hour.
    for tab in &tabs {
        tab.rest("GET /users/me").await.expect(200);
    }
    app.turn_clock(PAST_THE_ACCESS_COOKIE);
    tabs[7].rest("GET /users/me").await.expect(200);
}

async fn a_cookie_copied_long_ago_ends_the_sign_in(app: &TestApp) {
    app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    let thief = browser.copied();
    app.turn_clock(PAST_THE_ACCESS_COOKIE);
    browser.rest("GET /users/me").await.expect(200);
    app.turn_clock(Duration::from_secs(31));
    thief.rest("GET /users/me").await.problem(401, "sign_in_required");
    browser.rest("GET /users/me").await.problem(401, "sign_in_required");
    assert_eq!(app.mails_to("ada@example.org").await[0].subject, "We ended one of your sign-ins");
}

async fn signing_out_with_an_expired_access_cookie_ends_the_sign_in(app: &TestApp) {
    let ada = app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    app.turn_clock(PAST_THE_ACCESS_COOKIE);
    let answer = browser.function("accounts/log_out").await.expect(200);
    let cookies = answer.all("set-cookie");
    assert!(cookies.iter().all(|cookie| cookie.contains("Max-Age=0;")), "nothing is given anew: {cookies:?}");
    let pair = ada.rest("POST /auth/refresh").json(json!({ "refresh_token": ada.refresh_token })).await;
    let fresh = app.visitor().with_bearer(pair.expect(200).json()["access_token"].as_str().unwrap());
    assert_eq!(fresh.rest("GET /users/me/sessions").await.expect(200).json()["total"], 1);
}

async fn a_suspended_person_is_not_renewed(app: &TestApp) {
    let (ada, _) = (app.register("ada").await, app.admin("root").await);
    let browser = app.signed_in_browser("ada").await;
    app.turn_clock(PAST_THE_ACCESS_COOKIE);
    let root = app.sign_in("root").await;
    root.rest(&format!("PATCH /users/{}", ada.id)).json(json!({ "suspended": true })).await.expect(200);
    let answer = browser.rest("GET /users/me").await;
    assert!(matches!(answer.status, 401 | 403), "{answer}");
    assert!(answer.all("set-cookie").is_empty());
}
