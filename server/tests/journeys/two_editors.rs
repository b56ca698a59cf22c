//! Two people with the same page open. Whoever saves second is told, and keeps being told until they say what they want.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{Answer, Caller, TestApp, event_path};

journeys![
    a_second_save_does_not_overwrite_what_somebody_else_saved,
    a_slip_does_not_make_a_form_forget_which_version_it_edits,
    whoever_wants_to_may_save_over_it,
];

struct Scene {
    path: String,
    page: String,
    ada: Caller,
}

impl Scene {
    async fn set(app: &TestApp) -> Self {
        let organizer = app.with_role("ada", Role::Organizer).await;
        let path = event_path(&organizer.draft("Concert", json!({ "city": "Leipzig" })).await);
        let page = format!("/organizer{path}/edit");
        Self { path, page, ada: app.signed_in_browser("ada").await }
    }

    async fn now(&self) -> Value {
        self.ada.rest(&format!("GET {}", self.path)).await.expect(200).json()
    }

    /// The form as it was opened, with another text.
    async fn save(&self, opened: &Value, version: &str, description: &str) -> Answer {
        let text = |field: &str| opened[field].as_str().unwrap_or_default().to_owned();
        let id = text("id");
        let (title, city, location) = (text("title"), text("city"), text("location"));
        let fields = [
            ("event_id", id.as_str()),
            ("title", &title),
            ("city", &city),
            ("location", &location),
            ("description", description),
            ("starts_at", "2026-12-12T19:00"),
            ("ends_at", "2026-12-12T21:00"),
            ("time_zone", "Europe/Berlin"),
            ("was_starts_at", ""),
            ("was_ends_at", ""),
            ("version", version),
        ];
        self.ada.submit(&self.page, "events/edit_event", &fields).await
    }
}

/// What the page would send as the version if nobody touched anything.
fn version_sent(page: &str) -> String {
    let (before, field) = page.split_once("name=\"version\"").expect("the form has a version");
    let value = |text: &str| text.split_once("value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    if before.ends_with("<input type=\"hidden\" ") {
        return value(field);
    }
    let options = field.split("</select>").next().unwrap().split("<option ");
    value(options.skip(1).find(|option| option.split('>').next().unwrap().contains("selected")).expect("one is chosen"))
}

async fn a_second_save_does_not_overwrite_what_somebody_else_saved(app: &TestApp) {
    let scene = Scene::set(app).await;
    let opened = scene.now().await;
    let version = opened["version"].to_string();
    let elsewhere = json!({ "city": "Dresden" });
    scene.ada.rest(&format!("PATCH {}", scene.path)).json(elsewhere).await.expect(200);
    let mut told = scene.save(&opened, &version, "With Bach").await.expect(409).text();
    for _ in 0..2 {
        assert!(told.contains("They saved: ") && told.contains("<q>Dresden"), "it says what would be lost");
        assert!(told.contains("With Bach") && told.contains("Save mine over it"));
        assert_eq!(version_sent(&told), version);
        told = scene.save(&opened, &version_sent(&told), "With Bach").await.expect(409).text();
    }
    assert_eq!(scene.now().await["city"], "Dresden");
}

async fn a_slip_does_not_make_a_form_forget_which_version_it_edits(app: &TestApp) {
    let scene = Scene::set(app).await;
    let opened = scene.now().await;
    let version = opened["version"].to_string();
    scene.ada.rest(&format!("PATCH {}", scene.path)).json(json!({ "city": "Dresden" })).await.expect(200);
    let mut slipped = opened.clone();
    slipped["title"] = json!("");
    let refused = scene.save(&slipped, &version, "With Bach").await.expect(422).text();
    assert_eq!(version_sent(&refused), version);
    scene.save(&opened, &version_sent(&refused), "With Bach").await.expect(409);
}

async fn whoever_wants_to_may_save_over_it(app: &TestApp) {
    let scene = Scene::set(app).await;
    let opened = scene.now().await;
    scene.ada.rest(&format!("PATCH {}", scene.path)).json(json!({ "city": "Dresden" })).await.expect(200);
    let newest = scene.now().await["version"].to_string();
    let told = scene.save(&opened, &opened["version"].to_string(), "With Bach").await.expect(409).text();
    assert!(told.contains(&format!("<option value=\"{newest}\">Save mine over it")), "{told}");
    scene.save(&opened, &newest, "With Bach").await.expect(303);
    let saved = scene.now().await;
    assert_eq!((&saved["city"], &saved["description"]), (&json!("Leipzig"), &json!("With Bach")));
}
