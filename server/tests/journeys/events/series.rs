//! Events that come again: made by a rule, changed together, each a date of its own.

use std::time::Duration;

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{Person, TestApp, event_path};

journeys![
    a_rule_makes_dates_of_an_event,
    a_rule_that_makes_too_much_or_nothing_is_refused_in_words,
    the_same_key_makes_the_dates_once,
    a_date_is_left_out_and_not_made_again,
    dates_are_published_edited_and_called_off_together,
    a_date_that_leaves_stands_alone,
    dates_of_others_and_of_nobody_are_out_of_reach,
    a_date_that_went_to_another_club_is_left_alone,
    the_pages_show_what_a_rule_would_make_and_make_it,
    the_demo_has_a_session_every_thursday,
];

/// Starts on a Saturday evening three weeks from now.
async fn series(ada: &Person, body: Value) -> (String, Value) {
    let path = event_path(&ada.draft("Jazz", json!({})).await);
    let dates = ada.rest(&format!("POST {path}/dates")).json(body).await.expect(201).json();
    (path, dates)
}

fn days(dates: &Value) -> Vec<&str> {
    dates["items"].as_array().unwrap().iter().map(|date| date["date"].as_str().unwrap()).collect()
}

async fn a_rule_makes_dates_of_an_event(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let rule = json!({ "rule": "FREQ=WEEKLY;INTERVAL=2;COUNT=4", "except": ["2027-01-09"] });
    let (path, dates) = series(&ada, rule).await;
    assert_eq!(days(&dates), ["2026-12-12", "2026-12-26", "2027-01-23"]);
    assert_eq!((&dates["total"], &dates["version"], &dates["except"]), (&json!(3), &json!(1), &json!(["2027-01-09"])));
    assert_eq!(dates["rule"], "FREQ=WEEKLY;INTERVAL=2;COUNT=4");
    let last = &dates["items"][2];
    assert_eq!((&last["starts_at"], &last["capacity"]), (&json!("2027-01-23T18:00:00Z"), &json!(100)));
    let event = ada.rest(&format!("GET /events/{}", last["id"].as_str().unwrap())).await.expect(200).json();
    assert_eq!((&event["series_id"], &event["status"]), (&dates["series_id"], &json!("draft")));
    ada.rest(&format!("POST {path}/dates"))
        .json(json!({ "rule": "FREQ=DAILY;COUNT=2" }))
        .await
        .problem(409, "event_in_series");
    let alone = event_path(&ada.draft("Alone", json!({})).await);
    let none = ada.rest(&format!("GET {alone}/dates")).await.expect(200).json();
    assert_eq!((&none["series_id"], &none["items"], &none["total"]), (&Value::Null, &json!([]), &json!(0)));
    let mine = ada.rest(&format!("GET /users/{}/events", ada.id)).await.expect(200).json();
    assert_eq!(
        mine["items"].as_array().unwrap().iter().filter(|event| event["series_id"] == dates["series_id"]).count(),
        3
    );
}

async fn a_rule_that_makes_too_much_or_nothing_is_refused_in_words(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Jazz", json!({})).await);
    let repeat = format!("POST {path}/dates");
    for rule in [
        "FREQ=DAILY;COUNT=100000",
        "FREQ=DAILY;COUNT=99999999999999999999",
        "FREQ=DAILY;UNTIL=20990101",
        "FREQ=YEARLY;COUNT=10",
        "FREQ=WEEKLY;COUNT=1",
        "FREQ=WEEKLY;UNTIL=20261212",
        "FREQ=SECONDLY;COUNT=3",
        "FREQ=WEEKLY;COUNT=-1",
        "FREQ=WEEKLY",
        "",
        "\u{0}",
        "FREQ=WEEKLY;COUNT=3\r\nDTSTART:20261212",
    ] {
        let refused = ada.rest(&repeat).json(json!({ "rule": rule })).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), ["rule"], "{rule:?}");
    }
    for except in [json!(["Christmas"]), json!(["2026-12-13"]), json!(["2026-12-12"]), json!(vec!["2026-12-19"; 201])] {
        let refused = ada.rest(&repeat).json(json!({ "rule": "FREQ=WEEKLY;COUNT=3", "except": except })).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), ["except"]);
    }
    ada.rest(&repeat).json(json!({ "rule": 7 })).await.problem(422, "invalid_input");
    ada.rest(&repeat).json(json!({})).await.problem(422, "invalid_input");
    let stayed = ada.rest(&format!("GET {path}/dates")).await.expect(200).json();
    assert_eq!(stayed["total"], 0, "nothing was made");
    // What takes place tomorrow comes again although it began long ago; what has passed is not made.
    let old = json!({ "starts_at": "2026-11-07T18:00:00Z", "ends_at": "2026-11-07T20:00:00Z" });
    let old = event_path(&ada.draft("Old", old).await);
    let dates = ada.rest(&format!("POST {old}/dates")).json(json!({ "rule": "FREQ=WEEKLY;COUNT=5" })).await.expect(201);
    assert_eq!(days(&dates.json()), ["2026-11-07", "2026-11-28", "2026-12-05"]);
}

async fn the_same_key_makes_the_dates_once(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Jazz", json!({})).await);
    let repeat = || {
        let call = ada.rest(&format!("POST {path}/dates")).header("Idempotency-Key", "once");
        call.json(json!({ "rule": "FREQ=WEEKLY;COUNT=3" }))
    };
    let first = repeat().await.expect(201).json();
    let again = repeat().await.expect(201);
    assert_eq!((again.header("idempotent-replayed"), again.json()), (Some("true"), first));
}

async fn a_date_is_left_out_and_not_made_again(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, _) = series(&ada, json!({ "rule": "FREQ=WEEKLY;COUNT=3" })).await;
    ada.rest(&format!("DELETE {path}/dates/2026-12-19")).await.expect(204);
    for day in ["2026-12-19", "2026-12-20", "yesterday", "%00", "2026-12-12%27"] {
        ada.rest(&format!("DELETE {path}/dates/{day}")).await.problem(404, "not_found");
    }
    let extend = format!("POST {path}/dates/extend");
    let more = ada.rest(&extend).json(json!({ "until": "2027-01-09", "version": 1 })).await.expect(201).json();
    assert_eq!(days(&more), ["2026-12-12", "2026-12-26", "2027-01-02", "2027-01-09"]);
    assert_eq!((&more["rule"], &more["except"]), (&json!("FREQ=WEEKLY;UNTIL=20270109"), &json!(["2026-12-19"])));
    ada.rest(&extend).json(json!({ "until": "2027-02-01", "version": 1 })).await.problem(409, "edited_meanwhile");
    for (body, field) in [
        (json!({ "until": "2027-01-01" }), "until"),
        (json!({ "until": "soon" }), "until"),
        (json!({ "count": 100_000 }), "count"),
        (json!({ "count": 0 }), "count"),
        (json!({}), "until"),
    ] {
        let refused = ada.rest(&extend).json(body).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), [field]);
    }
    ada.rest(&format!("POST {path}/publish")).await.expect(200);
    ada.rest(&format!("DELETE {path}/dates/2026-12-12")).await.problem(409, "event_not_draft");
}

async fn dates_are_published_edited_and_called_off_together(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, dates) = series(&ada, json!({ "rule": "FREQ=WEEKLY;COUNT=4" })).await;
    let second = format!("/events/{}", dates["items"][1]["id"].as_str().unwrap());
    ada.rest(&format!("PATCH {second}")).json(json!({ "capacity": null })).await.expect(200);
    let answer = ada.rest(&format!("POST {path}/dates/publish")).await.expect(200).json();
    assert_eq!(answer["published"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&answer["not_ready"][0]["date"], &answer["not_ready"][0]["errors"][0]["field"]),
        (&json!("2026-12-19"), &json!("tickets_missing"))
    );
    let seen = app.visitor().rest(&format!("GET {path}/dates")).await.expect(200).json();
    assert_eq!((days(&seen), &seen["rule"]), (vec!["2026-12-12", "2026-12-26", "2027-01-02"], &Value::Null));
    let patch = format!("PATCH {path}/dates");
    ada.rest(&patch).json(json!({ "title": "Late jazz", "version": 1 })).await.problem(409, "edited_meanwhile");
    let edited =
        ada.rest(&patch).json(json!({ "title": "Late jazz", "capacity": 50, "version": 2 })).await.expect(200).json();
    assert!(edited["items"].as_array().unwrap().iter().all(|date| date["title"] == "Late jazz"));
    assert_eq!((&edited["items"][1]["capacity"], &edited["items"][2]["capacity"]), (&Value::Null, &json!(50)));
    let wrong = ada.rest(&patch).json(json!({ "title": " ", "capacity": 0 })).await;
    wrong.problem(422, "invalid_input");
    assert_eq!(wrong.wrong_fields(), ["title", "capacity"]);
    let nowhere = ada.rest(&patch).json(json!({ "location": null })).await;
    nowhere.problem(409, "not_ready");
    let third = format!("/events/{}", dates["items"][2]["id"].as_str().unwrap());
    let cancel = format!("POST {third}/dates/cancel");
    assert_eq!(ada.rest(&cancel).json(json!({ "reason": " " })).await.wrong_fields(), ["reason"]);
    let left = ada.rest(&cancel).json(json!({ "reason": "Flood." })).await.expect(200).json();
    let states: Vec<&Value> = left["items"].as_array().unwrap().iter().map(|date| &date["status"]).collect();
    assert_eq!(states, ["published", "draft", "cancelled", "cancelled"]);
    ada.rest(&cancel).json(json!({ "reason": "Flood." })).await.problem(409, "event_cancelled");
    let told = app.messages_of(dates["items"][3]["id"].as_str().unwrap()).await;
    assert_eq!(told.last().unwrap().message.name(), "event_cancelled");
    let soon = json!({ "starts_at": "2026-11-21T18:01:00Z", "ends_at": "2026-11-21T18:02:00Z" });
    let soon = event_path(&ada.draft("Soon", soon).await);
    ada.rest(&format!("POST {soon}/dates")).json(json!({ "rule": "FREQ=WEEKLY;COUNT=2" })).await.expect(201);
    app.turn_clock(Duration::from_secs(300));
    ada.rest(&format!("PATCH {soon}/dates")).json(json!({ "title": "Too late" })).await.problem(409, "event_ended");
}

async fn a_date_that_leaves_stands_alone(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, dates) = series(&ada, json!({ "rule": "FREQ=WEEKLY;COUNT=3" })).await;
    let third = format!("/events/{}", dates["items"][2]["id"].as_str().unwrap());
    let alone = ada.rest(&format!("POST {third}/dates/leave")).await.expect(200).json();
    assert_eq!(alone["series_id"], Value::Null);
    for (call, body) in [
        ("POST {}/dates/leave", json!({})),
        ("POST {}/dates/publish", json!({})),
        ("POST {}/dates/extend", json!({ "count": 9 })),
        ("POST {}/dates/cancel", json!({ "reason": "Rain." })),
        ("PATCH {}/dates", json!({ "title": "Other" })),
    ] {
        ada.rest(&call.replace("{}", &third)).json(body).await.problem(409, "event_not_in_series");
    }
    ada.rest(&format!("DELETE {third}/dates/2026-12-26")).await.problem(404, "not_found");
    let again = ada.rest(&format!("POST {path}/clone")).json(json!({ "starts_at": "2027-06-05T18:00:00Z" })).await;
    assert_eq!(again.expect(201).json()["series_id"], Value::Null);
    ada.rest(&format!("POST {third}/dates")).json(json!({ "rule": "FREQ=WEEKLY;COUNT=2" })).await.expect(201);
}

async fn dates_of_others_and_of_nobody_are_out_of_reach(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let eve = app.with_role("eve", Role::Organizer).await;
    let (path, _) = series(&ada, json!({ "rule": "FREQ=WEEKLY;COUNT=3" })).await;
    for path in [path.as_str(), "/events/0192f000-0000-7000-8000-000000000000", "/events/nonsense"] {
        for (call, body) in [
            ("GET {}/dates", json!({})),
            ("POST {}/dates", json!({ "rule": "FREQ=WEEKLY;COUNT=3" })),
            ("POST {}/dates/publish", json!({})),
            ("POST {}/dates/extend", json!({ "count": 9 })),
            ("POST {}/dates/cancel", json!({ "reason": "Rain." })),
            ("PATCH {}/dates", json!({ "title": "Mine" })),
            ("DELETE {}/dates/2026-12-12", json!({})),
        ] {
            eve.rest(&call.replace("{}", path)).json(body).await.problem(404, "not_found");
        }
    }
}

async fn a_date_that_went_to_another_club_is_left_alone(app: &TestApp) {
    let (admin, ada, eve) = (app.admin("root").await, app.register("ada").await, app.register("eve").await);
    let (brass, chess) =
        (app.approved_club(&ada, "Brass", "open").await, app.approved_club(&eve, "Chess", "open").await);
    let officer = app.officer(&ada, &brass, "officer").await;
    let path = event_path(&officer.draft("Jazz", json!({ "club_id": brass })).await);
    let dates = officer.rest(&format!("POST {path}/dates")).json(json!({ "rule": "FREQ=WEEKLY;COUNT=3" })).await;
    let dates = dates.expect(201).json();
    let given = format!("/events/{}", dates["items"][1]["id"].as_str().unwrap());
    // It was the officer who made it; now it is a matter of another club.
    let both = app.officer(&eve, &chess, "both").await;
    ada.rest(&format!("POST /clubs/{brass}/members")).await.any_problem();
    both.rest(&format!("POST /clubs/{brass}/members")).await.expect(201);
    let appoint = ada.rest(&format!("PATCH /clubs/{brass}/members/{}", both.id)).json(json!({ "role": "officer" }));
    appoint.await.expect(200);
    both.rest(&format!("PATCH {given}")).json(json!({ "club_id": chess })).await.expect(200);
    let edited =
        ada.rest(&format!("PATCH {path}/dates")).json(json!({ "title": "Late jazz" })).await.expect(200).json();
    assert_eq!(days(&edited), ["2026-12-12", "2026-12-26"], "one cannot even see its draft");
    assert_eq!(eve.rest(&format!("GET {given}")).await.expect(200).json()["title"], "Jazz");
    ada.rest(&format!("DELETE {path}/dates/2026-12-19")).await.problem(404, "not_found");
    let published = eve.rest(&format!("POST {given}/dates/publish")).await.expect(200).json();
    assert_eq!(published["published"].as_array().unwrap().len(), 1, "each their own");
    assert_eq!(admin.rest(&format!("GET {path}/dates")).await.expect(200).json()["total"], 3);
}

async fn the_pages_show_what_a_rule_would_make_and_make_it(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Jazz <i>", json!({})).await);
    let id = path.trim_start_matches("/events/");
    let repeat = format!("/organizer/events/{id}/repeat");
    let fresh = ada.get(&repeat).await.expect(200).text();
    assert!(fresh.contains("on the second Saturday") && !fresh.contains("id=\"preview\""), "{fresh}");
    let asked = format!("{repeat}?every=2&unit=week&on5=true&on6=true&ends=times&times=5");
    let shown = ada.get(&asked).await.expect(200).text();
    assert!(shown.contains("Every 2 weeks on Saturday and Sunday, 5 times"), "{shown}");
    assert!(shown.contains("Sun 13 Dec 2026") && shown.contains("Sun 27 Dec 2026") && shown.contains("Sat 9 Jan 2027"));
    // What is seen is what is made: there are no fields beside it that could say something else.
    assert!(shown.contains("id=\"preview\"") && !shown.contains("name=\"every\""), "{shown}");
    assert!(shown.contains("value=\"2026-12-27\"") && !shown.contains("value=\"2026-12-12\""), "{shown}");
    let changing = ada.get(&format!("{asked}&change=true")).await.expect(200).text();
    assert!(!changing.contains("id=\"preview\"") && changing.contains("Show the dates"), "{changing}");
    for (query, words) in [
        ("every=1&unit=day&ends=times&times=100000", "at most 200 dates"),
        ("every=0&unit=day&ends=times&times=3", "a number from 1 to 99"),
        ("every=1&unit=day&ends=until&until=soon", "Choose the last day"),
        ("every=1&unit=day&ends=times&times=three", "Enter a whole number"),
        ("every=%00&unit=%00&ends=%00&times=%00", "a number from 1 to 99"),
    ] {
        let page = ada.get(&format!("{repeat}?{query}")).await.expect(200).text();
        assert!(page.contains(words) && !page.contains("id=\"preview\""), "{query}");
    }
    let rule = ("rule", "FREQ=WEEKLY;COUNT=12");
    for (day, words) in [("2026-12-24", "no date on 2026-12-24"), ("\0<script>", "Write each date")] {
        let page = ada.submit(&asked, "events/repeat_event", &[("event_id", id), rule, ("except[3]", day)]).await;
        let page = page.expect(422).text();
        assert!(page.contains(words) && page.contains("name=\"except[3]\""), "{page}");
        assert_eq!(page.matches(" checked").count(), 1, "what was ticked still is: {page}");
    }
    // Boxes that are not ticked are not sent, so there are gaps.
    let fields = [("event_id", id), rule, ("except[2]", "2026-12-26"), ("except[3]", "2027-01-02")];
    ada.submit(&repeat, "events/repeat_event", &fields).await.expect(303);
    let dates = ada.rest(&format!("GET {path}/dates")).await.expect(200).json();
    assert_eq!(dates["total"], 10);
    let manage = format!("/organizer/events/{id}");
    let page = ada.get(&manage).await.expect(200).text();
    assert!(
        page.contains("Publish all 10 drafts")
            && page.contains("Left out: Saturday 26 December 2026; Saturday 2 January 2027."),
        "{page}"
    );
    ada.submit(&manage, "events/publish_dates", &[("event_id", id)]).await.expect(303);
    let seen = app.visitor().get(&format!("/events/{id}")).await.expect(200).text();
    assert!(seen.contains("Other dates") && seen.contains("4 more dates"), "{seen}");
    let mine = ada.get("/organizer").await.expect(200).text();
    assert_eq!(mine.matches("class=\"event-line ").count(), 1, "a series is one line");
    assert!(mine.contains("10 dates to come"), "{mine}");
    let refused = ada.submit(&manage, "events/extend_series", &[("event_id", id), ("until", "yesterday")]).await;
    assert!(refused.expect(422).text().contains("Write the last day like 2027-03-31."));
    let following = format!("{manage}/following");
    let version = ("version", "2");
    let fields = [
        ("event_id", id),
        version,
        ("title", "Late jazz"),
        ("location", "Town hall"),
        ("city", "Leipzig"),
        ("capacity", "100"),
        ("description", "Two hours of brass."),
    ];
    ada.submit(&following, "events/edit_following", &fields).await.expect(303);
    let dates = ada.rest(&format!("GET {path}/dates")).await.expect(200).json();
    assert!(dates["items"].as_array().unwrap().iter().all(|date| date["title"] == "Late jazz"));
    let eve = app.with_role("eve", Role::Organizer).await;
    eve.get(&repeat).await.expect(403);
    eve.get(&following).await.expect(403);
}

async fn the_demo_has_a_session_every_thursday(app: &TestApp) {
    for _ in 0..2 {
        server::demo::load(&app.platform).await.unwrap();
        let found = app.visitor().rest("GET /events?q=thursday+session").await.expect(200).json();
        let first =
            found["items"].as_array().unwrap().iter().find(|event| event["title"] == "Thursday session").unwrap();
        let dates = app.visitor().rest(&format!("GET /events/{}/dates", first["id"].as_str().unwrap())).await;
        let dates = dates.expect(200).json();
        assert_eq!(
            days(&dates),
            [
                "2026-11-26",
                "2026-12-03",
                "2026-12-10",
                "2026-12-17",
                "2026-12-31",
                "2027-01-07",
                "2027-01-14",
                "2027-01-21",
                "2027-01-28"
            ],
            "the Thursday of Christmas Eve is left out"
        );
        assert_eq!((&dates["items"][1]["capacity"], &dates["items"][2]["capacity"]), (&json!(112), &json!(60)));
    }
    app.leave_messages_waiting();
}
