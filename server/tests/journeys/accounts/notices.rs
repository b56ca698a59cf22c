//! Notices inside the product.

use serde_json::json;

use crate::support::TestApp;

journeys![
    notices_are_counted_until_they_are_read,
    somebody_elses_notice_is_as_unknown_as_none,
    many_notices_come_in_pages,
];

async fn notices_are_counted_until_they_are_read(app: &TestApp) {
    let ada = app.register("ada").await;
    ada.rest("POST /users/me/become-organizer").await.expect(200);
    app.handle_messages().await;
    let list = ada.rest("GET /users/me/notifications").await.expect(200).json();
    assert_eq!((&list["unread"], &list["total"]), (&json!(2), &json!(2)));
    assert_eq!(list["items"][1]["kind"], "welcome");
    for field in ["id", "title", "text", "link", "created_at"] {
        assert!(list["items"][0][field].is_string(), "{field}");
    }
    assert_eq!(list["items"][0]["read"], false);
    let id = list["items"][0]["id"].as_str().unwrap();
    for _ in 0..2 {
        ada.rest(&format!("POST /users/me/notifications/{id}/read")).await.expect(204);
    }
    let list = ada.rest("GET /users/me/notifications").await.json();
    assert_eq!((&list["unread"], &list["items"][0]["read"]), (&json!(1), &json!(true)));
    ada.rest("POST /users/me/notifications/read-all").await.expect(204);
    assert_eq!(ada.rest("GET /users/me/notifications").await.json()["unread"], 0);
}

async fn somebody_elses_notice_is_as_unknown_as_none(app: &TestApp) {
    let (ada, eve) = (app.register("ada").await, app.register("eve").await);
    app.handle_messages().await;
    let list = ada.rest("GET /users/me/notifications").await.json();
    let id = list["items"][0]["id"].as_str().unwrap().to_owned();
    let foreign = eve.rest(&format!("POST /users/me/notifications/{id}/read")).await;
    let unknown = eve.rest("POST /users/me/notifications/00000000-0000-7000-8000-000000000001/read").await;
    foreign.problem(404, "not_found");
    assert_eq!(foreign.text(), unknown.text());
    eve.rest("POST /users/me/notifications/read-all").await.expect(204);
    assert_eq!(ada.rest("GET /users/me/notifications").await.json()["unread"], 1);
}

async fn many_notices_come_in_pages(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    for role in ["organizer", "attendee", "organizer", "attendee"] {
        let change = json!({ "role": role });
        admin.rest(&format!("PATCH /users/{}", ada.id)).json(change).await.expect(200);
    }
    app.handle_messages().await;
    let first = ada.rest("GET /users/me/notifications?limit=3").await.expect(200).json();
    assert_eq!((first["items"].as_array().unwrap().len(), &first["unread"]), (3, &json!(5)));
    let cursor = first["next_cursor"].as_str().unwrap();
    let last = ada.rest(&format!("GET /users/me/notifications?limit=3&cursor={cursor}")).await.expect(200).json();
    assert_eq!((last["items"].as_array().unwrap().len(), &last["next_cursor"]), (2, &json!(null)));
}
