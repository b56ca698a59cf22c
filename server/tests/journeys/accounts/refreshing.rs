//! Refresh tokens: each works once, and one that comes twice gives a thief away.

use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestApp};

journeys![
    each_refresh_brings_a_new_pair_for_the_same_sign_in,
    a_spent_token_ends_the_whole_family_and_its_owner_is_told,
    of_fifty_parallel_refreshes_one_wins_and_the_family_ends,
    tokens_are_worthless_after_signing_out,
    tokens_of_other_sign_ins_are_worthless_after_a_new_password,
];

async fn refresh(app: &TestApp, token: &str) -> Answer {
    app.visitor().rest("POST /auth/refresh").json(json!({ "refresh_token": token })).await
}

fn text(answer: &Value, field: &str) -> String {
    answer[field].as_str().unwrap().to_owned()
}

async fn each_refresh_brings_a_new_pair_for_the_same_sign_in(app: &TestApp) {
    let ada = app.register("ada").await;
    let mut token = ada.refresh_token.clone();
    for _ in 0..5 {
        let pair = refresh(app, &token).await.expect(200).json();
        assert_ne!(text(&pair, "refresh_token"), token);
        assert_eq!((&pair["token_type"], &pair["expires_in"]), (&json!("Bearer"), &json!(900)));
        token = text(&pair, "refresh_token");
        ada.with_bearer(&text(&pair, "access_token")).rest("GET /users/me").await.expect(200);
    }
    let sessions = ada.rest("GET /users/me/sessions").await.expect(200).json();
    assert_eq!(sessions["total"], 1, "refreshing makes no new sign-in");
}

async fn a_spent_token_ends_the_whole_family_and_its_owner_is_told(app: &TestApp) {
    let ada = app.register("ada").await;
    let elsewhere = app.sign_in("ada").await;
    let newest = refresh(app, &ada.refresh_token).await.expect(200).json();
    refresh(app, &ada.refresh_token).await.problem(401, "refresh_token_reused");
    refresh(app, &text(&newest, "refresh_token")).await.problem(401, "refresh_token_invalid");
    ada.with_bearer(&text(&newest, "access_token")).rest("GET /users/me").await.problem(401, "sign_in_ended");
    elsewhere.rest("GET /users/me").await.expect(200);

    let mails = app.mails_to("ada@example.org").await;
    assert_eq!(mails[0].subject, "We ended one of your sign-ins");
    let notices = elsewhere.rest("GET /users/me/notifications").await.expect(200).json();
    assert_eq!(notices["items"][0]["kind"], "sign_in_stolen");
}

async fn of_fifty_parallel_refreshes_one_wins_and_the_family_ends(app: &TestApp) {
    let ada = app.register("ada").await;
    let answers = futures::future::join_all((0..50).map(|_| refresh(app, &ada.refresh_token))).await;
    let winners: Vec<Value> = answers.iter().filter(|answer| answer.status == 200).map(Answer::json).collect();
    assert_eq!(winners.len(), 1);
    for loser in answers.iter().filter(|answer| answer.status != 200) {
        loser.any_problem();
        assert_eq!(loser.status, 401);
    }
    refresh(app, &text(&winners[0], "refresh_token")).await.problem(401, "refresh_token_invalid");
    ada.rest("GET /users/me").await.problem(401, "sign_in_ended");
}

async fn tokens_are_worthless_after_signing_out(app: &TestApp) {
    let ada = app.register("ada").await;
    app.visitor().rest("POST /auth/logout").json(json!({ "refresh_token": ada.refresh_token })).await.expect(204);
    refresh(app, &ada.refresh_token).await.problem(401, "refresh_token_invalid");
    refresh(app, "never given out").await.problem(401, "refresh_token_invalid");
    refresh(app, "").await.problem(401, "refresh_token_invalid");
    refresh(app, &"x".repeat(10_000)).await.problem(401, "refresh_token_invalid");
}

async fn tokens_of_other_sign_ins_are_worthless_after_a_new_password(app: &TestApp) {
    let ada = app.register("ada").await;
    let elsewhere = app.sign_in("ada").await;
    let change = json!({ "current_password": PASSWORD, "new_password": "another long sentence" });
    ada.rest("POST /users/me/password").json(change).await.expect(204);
    refresh(app, &elsewhere.refresh_token).await.problem(401, "refresh_token_invalid");
    elsewhere.rest("GET /users/me").await.problem(401, "sign_in_ended");
    refresh(app, &ada.refresh_token).await.expect(200);
}
