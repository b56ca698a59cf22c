//! What stays as it was promised once somebody used a code.

use domain::ids::PromotionId;
use domain::promotions::use_promotion;
use serde_json::json;

use super::{check, euros, made};
use crate::support::{TestApp, event_path};

journeys![
    what_was_promised_stays_and_the_rest_may_change,
    a_code_that_was_used_is_paused_and_not_deleted,
    a_code_that_is_used_up_takes_nothing_off,
    what_happened_to_a_code_is_told_by_ids_alone,
];

/// As a booking does.
async fn use_it(app: &TestApp, promotion: &str) -> bool {
    let id: PromotionId = promotion.trim_start_matches("/promotions/").parse().unwrap();
    app.platform.change(id, |tx, id| Box::pin(use_promotion(tx, *id))).await.unwrap()
}

async fn what_was_promised_stays_and_the_rest_may_change(app: &TestApp) {
    let root = app.admin("root").await;
    let (_, own) = made(&root, json!({})).await;
    assert!(use_it(app, &own).await && use_it(app, &own).await);
    for change in [json!({ "code": "OTHER" }), json!({ "percent_off": 21 }), json!({ "amount_off": euros(500) })] {
        let refused = root.rest(&format!("PATCH {own}")).json(change).await;
        let problem = refused.problem(409, "promotion_fixed");
        assert!(problem["detail"].as_str().unwrap().contains("2 times"), "{refused}");
    }
    let fewer = root.rest(&format!("PATCH {own}")).json(json!({ "max_uses": 1 })).await;
    fewer.problem(422, "invalid_input");
    assert_eq!(fewer.wrong_fields(), ["max_uses"]);
    let rest = json!({
        "code": "spring", "percent_off": 20, "max_uses": 3, "min_tickets": 2, "ends_at": "2027-01-01T00:00:00Z",
        "version": 1,
    });
    let edited = root.rest(&format!("PATCH {own}")).json(rest).await.expect(200).json();
    assert_eq!((&edited["uses"], &edited["version"]), (&json!(2), &json!(2)), "uses are no edits");
}

async fn a_code_that_was_used_is_paused_and_not_deleted(app: &TestApp) {
    let root = app.admin("root").await;
    let (_, own) = made(&root, json!({})).await;
    assert!(use_it(app, &own).await);
    let problem = root.rest(&format!("DELETE {own}")).await.problem(409, "promotion_used");
    assert!(problem["detail"].as_str().unwrap().contains("used once"), "{problem}");
    root.rest(&format!("PATCH {own}")).json(json!({ "paused": true })).await.expect(200);
    assert!(!use_it(app, &own).await);
}

async fn a_code_that_is_used_up_takes_nothing_off(app: &TestApp) {
    let root = app.admin("root").await;
    let event = event_path(&root.published("Concert", json!({})).await);
    super::add_ticket(&root, &event, "Normal", 1_500).await;
    let (_, own) = made(&root, json!({ "max_uses": 1 })).await;
    check(&app.visitor(), &event, "spring").await.expect(200);
    assert!(use_it(app, &own).await && !use_it(app, &own).await);
    check(&app.visitor(), &event, "spring").await.problem(422, "code_used_up");
    let now = root.rest(&format!("GET {own}")).await.expect(200).json();
    assert_eq!((&now["state"], &now["uses"]), (&json!("used_up"), &json!(1)));
}

async fn what_happened_to_a_code_is_told_by_ids_alone(app: &TestApp) {
    let root = app.admin("root").await;
    let event = root.draft("Concert", json!({})).await;
    let (made, own) = made(&root, json!({ "event_id": event["id"] })).await;
    root.rest(&format!("PATCH {own}")).json(json!({ "paused": true })).await.expect(200);
    root.rest(&format!("DELETE {own}")).await.expect(204);
    let id = made["id"].as_str().unwrap().parse().unwrap();
    let told = domain::journal::history_of(&app.platform, id).await.unwrap();
    let told: Vec<_> = told.iter().map(|entry| (entry.message.name(), entry.message.data())).collect();
    let ids = json!({ "promotion_id": made["id"], "event_id": event["id"] });
    let names = ["promotion_created", "promotion_updated", "promotion_deleted"];
    assert_eq!(told, names.map(|name| (name, ids.clone())));
}
