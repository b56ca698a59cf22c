//! What others see of a person, and when they see nothing.

use serde_json::json;

use crate::support::{Person, TestApp};

journeys![a_profile_shows_itself_to_whom_its_owner_chose, a_suspended_person_is_not_shown];

async fn a_profile_shows_itself_to_whom_its_owner_chose(app: &TestApp) {
    let (ada, member, admin) = (app.register("ada").await, app.register("grace").await, app.admin("root").await);
    let profile = format!("GET /users/{}", ada.id);
    for (visibility, to_visitor, to_member) in [("everyone", 200, 200), ("members", 404, 200), ("nobody", 404, 404)] {
        ada.rest("PATCH /users/me").json(json!({ "visibility": visibility })).await.expect(200);
        app.visitor().rest(&profile).await.expect(to_visitor);
        member.rest(&profile).await.expect(to_member);
        ada.rest(&profile).await.expect(200);
        admin.rest(&profile).await.expect(200);
    }
    let hidden = app.visitor().rest(&profile).await;
    let unknown = app.visitor().rest("GET /users/00000000-0000-7000-8000-000000000001").await;
    hidden.problem(404, "not_found");
    assert_eq!(hidden.text(), unknown.text());

    ada.rest("PATCH /users/me").json(json!({ "visibility": "everyone" })).await.expect(200);
    let shown = app.visitor().rest(&profile).await.json();
    assert_eq!(shown["username"], "ada");
    for private in ["email", "pending_email", "email_verified", "version", "suspended"] {
        assert!(shown.get(private).is_none(), "{private} is nobody else's business");
    }
}

async fn a_suspended_person_is_not_shown(app: &TestApp) {
    let (ada, admin): (Person, Person) = (app.register("ada").await, app.admin("root").await);
    let user = format!("/users/{}", ada.id);
    admin.rest(&format!("PATCH {user}")).json(json!({ "suspended": true })).await.expect(200);
    app.visitor().rest(&format!("GET {user}")).await.problem(404, "not_found");
    admin.rest(&format!("GET {user}")).await.expect(200);
}
