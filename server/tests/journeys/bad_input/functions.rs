//! Server functions are called by anybody who finds them.

use axum::http::Method;
use leptos::server_fn::axum::server_fn_paths;

use crate::support::TestApp;

journeys![
    no_body_makes_a_server_function_stumble,
    what_is_wrong_with_a_field_is_said_as_the_rest_api_says_it,
    server_functions_are_posted_to_and_known_by_name,
    a_body_over_the_limit_is_refused,
];

fn names() -> Vec<String> {
    let names: Vec<String> =
        server_fn_paths().map(|(path, _)| path.trim_start_matches("/api/fn/").to_owned()).collect();
    assert!(names.len() >= 29, "only {} server functions", names.len());
    names
}

async fn no_body_makes_a_server_function_stumble(app: &TestApp) {
    let form = "application/x-www-form-urlencoded";
    let admin = app.admin("root").await;
    // Asks for nothing else than to be out.
    for name in names().iter().filter(|name| *name != "accounts/log_out") {
        for (content_type, body) in [
            (form, ""),
            (form, "%ff%fe=%00&&&=="),
            (form, "username=%00&email=%00&password=%00&login=%00&token=%00&user_id=%00&session_id=%00&theme=%00"),
            (form, "version=many&suspended=perhaps&email_marketing=7&session_id=x&notice_id=x&user_id=x&role=king"),
            (form, "cursor=nonsense&q=%00&role=king&state=odd&mail_id=%00"),
            (form, "a[b][c]=1&username[]=x&login[x]=y&password[]=z"),
            ("application/json", "{\"login\":5}"),
            ("application/json", "{"),
            ("application/cbor", "\u{0}\u{1}"),
            ("multipart/form-data; boundary=x", "--x--"),
            ("nonsense", "nonsense"),
        ] {
            let answer = admin.at(&app.new_address()).function(name).body(content_type, body).await;
            assert!(answer.status < 500, "{name} with {body:?} as {content_type}: {answer}");
            if answer.status >= 400 {
                assert!(!answer.refusal().is_empty(), "{name}: {answer}");
            }
        }
        let bytes = admin.function(name).body(form, b"login=\xff\xfe&password=\xff".to_vec()).await;
        assert!(bytes.status < 500, "{name} with bytes that are no UTF-8: {bytes}");
    }
}

async fn what_is_wrong_with_a_field_is_said_as_the_rest_api_says_it(app: &TestApp) {
    let before = app.rows().await;
    let long = "x".repeat(10_000);
    for username in ["<b>", "a\u{0}b", "", long.as_str()] {
        let fields = [("username", username), ("email", "nowhere"), ("password", "short")];
        let answer = app.visitor().function("accounts/register").form(&fields).await.expect(422);
        assert_eq!(answer.refusal(), "invalid_input");
        let problems = answer.json()["problems"].clone();
        let named: Vec<_> = problems.as_array().unwrap().iter().map(|problem| problem["field"].clone()).collect();
        assert_eq!(named, ["username", "email", "password"]);
    }
    let missing = app.visitor().function("accounts/register").form(&[("username", "ada")]).await.expect(400);
    assert_eq!(missing.refusal(), "malformed_request");
    assert!(app.rows().await == before, "nothing was changed");
}

async fn server_functions_are_posted_to_and_known_by_name(app: &TestApp) {
    let admin = app.admin("root").await;
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::PATCH] {
        let answer = admin.call(method, "/api/fn/accounts/load_account").await;
        answer.problem(405, "method_not_allowed");
    }
    for name in ["accounts/nothing", "nothing", "accounts/log_in/", "../v1/users", "accounts%2flog_in", "%00"] {
        admin.function(name).await.problem(404, "not_found");
    }
}

async fn a_body_over_the_limit_is_refused(app: &TestApp) {
    let form = "application/x-www-form-urlencoded";
    let large = format!("login={}&password=x", "x".repeat(256 * 1024));
    app.visitor().function("accounts/log_in").body(form, large.clone()).await.problem(413, "too_large");
    let unannounced = app.visitor();
    let call = unannounced.function("accounts/log_in").body(form, large.clone()).without("content-length");
    call.await.problem(413, "too_large");
    app.visitor().call(Method::POST, "/login").body(form, large).await.problem(413, "too_large");
}
