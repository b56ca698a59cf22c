//! Moving an account to another mail address.

use serde_json::json;

use crate::support::{PASSWORD, TestApp, token_in};

journeys![
    a_new_address_is_taken_over_once_its_link_was_followed,
    a_sign_in_alone_is_not_enough_to_change_the_address,
    somebody_elses_address_cannot_be_taken_over,
    who_asks_for_the_address_they_have_is_told_so,
];

async fn a_new_address_is_taken_over_once_its_link_was_followed(app: &TestApp) {
    let ada = app.register("ada").await;
    let first = app.newest_token("ada@example.org").await;
    app.visitor().rest("POST /auth/verify-email").json(json!({ "token": first })).await.expect(204);
    let edit = json!({ "email": "lovelace@example.org", "current_password": PASSWORD });
    let user = ada.rest("PUT /users/me").json(edit).await.expect(200).json();
    assert_eq!(user["email"], "ada@example.org");
    assert_eq!(user["pending_email"], "lovelace@example.org");

    assert_eq!(app.mails_to("ada@example.org").await[0].subject, "Your mail address is about to change");
    let token = app.newest_token("lovelace@example.org").await;
    app.visitor().rest("POST /auth/verify-email").json(json!({ "token": token })).await.expect(204);
    let user = ada.rest("GET /users/me").await.json();
    assert_eq!((&user["email"], &user["pending_email"]), (&json!("lovelace@example.org"), &json!(null)));
    assert_eq!(user["email_verified"], true);
    let log_in = json!({ "email": "lovelace@example.org", "password": PASSWORD });
    app.visitor().rest("POST /auth/login").json(log_in).await.expect(200);
    let old = json!({ "email": "ada@example.org", "password": PASSWORD });
    app.visitor().rest("POST /auth/login").json(old).await.problem(401, "wrong_credentials");
}

async fn a_sign_in_alone_is_not_enough_to_change_the_address(app: &TestApp) {
    let ada = app.register("ada").await;
    for edit in [
        json!({ "email": "eve@example.org" }),
        json!({ "email": "eve@example.org", "current_password": "" }),
        json!({ "email": "eve@example.org", "current_password": "not the password" }),
    ] {
        ada.rest("PATCH /users/me").json(edit).await.problem(422, "current_password_wrong");
    }
    assert_eq!(ada.rest("GET /users/me").await.json()["pending_email"], json!(null));
    assert!(app.mails_to("eve@example.org").await.is_empty());
    // One's own address is no change.
    ada.rest("PATCH /users/me").json(json!({ "email": "Ada@example.org" })).await.expect(200);
}

async fn somebody_elses_address_cannot_be_taken_over(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    app.handle_messages().await;
    let edit = json!({ "email": "late@example.org", "current_password": PASSWORD });
    ada.rest("PUT /users/me").json(edit.clone()).await.expect(200);
    grace.rest("PUT /users/me").json(edit).await.expect(200);
    let mails = app.mails_to("late@example.org").await;
    let tokens: Vec<String> = mails.iter().map(token_in).collect();
    assert_eq!(tokens.len(), 2);
    let verify =
        async |token: &str| app.visitor().rest("POST /auth/verify-email").json(json!({ "token": token })).await;
    verify(&tokens[0]).await.expect(204);
    verify(&tokens[1]).await.problem(409, "email_taken");
    let owners = [&ada, &grace].map(|person| person.rest("GET /users/me"));
    let owners = futures::future::join_all(owners.map(IntoFuture::into_future)).await;
    assert_eq!(owners.iter().filter(|answer| answer.json()["email"] == "late@example.org").count(), 1);
}

async fn who_asks_for_the_address_they_have_is_told_so(app: &TestApp) {
    let ada = app.register("ada").await;
    app.handle_messages().await;
    let before = app.mails_to("ada@example.org").await.len();
    let browser = app.signed_in_browser("ada").await;
    let fields = [("email", " ADA@example.org"), ("current_password", "whatever")];
    let answer = browser.submit("/settings/account", "accounts/change_email", &fields).await.expect(422);
    assert!(answer.text().contains("This is your mail address already."));
    app.handle_messages().await;
    assert_eq!(app.mails_to("ada@example.org").await.len(), before);
    assert_eq!(ada.rest("GET /users/me").await.json()["pending_email"], json!(null));
}
