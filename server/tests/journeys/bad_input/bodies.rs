//! Bodies that cannot be read, on every operation that takes one.

use axum::http::Method;
use serde_json::json;

use super::targets;
use crate::support::TestApp;

journeys![
    malformed_json_is_a_400_everywhere,
    a_wrong_type_is_a_422_that_names_the_field_everywhere,
    a_missing_field_is_named_everywhere,
    anything_but_json_is_a_415_everywhere,
    bodies_over_the_limit_are_a_413_everywhere,
    addresses_and_headers_over_the_limit_are_refused_in_words,
    a_body_that_breaks_off_is_a_400_everywhere,
    another_method_is_a_405_and_another_path_a_404,
];

async fn malformed_json_is_a_400_everywhere(app: &TestApp) {
    let admin = app.admin("root").await;
    let before = app.rows().await;
    for target in targets(app, &admin.id).await {
        for body in ["", "{", "{\"a\":}", "nonsense", "{'a':1}", "\u{feff}{}"] {
            let answer = admin.rest(&target.call).body("application/json", body).await;
            assert_eq!(answer.status, 400, "{} with {body:?}: {answer}", target.name);
            answer.problem(400, "malformed_request");
        }
        let bytes = [b"{\"", target.fields[0].as_bytes(), b"\":\"\xff\xfe\"}"].concat();
        let answer = admin.rest(&target.call).body("application/json", bytes).await;
        assert_eq!(answer.status, 400, "{} with bytes that are no UTF-8: {answer}", target.name);
    }
    assert!(app.rows().await == before, "nothing was changed");
}

async fn a_wrong_type_is_a_422_that_names_the_field_everywhere(app: &TestApp) {
    let admin = app.admin("root").await;
    let before = app.rows().await;
    for target in targets(app, &admin.id).await {
        for field in &target.fields {
            for wrong in [json!({ "a": 1 }), json!([[]])] {
                let answer = admin.rest(&target.call).json(json!({ field: wrong })).await;
                assert_eq!(answer.status, 422, "{} with {field} = {wrong}: {answer}", target.name);
                // What is wrong inside a field is named with the way to it.
                let named: Vec<String> = answer.wrong_fields();
                let outer: Vec<&str> = named.iter().filter_map(|name| name.split(['[', '.']).next()).collect();
                assert_eq!(outer, [field.as_str()], "{}: {answer}", target.name);
            }
        }
        let in_their_order = json!(vec!["2026-01-01T00:00:00Z"; target.fields.len()]);
        for body in [json!("text"), json!(5), json!(null), json!(true), json!([]), json!([{}]), in_their_order] {
            let answer = admin.rest(&target.call).json(body).await;
            answer.problem(422, "invalid_input");
            assert_eq!(answer.wrong_fields(), ["body"], "{}: {answer}", target.name);
        }
    }
    assert!(app.rows().await == before, "nothing was changed");
}

async fn a_missing_field_is_named_everywhere(app: &TestApp) {
    let admin = app.admin("root").await;
    let before = app.rows().await;
    for target in targets(app, &admin.id).await.iter().filter(|target| !target.required.is_empty()) {
        for body in [json!({}), json!({ "unknown": "field" })] {
            let answer = admin.rest(&target.call).json(body).await;
            let named = answer.wrong_fields();
            assert!(target.required.contains(&named[0]), "{}: {answer}", target.name);
        }
    }
    assert!(app.rows().await == before, "nothing was changed");
}

async fn anything_but_json_is_a_415_everywhere(app: &TestApp) {
    let admin = app.admin("root").await;
    let before = app.rows().await;
    for target in targets(app, &admin.id).await {
        for content_type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense"] {
            let answer = admin.rest(&target.call).body(content_type, "{}").await;
            assert_eq!(answer.status, 415, "{} as {content_type}: {answer}", target.name);
            answer.problem(415, "unsupported_media_type");
        }
        let answer = admin.rest(&target.call).body("x/x", "{}").without("content-type").await;
        answer.problem(415, "unsupported_media_type");
    }
    assert!(app.rows().await == before, "nothing was changed");
}

async fn bodies_over_the_limit_are_a_413_everywhere(app: &TestApp) {
    let admin = app.admin("root").await;
    let before = app.rows().await;
    for target in targets(app, &admin.id).await {
        let large = format!("{{\"a\":\"{}\"}}", "x".repeat(target.body_bytes_max));
        let call = || admin.rest(&target.call).body("application/json", large.clone());
        call().await.problem(413, "too_large");
        call().without("content-length").await.problem(413, "too_large");
        call().header("idempotency-key", "large").await.problem(413, "too_large");
        let announced = admin.rest(&target.call).json(json!({})).header("content-length", "99999999999");
        announced.await.problem(413, "too_large");
    }
    assert!(app.rows().await == before, "nothing was changed");
}

async fn another_method_is_a_405_and_another_path_a_404(app: &TestApp) {
    let admin = app.admin("root").await;
    for call in ["GET /auth/login", "DELETE /auth/register", "PUT /users", "POST /users/me", "TRACE /users/me"] {
        let answer = admin.rest(call).await;
        answer.problem(405, "method_not_allowed");
        assert!(answer.header("allow").is_some(), "{call} says which methods there are");
    }
    for call in ["GET /nothing", "POST /auth", "GET /users/me/nothing", "GET /", "GET //users/me", "POST /../x"] {
        admin.rest(call).await.problem(404, "not_found");
    }
    admin.get("/api/v2/users/me").await.problem(404, "not_found");
    admin.get("/api/nothing").await.problem(404, "not_found");
}

async fn addresses_and_headers_over_the_limit_are_refused_in_words(app: &TestApp) {
    let visitor = app.visitor();
    for path in ["/", "/nothing", "/api/v1/users/me", "/api/fn/accounts/who_am_i"] {
        let long = format!("{path}?q={}", "x".repeat(33_000));
        visitor.get(&long).await.problem(414, "address_too_long");
        visitor.get(path).header("cookie", &"x".repeat(140_000)).await.problem(431, "headers_too_large");
    }
}

async fn a_body_that_breaks_off_is_a_400_everywhere(app: &TestApp) {
    for path in ["/api/v1/auth/login", "/api/fn/accounts/log_in", "/login"] {
        let visitor = app.visitor();
        let answer = visitor.call(Method::POST, path).broken_body("application/json").await;
        answer.problem(400, "malformed_request");
        let keyed = visitor.call(Method::POST, path).header("idempotency-key", "k");
        keyed.broken_body("application/json").await.problem(400, "malformed_request");
    }
    let ada = app.register("ada").await;
    ada.rest("PUT /users/me/picture").broken_body("image/png").await.problem(400, "malformed_request");
}
