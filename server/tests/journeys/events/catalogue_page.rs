//! The page of what is on: prices in its address, and what it says to what cannot be looked for.

use domain::accounts::Role;
use serde_json::json;

use crate::support::{TestApp, event_path};

journeys![
    a_wrong_search_keeps_the_page_and_what_was_typed,
    a_wrong_address_says_so_and_leads_back_to_everything,
    prices_are_asked_for_as_people_type_them,
    a_price_is_one_in_a_currency,
];

const EVERYTHING: &str = "href=\"/events\">Show everything";

async fn a_wrong_search_keeps_the_page_and_what_was_typed(app: &TestApp) {
    for (query, field, typed, words) in [
        ("q=%F0%9F%8E%BA", "find-q", "🎺", "Use letters or digits to search."),
        ("q=%3F%3F%3F&view=month", "find-q", "???", "Use letters or digits to search."),
        ("from=2026-12-02&to=2026-12-01", "find-to", "2026-12-01", "This lies before the beginning."),
        ("max_price=cheap", "find-max", "cheap", "Enter an amount like 12.50."),
        ("min_price=1.234&view=month", "find-min", "1.234", "Enter an amount like 12.50."),
        ("min_price=99999999999", "find-min", "99999999999", "Enter an amount like 12.50."),
        ("min_price=20&max_price=10", "find-max", "10", "This is less than the lowest price."),
    ] {
        let page = app.browser().get(&format!("/events?{query}")).await.expect(422).text();
        let input = page.split("<input").find(|input| input.contains(&format!("id=\"{field}\""))).unwrap();
        assert!(input.contains(&format!("value=\"{typed}\"")), "{query}: {input}");
        assert!(input.contains("aria-invalid=\"true\"") && input.contains(words), "{query}: {input}");
        assert!(page.contains(EVERYTHING) && page.contains("<h1>What is on<"), "{query}: {page}");
        assert!(!page.contains("error-page"), "{query}: {page}");
    }
}

async fn a_wrong_address_says_so_and_leads_back_to_everything(app: &TestApp) {
    for (query, status, words) in [
        ("sort=foo", 422, "an order that there is not"),
        ("cursor=old", 422, "a page of a list that is gone"),
        ("status=draft", 422, "a kind of events that there is not"),
        ("view=month&month=2027-13", 422, "a month that there is not"),
        ("category=odd", 404, "a category or a club that there is not"),
        ("view=month&club=1", 404, "a category or a club that there is not"),
    ] {
        let page = app.browser().get(&format!("/events?{query}&q=jazz")).await.expect(status).text();
        assert!(page.contains(words) && page.contains(EVERYTHING), "{query}: {page}");
        assert!(page.contains("id=\"find-q\"") && page.contains("value=\"jazz\""), "{query}: {page}");
        // What was wrong is not asked for again by the next search.
        let form = page.split_once("role=\"search\" aria-label=\"Events\"").unwrap().1.split_once("</form>").unwrap().0;
        assert!(
            ["foo", "old", "draft", "2027-13", "odd"].iter().all(|wrong| !form.contains(&format!("\"{wrong}\""))),
            "{query}: {form}"
        );
    }
    app.browser().get("/events?mine=true").await.expect(302);
}

async fn prices_are_asked_for_as_people_type_them(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    for (title, price) in [("Low brass", 500), ("High brass", 2_050)] {
        let path = event_path(&ada.published(title, json!({})).await);
        let ticket = json!({ "name": "Regular", "price": { "amount": price, "currency": "EUR" } });
        ada.rest(&format!("POST {path}/ticket-types")).json(ticket).await.expect(201);
    }
    for view in ["", "&view=list", "&view=month&month=2026-12"] {
        for (query, low, high) in [
            ("min_price=20.50", false, true),
            ("max_price=20,49", true, false),
            ("min_price=5&max_price=20.5&currency=EUR", true, true),
            ("min_price=&max_price=&currency=USD", true, true),
            ("min_price=1&currency=USD", false, false),
        ] {
            let page = app.browser().get(&format!("/events?{query}{view}")).await.expect(200).text();
            let found = (page.contains("Low brass"), page.contains("High brass"));
            assert_eq!(found, (low, high), "{query}{view}");
        }
    }
    let page = app.browser().get("/events?min_price=5&max_price=20.5&q=brass").await.expect(200).text();
    // Each is taken back by itself, and calendars count in cents.
    assert!(page.contains("href=\"/events?q=brass&amp;max_price=20.5&amp;currency=EUR\""), "{page}");
    assert!(page.contains("From €5.00") && page.contains("Up to €20.50"), "{page}");
    let feed = "/api/v1/events.ics?q=brass&amp;min_price=500&amp;max_price=2050&amp;currency=EUR";
    assert_eq!(page.matches(feed).count(), 2, "{page}");
}

async fn a_price_is_one_in_a_currency(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Yen brass", json!({ "currency": "JPY" })).await);
    let ticket = json!({ "name": "Regular", "price": { "amount": 900, "currency": "JPY" } });
    ada.rest(&format!("POST {path}/ticket-types")).json(ticket).await.expect(201);
    let browser = app.signed_in_browser("ada").await;
    let found =
        async |query: &str| browser.get(&format!("/events?{query}")).await.expect(200).text().contains("Yen brass");
    assert!(!found("max_price=900").await && found("max_price=900&currency=JPY").await);
    ada.rest("PUT /users/me/preferences").json(json!({ "currency": "JPY" })).await.expect(200);
    assert!(found("max_price=900").await, "what one thinks of prices in is meant");
    assert!(!found("max_price=899").await);
    let page = browser.get("/events?max_price=8.5").await.expect(422).text();
    assert!(page.contains("Enter an amount like 1250."), "{page}");
}
