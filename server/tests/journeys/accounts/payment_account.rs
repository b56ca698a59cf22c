//! A7: a payment account for every new person, by a consumer of `user_created`.

use domain::journal;
use domain::message::Message;
use serde_json::json;

use crate::support::TestApp;

journeys![
    the_account_is_made_after_the_message_and_not_before,
    the_account_is_made_exactly_once_however_often_the_message_comes,
];

async fn the_account_is_made_after_the_message_and_not_before(app: &TestApp) {
    let ada = app.register("ada").await;
    ada.rest("GET /users/me/payment-account").await.problem(404, "not_found");
    app.handle_messages().await;
    let account = ada.rest("GET /users/me/payment-account").await.expect(200).json();
    assert!(account["id"].is_string());
    assert_eq!(account["balance"], json!({ "amount": 0, "currency": "EUR" }));
    assert_eq!(account["entries"], json!([]));
}

async fn the_account_is_made_exactly_once_however_often_the_message_comes(app: &TestApp) {
    let ada = app.register("ada").await;
    let history = journal::history_of(&app.platform, ada.id.parse().unwrap()).await.unwrap();
    let created = history.iter().find(|entry| matches!(entry.message, Message::UserCreated { .. })).unwrap();
    futures::future::join_all((0..10).map(|_| app.handle_again(created))).await;
    app.handle_messages().await;
    for _ in 0..3 {
        app.handle_again(created).await;
    }
    let rows = app.rows().await;
    assert_eq!(rows["payment_account"].len(), 1);
    assert_eq!(rows["notice"].len(), 1, "one welcome");
    let opened = rows["journal"].iter().filter(|row| row.contains("payment_account_opened")).count();
    assert_eq!(opened, 1);
    assert_eq!(ada.rest("GET /users/me/notifications").await.json()["unread"], 1);
}
