//! Finding events.

use domain::accounts::Role;
use domain::events::{rebuild_listings, refresh_availability};
use domain::ids::EventId;
use serde_json::{Value, json};

use crate::support::{Caller, Person, TestApp, event_path};

journeys![
    events_are_found_by_their_words_and_by_what_they_are,
    a_found_event_says_what_it_costs_and_whether_there_are_places,
    counts_say_what_another_choice_would_find,
    a_club_that_is_renamed_is_found_by_its_new_name,
    long_lists_come_in_pages_without_gaps_or_repeats,
    every_server_over_one_database_sees_what_is_new,
    days_are_meant_where_one_is,
    what_sells_out_is_not_available_any_more,
    an_install_from_before_the_catalogue_lists_its_events,
];

async fn found(caller: &Caller, query: &str) -> Vec<String> {
    let list = caller.rest(&format!("GET /events?{query}")).await.expect(200).json();
    let items = list["items"].as_array().unwrap();
    assert_eq!(list["total"], items.len(), "{query}");
    items.iter().map(|event| event["title"].as_str().unwrap().to_owned()).collect()
}

async fn organizer(app: &TestApp) -> Person {
    app.with_role("ada", Role::Organizer).await
}

async fn events_are_found_by_their_words_and_by_what_they_are(app: &TestApp) {
    let (ada, admin) = (organizer(app).await, app.admin("root").await);
    let music = admin.rest("POST /categories").json(json!({ "name": "Music" })).await.expect(201).json();
    let music = music["id"].as_str().unwrap();
    let online = json!({ "online_url": "https://meet.example.org", "city": null, "starts_at": "2026-12-01T18:00:00Z" });
    ada.published("Night of jazz", json!({ "category_id": music })).await;
    app.turn_clock(std::time::Duration::from_secs(1));
    ada.published("Café talk", online).await;
    ada.draft("Secret jazz", json!({})).await;
    let visitor = app.visitor();
    for (query, expected) in [
        ("", vec!["Café talk", "Night of jazz"]),
        ("q=JAZZ", vec!["Night of jazz"]),
        ("q=jaz", vec!["Night of jazz"]),
        ("q=nihgt", vec!["Night of jazz"]),
        ("q=cafe", vec!["Café talk"]),
        ("q=caf%C3%A9%20night", vec![]),
        ("q=music", vec!["Night of jazz"]),
        (&format!("category={music}"), vec!["Night of jazz"]),
        ("city=LEIPZIG", vec!["Night of jazz"]),
        ("city=Halle", vec![]),
        ("online=true", vec!["Café talk"]),
        ("online=false", vec!["Night of jazz"]),
        ("from=2026-12-02", vec!["Café talk", "Night of jazz"]),
        ("from=2026-12-13", vec![]),
        ("to=2026-12-01", vec!["Café talk"]),
        ("to=2026-12-01T17:00:00Z", vec![]),
        ("free=true", vec!["Café talk", "Night of jazz"]),
        ("sort=newest", vec!["Café talk", "Night of jazz"]),
        ("sort=price&q=&city=&status=", vec!["Café talk", "Night of jazz"]),
        ("status=cancelled", vec![]),
        ("status=past", vec![]),
    ] {
        assert_eq!(found(&visitor, query).await, expected, "{query}");
    }
}

async fn a_found_event_says_what_it_costs_and_whether_there_are_places(app: &TestApp) {
    let ada = organizer(app).await;
    let event = ada.published("Gala", json!({})).await;
    let first = async || app.visitor().rest("GET /events").await.expect(200).json()["items"][0].clone();
    let free = first().await;
    assert_eq!((&free["free"], &free["available"]), (&json!(true), &json!(true)));
    for (name, amount) in [("Normal", 2_000), ("Reduced", 1_200)] {
        let ticket = json!({ "name": name, "price": { "amount": amount, "currency": "EUR" }, "quota": 10 });
        ada.rest(&format!("POST {}/ticket-types", event_path(&event))).json(ticket).await.expect(201);
    }
    let dear = first().await;
    assert_eq!(dear["price"]["lowest"], json!({ "amount": 1_200, "currency": "EUR" }));
    assert_eq!(dear["price"]["highest"], json!({ "amount": 2_000, "currency": "EUR" }));
    assert_eq!((&dear["free"], &dear["id"], &dear["city"]), (&json!(false), &event["id"], &json!("Leipzig")));
    let visitor = app.visitor();
    assert_eq!(found(&visitor, "min_price=2000").await, ["Gala"]);
    assert_eq!(found(&visitor, "max_price=1199").await, Vec::<String>::new());
    assert_eq!(found(&visitor, "max_price=1200&currency=USD").await, Vec::<String>::new());
    assert_eq!(found(&visitor, "available=true").await, ["Gala"]);
}

async fn counts_say_what_another_choice_would_find(app: &TestApp) {
    let ada = organizer(app).await;
    ada.published("One", json!({ "starts_at": "2026-11-21T20:00:00Z", "ends_at": "2026-11-21T21:00:00Z" })).await;
    ada.published("Two", json!({ "city": "Halle" })).await;
    let visitor = app.visitor();
    let page = visitor.rest("GET /events?facets=true&city=halle").await.expect(200).json();
    assert_eq!(page["total"], 1);
    let facets = &page["facets"];
    assert_eq!(facets["cities"], json!([{ "city": "Halle", "events": 1 }, { "city": "Leipzig", "events": 1 }]));
    assert_eq!((&facets["online"], &facets["in_person"], &facets["free"]), (&json!(0), &json!(1), &json!(1)));
    let when = |facets: &Value| -> Vec<(String, i64)> {
        let days = facets["when"].as_array().unwrap().iter();
        days.map(|days| (days["name"].as_str().unwrap().into(), days["events"].as_i64().unwrap())).collect()
    };
    let named = |counts: [i64; 4]| -> Vec<(String, i64)> {
        ["today", "weekend", "week", "month"].map(str::to_owned).into_iter().zip(counts).collect()
    };
    assert_eq!(when(facets), named([0, 0, 0, 0]));
    let all = visitor.rest("GET /events?facets=true").await.expect(200).json();
    assert_eq!(when(&all["facets"]), named([1, 1, 1, 1]));
    assert_eq!(visitor.rest("GET /events").await.json()["facets"], json!(null));
}

async fn a_club_that_is_renamed_is_found_by_its_new_name(app: &TestApp) {
    let ada = organizer(app).await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    ada.published("Evening", json!({ "club_id": club })).await;
    assert_eq!(found(&app.visitor(), "q=chess").await, ["Evening"]);
    assert_eq!(found(&app.visitor(), &format!("club={club}")).await, ["Evening"]);
    ada.rest(&format!("PATCH /clubs/{club}")).json(json!({ "name": "Orchestra" })).await.expect(200);
    app.handle_messages().await;
    assert_eq!(found(&app.visitor(), "q=chess").await, Vec::<String>::new());
    assert_eq!(found(&app.visitor(), "q=orchestra").await, ["Evening"]);
    app.turn_clock(std::time::Duration::from_secs(40 * 86_400));
    assert_eq!(found(&app.visitor(), "status=past&q=orchestra").await, ["Evening"]);
    app.sign_in("ada").await.rest(&format!("DELETE /clubs/{club}")).await.expect(204);
    app.handle_messages().await;
    assert_eq!(found(&app.visitor(), "status=past&q=orchestra").await, Vec::<String>::new());
}

async fn long_lists_come_in_pages_without_gaps_or_repeats(app: &TestApp) {
    let ada = organizer(app).await;
    for number in 0..8 {
        ada.published(&format!("Evening {number}"), json!({})).await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    for expected in [3, 3, 2] {
        let page = app.visitor().rest(&format!("GET /events?limit=3&cursor={cursor}")).await.expect(200).json();
        let items = page["items"].as_array().unwrap();
        assert_eq!((items.len(), &page["total"]), (expected, &json!(8)));
        seen.extend(items.iter().map(|event| event["title"].as_str().unwrap().to_owned()));
        cursor = page["next_cursor"].as_str().unwrap_or_default().to_owned();
    }
    assert!(cursor.is_empty(), "the last page names no next one");
    assert_eq!(seen, (0..8).map(|number| format!("Evening {number}")).collect::<Vec<_>>());
    let by_price = app.visitor().rest("GET /events?limit=3&sort=price").await.expect(200).json();
    let of_another = format!("GET /events?cursor={}", by_price["next_cursor"].as_str().unwrap());
    assert_eq!(app.visitor().rest(&of_another).await.wrong_fields(), ["cursor"]);
}

async fn every_server_over_one_database_sees_what_is_new(app: &TestApp) {
    let ada = organizer(app).await;
    let other = app.other_server().await;
    for number in 0..5 {
        ada.published(&format!("Evening {number}"), json!({})).await;
        for server in [&app.visitor(), &other.visitor()] {
            assert_eq!(found(server, "").await.len(), number + 1);
        }
    }
}

async fn days_are_meant_where_one_is(app: &TestApp) {
    let ada = organizer(app).await;
    // In Auckland that is the 13th already.
    ada.published("Late", json!({})).await;
    let asked = async |caller: &Caller, zone: &str| found(caller, &format!("from=2026-12-13{zone}")).await.len();
    assert_eq!(asked(&app.visitor(), "").await, 0);
    assert_eq!(asked(&app.visitor(), "&time_zone=Pacific/Auckland").await, 1);
    let moved = json!({ "time_zone": "Pacific/Auckland" });
    ada.rest("PUT /users/me/preferences").json(moved).await.expect(200);
    assert_eq!(asked(&ada, "").await, 1);
    assert_eq!(asked(&ada, "&time_zone=UTC").await, 0);
}

async fn what_sells_out_is_not_available_any_more(app: &TestApp) {
    let ada = organizer(app).await;
    let event = ada.published("Gala", json!({})).await;
    for (name, amount) in [("Normal", 2_000), ("Reduced", 1_200)] {
        let ticket = json!({ "name": name, "price": { "amount": amount, "currency": "EUR" }, "quota": 10 });
        ada.rest(&format!("POST {}/ticket-types", event_path(&event))).json(ticket).await.expect(201);
    }
    let id: EventId = event["id"].as_str().unwrap().parse().unwrap();
    let sell = async |sold| {
        app.database.execute(sold).await;
        let refreshed = app.platform.change(id, |tx, id| Box::pin(refresh_availability(tx, *id))).await;
        refreshed.unwrap();
    };
    sell("update ticket_type set sold = 9").await;
    assert_eq!(found(&app.visitor(), "available=true&max_price=1200").await, ["Gala"]);
    let before = app.rows().await;
    sell("update ticket_type set sold = 9").await;
    assert!(app.rows().await == before, "nothing is written where nothing changes");
    sell("update ticket_type set held = 1 where name = 'Reduced'").await;
    assert_eq!(found(&app.visitor(), "available=true&max_price=1200").await, Vec::<String>::new());
    assert_eq!(found(&app.visitor(), "available=true&min_price=2000").await, ["Gala"]);
    sell("update ticket_type set sold = 10 where name = 'Normal'").await;
    assert_eq!(found(&app.visitor(), "available=true").await, Vec::<String>::new());
    assert_eq!(found(&app.visitor(), "available=false").await, ["Gala"]);
    sell("update ticket_type set held = 0 where name = 'Reduced'").await;
    assert_eq!(found(&app.visitor(), "available=true").await, ["Gala"]);
}

async fn an_install_from_before_the_catalogue_lists_its_events(app: &TestApp) {
    let ada = organizer(app).await;
    ada.published("Gala", json!({})).await;
    ada.draft("Draft", json!({})).await;
    for behind in ["delete from event_listing", "update event_listing set layout = 0"] {
        app.database.execute(behind).await;
        assert_eq!(rebuild_listings(&app.platform).await.unwrap(), 1, "{behind}");
        assert_eq!(found(&app.other_server().await.visitor(), "q=gala").await, ["Gala"]);
    }
    assert_eq!(rebuild_listings(&app.platform).await.unwrap(), 0);
}
