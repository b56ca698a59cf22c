//! So many altogether of several kinds of ticket.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{Person, TestApp, event_path};

journeys![
    tickets_that_share_a_quota_run_out_together,
    what_cannot_be_shared_is_refused_field_by_field,
    a_shared_quota_is_never_below_what_is_taken,
    two_editors_of_a_shared_quota_do_not_overwrite_each_other,
    a_copy_of_an_event_shares_in_the_same_way,
    a_quota_is_shared_on_the_page_of_the_event,
    a_refused_form_keeps_the_ticks_where_they_were,
];

/// An event with an adult's, a child's and a standing ticket; their ids.
async fn concert(ada: &Person) -> (String, [String; 3]) {
    let path = event_path(&ada.draft("Concert", json!({})).await);
    let mut ids = Vec::new();
    for name in ["Adult", "Child", "Standing"] {
        let body = json!({ "name": name, "price": { "amount": 1500, "currency": "EUR" } });
        let made = ada.rest(&format!("POST {path}/ticket-types")).json(body).await.expect(201).json();
        ids.push(made["id"].as_str().unwrap().to_owned());
    }
    (path, ids.try_into().unwrap())
}

async fn share(ada: &Person, path: &str, size: i64, ids: &[&String]) -> Value {
    let body = json!({ "name": "Main floor", "size": size, "ticket_type_ids": ids });
    ada.rest(&format!("POST {path}/quotas")).json(body).await.expect(201).json()
}

/// What is left of each kind.
async fn left(app: &TestApp, path: &str) -> Vec<Value> {
    let seen = app.visitor().rest(&format!("GET {path}/availability")).await.expect(200).json();
    seen["ticket_types"].as_array().unwrap().iter().map(|one| one["remaining"].clone()).collect()
}

async fn tickets_that_share_a_quota_run_out_together(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, [adult, child, standing]) = concert(&ada).await;
    let quota = share(&ada, &path, 40, &[&adult, &child]).await;
    assert_eq!(
        (&quota["size"], &quota["taken"], &quota["ticket_type_ids"]),
        (&json!(40), &json!(0), &json!([adult, child]))
    );
    ada.rest(&format!("POST {path}/publish")).await.expect(200);
    app.database.execute("update ticket_type set sold = 30, held = 5 where name = 'Adult'").await;
    app.database.execute("update ticket_type set sold = 2 where name = 'Child'").await;
    assert_eq!(left(app, &path).await, [json!(3), json!(3), json!(63)]);
    let listed = ada.rest(&format!("GET {path}/quotas")).await.expect(200).json();
    assert_eq!((&listed["total"], &listed["items"][0]["taken"]), (&json!(1), &json!(37)));
    // The tightest of all it shares in decides.
    share(&ada, &path, 38, &[&child, &standing, &adult]).await;
    assert_eq!(left(app, &path).await, [json!(1), json!(1), json!(1)]);
    app.database.execute("update ticket_type set sold = 3 where name = 'Child'").await;
    let seen = app.visitor().rest(&format!("GET {path}/availability")).await.expect(200).json();
    assert_eq!(seen["ticket_types"][2]["reason"], "sold_out");
    let own = format!("{path}/quotas/{}", quota["id"].as_str().unwrap());
    ada.rest(&format!("DELETE {own}")).await.expect(204);
    ada.rest(&format!("DELETE {own}")).await.problem(404, "not_found");
}

async fn what_cannot_be_shared_is_refused_field_by_field(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, [adult, child, _]) = concert(&ada).await;
    let (_, [foreign, ..]) = concert(&ada).await;
    let post = format!("POST {path}/quotas");
    let nothing = ada.rest(&post).json(json!({})).await.problem(422, "invalid_input");
    let fields: Vec<_> = nothing["errors"].as_array().unwrap().iter().map(|error| error["field"].clone()).collect();
    assert_eq!(fields, ["name", "size", "ticket_type_ids"]);
    for (field, value) in [
        ("name", json!(" ")),
        ("name", json!("x".repeat(81))),
        ("size", json!(0)),
        ("size", json!(-1)),
        ("size", json!(1_000_001)),
        ("ticket_type_ids", json!([])),
        ("ticket_type_ids", json!([adult])),
        ("ticket_type_ids", json!([adult, adult])),
        ("ticket_type_ids", json!([adult, foreign])),
    ] {
        let mut body = json!({ "name": "Floor", "size": 10, "ticket_type_ids": [adult, child] });
        body[field] = value.clone();
        let refused = ada.rest(&post).json(body).await.problem(422, "invalid_input");
        assert_eq!(refused["errors"][0]["field"], field, "{value}");
    }
    for _ in 0..20 {
        share(&ada, &path, 10, &[&adult, &child]).await;
    }
    let body = json!({ "name": "Floor", "size": 10, "ticket_type_ids": [adult, child] });
    ada.rest(&post).json(body).await.problem(409, "too_many_shared_quotas");
    ada.rest(&format!("POST {path}/publish")).await.expect(200);
    ada.rest(&format!("POST {path}/cancel")).json(json!({ "reason": "Rain." })).await.expect(200);
    ada.rest(&post)
        .json(json!({ "name": "Floor", "size": 10, "ticket_type_ids": [adult, child] }))
        .await
        .problem(409, "event_cancelled");
}

async fn a_shared_quota_is_never_below_what_is_taken(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, [adult, child, standing]) = concert(&ada).await;
    let quota = share(&ada, &path, 40, &[&adult, &child]).await;
    let own = format!("PATCH {path}/quotas/{}", quota["id"].as_str().unwrap());
    app.database.execute("update ticket_type set sold = 8, held = 2").await;
    let refused = ada.rest(&own).json(json!({ "size": 19 })).await.problem(409, "quota_below_sold");
    assert_eq!(refused["errors"][0]["field"], "size");
    assert_eq!(ada.rest(&own).json(json!({ "size": 20 })).await.expect(200).json()["version"], 2);
    let all = json!({ "ticket_type_ids": [adult, child, standing] });
    ada.rest(&own).json(all.clone()).await.problem(409, "quota_below_sold");
    ada.rest(&own).json(json!({ "size": 30 })).await.expect(200);
    ada.rest(&own).json(all).await.expect(200);
    // One that nobody has is removed, and takes no part any more.
    app.database.execute("update ticket_type set sold = 0, held = 0 where name = 'Standing'").await;
    ada.rest(&format!("DELETE {path}/ticket-types/{standing}")).await.expect(204);
    let listed = ada.rest(&format!("GET {path}/quotas")).await.expect(200).json();
    assert_eq!(
        (&listed["items"][0]["ticket_type_ids"], &listed["items"][0]["taken"]),
        (&json!([adult, child]), &json!(20))
    );
}

async fn two_editors_of_a_shared_quota_do_not_overwrite_each_other(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, [adult, child, _]) = concert(&ada).await;
    let quota = share(&ada, &path, 40, &[&adult, &child]).await;
    let own = format!("PATCH {path}/quotas/{}", quota["id"].as_str().unwrap());
    ada.rest(&own).json(json!({ "name": "Gallery", "version": 1 })).await.expect(200);
    ada.rest(&own).json(json!({ "size": 50, "version": 1 })).await.problem(409, "edited_meanwhile");
    // Saving what stands there is no change.
    let same = ada.rest(&own).json(json!({ "name": "Gallery", "size": 40, "version": 2 })).await.expect(200).json();
    assert_eq!(same["version"], 2);
}

async fn a_copy_of_an_event_shares_in_the_same_way(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, [adult, child, _]) = concert(&ada).await;
    share(&ada, &path, 40, &[&adult, &child]).await;
    let later = json!({ "starts_at": "2026-12-19T18:00:00Z" });
    let copy = event_path(&ada.rest(&format!("POST {path}/clone")).json(later).await.expect(201).json());
    let tickets = ada.rest(&format!("GET {copy}/ticket-types")).await.expect(200).json();
    let quotas = ada.rest(&format!("GET {copy}/quotas")).await.expect(200).json();
    let [first, second] = [0, 1].map(|index: usize| tickets["items"][index]["id"].clone());
    assert_ne!(first, json!(adult));
    assert_eq!(quotas["items"][0]["ticket_type_ids"], json!([first, second]));
    ada.rest(&format!("DELETE {copy}")).await.expect(204);
    ada.rest(&format!("GET {path}/quotas")).await.expect(200);
}

async fn a_quota_is_shared_on_the_page_of_the_event(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, [adult, child, _]) = concert(&ada).await;
    let id = path.trim_start_matches("/events/").to_owned();
    let manage = format!("/organizer/events/{id}");
    assert!(ada.get(&manage).await.expect(200).text().contains("Share a quota"));
    let form = format!("{manage}/quotas/new");
    let fields = [("event_id", id.as_str()), ("name", "Floor <b>"), ("size", "40"), ("tickets[0]", &adult)];
    let refused = ada.submit(&form, "events/save_quota", &fields).await.expect(422).text();
    assert!(refused.contains("Choose two kinds of ticket at least."));
    let fields = [
        ("event_id", id.as_str()),
        ("name", "Floor <b>"),
        ("size", "40"),
        ("tickets[0]", &adult),
        ("tickets[1]", &child),
    ];
    ada.submit(&form, "events/save_quota", &fields).await.expect(303);
    let page = ada.get(&manage).await.expect(200).text();
    assert!(page.contains("Floor &lt;b&gt;") && page.contains("Adult, Child") && page.contains("0 of 40"));
}

async fn a_refused_form_keeps_the_ticks_where_they_were(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (path, [adult, child, standing]) = concert(&ada).await;
    let id = path.trim_start_matches("/events/").to_owned();
    let form = format!("/organizer{path}/quotas/new");
    // While the form is open the first ticket goes, and those after it move up.
    ada.rest(&format!("DELETE {path}/ticket-types/{adult}")).await.expect(204);
    let fields =
        [("event_id", id.as_str()), ("name", "Floor"), ("size", ""), ("tickets[1]", &child), ("tickets[2]", &standing)];
    let refused = ada.submit(&form, "events/save_quota", &fields).await.expect(422).text();
    for ticket in [&child, &standing] {
        assert!(refused.contains(&format!("value=\"{ticket}\" checked")), "still ticked");
    }
    assert_eq!(refused.matches("name=\"tickets[").count(), 2);
}
