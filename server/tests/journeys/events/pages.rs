//! The pages of events as a browser and a search engine are given them.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{Answer, Caller, TestApp, event_path};

journeys![
    a_page_of_an_event_tells_search_engines_what_it_tells_everybody,
    search_engines_are_told_where_it_is_and_what_it_costs,
    a_page_without_a_picture_asks_for_a_small_preview,
    what_is_called_off_offers_nothing_any_more,
    where_it_is_online_is_never_on_its_page,
    what_is_not_for_everybody_is_not_told_to_search_engines,
    a_script_in_the_words_of_an_event_stays_words,
    nonsense_in_the_address_of_the_list_is_answered_in_words,
    pages_of_organizers_answer_everybody_with_the_right_status,
];

const FACTS: &str = "<script type=\"application/ld+json\">";

/// What the page tells search engines, where it tells anything.
fn facts(page: &Answer) -> Option<Value> {
    let text = page.text();
    let (_, rest) = text.split_once(FACTS)?;
    let (facts, _) = rest.split_once("</script>").unwrap();
    Some(serde_json::from_str(facts).unwrap_or_else(|error| panic!("{error}: {facts}")))
}

async fn a_page_of_an_event_tells_search_engines_what_it_tells_everybody(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Night of jazz", json!({})).await);
    let page = app.browser().get(&path).await.expect(200);
    let facts = facts(&page).unwrap();
    let address = facts["url"].as_str().unwrap();
    assert!(address.starts_with("http") && address.ends_with(&path), "{address}");
    assert!(page.text().contains(&format!("href=\"{address}\" rel=\"canonical\"")), "{page}");
    assert_eq!((&facts["@type"], &facts["name"]), (&json!("Event"), &json!("Night of jazz")));
    assert_eq!(facts["startDate"], "2026-12-12T18:00:00Z");
    assert_eq!(facts["endDate"], "2026-12-12T20:00:00Z");
    assert_eq!(facts["location"]["address"]["addressLocality"], "Leipzig");
    assert!(!page.text().contains("noindex"), "{page}");
}

async fn search_engines_are_told_where_it_is_and_what_it_costs(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Blue Hall", json!({ "address": "Ring 3" })).await;
    let there = json!({ "venue_id": venue["id"], "location": "Room 2", "city": null });
    let path = event_path(&ada.published("Night of jazz", there).await);
    let eur = |amount: i64| json!({ "amount": amount, "currency": "EUR" });
    for ticket in [
        json!({ "name": "Regular", "price": eur(1250) }),
        json!({ "name": "Later", "price": eur(0), "sales_start": "2026-12-01T00:00:00Z" }),
        json!({ "name": "Crew", "price": eur(100), "hidden": true }),
    ] {
        ada.rest(&format!("POST {path}/ticket-types")).json(ticket).await.expect(201);
    }
    let facts = facts(&app.browser().get(&path).await.expect(200)).unwrap();
    assert_eq!(facts["location"]["name"], "Blue Hall");
    let street = json!({ "@type": "PostalAddress", "streetAddress": "Ring 3", "addressLocality": "Leipzig" });
    assert_eq!(facts["location"]["address"], street);
    let url = &facts["url"];
    let offers = json!([
        { "@type": "Offer", "name": "Regular", "price": "12.50", "priceCurrency": "EUR", "url": url,
          "availability": "https://schema.org/InStock" },
        { "@type": "Offer", "name": "Later", "price": "0.00", "priceCurrency": "EUR", "url": url,
          "availability": "https://schema.org/PreSale", "validFrom": "2026-12-01T00:00:00Z" },
    ]);
    assert_eq!(facts["offers"], offers);
}

async fn a_page_without_a_picture_asks_for_a_small_preview(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Night of jazz", json!({})).await);
    let page = app.browser().get(&path).await.expect(200).text();
    assert!(page.contains("content=\"summary\"") && !page.contains("og:image"), "{page}");
}

async fn what_is_called_off_offers_nothing_any_more(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let path = event_path(&ada.published("Night of jazz", json!({})).await);
    let words = ["Add to calendar", "Free, for up to 100 people."];
    let page = app.browser().get(&path).await.expect(200).text();
    assert!(words.iter().all(|words| page.contains(words)), "{page}");
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "Rain." })).await.expect(200);
    let page = app.browser().get(&path).await.expect(200).text();
    assert!(words.iter().all(|words| !page.contains(words)) && page.contains("Cancelled"), "{page}");
}

async fn where_it_is_online_is_never_on_its_page(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    app.register("eve").await;
    let online = json!({ "online_url": "https://meet.example.org/very-secret" });
    let path = event_path(&ada.published("Online evening", online).await);
    for browser in [app.browser(), app.signed_in_browser("eve").await, app.signed_in_browser("ada").await] {
        let page = browser.get(&path).await.expect(200);
        assert!(!page.text().contains("very-secret"), "{page}");
        let mode = &facts(&page).unwrap()["eventAttendanceMode"];
        assert_eq!(mode, "https://schema.org/MixedEventAttendanceMode");
        assert!(!browser.get("/events?q=online").await.expect(200).text().contains("very-secret"));
    }
}

async fn what_is_not_for_everybody_is_not_told_to_search_engines(app: &TestApp) {
    let ada = app.register("ada").await;
    let club = app.approved_club(&ada, "Chess", "open").await;
    app.member(&ada, &club, "grace").await;
    app.register("eve").await;
    let closed = json!({ "club_id": club, "members_only": true });
    let closed = event_path(&ada.published("Members evening", closed).await);
    let draft = event_path(&ada.draft("Draft", json!({ "club_id": club })).await);
    let browser = async |name: &'static str| app.signed_in_browser(name).await;
    for (path, who, seen) in
        [(&closed, "ada", true), (&closed, "grace", true), (&draft, "ada", true), (&draft, "grace", false)]
    {
        let page = browser(who).await.get(path).await.expect(if seen { 200 } else { 404 });
        assert!(facts(&page).is_none() && !page.text().contains("canonical"), "{path} for {who}: {page}");
        assert!(!seen || page.text().contains("content=\"noindex\""), "{path} for {who}: {page}");
    }
    for path in [&closed, &draft] {
        for caller in [app.browser(), browser("eve").await] {
            let page = caller.get(path).await.expect(404);
            assert!(!page.text().contains("evening") && facts(&page).is_none(), "{page}");
        }
    }
}

async fn a_script_in_the_words_of_an_event_stays_words(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let hostile = "</script><script>alert('1')</script><b>\"&amp;--><!--then";
    let words = json!({
        "description": format!("{hostile}\n\n{hostile}"), "location": hostile, "city": hostile,
    });
    let path = event_path(&ada.published(&format!("{hostile} evening"), words).await);
    let plain = app.browser().get("/clubs").await.expect(200).text().matches("<script").count();
    let page = app.browser().get(&path).await.expect(200);
    let facts = facts(&page).unwrap();
    assert_eq!(facts["name"], format!("{hostile} evening"));
    assert_eq!(facts["location"]["address"]["streetAddress"], hostile);
    let managed = app.signed_in_browser("ada").await;
    for (page, scripts) in [
        (page, plain + 1),
        (app.browser().get("/events").await.expect(200), plain),
        (app.browser().get("/events?view=list&q=evening").await.expect(200), plain),
        (managed.get(&format!("/organizer{path}")).await.expect(200), plain),
        (managed.get(&format!("/organizer{path}/edit")).await.expect(200), plain),
        (managed.get("/organizer").await.expect(200), plain),
    ] {
        let text = page.text();
        assert!(!text.contains("<script>alert") && !text.contains("<b>") && !text.contains("<!--then"), "{text}");
        assert_eq!(text.matches("<script").count(), scripts, "{text}");
    }
}

async fn nonsense_in_the_address_of_the_list_is_answered_in_words(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    ada.published("Night of jazz", json!({})).await;
    let long = "x".repeat(1_000);
    let refused = async |query: &str, statuses: &[u16]| {
        let page = app.browser().get(&format!("/events?{query}")).await;
        assert!(statuses.contains(&page.status), "{query:.40}: {}", page.status);
        assert!(page.header("content-type").unwrap().starts_with("text/html"), "{query:.40}");
        assert_eq!(page.text().matches("<h1").count(), 1, "{query:.40}");
    };
    for query in [
        "from=yesterday",
        "to=99999-01-01",
        "from=2026-12-02&to=2026-12-01",
        &format!("q={long}"),
        "q=%00",
        &format!("city={long}"),
        "sort='--",
        "status=draft",
        "cursor=nonsense",
        &format!("cursor={long}"),
    ] {
        refused(query, &[422]).await;
    }
    for query in ["category=odd", "club=1", "category=%00"] {
        refused(query, &[404]).await;
    }
    for query in ["q=%ff%fe", "q=a&q=b", "&&&", "=", "online=perhaps", "view=sideways", "unknown=1&q=%20", "from=&to="]
    {
        refused(query, &[200, 400, 422]).await;
    }
}

async fn pages_of_organizers_answer_everybody_with_the_right_status(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    app.register("eve").await;
    app.admin("root").await;
    let path = event_path(&ada.published("Night of jazz", json!({})).await);
    let browsers: [Caller; 4] = [
        app.browser(),
        app.signed_in_browser("eve").await,
        app.signed_in_browser("ada").await,
        app.signed_in_browser("root").await,
    ];
    for (page, expected) in [
        ("/organizer".to_owned(), [302, 200, 200, 200]),
        ("/organizer/events/new".to_owned(), [302, 200, 200, 200]),
        (format!("/organizer{path}"), [302, 403, 200, 200]),
        (format!("/organizer{path}/edit"), [302, 403, 200, 200]),
        (format!("/organizer{path}/tickets/new"), [302, 403, 200, 200]),
        (format!("/organizer{path}/tickets/odd"), [302, 403, 404, 404]),
        (format!("/organizer{path}/agenda/new"), [302, 403, 200, 200]),
        (format!("/organizer{path}/agenda/odd"), [302, 403, 404, 404]),
        ("/organizer/events/odd".to_owned(), [302, 404, 404, 404]),
        ("/events/odd".to_owned(), [404, 404, 404, 404]),
    ] {
        for (browser, status) in browsers.iter().zip(expected) {
            assert_eq!(browser.get(&page).await.status, status, "{page} where {expected:?} is expected");
        }
    }
}
