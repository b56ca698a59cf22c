//! Two dozen kinds of bad access token.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{PASSWORD, Person, SECRET, TestApp, claims_of, forge};

journeys![
    every_kind_of_bad_token_is_a_401_and_changes_nothing,
    every_other_scheme_is_a_401,
    a_browser_with_broken_cookies_is_a_visitor,
];

/// What is wrong with each, and the token.
fn bad_tokens(app: &TestApp, ada: &Person) -> Vec<(&'static str, String)> {
    let hs256 = json!({ "alg": "HS256", "typ": "JWT" });
    let good = claims_of(&ada.access_token);
    let signed = |claims: &Value| forge(&hs256, claims, SECRET.as_bytes());
    let with = |name: &str, value: Value| {
        let mut claims = good.clone();
        claims[name] = value;
        signed(&claims)
    };
    let without = |name: &str| {
        let mut claims = good.clone();
        claims.as_object_mut().unwrap().remove(name);
        signed(&claims)
    };
    let headed = |header: Value| forge(&header, &good, SECRET.as_bytes());
    let parts: Vec<&str> = ada.access_token.split('.').collect();
    let as_admin = URL_SAFE_NO_PAD.encode(good.to_string().replace("attendee", "admin"));
    let now = app.platform.clock.now().as_seconds();
    let id = |name: &str| good[name].as_str().unwrap().parse::<uuid::Uuid>().unwrap();
    let earlier = app.platform.clock.now().minus(Duration::from_secs(15 * 60));
    let expired = app.platform.access_tokens.issue(id("sub").into(), id("sid").into(), Role::Attendee, earlier);
    vec![
        ("expired", expired.unwrap()),
        ("expired just now", with("exp", json!(now))),
        ("expiry in the past, signed well", with("exp", json!(1))),
        ("expiry as text", with("exp", json!("never"))),
        ("without an expiry", without("exp")),
        ("another key", forge(&hs256, &good, b"another secret of at least thirty-two bytes")),
        ("an empty key", forge(&hs256, &good, b"")),
        ("alg none, no signature", format!("{}.{}.", encoded(&json!({ "alg": "none" })), parts[1])),
        ("alg none, old signature", headed(json!({ "alg": "none", "typ": "JWT" }))),
        ("alg None, in other letters", headed(json!({ "alg": "nOnE", "typ": "JWT" }))),
        ("alg HS384", headed(json!({ "alg": "HS384", "typ": "JWT" }))),
        ("alg HS512", headed(json!({ "alg": "HS512", "typ": "JWT" }))),
        ("alg RS256", headed(json!({ "alg": "RS256", "typ": "JWT" }))),
        ("without an alg", headed(json!({ "typ": "JWT" }))),
        ("a role of one's own choice", format!("{}.{as_admin}.{}", parts[0], parts[2])),
        ("a cut signature", format!("{}.{}.{}", parts[0], parts[1], &parts[2][..20])),
        ("without a signature", format!("{}.{}", parts[0], parts[1])),
        ("a fourth part", format!("{}.{}", ada.access_token, parts[2])),
        ("another issuer", with("iss", json!("elsewhere"))),
        ("without an issuer", without("iss")),
        ("another audience", with("aud", json!("elsewhere"))),
        ("without an audience", without("aud")),
        ("a session that never was", with("sid", json!("00000000-0000-7000-8000-000000000001"))),
        ("a session of somebody else", with("sub", json!("00000000-0000-7000-8000-000000000001"))),
        ("a person who is no id", with("sub", json!("admin"))),
        ("without a session", without("sid")),
        ("an unknown role", with("role", json!("king"))),
        ("empty", String::new()),
        ("only dots", "..".into()),
        ("words", "a.b.c".into()),
        ("oversized", "x".repeat(100_000)),
        ("oversized and signed", with("extra", json!("x".repeat(100_000)))[..90_000].to_owned()),
        ("a refresh token", ada.refresh_token.clone()),
        ("padded base64", format!("{}=.{}=.{}=", parts[0], parts[1], parts[2])),
    ]
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

async fn every_kind_of_bad_token_is_a_401_and_changes_nothing(app: &TestApp) {
    let ada = app.register("ada").await;
    let before = app.rows().await;
    let bad = bad_tokens(app, &ada);
    assert!(bad.len() >= 24);
    for (kind, token) in bad {
        let caller = app.visitor().with_bearer(&token);
        let calls = [
            caller.rest("GET /users/me").await,
            caller.rest("PATCH /users/me").json(json!({ "bio": "changed" })).await,
            caller.rest("POST /users/me/become-organizer").await,
            // Also where nobody has to sign in: bad credentials are a mistake to be told.
            caller.rest(&format!("GET /users/{}", ada.id)).await,
        ];
        for answer in calls {
            assert_eq!(answer.status, 401, "{kind}: {answer}");
            answer.any_problem();
            assert_eq!(answer.header("www-authenticate"), Some("Bearer"), "{kind}");
        }
        assert_eq!(caller.function("accounts/load_account").await.status, 401, "{kind}");
    }
    assert!(app.rows().await == before, "nothing was changed");
    ada.rest("GET /users/me").await.expect(200);
}

async fn every_other_scheme_is_a_401(app: &TestApp) {
    let ada = app.register("ada").await;
    let basic = STANDARD.encode(format!("ada:{PASSWORD}"));
    let token = &ada.access_token;
    for header in [
        format!("Basic {basic}"),
        format!("Token {token}"),
        token.clone(),
        format!("Bearer{token}"),
        "Bearer".into(),
        "Bearer ".into(),
        format!("Bearer {token} {token}"),
        format!("Bearer \"{token}\""),
    ] {
        let answer = app.visitor().rest("GET /users/me").header("authorization", &header).await;
        assert_eq!(answer.status, 401, "{header:.30}: {answer}");
        answer.any_problem();
    }
    for header in [format!("bearer {token}"), format!("BEARER  {token}")] {
        app.visitor().rest("GET /users/me").header("authorization", &header).await.expect(200);
    }
}

async fn a_browser_with_broken_cookies_is_a_visitor(app: &TestApp) {
    app.register("ada").await;
    for cookies in [
        "foyer_access=nonsense; foyer_refresh=nonsense",
        "foyer_access=; foyer_refresh=",
        "foyer_access",
        "=;;=; foyer_refresh=%00",
        &format!("foyer_refresh={}", "x".repeat(10_000)),
    ] {
        let browser = app.browser();
        let home = browser.get("/").header("cookie", cookies).await.expect(200).text();
        assert!(home.contains("/login"), "{cookies:.40}");
        browser.rest("GET /users/me").header("cookie", cookies).await.problem(401, "sign_in_required");
    }
}
