//! What a code takes off, asked by whoever has one or guesses.

use std::time::Duration;

use domain::accounts::Role;
use serde_json::{Value, json};

use super::{add_ticket, check, euros, made};
use crate::support::{TestApp, event_path};

journeys![
    a_code_lowers_the_tickets_it_is_for,
    an_amount_never_makes_a_ticket_cost_less_than_nothing,
    a_code_that_does_not_hold_says_why,
    money_of_another_currency_is_worth_nothing,
    hidden_tickets_stay_hidden_from_those_who_have_a_code,
    codes_of_other_events_are_no_codes,
    whoever_guesses_codes_is_slowed_down_and_not_told_a_hit,
    what_cannot_be_a_code_is_refused_and_not_counted,
];

/// Name, price, what is taken off and what is left, in cents.
fn lowered(answer: &Value) -> Vec<(String, i64, i64, i64)> {
    let cents = |ticket: &Value, field: &str| ticket[field]["amount"].as_i64().unwrap();
    let all = answer["ticket_types"].as_array().unwrap().iter();
    all.map(|ticket| {
        let name = ticket["name"].as_str().unwrap().to_owned();
        (name, cents(ticket, "price"), cents(ticket, "discount"), cents(ticket, "price_with_code"))
    })
    .collect()
}

async fn a_code_lowers_the_tickets_it_is_for(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.published("Concert", json!({})).await;
    let path = event_path(&event);
    let normal = add_ticket(&ada, &path, "Normal", 1_050).await;
    add_ticket(&ada, &path, "Pupils", 700).await;
    made(&ada, json!({ "event_id": event["id"], "code": "ALL", "percent_off": 15 })).await;
    let only = json!([normal["id"]]);
    made(&ada, json!({ "event_id": event["id"], "code": "SOME", "ticket_type_ids": only, "min_tickets": 3 })).await;
    let before = app.rows().await;
    let all = check(&app.visitor(), &path, " all ").await.expect(200).json();
    assert_eq!((&all["code"], &all["percent_off"], &all["min_tickets"]), (&json!("ALL"), &json!(15), &json!(1)));
    assert_eq!(lowered(&all), [("Normal".into(), 1_050, 158, 892), ("Pupils".into(), 700, 105, 595)]);
    let some = check(&app.visitor(), &path, "some").await.expect(200).json();
    assert_eq!(lowered(&some), [("Normal".into(), 1_050, 210, 840), ("Pupils".into(), 700, 0, 700)]);
    assert_eq!(some["min_tickets"], 3);
    assert!(app.rows().await == before, "to ask is no use");
}

async fn an_amount_never_makes_a_ticket_cost_less_than_nothing(app: &TestApp) {
    let root = app.admin("root").await;
    let path = event_path(&root.published("Concert", json!({})).await);
    add_ticket(&root, &path, "Normal", 1_500).await;
    add_ticket(&root, &path, "Pupils", 300).await;
    add_ticket(&root, &path, "Free", 0).await;
    made(&root, json!({ "percent_off": null, "amount_off": euros(500) })).await;
    let answer = check(&app.visitor(), &path, "SPRING").await.expect(200).json();
    assert_eq!(answer["amount_off"], euros(500));
    let expected = [("Normal".into(), 1_500, 500, 1_000), ("Pupils".into(), 300, 300, 0), ("Free".into(), 0, 0, 0)];
    assert_eq!(lowered(&answer), expected);
}

async fn a_code_that_does_not_hold_says_why(app: &TestApp) {
    let root = app.admin("root").await;
    let path = event_path(&root.published("Concert", json!({})).await);
    for (code, over, refusal) in [
        ("PAUSED", json!({ "paused": true }), "code_paused"),
        ("LATER", json!({ "starts_at": "2026-11-22T00:00:00Z" }), "code_not_begun"),
        ("OVER", json!({ "ends_at": "2026-11-21T18:00:00Z" }), "code_ended"),
        ("NOTHING", json!({}), "code_other_tickets"),
    ] {
        let mut over: Value = over;
        over["code"] = json!(code);
        made(&root, over).await;
        let refused = check(&app.visitor(), &path, code).await;
        refused.problem(422, refusal);
        assert_eq!(refused.wrong_fields(), ["code"]);
    }
    let unknown = check(&app.visitor(), &path, "WINTER").await;
    unknown.problem(404, "code_unknown");
    assert_eq!(unknown.wrong_fields(), ["code"]);
}

async fn money_of_another_currency_is_worth_nothing(app: &TestApp) {
    let root = app.admin("root").await;
    let path = event_path(&root.published("Concert", json!({})).await);
    add_ticket(&root, &path, "Normal", 1_500).await;
    let dollars = json!({ "amount": 500, "currency": "USD" });
    made(&root, json!({ "percent_off": null, "amount_off": dollars })).await;
    let problem = check(&app.visitor(), &path, "spring").await.problem(422, "code_other_currency");
    let said = problem["detail"].as_str().unwrap();
    assert!(said.contains("USD") && said.contains("EUR"), "{said}");
}

async fn hidden_tickets_stay_hidden_from_those_who_have_a_code(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.published("Concert", json!({})).await;
    let path = event_path(&event);
    add_ticket(&ada, &path, "Normal", 1_500).await;
    let crew = add_ticket(&ada, &path, "Crew", 100).await;
    let own = format!("{path}/ticket-types/{}", crew["id"].as_str().unwrap());
    ada.rest(&format!("PATCH {own}")).json(json!({ "hidden": true })).await.expect(200);
    made(&ada, json!({ "event_id": event["id"] })).await;
    made(&ada, json!({ "event_id": event["id"], "code": "CREW", "ticket_type_ids": [crew["id"]] })).await;
    let seen = check(&app.visitor(), &path, "spring").await.expect(200).json();
    assert_eq!(lowered(&seen), [("Normal".into(), 1_500, 300, 1_200)]);
    check(&app.visitor(), &path, "crew").await.problem(422, "code_other_tickets");
    assert_eq!(lowered(&check(&ada, &path, "spring").await.expect(200).json()).len(), 2);
}

async fn codes_of_other_events_are_no_codes(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (one, other) = (ada.published("One", json!({})).await, ada.published("Other", json!({})).await);
    add_ticket(&ada, &event_path(&other), "Normal", 1_500).await;
    made(&ada, json!({ "event_id": one["id"] })).await;
    check(&app.visitor(), &event_path(&other), "spring").await.problem(404, "code_unknown");
}

async fn whoever_guesses_codes_is_slowed_down_and_not_told_a_hit(app: &TestApp) {
    let root = app.admin("root").await;
    let (one, other) = (root.published("One", json!({})).await, root.published("Other", json!({})).await);
    let (one, other) = (event_path(&one), event_path(&other));
    add_ticket(&root, &one, "Normal", 1_500).await;
    made(&root, json!({})).await;
    let (guesser, friend) = (app.visitor().at("203.0.113.9"), app.visitor().at("198.51.100.7"));
    for number in 0..30 {
        let event = if number % 2 == 0 { &one } else { &other };
        check(&guesser, event, &format!("GUESS-{number}")).await.problem(404, "code_unknown");
        check(&friend, &one, "spring").await.expect(200);
    }
    for code in ["GUESS-30", "SPRING"] {
        let slowed = check(&guesser, &one, code).await;
        slowed.problem(429, "too_many_attempts");
        assert_eq!(slowed.header("retry-after"), Some("900"));
    }
    let page = guesser.get(&format!("{one}?code=spring")).await.expect(200).text();
    assert!(page.contains("too many attempts") && !page.contains("12.00"), "{page}");
    app.turn_clock(Duration::from_secs(900));
    check(&guesser, &one, "SPRING").await.expect(200);
}

async fn what_cannot_be_a_code_is_refused_and_not_counted(app: &TestApp) {
    let root = app.admin("root").await;
    let path = event_path(&root.published("Concert", json!({})).await);
    add_ticket(&root, &path, "Normal", 1_500).await;
    made(&root, json!({})).await;
    let long = "x".repeat(100_000);
    for _ in 0..7 {
        for code in ["", "  ", "AB", "A\u{0}B", "' or 1=1", "🎭🎭🎭", long.as_str()] {
            let refused = check(&app.visitor(), &path, code).await;
            refused.problem(422, "invalid_input");
            assert_eq!(refused.wrong_fields(), ["code"]);
        }
    }
    check(&app.visitor(), &path, "SPRING").await.expect(200);
}
