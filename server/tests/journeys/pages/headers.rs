//! What stands above every page.

use crate::support::{Answer, Caller, TestApp};

journeys![
    only_scripts_with_the_pages_own_nonce_run,
    no_element_brings_its_own_style,
    every_answer_carries_the_headers_that_protect_it,
    over_https_browsers_are_told_to_stay_there,
    pages_of_a_signed_in_person_are_kept_nowhere,
    every_answer_has_an_id_of_its_own_to_name,
    pages_are_compressed_for_who_can_read_that,
];

fn nonce_of(answer: &Answer) -> String {
    let policy = answer.header("content-security-policy").expect("a policy");
    let (_, rest) = policy.split_once("'nonce-").expect("a nonce");
    rest.split('\'').next().unwrap().to_owned()
}

async fn some_pages(app: &TestApp) -> Vec<(String, Answer)> {
    app.register("ada").await;
    app.admin("root").await;
    app.handle_messages().await;
    let (visitor, admin): (Caller, Caller) = (app.browser(), app.signed_in_browser("root").await);
    let mut pages = Vec::new();
    for path in ["/", "/login", "/register", "/nothing", "/people/not-an-id", "/dev/mailbox"] {
        pages.push((path.to_owned(), visitor.get(path).await));
    }
    for path in ["/", "/settings/profile", "/settings/preferences", "/settings/sign-ins", "/admin/users"] {
        pages.push((path.to_owned(), admin.get(path).await));
    }
    let fields = [("login", "nobody"), ("password", "wrong")];
    pages.push(("a refused form".into(), visitor.submit("/login", "accounts/log_in", &fields).await));
    pages
}

async fn only_scripts_with_the_pages_own_nonce_run(app: &TestApp) {
    let mut nonces = Vec::new();
    for (path, page) in some_pages(app).await {
        let policy = page.header("content-security-policy").expect(&path).to_owned();
        for wanted in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
            assert!(policy.contains(wanted), "{path}: {wanted} in {policy}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        let nonce = nonce_of(&page);
        assert!(nonce.len() >= 20, "{path}: {nonce}");
        for script in page.text().split("<script").skip(1) {
            let tag = script.split('>').next().unwrap().to_owned();
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{path}: <script{tag}>");
        }
        for handler in [" onclick=", " onload=", " onerror=", " onsubmit=", "javascript:"] {
            assert!(!page.text().contains(handler), "{path}: {handler}");
        }
        nonces.push(nonce);
    }
    let all = nonces.len();
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), all, "a nonce is used once");
}

async fn no_element_brings_its_own_style(app: &TestApp) {
    for (path, page) in some_pages(app).await {
        let text = page.text();
        let (_, body) = text.split_once("<body").unwrap();
        assert!(!body.contains(" style=\"") && !body.contains("<style"), "{path}: the policy would drop it");
    }
}

async fn every_answer_carries_the_headers_that_protect_it(app: &TestApp) {
    let browser = app.browser();
    for path in ["/", "/nothing", "/api/v1/users/me", "/api/nothing", "/pkg/a.css", "/health/live", "/api/docs/"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("same-origin"), "{path}");
        assert!(answer.header("x-frame-options").is_some(), "{path}");
        assert!(answer.header("server").is_none(), "{path} does not tell what serves it");
    }
    let page = browser.get("/").await;
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(page.header("cache-control").unwrap().contains("private"));
}

/// So that nobody finds them by going back after somebody signed out.
async fn pages_of_a_signed_in_person_are_kept_nowhere(app: &TestApp) {
    app.register("ada").await;
    let (ada, visitor) = (app.signed_in_browser("ada").await, app.browser());
    for path in ["/", "/settings/account", "/clubs"] {
        assert_eq!(ada.get(path).await.expect(200).header("cache-control"), Some("private, no-store"), "{path}");
    }
    assert_eq!(visitor.get("/clubs").await.header("cache-control"), Some("private, no-cache"));
}

async fn over_https_browsers_are_told_to_stay_there(app: &TestApp) {
    let secure = app.configured(&[("FOYER_MODE", "local"), ("FOYER_PUBLIC_URL", "https://club.example.org")]).await;
    for path in ["/", "/nothing", "/api/v1/users/me", "/pkg/a.css"] {
        let answer = secure.browser().get(path).await;
        assert_eq!(answer.header("strict-transport-security"), Some("max-age=31536000"), "{path}");
        assert_eq!(app.browser().get(path).await.header("strict-transport-security"), None, "{path}");
    }
}

async fn every_answer_has_an_id_of_its_own_to_name(app: &TestApp) {
    let browser = app.browser();
    let mut ids = Vec::new();
    for path in ["/", "/nothing", "/api/v1/users/me", "/api/v1/nothing", "/pkg/a.css", "/health/live"] {
        let sent = browser.get(path).header("x-request-id", "chosen by the caller").await;
        ids.push(sent.header("x-request-id").expect(path).to_owned());
    }
    let refused = browser.rest("POST /auth/login").header("sec-fetch-site", "cross-site").await;
    ids.push(refused.header("x-request-id").unwrap().to_owned());
    assert!(ids.iter().all(|id| id.len() == 9 && id.as_bytes()[4] == b'-'), "{ids:?}");
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

async fn pages_are_compressed_for_who_can_read_that(app: &TestApp) {
    let browser = app.browser();
    for (accepted, expected) in [("br, gzip", Some("br")), ("gzip", Some("gzip")), ("identity", None)] {
        for path in ["/login", "/api/openapi.json"] {
            let answer = browser.get(path).header("accept-encoding", accepted).await.expect(200);
            assert_eq!(answer.header("content-encoding"), expected, "{path} for {accepted}");
            assert!(answer.all("vary").iter().any(|vary| vary.contains("accept-encoding")), "{path}");
        }
    }
}
