//! Becoming an organizer.

use serde_json::json;

use crate::support::TestApp;

journeys![
    an_attendee_becomes_an_organizer_once_and_is_told,
    an_admin_stays_an_admin,
    a_site_may_leave_it_to_its_admins,
];

async fn an_attendee_becomes_an_organizer_once_and_is_told(app: &TestApp) {
    let ada = app.register("ada").await;
    let first = ada.rest("POST /users/me/become-organizer").await.expect(200).json();
    assert_eq!(first["role"], "organizer");
    let second = ada.rest("POST /users/me/become-organizer").await.expect(200).json();
    assert_eq!(second, first, "asking twice changes nothing");
    app.handle_messages().await;
    let notices = ada.rest("GET /users/me/notifications").await.json();
    let told = notices["items"].as_array().unwrap().iter().filter(|notice| notice["kind"] == "role_changed").count();
    assert_eq!(told, 1);
}

async fn an_admin_stays_an_admin(app: &TestApp) {
    let admin = app.admin("root").await;
    let user = admin.rest("POST /users/me/become-organizer").await.expect(200).json();
    assert_eq!(user["role"], "admin");
}

async fn a_site_may_leave_it_to_its_admins(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let strict = app.configured(&[("FOYER_ORGANIZERS_NEED_ADMIN", "true")]).await;
    let asking = strict.visitor().with_bearer(&ada.access_token);
    asking.rest("POST /users/me/become-organizer").await.problem(403, "not_allowed");
    let change = json!({ "role": "organizer" });
    admin.rest(&format!("PATCH /users/{}", ada.id)).json(change).await.expect(200);
    assert_eq!(asking.rest("POST /users/me/become-organizer").await.expect(200).json()["role"], "organizer");
}
