//! A signed-in person changes their password.

use serde_json::json;

use crate::support::{Answer, PASSWORD, Person, TestApp};

journeys![
    a_new_password_ends_every_other_sign_in_and_keeps_this_one,
    the_current_password_is_asked_for,
    a_new_password_must_be_long_enough_and_not_ones_own_name,
];

async fn change(person: &Person, current: &str, new: &str) -> Answer {
    let body = json!({ "current_password": current, "new_password": new });
    person.rest("POST /users/me/password").json(body).await
}

async fn a_new_password_ends_every_other_sign_in_and_keeps_this_one(app: &TestApp) {
    let ada = app.register("ada").await;
    let (phone, tablet) = (app.sign_in("ada").await, app.sign_in("ada").await);
    change(&ada, PASSWORD, "another long sentence").await.expect(204);
    ada.rest("GET /users/me").await.expect(200);
    for other in [phone, tablet] {
        other.rest("GET /users/me").await.problem(401, "sign_in_ended");
    }
    let log_in = json!({ "login": "ada", "password": "another long sentence" });
    app.visitor().rest("POST /auth/login").json(log_in).await.expect(200);
    assert_eq!(app.mails_to("ada@example.org").await[0].subject, "Your password was changed");
    let notices = ada.rest("GET /users/me/notifications").await.json();
    assert_eq!(notices["items"][0]["kind"], "password_changed");
}

async fn the_current_password_is_asked_for(app: &TestApp) {
    let ada = app.register("ada").await;
    let phone = app.sign_in("ada").await;
    let refused = change(&ada, "not the password", "another long sentence").await;
    refused.problem(422, "current_password_wrong");
    assert_eq!(refused.wrong_fields(), ["current_password"]);
    phone.rest("GET /users/me").await.expect(200);
    app.sign_in("ada").await;
}

async fn a_new_password_must_be_long_enough_and_not_ones_own_name(app: &TestApp) {
    let ada = app.register("lovelace").await;
    for password in ["", "short", "lovelace", "LOVELACE", "lovelace@example.org", &"long ".repeat(100)] {
        assert_eq!(change(&ada, PASSWORD, password).await.wrong_fields(), ["new_password"], "{password:.20}");
    }
    app.sign_in("lovelace").await;
}
