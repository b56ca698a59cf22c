//! The forms of those who put on events, as they come back when something is wrong with them.

use domain::accounts::Role;
use serde_json::json;

use crate::support::{TestApp, event_path};

journeys![
    a_form_without_its_times_asks_for_them_in_the_words_of_people,
    calling_off_without_a_reason_comes_back_as_an_open_dialog,
    a_draft_says_what_it_needs_what_it_has_and_where_the_rest_is_done,
];

async fn a_form_without_its_times_asks_for_them_in_the_words_of_people(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let browser = app.signed_in_browser("ada").await;
    let fields =
        [("title", ""), ("starts_at", ""), ("ends_at", ""), ("time_zone", "Europe/Berlin"), ("currency", "EUR")];
    let page = browser.submit("/organizer/events/new", "events/create_event", &fields).await.expect(422).text();
    assert!(page.contains("3 fields need another look."), "{page}");
    for words in ["Choose when it begins.", "Choose when it ends."] {
        // Above the form, leading to its field, and there.
        assert_eq!(page.matches(words).count(), 2, "{words}: {page}");
    }
    assert!(!page.contains("18:00:00Z"), "{page}");
    let draft = json!({ "title": "Brass", "starts_at": "", "ends_at": "", "time_zone": "UTC", "currency": "EUR" });
    let problem = ada.rest("POST /events").json(draft).await.any_problem();
    assert!(problem.to_string().contains("Enter a time like 2026-11-21T18:00:00Z."), "{problem}");
}

async fn calling_off_without_a_reason_comes_back_as_an_open_dialog(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.published("Brass", json!({})).await;
    let path = event_path(&event);
    ada.rest(&format!("POST {path}/dates")).json(json!({ "rule": "FREQ=WEEKLY;COUNT=3" })).await.expect(201);
    let page = format!("/organizer{path}");
    let browser = app.signed_in_browser("ada").await;
    assert!(!browser.get(&page).await.expect(200).text().contains("<dialog open"));
    for (function, id) in [("events/cancel_event", "cancel"), ("events/cancel_following", "cancel-later")] {
        let fields = [("event_id", event["id"].as_str().unwrap()), ("reason", " ")];
        let answer = browser.submit(&page, function, &fields).await.expect(422).text();
        let open: Vec<&str> = answer.split("<dialog ").skip(1).filter(|dialog| dialog.contains(" open")).collect();
        let dialog = open.iter().find_map(|dialog| dialog.split_once("</dialog>")).unwrap().0;
        assert!(dialog.contains(&format!("id=\"{id}\"")), "{id}: {dialog}");
        assert_eq!(dialog.matches("Say why, for those who wanted to come.").count(), 2, "{id}: {dialog}");
        assert_eq!(answer.matches("role=\"alert\"").count(), 1, "{id}: {answer}");
    }
}

async fn a_draft_says_what_it_needs_what_it_has_and_where_the_rest_is_done(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let browser = app.signed_in_browser("ada").await;
    let bare = event_path(&ada.draft("Bare", json!({ "location": null, "capacity": null })).await);
    let page = browser.get(&format!("/organizer{bare}")).await.expect(200).text();
    assert!(page.contains("1 of 3 done") && !page.contains(">Publish<"), "{page}");
    for way in ["/edit#venue_id", "/edit#capacity", "/tickets/new"] {
        assert!(page.contains(&format!("href=\"/organizer{bare}{way}\"")), "{way}: {page}");
    }
    assert!(!page.contains("/edit#starts_at"), "what is done is not to be done: {page}");
    let club = app.approved_club(&ada, "Chess", "open").await;
    let ready = event_path(&ada.draft("Ready", json!({ "club_id": club, "capacity": 9 })).await);
    let page = browser.get(&format!("/organizer{ready}")).await.expect(200).text();
    assert!(page.contains("4 of 4 done") && page.contains("Its club is approved"), "{page}");
    for fact in ["Town hall, Leipzig", "Chess", "9 places"] {
        assert!(page.contains(fact), "{fact}: {page}");
    }
}
