//! Texts nobody means well with, in every field that takes a text.

use serde_json::{Value, json};

use super::targets;
use crate::support::TestApp;

journeys![
    no_text_in_any_field_makes_the_server_stumble,
    lone_surrogates_and_deep_nesting_are_read_or_refused_but_never_a_fault,
    nul_in_a_sign_in_is_no_fault,
    formulas_and_markup_are_kept_as_text,
    a_name_cannot_break_out_of_the_title_of_its_page,
];

fn hostile() -> Vec<Value> {
    vec![
        json!(""),
        json!(" "),
        json!("\u{0}"),
        json!("a\u{0}b"),
        json!("a\u{0}b@example.org"),
        json!("line\r\nSet-Cookie: a=b"),
        json!("\u{1b}[31m\u{7}"),
        json!("\u{202e}\u{200b}\u{feff}"),
        json!("\u{ffff}\u{10ffff}"),
        json!("x".repeat(10_000)),
        json!("🎭".repeat(10_000)),
        json!("e\u{301}".repeat(5_000)),
        json!("' or 1=1; drop table user_account; --"),
        json!("${7*7}{{7*7}}<%= 7*7 %>"),
        json!("../../../../etc/passwd"),
        json!("%00%0d%0a%ff"),
    ]
}

async fn no_text_in_any_field_makes_the_server_stumble(app: &TestApp) {
    let admin = app.admin("root").await;
    let mut faults = Vec::new();
    for target in targets(app, &admin.id).await {
        for field in &target.fields {
            for value in hostile() {
                // A person of their own, for those who are refused may lose their sign-in to a change that is not.
                let before = app.rows().await;
                let caller = admin.at(&app.new_address());
                let answer = caller.rest(&target.call).json(target.body_with(field, &value)).await;
                let shown: String = value.to_string().chars().take(40).collect();
                if answer.status >= 500 {
                    faults.push(format!("{} with {field} = {shown}: {answer}", target.name));
                } else if answer.status >= 400 {
                    answer.any_problem();
                    assert!(app.rows().await == before, "{} with {field} = {shown} changed something", target.name);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn lone_surrogates_and_deep_nesting_are_read_or_refused_but_never_a_fault(app: &TestApp) {
    let admin = app.admin("root").await;
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let objects = format!("{}1{}", "{\"a\":".repeat(20_000), "}".repeat(20_000));
    for target in targets(app, &admin.id).await {
        for field in &target.fields {
            let surrogate = format!("{{\"{field}\":\"\\udfff\\ud800x\"}}");
            admin.rest(&target.call).body("application/json", surrogate).await.problem(400, "malformed_request");
            let inside = format!("{{\"{field}\":{}}}", nested(50_000));
            admin.rest(&target.call).body("application/json", inside).await.any_problem();
        }
        for body in [nested(100_000), objects.clone()] {
            let answer = admin.rest(&target.call).body("application/json", body).await;
            assert!(answer.status < 500, "{}: {answer}", target.name);
        }
    }
}

async fn nul_in_a_sign_in_is_no_fault(app: &TestApp) {
    for login in ["a\u{0}b", "a\u{0}b@example.org", "\u{0}"] {
        let body = json!({ "login": login, "password": "correct horse battery" });
        let answer = app.visitor().rest("POST /auth/login").json(body).await;
        answer.any_problem();
        let function = app.visitor();
        let answer = function.function("accounts/log_in").form(&[("login", login), ("password", "x")]).await;
        assert!((400..500).contains(&answer.status), "{answer}");
    }
}

async fn formulas_and_markup_are_kept_as_text(app: &TestApp) {
    let ada = app.register("ada").await;
    for text in ["=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "{{7*7}}"] {
        let user = ada.rest("PATCH /users/me").json(json!({ "display_name": text })).await.expect(200).json();
        assert_eq!(user["display_name"], text);
        let page = app.browser().get(&format!("/people/{}", ada.id)).await.expect(200).text();
        let (_, page) = page.split_once("<body>").unwrap();
        assert!(!page.contains("<img src=x") && !page.contains("<script>alert"), "drawn as text: {text}");
        app.visitor().rest("POST /auth/forgot-password").json(json!({ "email": "ada@example.org" })).await.expect(202);
        let mail = &app.mails_to("ada@example.org").await[0];
        assert!(!mail.html_body.contains("<img src=x") && !mail.html_body.contains("<script>"), "mailed as text");
    }
}

async fn a_name_cannot_break_out_of_the_title_of_its_page(app: &TestApp) {
    let ada = app.register("ada").await;
    let name = "</title><meta http-equiv=refresh content=0;url=//evil.example>";
    ada.rest("PATCH /users/me").json(json!({ "display_name": name })).await.expect(200);
    let page = app.browser().get(&format!("/people/{}", ada.id)).await.expect(200).text();
    let shown: String = page.split("<title>").nth(1).unwrap().chars().take(120).collect();
    assert!(!page.contains("<meta http-equiv=refresh"), "the name became markup: <title>{shown}");
}
