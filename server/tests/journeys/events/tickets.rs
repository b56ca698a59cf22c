//! What one can buy for an event, what it costs now, and what is left of it.

use std::time::Duration;

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp, event_path};

journeys![
    ticket_types_are_added_changed_and_taken_away,
    what_cannot_be_a_ticket_is_refused_field_by_field,
    facts_are_looked_at_together_with_those_of_the_event,
    prices_are_in_the_currency_of_the_event,
    the_price_rises_as_time_passes_and_tickets_go,
    what_can_be_had_says_why_the_rest_cannot,
    what_is_sold_stays_sold,
    hidden_tickets_and_counts_are_for_those_who_run_the_event,
    two_editors_do_not_overwrite_each_other,
    an_event_has_at_most_fifty_kinds_of_ticket,
    a_published_event_keeps_something_to_hold,
    an_event_that_is_put_on_again_brings_its_tickets,
];

fn euros(amount: i64) -> Value {
    json!({ "amount": amount, "currency": "EUR" })
}

async fn add(person: &Person, path: &str, body: Value) -> Answer {
    let mut ticket = json!({ "name": "Normal", "price": euros(1500) });
    for (field, value) in body.as_object().unwrap() {
        ticket[field] = value.clone();
    }
    person.rest(&format!("POST {path}/ticket-types")).json(ticket).await
}

async fn ticket(person: &Person, path: &str, body: Value) -> (Value, String) {
    let made = add(person, path, body).await.expect(201).json();
    let own = format!("{path}/ticket-types/{}", made["id"].as_str().unwrap());
    (made, own)
}

async fn ticket_types_are_added_changed_and_taken_away(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let (normal, own) = ticket(&ada, &path, json!({ "name": " Normal ", "quota": 80 })).await;
    assert_eq!((&normal["name"], &normal["price"]), (&json!("Normal"), &euros(1500)));
    assert_eq!((&normal["min_per_order"], &normal["max_per_order"]), (&json!(1), &json!(10)));
    assert_eq!((&normal["sold"], &normal["position"], &normal["version"]), (&json!(0), &json!(0), &json!(1)));
    ticket(&ada, &path, json!({ "name": "Free", "price": euros(0) })).await;
    let (first, _) =
        ticket(&ada, &path, json!({ "name": "First", "position": 0, "sales_end": "2026-12-01T00:00:00Z" })).await;
    let list = ada.rest(&format!("GET {path}/ticket-types")).await.expect(200).json();
    let names: Vec<_> = list["items"].as_array().unwrap().iter().map(|item| item["name"].clone()).collect();
    assert_eq!((names, &list["total"]), (vec![json!("Normal"), json!("First"), json!("Free")], &json!(3)));
    assert_eq!(first["sales_end"], "2026-12-01T00:00:00Z");

    let change = json!({ "price": euros(1800), "quota": null, "max_per_person": 4 });
    let edited = ada.rest(&format!("PATCH {own}")).json(change.clone()).await.expect(200).json();
    assert_eq!((&edited["price"], &edited["quota"], &edited["version"]), (&euros(1800), &json!(null), &json!(2)));
    let same = ada.rest(&format!("PATCH {own}")).json(change).await.expect(200).json();
    assert_eq!(same, edited, "saving what stands there is no change");
    ada.rest(&format!("DELETE {own}")).await.expect(204);
    ada.rest(&format!("DELETE {own}")).await.problem(404, "not_found");
}

async fn what_cannot_be_a_ticket_is_refused_field_by_field(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let before = app.rows().await;
    let early = |over: Value| {
        let mut tier = json!({ "name": "Early", "price": euros(1000), "quantity": 20 });
        for (field, value) in over.as_object().unwrap() {
            tier[field] = value.clone();
        }
        json!([tier])
    };
    for (field, value, named) in [
        ("name", json!(""), "name"),
        ("name", json!("x".repeat(81)), "name"),
        ("description", json!("x".repeat(501)), "description"),
        ("price", json!({ "amount": -1, "currency": "EUR" }), "price"),
        ("price", json!({ "amount": 1_000_000_001, "currency": "EUR" }), "price"),
        ("price", json!({ "amount": 1, "currency": "XYZ" }), "price"),
        ("quota", json!(-1), "quota"),
        ("quota", json!(1_000_001), "quota"),
        ("sales_start", json!("soon"), "sales_start"),
        ("sales_start", json!("2026-12-12T20:00:00Z"), "sales_start"),
        ("sales_end", json!("2026-12-12T20:00:01Z"), "sales_end"),
        ("min_per_order", json!(0), "min_per_order"),
        ("min_per_order", json!(11), "min_per_order"),
        ("max_per_order", json!(101), "max_per_order"),
        ("max_per_person", json!(0), "max_per_person"),
        ("position", json!(-1), "position"),
        ("members_only", json!(true), "members_only"),
        ("section_id", json!("front"), "section_id"),
        ("tiers", early(json!({ "quantity": 0 })), "tiers[0].quantity"),
        ("tiers", early(json!({ "quantity": null })), "tiers[0].until"),
        ("tiers", early(json!({ "until": "soon" })), "tiers[0].until"),
        ("tiers", early(json!({ "price": { "amount": 1, "currency": "USD" } })), "tiers[0].price"),
        ("tiers", early(json!({ "name": "x".repeat(61) })), "tiers[0].name"),
        ("tiers", json!(vec![early(json!({}))[0].clone(); 11]), "tiers"),
    ] {
        let refused = add(&ada, &path, json!({ field: value })).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), [named], "{field} = {value}");
    }
    let nothing = ada.rest(&format!("POST {path}/ticket-types")).json(json!({})).await;
    assert_eq!(nothing.wrong_fields(), ["name", "price"]);
    assert!(app.rows().await == before, "nothing was changed");
}

async fn facts_are_looked_at_together_with_those_of_the_event(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let sales = json!({ "sales_start": "2026-12-01T00:00:00Z", "sales_end": "2026-12-12T20:00:00Z" });
    let (_, own) = ticket(&ada, &path, sales).await;
    for (change, field) in [
        (json!({ "sales_end": "2026-12-01T00:00:00Z" }), "sales_start"),
        (json!({ "sales_end": null, "sales_start": "2026-12-12T20:00:00Z" }), "sales_start"),
        (json!({ "max_per_order": 4, "min_per_order": 5 }), "min_per_order"),
        (json!({ "max_per_person": 4, "min_per_order": 5 }), "max_per_person"),
    ] {
        let refused = ada.rest(&format!("PATCH {own}")).json(change).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), [field]);
    }
}

async fn prices_are_in_the_currency_of_the_event(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({ "currency": "JPY" })).await);
    let refused = add(&ada, &path, json!({})).await;
    refused.problem(422, "invalid_input");
    assert_eq!(refused.json()["detail"], "Prices of this event are in JPY.");
    let (made, _) = ticket(&ada, &path, json!({ "price": { "amount": 1500, "currency": "jpy" } })).await;
    assert_eq!(made["price"], json!({ "amount": 1500, "currency": "JPY" }));
    ada.rest(&format!("PATCH {path}")).json(json!({ "currency": "EUR" })).await.expect(200);
    let list = app.visitor().rest(&format!("GET {path}/ticket-types")).await;
    list.problem(404, "not_found");
    let list = ada.rest(&format!("GET {path}/ticket-types")).await.expect(200).json();
    assert_eq!(list["items"][0]["price"], euros(1500), "a draft takes its tickets along");
}

async fn the_price_rises_as_time_passes_and_tickets_go(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Concert", json!({})).await);
    let tiers = json!([
        { "name": "First ten", "price": euros(800), "quantity": 10 },
        { "name": "Early bird", "price": euros(1000), "until": "2026-11-21T18:10:00Z" },
    ]);
    ticket(&ada, &path, json!({ "tiers": tiers })).await;
    let price = async || {
        let list = app.visitor().rest(&format!("GET {path}/ticket-types")).await.expect(200).json();
        let left = app.visitor().rest(&format!("GET {path}/availability")).await.expect(200).json();
        assert_eq!(left["ticket_types"][0]["price"], list["items"][0]["price_now"]);
        let now = &list["items"][0];
        (now["price_now"]["amount"].as_i64().unwrap(), now["tier_now"].clone())
    };
    assert_eq!(price().await, (800, json!("First ten")));
    app.database.execute("update ticket_type set sold = 7, held = 3").await;
    assert_eq!(price().await, (1000, json!("Early bird")));
    app.turn_clock(Duration::from_secs(600));
    assert_eq!(price().await, (1500, json!(null)));
}

async fn what_can_be_had_says_why_the_rest_cannot(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let club = app.approved_club(&ada, "Brass", "open").await;
    let member = app.member(&ada, &club, "grace").await;
    let event = ada.draft("Concert", json!({ "club_id": club, "capacity": 20 })).await;
    let path = event_path(&event);
    for body in [
        json!({ "name": "Normal", "quota": 15 }),
        json!({ "name": "Endless" }),
        json!({ "name": "Later", "sales_start": "2026-12-01T00:00:00Z" }),
        json!({ "name": "Gone", "sales_end": "2026-11-21T18:00:00Z" }),
        json!({ "name": "Members", "members_only": true }),
        json!({ "name": "None", "quota": 0 }),
    ] {
        ticket(&ada, &path, body).await;
    }
    let seen = async |person: &crate::support::Caller| {
        let left = person.rest(&format!("GET {path}/availability")).await.expect(200).json();
        let types = left["ticket_types"].as_array().unwrap().clone();
        let each = types.iter().map(|one| (one["remaining"].clone(), one["reason"].clone()));
        assert!(types.iter().all(|one| one["on_sale"] == one["reason"].is_null()), "{left}");
        (left["remaining"].clone(), left["reason"].clone(), each.collect::<Vec<_>>())
    };
    assert_eq!(seen(&ada).await.1, "not_published");
    ada.rest(&format!("POST {path}/publish")).await.expect(200);
    let (remaining, reason, each) = seen(&app.visitor()).await;
    assert_eq!((remaining, reason), (json!(20), json!(null)));
    let why =
        [json!(null), json!(null), json!("not_yet"), json!("sales_ended"), json!("members_only"), json!("sold_out")];
    assert_eq!(each.iter().map(|(_, why)| why.clone()).collect::<Vec<_>>(), why);
    assert_eq!(each.iter().map(|(left, _)| left.as_i64().unwrap()).collect::<Vec<_>>(), [15, 20, 20, 20, 20, 0]);
    assert_eq!(seen(&member).await.2[4].1, json!(null));
    app.database.execute("update ticket_type set sold = 12, held = 2 where name = 'Normal'").await;
    let (remaining, _, each) = seen(&app.visitor()).await;
    assert_eq!((remaining, &each[0].0, &each[1].0), (json!(6), &json!(1), &json!(6)));
    app.database.execute("update ticket_type set sold = 6 where name = 'Endless'").await;
    let (remaining, reason, each) = seen(&app.visitor()).await;
    assert_eq!((remaining, reason, &each[1].1), (json!(0), json!("sold_out"), &json!("sold_out")));
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "Rain." })).await.expect(200);
    assert_eq!(seen(&app.visitor()).await.1, "event_cancelled");
}

async fn what_is_sold_stays_sold(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let (_, own) = ticket(&ada, &path, json!({ "quota": 50 })).await;
    app.database.execute("update ticket_type set sold = 8, held = 2").await;
    let edit = format!("PATCH {own}");
    let refused = ada.rest(&edit).json(json!({ "quota": 9 })).await;
    refused.problem(409, "quota_below_sold");
    ada.rest(&edit).json(json!({ "quota": 10 })).await.expect(200);
    ada.rest(&edit).json(json!({ "quota": null })).await.expect(200);
    ada.rest(&format!("DELETE {own}")).await.problem(409, "ticket_type_sold");
    ada.rest(&format!("PATCH {path}")).json(json!({ "capacity": 9 })).await.problem(409, "quota_below_sold");
    ada.rest(&format!("PATCH {path}")).json(json!({ "capacity": 10 })).await.expect(200);
    ada.rest(&format!("DELETE {path}")).await.problem(409, "event_has_sales");
    app.database.execute("update ticket_type set sold = 0, held = 0").await;
    ada.rest(&format!("DELETE {path}")).await.expect(204);
}

async fn hidden_tickets_and_counts_are_for_those_who_run_the_event(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Concert", json!({})).await);
    ticket(&ada, &path, json!({})).await;
    ticket(&ada, &path, json!({ "name": "Friends", "hidden": true })).await;
    for (caller, count) in [(&app.visitor(), 1), (&*ada, 2)] {
        let list = caller.rest(&format!("GET {path}/ticket-types")).await.expect(200).json();
        let left = caller.rest(&format!("GET {path}/availability")).await.expect(200).json();
        assert_eq!(
            (list["items"].as_array().unwrap().len(), left["ticket_types"].as_array().unwrap().len()),
            (count, count)
        );
        assert_eq!(list["items"][0]["sold"].is_null(), count == 1);
    }
}

async fn two_editors_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let (_, own) = ticket(&ada, &path, json!({})).await;
    let at_once = (0..10).map(|number| {
        let body = json!({ "name": format!("Name {number}"), "version": 1 });
        let (ada, edit) = (&ada, format!("PATCH {own}"));
        async move { ada.rest(&edit).json(body).await }
    });
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        refused.problem(409, "edited_meanwhile");
    }
}

async fn an_event_has_at_most_fifty_kinds_of_ticket(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let answers = futures::future::join_all((0..53).map(|_| add(&ada, &path, json!({})))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 50);
    for refused in answers.iter().filter(|answer| answer.status != 201) {
        refused.problem(409, "too_many_ticket_types");
    }
}

async fn a_published_event_keeps_something_to_hold(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.draft("Concert", json!({ "capacity": null })).await;
    let path = event_path(&event);
    let (_, own) = ticket(&ada, &path, json!({})).await;
    ada.rest(&format!("POST {path}/publish")).await.expect(200);
    let refused = ada.rest(&format!("DELETE {own}")).await;
    refused.problem(409, "not_ready");
    assert_eq!(refused.wrong_fields(), ["capacity"]);
    ticket(&ada, &path, json!({ "name": "Another" })).await;
    ada.rest(&format!("DELETE {own}")).await.expect(204);
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "Rain." })).await.expect(200);
    add(&ada, &path, json!({})).await.problem(409, "event_cancelled");
    let history = domain::journal::history_of(&app.platform, event["id"].as_str().unwrap().parse().unwrap());
    let told: Vec<&str> = history.await.unwrap().iter().map(|entry| entry.message.name()).collect();
    assert_eq!(
        told,
        [
            "event_created",
            "ticket_type_created",
            "event_published",
            "ticket_type_created",
            "ticket_type_deleted",
            "event_cancelled"
        ]
    );
}

async fn an_event_that_is_put_on_again_brings_its_tickets(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let tiers = json!([{ "name": "Early", "price": euros(1000), "until": "2026-12-02T00:00:00Z" }]);
    let body = json!({ "quota": 5, "sales_start": "2026-12-01T00:00:00Z", "tiers": tiers });
    ticket(&ada, &path, body).await;
    app.database.execute("update ticket_type set sold = 3").await;
    let later = json!({ "starts_at": "2026-12-19T18:00:00Z" });
    let copy = ada.rest(&format!("POST {path}/clone")).json(later).await.expect(201).json();
    let list = ada.rest(&format!("GET {}/ticket-types", event_path(&copy))).await.expect(200).json();
    let one = &list["items"][0];
    assert_eq!((&list["total"], &one["sold"], &one["quota"]), (&json!(1), &json!(0), &json!(5)));
    assert_eq!(one["sales_start"], "2026-12-08T00:00:00Z");
    assert_eq!(one["tiers"][0]["until"], "2026-12-09T00:00:00Z");
}
