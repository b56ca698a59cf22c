//! Events in calendars.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, event_path};

journeys![
    an_event_is_taken_into_a_calendar,
    a_calendar_is_told_the_way_to_a_venue,
    a_feed_tells_of_what_is_new_and_of_what_was_cancelled,
    a_feed_that_did_not_change_is_not_sent_again,
    drafts_and_what_is_for_members_are_in_nobody_elses_calendar,
];

/// The lines of a calendar, put together again.
fn lines(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n") && text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

async fn an_event_is_taken_into_a_calendar(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.published("Brass, cake; more", json!({ "description": "One\nTwo" })).await;
    let answer = app.visitor().rest(&format!("GET {}.ics", event_path(&event))).await.expect(200);
    assert_eq!(answer.header("content-type"), Some("text/calendar; charset=utf-8"));
    let lines = lines(&answer.text());
    let id = event["id"].as_str().unwrap();
    for line in [
        "BEGIN:VCALENDAR",
        &format!("UID:{id}@foyer"),
        "SEQUENCE:1",
        "DTSTART:20261212T180000Z",
        "DTEND:20261212T200000Z",
        "STATUS:CONFIRMED",
        "SUMMARY:Brass\\, cake\\; more",
        "DESCRIPTION:One\\nTwo",
        "LOCATION:Town hall\\, Leipzig",
        "END:VCALENDAR",
    ] {
        assert!(lines.iter().any(|found| found == line), "{line} in {lines:#?}");
    }
    assert!(lines.iter().any(|line| line.starts_with("URL:http") && line.ends_with(&format!("/events/{id}"))));
    app.visitor().rest(&format!("GET {}.ics?x=1", event_path(&event))).await.expect(200);
    app.visitor().rest("GET /events/nothing.ics").await.problem(404, "not_found");
}

async fn a_calendar_is_told_the_way_to_a_venue(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Blue Hall", json!({ "address": "Ring 3" })).await;
    let there = |over: Value| {
        let mut body = json!({ "venue_id": venue["id"], "location": null, "city": null });
        body.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
        body
    };
    for (over, expected) in [
        (json!({}), "LOCATION:Blue Hall\\, Ring 3\\, Leipzig"),
        (json!({ "location": "Room 2", "city": "Leipzig" }), "LOCATION:Blue Hall\\, Room 2\\, Ring 3\\, Leipzig"),
        (json!({ "location": "Blue Hall" }), "LOCATION:Blue Hall\\, Ring 3\\, Leipzig"),
    ] {
        let event = ada.published("Brass", there(over)).await;
        for address in [format!("{}.ics", event_path(&event)), "/events.ics".to_owned()] {
            let calendar = lines(&app.visitor().rest(&format!("GET {address}")).await.expect(200).text());
            assert!(calendar.iter().any(|line| line == expected), "{expected} in {calendar:#?}");
        }
    }
}

async fn a_feed_tells_of_what_is_new_and_of_what_was_cancelled(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    ada.published("Concert", json!({})).await;
    let off = ada.published("Picnic", json!({ "city": "Halle" })).await;
    ada.rest(&format!("POST {}/cancel", event_path(&off))).json(json!({ "reason": "Rain." })).await.expect(200);
    let feed =
        async |query: &str| lines(&app.visitor().rest(&format!("GET /events.ics{query}")).await.expect(200).text());
    let all = feed("").await;
    let at = |line: &str| all.iter().position(|found| found == line).unwrap_or_else(|| panic!("{line} in {all:#?}"));
    assert_eq!(all.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
    assert_eq!(at("STATUS:CANCELLED") + 1, at("SUMMARY:Picnic"));
    assert_eq!(at("STATUS:CONFIRMED") + 1, at("SUMMARY:Concert"));
    assert!(!feed("?city=leipzig").await.contains(&"SUMMARY:Picnic".to_owned()));
    assert_eq!(app.visitor().rest("GET /events.ics?sort=odd").await.wrong_fields(), ["sort"]);
}

async fn a_feed_that_did_not_change_is_not_sent_again(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    ada.published("Concert", json!({})).await;
    let feed = app.visitor().rest("GET /events.ics").await.expect(200);
    let tag = feed.header("etag").unwrap().to_owned();
    app.turn_clock(std::time::Duration::from_secs(300));
    let again = app.visitor().rest("GET /events.ics").header("if-none-match", &tag).await.expect(304);
    assert_eq!((again.text().as_str(), again.header("etag")), ("", Some(tag.as_str())));
    ada.published("Another", json!({})).await;
    app.visitor().rest("GET /events.ics").header("if-none-match", &tag).await.expect(200);
}

async fn drafts_and_what_is_for_members_are_in_nobody_elses_calendar(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    let member = app.member(&ada, &club, "grace").await;
    let inside = ada.published("Inside", json!({ "club_id": club, "members_only": true })).await;
    let draft = ada.draft("Draft", json!({ "club_id": club })).await;
    for (caller, of_inside, of_draft, events) in
        [(&app.visitor(), 404, 404, 0), (&*member, 200, 404, 1), (&*ada, 200, 200, 1)]
    {
        caller.rest(&format!("GET {}.ics", event_path(&inside))).await.expect(of_inside);
        caller.rest(&format!("GET {}.ics", event_path(&draft))).await.expect(of_draft);
        let feed = caller.rest("GET /events.ics").await.expect(200).text();
        assert_eq!(feed.matches("BEGIN:VEVENT").count(), events);
    }
}
