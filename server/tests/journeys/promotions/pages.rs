//! The pages of promotions, without JavaScript.

use domain::accounts::Role;
use domain::ids::PromotionId;
use domain::promotions::use_promotion;
use serde_json::json;

use super::{add_ticket, made};
use crate::support::{TestApp, event_path};

journeys![
    a_code_is_made_paused_and_deleted_by_forms,
    a_refused_form_says_it_beside_what_was_typed,
    a_code_that_was_used_is_shown_and_not_asked_for,
    the_page_of_an_event_shows_what_a_code_takes_off_or_why_not,
    pages_of_promotions_answer_everybody_with_the_right_status,
];

async fn a_code_is_made_paused_and_deleted_by_forms(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let event = ada.draft("Concert", json!({})).await;
    let id = event["id"].as_str().unwrap();
    add_ticket(&ada, &event_path(&event), "Normal", 1_500).await;
    let pupils = add_ticket(&ada, &event_path(&event), "Pupils", 700).await;
    let browser = app.signed_in_browser("ada").await;
    let list = format!("/organizer/events/{id}/promotions");
    assert!(browser.get(&list).await.expect(200).text().contains("No codes yet"));
    // The second box is ticked, the first is not.
    let fields = [
        ("event_id", id),
        ("code", "spring-27"),
        ("off", "12,50"),
        ("unit", "EUR"),
        ("time_zone", "Europe/Berlin"),
        ("tickets[1]", pupils["id"].as_str().unwrap()),
        ("ends_at", "2026-12-01T00:00"),
    ];
    let sent = browser.submit(&format!("{list}/new"), "promotions/save_promotion", &fields).await.expect(303);
    assert_eq!(sent.header("location"), Some(format!("{list}?saved=promotions/save_promotion").as_str()));
    let made = ada.rest(&format!("GET /promotions?event_id={id}")).await.expect(200).json()["items"][0].clone();
    assert_eq!((&made["code"], &made["amount_off"]["amount"]), (&json!("SPRING-27"), &json!(1_250)));
    assert_eq!((&made["ticket_type_ids"], &made["ends_at"]), (&json!([pupils["id"]]), &json!("2026-11-30T23:00:00Z")));
    let page = browser.get(&list).await.expect(200).text();
    assert!(page.contains("SPRING-27") && page.contains("€12.50 off the booking") && page.contains("for Pupils"));

    let promotion = made["id"].as_str().unwrap();
    let edit = browser.get(&format!("{list}/{promotion}")).await.expect(200).text();
    assert!(edit.contains("value=\"12.50\"") && edit.contains("value=\"2026-12-01T00:00\""), "{edit}");
    let pause = [("promotion_id", promotion), ("paused", "true")];
    browser.submit(&list, "promotions/pause_promotion", &pause).await.expect(303);
    assert!(browser.get(&list).await.expect(200).text().contains("Resume SPRING-27"));
    browser.submit(&list, "promotions/delete_promotion", &[("promotion_id", promotion)]).await.expect(303);
    assert!(browser.get(&list).await.expect(200).text().contains("No codes yet"));
}

async fn a_refused_form_says_it_beside_what_was_typed(app: &TestApp) {
    app.admin("root").await;
    let browser = app.signed_in_browser("root").await;
    let new = "/admin/promotions/new";
    let send = async |fields: &[(&str, &str)]| {
        let zone = [("time_zone", "UTC")];
        browser.submit(new, "promotions/save_promotion", &[&zone, fields].concat()).await
    };
    for off in ["", "101", "0", "lots"] {
        let refused = send(&[("code", "SPRING"), ("off", off), ("unit", "percent")]).await.expect(422).text();
        assert!(refused.contains("href=\"#off\""), "{off}: {refused}");
        assert!(refused.contains("value=\"SPRING\""), "what was typed is still there");
    }
    let refused = send(&[("code", "SPRING"), ("off", "1"), ("unit", "XYZ")]).await.expect(422).text();
    assert!(refused.contains("href=\"#off\""), "{refused}");
    let refused =
        send(&[("code", "A"), ("off", "5"), ("unit", "percent"), ("max_uses", "many")]).await.expect(422).text();
    assert!(refused.contains("href=\"#max_uses\""), "{refused}");
    send(&[("code", "SPRING"), ("off", "5"), ("unit", "EUR")]).await.expect(303);
    let taken = send(&[("code", "spring"), ("off", "5"), ("unit", "percent")]).await.expect(409).text();
    assert!(taken.contains("href=\"#code\""), "{taken}");
    let nothing = send(&[]).await.expect(422).text();
    assert!(nothing.contains("href=\"#code\""), "{nothing}");
}

async fn a_code_that_was_used_is_shown_and_not_asked_for(app: &TestApp) {
    let root = app.admin("root").await;
    let (promotion, own) = made(&root, json!({})).await;
    let id: PromotionId = promotion["id"].as_str().unwrap().parse().unwrap();
    assert!(app.platform.change(id, |tx, id| Box::pin(use_promotion(tx, *id))).await.unwrap());
    let browser = app.signed_in_browser("root").await;
    let page = format!("/admin{own}");
    let shown = browser.get(&page).await.expect(200).text();
    assert!(shown.contains("It was used once") && !shown.contains("name=\"code\""), "{shown}");
    let fields = [("promotion_id", promotion["id"].as_str().unwrap()), ("time_zone", "UTC"), ("max_uses", "9")];
    browser.submit(&page, "promotions/save_promotion", &fields).await.expect(303);
    let now = root.rest(&format!("GET {own}")).await.expect(200).json();
    assert_eq!((&now["code"], &now["percent_off"], &now["max_uses"]), (&json!("SPRING"), &json!(20), &json!(9)));
    assert!(!browser.get("/admin/promotions").await.expect(200).text().contains("Delete SPRING"));
}

async fn the_page_of_an_event_shows_what_a_code_takes_off_or_why_not(app: &TestApp) {
    let root = app.admin("root").await;
    let path = event_path(&root.published("Concert", json!({})).await);
    let free = event_path(&root.published("Free evening", json!({})).await);
    add_ticket(&root, &path, "Normal", 1_500).await;
    made(&root, json!({})).await;
    let browser = app.browser();
    let plain = browser.get(&path).await.expect(200).text();
    assert!(plain.contains("I have a code") && !plain.contains("12.00"), "{plain}");
    assert!(!browser.get(&free).await.expect(200).text().contains("I have a code"), "nothing to take off");
    let lowered = browser.get(&format!("{path}?code=spring")).await.expect(200).text();
    assert!(lowered.contains("€12.00") && lowered.contains("SPRING: 20% off each ticket"), "{lowered}");
    for (code, said) in [
        ("WINTER", "There is no such code for this event."),
        ("A", "A code has 3 to 40 characters."),
        ("%00%ff", "letters from A to Z"),
        ("%3Cscript%3Ealert(1)%3C/script%3E", "letters from A to Z"),
    ] {
        let page = browser.get(&format!("{path}?code={code}")).await.expect(200).text();
        assert!(page.contains(said) && !page.contains("<script>alert"), "{code}: {page}");
    }
}

async fn pages_of_promotions_answer_everybody_with_the_right_status(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    app.register("eve").await;
    app.admin("root").await;
    let (event, other) = (ada.published("One", json!({})).await, ada.published("Other", json!({})).await);
    let (_, own) = made(&ada, json!({ "event_id": event["id"] })).await;
    let (visitor, ada, eve, root) = (
        app.browser(),
        app.signed_in_browser("ada").await,
        app.signed_in_browser("eve").await,
        app.signed_in_browser("root").await,
    );
    let (here, there) = (format!("/organizer{}", event_path(&event)), format!("/organizer{}", event_path(&other)));
    for (page, expected) in [
        (format!("{here}/promotions"), [302, 200, 403, 200]),
        (format!("{here}/promotions/new"), [302, 200, 403, 200]),
        (format!("{here}{own}"), [302, 200, 403, 200]),
        (format!("{there}{own}"), [302, 404, 403, 404]),
        (format!("{here}/promotions/nothing"), [302, 404, 404, 404]),
        ("/organizer/events/nothing/promotions".into(), [302, 404, 404, 404]),
        ("/admin/promotions".into(), [302, 403, 403, 200]),
        ("/admin/promotions/new".into(), [302, 403, 403, 200]),
        (format!("/admin{own}"), [302, 404, 403, 404]),
    ] {
        for (who, expected) in [&visitor, &ada, &eve, &root].into_iter().zip(expected) {
            let answer = who.get(&page).await;
            assert_eq!(answer.status, expected, "{page}: {answer}");
        }
    }
}
