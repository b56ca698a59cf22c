//! Requests that another site made a browser send.

use axum::http::Method;
use serde_json::json;

use crate::support::{Call, PASSWORD, TestApp};

journeys![
    nothing_another_site_sends_is_carried_out,
    what_our_own_pages_and_programs_send_is_carried_out,
    a_page_to_go_on_with_never_leads_to_another_site,
    no_other_site_may_read_our_answers_or_frame_our_pages,
    answers_about_a_person_are_kept_by_no_cache_on_the_way,
];

/// What a browser says about a request another site caused.
const FOREIGN: [&[(&str, &str)]; 6] = [
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "cross-site"), ("origin", "http://localhost:8080")],
    &[("origin", "https://evil.example")],
    &[("origin", "http://localhost:8080.evil.example")],
    &[("origin", "null")],
];

fn claimed<'c>(call: Call<'c>, headers: &[(&str, &str)]) -> Call<'c> {
    headers.iter().fold(call.without("sec-fetch-site"), |call, (name, value)| call.header(name, value))
}

async fn nothing_another_site_sends_is_carried_out(app: &TestApp) {
    app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    let before = app.rows().await;
    for headers in FOREIGN {
        let edit = json!({ "bio": "changed" });
        let theme = [("theme", "dark")];
        let calls = [
            browser.rest("PATCH /users/me").json(edit.clone()),
            browser.rest("PUT /users/me").json(edit),
            browser.rest("DELETE /users/me/sessions"),
            browser.rest("POST /users/me/become-organizer").body("text/plain", "{}"),
            browser.rest("POST /auth/login").json(json!({ "login": "ada", "password": PASSWORD })),
            browser.function("accounts/set_theme").form(&theme),
            browser.function("accounts/log_out"),
            browser.function("accounts/log_in").form(&[("login", "ada"), ("password", PASSWORD)]),
            browser.submit("/settings/preferences", "accounts/set_theme", &theme),
            browser.call(Method::POST, "/settings/picture").body("multipart/form-data; boundary=x", "--x--"),
        ];
        for call in calls {
            claimed(call, headers).await.problem(403, "cross_site_request");
        }
    }
    assert!(app.rows().await == before, "nothing was changed");
    browser.rest("GET /users/me").await.expect(200);
}

async fn what_our_own_pages_and_programs_send_is_carried_out(app: &TestApp) {
    let ada = app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    let edit = || browser.rest("PATCH /users/me").json(json!({ "bio": "changed" }));
    claimed(edit(), &[("sec-fetch-site", "same-origin")]).await.expect(200);
    claimed(edit(), &[("sec-fetch-site", "none")]).await.expect(200);
    claimed(edit(), &[("origin", "http://localhost:8080")]).await.expect(200);
    claimed(edit(), &[]).await.expect(200);
    ada.rest("PATCH /users/me").json(json!({ "bio": "by a program" })).await.expect(200);
    // Following a link from elsewhere is no change.
    claimed(browser.get("/settings/profile"), &[("sec-fetch-site", "cross-site")]).await.expect(200);
}

async fn a_page_to_go_on_with_never_leads_to_another_site(app: &TestApp) {
    app.register("ada").await;
    for next in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        " //evil.example",
        "evil.example",
        "%2f%2fevil.example",
        "",
    ] {
        let browser = app.browser();
        let fields = [("login", "ada"), ("password", PASSWORD), ("next", next)];
        let answer = browser.submit("/login", "accounts/log_in", &fields).await.expect(303);
        assert_eq!(answer.header("location"), Some("/"), "{next:?}");
        let called = app.browser();
        let answer = called.function("accounts/log_in").form(&fields).await.expect(200);
        assert_eq!(answer.json(), "/", "{next:?}");
    }
    let browser = app.browser();
    let fields = [("login", "ada"), ("password", PASSWORD), ("next", "/settings/profile?a=b")];
    let answer = browser.submit("/login", "accounts/log_in", &fields).await.expect(303);
    assert_eq!(answer.header("location"), Some("/settings/profile?a=b"));
    // Where one is led to the door from says where it leads back to, and only the path of it.
    let led = app.browser();
    let led = led.get("//evil.example/settings/profile").await;
    assert!(led.header("location").is_none_or(|to| to.starts_with("/login?next=%2F") && !to.contains("next=%2F%2F")));
}

async fn no_other_site_may_read_our_answers_or_frame_our_pages(app: &TestApp) {
    app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    for path in ["/api/v1/users/me", "/", "/settings/profile", "/api/openapi.json"] {
        let answer = browser.get(path).header("origin", "https://evil.example").await.expect(200);
        assert!(answer.header("access-control-allow-origin").is_none(), "{path}");
        assert!(answer.header("access-control-allow-credentials").is_none(), "{path}");
        assert!(matches!(answer.header("x-frame-options"), Some("SAMEORIGIN" | "DENY")), "{path}");
    }
    let preflight = browser.call(Method::OPTIONS, "/api/v1/users/me").header("origin", "https://evil.example");
    let preflight = preflight.header("access-control-request-method", "PATCH").await;
    assert!(preflight.header("access-control-allow-origin").is_none());
}

async fn answers_about_a_person_are_kept_by_no_cache_on_the_way(app: &TestApp) {
    app.register("ada").await;
    let browser = app.signed_in_browser("ada").await;
    for path in ["/api/v1/users/me", "/settings/profile", "/"] {
        let kept = browser.get(path).await.expect(200);
        let control = kept.header("cache-control").unwrap_or_default().to_owned();
        assert!(control.contains("private") || control.contains("no-store"), "{path}: {control:?}");
    }
    let log_in = json!({ "login": "ada", "password": PASSWORD });
    let tokens = browser.rest("POST /auth/login").json(log_in).await.expect(200);
    assert_eq!(tokens.header("cache-control"), Some("no-store"), "tokens are kept nowhere");
}
