//! Forms sent without JavaScript: the same rules, answered as pages.

use axum::http::Method;

use crate::support::{PASSWORD, TestApp};

journeys![
    two_clicks_before_the_page_woke_up_register_once_and_sign_in,
    a_form_for_a_function_that_does_not_exist_is_refused_in_words,
    a_form_that_succeeds_leads_on_and_a_refused_one_is_drawn_again_with_what_was_typed,
    secrets_are_never_drawn_again,
    a_form_for_no_function_is_refused,
    odd_forms_never_make_the_server_stumble,
];

async fn a_form_that_succeeds_leads_on_and_a_refused_one_is_drawn_again_with_what_was_typed(app: &TestApp) {
    let browser = app.browser();
    let fields = [("username", "ada"), ("email", "nowhere"), ("password", PASSWORD)];
    let refused = browser.submit("/register", "accounts/register", &fields).await.expect(422);
    assert!(refused.header("content-type").unwrap().starts_with("text/html"));
    let page = refused.text();
    assert!(page.contains("value=\"ada\"") && page.contains("value=\"nowhere\""), "what was typed is still there");
    assert!(page.contains("This does not look like a mail address."), "and what is wrong with it");
    assert!(app.rows().await["user_account"].is_empty());

    let fields = [("username", "ada"), ("email", "ada@example.org"), ("password", PASSWORD)];
    let done = browser.submit("/register", "accounts/register", &fields).await.expect(303);
    assert_eq!(done.header("location"), Some("/verify-email"));
    browser.get("/settings/profile").await.expect(200);
    let edit =
        [("username", "ada"), ("display_name", "Ada"), ("bio", ""), ("visibility", "everyone"), ("version", "1")];
    let saved = browser.submit("/settings/profile", "accounts/save_profile", &edit).await.expect(303);
    assert_eq!(saved.header("location"), Some("/settings/profile?saved=accounts%2Fsave_profile"));
    let stale = browser.submit("/settings/profile", "accounts/save_profile", &edit).await.expect(409);
    assert!(stale.text().contains("Somebody changed this while you were editing."));
}

async fn secrets_are_never_drawn_again(app: &TestApp) {
    app.register("ada").await;
    let browser = app.browser();
    let fields = [("login", "ada"), ("password", "tell nobody this")];
    let page = browser.submit("/login", "accounts/log_in", &fields).await.expect(401).text();
    assert!(page.contains("value=\"ada\""), "the name is");
    assert!(!page.contains("tell nobody this"), "the password is not");
    let fields = [("token", "a-guessed-token"), ("password", "tell nobody this")];
    let page = browser.submit("/reset-password", "accounts/reset_password", &fields).await.expect(422).text();
    assert!(!page.contains("tell nobody this"));
    let browser = app.signed_in_browser("ada").await;
    let fields = [("current_password", "tell nobody this"), ("new_password", "nor that one")];
    let page = browser.submit("/settings/account", "accounts/change_password", &fields).await.expect(422).text();
    assert!(!page.contains("tell nobody this") && !page.contains("nor that one"));
}

async fn a_form_for_no_function_is_refused(app: &TestApp) {
    let before = app.rows().await;
    let browser = app.browser();
    browser.call(Method::POST, "/login").form(&[("login", "ada")]).await.problem(405, "method_not_allowed");
    for function in ["accounts/nothing", "", " ", "accounts/log in", "accounts/log_in?x=y#z/", "\u{0}", "ü"] {
        let answer = browser.submit("/login", function, &[("login", "ada"), ("password", "x")]).await;
        assert!((400..500).contains(&answer.status), "{function:?}: {answer}");
    }
    for function in ["/api/v1/auth/login", "https://evil.example/api/fn/accounts/log_in", "//api/fn/x"] {
        let answer = browser.call(Method::POST, "/login").form(&[("_fn", function), ("login", "ada")]).await;
        assert!((400..500).contains(&answer.status), "{function:?}: {answer}");
    }
    browser.call(Method::POST, "/nothing").form(&[("a", "b")]).await.problem(405, "method_not_allowed");
    browser.submit("/nothing", "accounts/log_in", &[]).await.problem(405, "method_not_allowed");
    assert_eq!(browser.call(Method::PUT, "/login").await.status, 405);
    assert_eq!(browser.call(Method::DELETE, "/").await.status, 405);
    assert!(app.rows().await == before, "nothing was changed");
}

async fn odd_forms_never_make_the_server_stumble(app: &TestApp) {
    app.admin("root").await;
    let browser = app.signed_in_browser("root").await;
    let long = "x".repeat(10_000);
    for (page, function, field) in [
        ("/register", "accounts/register", "username"),
        ("/login", "accounts/log_in", "login"),
        ("/forgot-password", "accounts/request_password_reset", "email"),
        ("/reset-password", "accounts/reset_password", "token"),
        ("/verify-email", "accounts/verify_email", "token"),
        ("/settings/profile", "accounts/save_profile", "display_name"),
        ("/settings/preferences", "accounts/save_preferences", "time_zone"),
        ("/settings/sign-ins", "accounts/end_sign_in", "session_id"),
        ("/admin/users", "accounts/change_role", "user_id"),
        ("/notifications", "notifications/read_notice", "notice_id"),
    ] {
        for value in ["", "a\u{0}b", "</script><script>alert(1)</script>", "\u{202e}", long.as_str()] {
            let fields = [(field, value), ("password", PASSWORD), (field, "twice")];
            for fields in [&fields[..1], &fields[..2], &fields[..]] {
                let answer = browser.submit(page, function, fields).await;
                assert!((400..500).contains(&answer.status), "{page} with {value:.20?}: {answer}");
                assert!(!answer.text().contains("<script>alert(1)"), "{page} draws markup as text");
            }
        }
        let raw = browser.call(Method::POST, page).body("multipart/form-data; boundary=x", "--x--").await;
        assert!((400..500).contains(&raw.status), "{page}: {raw}");
    }
}

async fn a_form_for_a_function_that_does_not_exist_is_refused_in_words(app: &TestApp) {
    app.browser().submit("/login", "accounts/nothing", &[]).await.problem(404, "not_found");
}

async fn two_clicks_before_the_page_woke_up_register_once_and_sign_in(app: &TestApp) {
    let browser = app.browser();
    let page = browser.get("/register").await.expect(200).text();
    let once = page.split("name=\"_once\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fields = [("username", "ada"), ("email", "ada@example.org"), ("password", PASSWORD), ("_once", once.as_str())];
    let click = || browser.submit("/register", "accounts/register", &fields).into_future();
    let (first, second) = futures::future::join(click(), click()).await;
    for answer in [first.expect(303), second.expect(303)] {
        assert_eq!(answer.header("location"), Some("/verify-email"));
        assert!(!answer.all("set-cookie").is_empty(), "whichever the browser looks at");
    }
    browser.get("/settings/profile").await.expect(200);
    // Who is signed in by now, or has the page drawn anew, means it.
    browser.submit("/register", "accounts/register", &fields).await.expect(409);
    app.browser().submit("/register", "accounts/register", &fields[..3]).await.expect(409);
    assert_eq!(app.rows().await["user_account"].len(), 1);
}
