//! What takes place at a venue: an event takes the plan as it is then, and keeps it.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{Person, TestApp, event_path, plan_body, venue_path};

journeys![
    an_event_at_a_venue_takes_its_newest_plan_and_keeps_it,
    an_event_may_take_place_at_a_venue_without_seats,
    only_venues_plans_and_sections_that_are_there_are_taken,
    a_plan_that_lacks_what_is_on_offer_is_refused_by_name,
    what_is_sold_keeps_its_venue_its_plan_and_its_section,
    nothing_is_offered_that_has_no_place,
    a_venue_that_is_needed_is_not_deleted,
    an_event_that_is_put_on_again_comes_to_the_same_place,
    a_version_an_event_takes_place_by_is_never_forgotten,
];

struct Scene {
    ada: Person,
    venue: Value,
    /// Stalls of twenty seats, and a circle of six.
    plan: Value,
}

impl Scene {
    async fn set(app: &TestApp) -> Self {
        let ada = app.with_role("ada", Role::Organizer).await;
        let venue = ada.venue("Gym", json!({})).await;
        let plan = ada.save_plan(&venue, &plan_body(&[("Stalls", 2, 10), ("Circle", 1, 6)])).await;
        Self { ada, venue, plan }
    }

    fn section(&self, number: usize) -> Value {
        self.plan["sections"][number]["id"].clone()
    }

    async fn event(&self, over: Value) -> Value {
        let mut all = json!({ "venue_id": self.venue["id"], "capacity": null });
        for (field, value) in over.as_object().unwrap() {
            all[field] = value.clone();
        }
        self.ada.draft("Concert", all).await
    }

    async fn edit(&self, event: &Value, change: Value) -> crate::support::Answer {
        self.ada.rest(&format!("PATCH {}", event_path(event))).json(change).await
    }

    async fn ticket(&self, event: &Value, over: Value) -> crate::support::Answer {
        let mut body = json!({ "name": "Normal", "price": { "amount": 1500, "currency": "EUR" } });
        for (field, value) in over.as_object().unwrap() {
            body[field] = value.clone();
        }
        self.ada.rest(&format!("POST {}/ticket-types", event_path(event))).json(body).await
    }

    /// A newer version in which one section stays.
    async fn without_circle(&self) -> Value {
        let mut plan = self.plan.clone();
        plan["sections"].as_array_mut().unwrap().truncate(1);
        plan["version"] = json!(null);
        self.ada.save_plan(&self.venue, &plan).await
    }
}

async fn an_event_at_a_venue_takes_its_newest_plan_and_keeps_it(app: &TestApp) {
    let scene = Scene::set(app).await;
    let event = scene.event(json!({ "city": "Halle" })).await;
    assert_eq!((&event["venue_name"], &event["plan_id"]), (&json!("Gym"), &scene.plan["id"]));
    assert_eq!(event["city"], "Halle", "what the event says of itself stays");
    let newer = scene.without_circle().await;
    let seen = scene.ada.rest(&format!("GET {}", event_path(&event))).await.json();
    assert_eq!(seen["plan_id"], scene.plan["id"]);
    let moved = scene.edit(&event, json!({ "plan_id": newer["id"] })).await.expect(200).json();
    assert_eq!((&moved["plan_id"], &moved["venue_id"]), (&newer["id"], &scene.venue["id"]));
    let other = scene.ada.venue("Hall", json!({})).await;
    let plan = scene.ada.save_plan(&other, &plan_body(&[("Stalls", 1, 5)])).await;
    let moved = scene.edit(&event, json!({ "venue_id": other["id"] })).await.expect(200).json();
    assert_eq!((&moved["plan_id"], &moved["venue_name"]), (&plan["id"], &json!("Hall")));
    let nowhere = scene.edit(&event, json!({ "venue_id": null })).await.expect(200).json();
    assert_eq!((&nowhere["plan_id"], &nowhere["venue_name"]), (&json!(null), &json!(null)));
}

async fn an_event_may_take_place_at_a_venue_without_seats(app: &TestApp) {
    let scene = Scene::set(app).await;
    let bare = scene.ada.venue("Field", json!({})).await;
    let event = scene.ada.draft("Picnic", json!({ "venue_id": bare["id"], "location": null })).await;
    assert_eq!((&event["venue_name"], &event["plan_id"]), (&json!("Field"), &json!(null)));
    scene.ada.rest(&format!("POST {}/publish", event_path(&event))).await.expect(200);
    let seated = scene.event(json!({})).await;
    let standing = scene.edit(&seated, json!({ "plan_id": null })).await.expect(200).json();
    assert_eq!((&standing["plan_id"], &standing["venue_id"]), (&json!(null), &scene.venue["id"]));
}

async fn only_venues_plans_and_sections_that_are_there_are_taken(app: &TestApp) {
    let scene = Scene::set(app).await;
    let nowhere = json!("00000000-0000-7000-8000-000000000001");
    let other = scene.ada.venue("Hall", json!({})).await;
    let foreign = scene.ada.save_plan(&other, &plan_body(&[("Stalls", 1, 5)])).await;
    let event = scene.event(json!({})).await;
    for (change, field) in [
        (json!({ "venue_id": nowhere }), "venue_id"),
        (json!({ "venue_id": scene.venue["id"], "plan_id": nowhere }), "plan_id"),
        (json!({ "venue_id": scene.venue["id"], "plan_id": foreign["id"] }), "plan_id"),
        (json!({ "venue_id": null, "plan_id": scene.plan["id"] }), "plan_id"),
        (json!({ "venue_id": scene.venue["id"], "capacity": 27 }), "capacity"),
    ] {
        let edited = scene.edit(&event, change.clone()).await;
        assert_eq!(edited.wrong_fields(), [field], "{change}");
        let created = scene.ada.rest("POST /events").json(crate::support::event_body("Concert", &change)).await;
        assert_eq!(created.wrong_fields(), [field], "{change}");
    }
    scene.edit(&event, json!({ "capacity": 26 })).await.expect(200);
    for (over, field) in [
        (json!({ "section_id": nowhere }), "section_id"),
        (json!({ "section_id": foreign["sections"][0]["id"] }), "section_id"),
        (json!({ "section_id": scene.section(1), "quota": 7 }), "quota"),
    ] {
        assert_eq!(scene.ticket(&event, over.clone()).await.wrong_fields(), [field], "{over}");
    }
    let ticket = scene.ticket(&event, json!({ "section_id": scene.section(1), "quota": 6 })).await.expect(201).json();
    let edit = format!("PATCH {}/ticket-types/{}", event_path(&event), ticket["id"].as_str().unwrap());
    assert_eq!(scene.ada.rest(&edit).json(json!({ "quota": 7 })).await.wrong_fields(), ["quota"]);
    scene.ada.rest(&edit).json(json!({ "quota": 7, "section_id": scene.section(0) })).await.expect(200);
    let plain = scene.ada.draft("Elsewhere", json!({})).await;
    let nothing = scene.ticket(&plain, json!({ "section_id": scene.section(0) })).await;
    assert_eq!(nothing.wrong_fields(), ["section_id"]);
}

async fn a_plan_that_lacks_what_is_on_offer_is_refused_by_name(app: &TestApp) {
    let scene = Scene::set(app).await;
    let event = scene.event(json!({})).await;
    let circle = json!({ "name": "High up", "section_id": scene.section(1) });
    let ticket = scene.ticket(&event, circle).await.expect(201).json();
    let newer = scene.without_circle().await;
    for change in [json!({ "plan_id": newer["id"] }), json!({ "plan_id": null }), json!({ "venue_id": null })] {
        let refused = scene.edit(&event, change).await.problem(409, "section_missing");
        let said = refused["detail"].as_str().unwrap();
        assert!(said.contains("“High up”") && said.contains("“Circle”"), "{said}");
    }
    let edit = format!("PATCH {}/ticket-types/{}", event_path(&event), ticket["id"].as_str().unwrap());
    scene.ada.rest(&edit).json(json!({ "section_id": scene.section(0), "quota": 20 })).await.expect(200);
    scene.edit(&event, json!({ "plan_id": newer["id"] })).await.expect(200);
    let mut smaller = newer.clone();
    smaller["sections"][0]["rows"].as_array_mut().unwrap().truncate(1);
    let smaller = scene.ada.save_plan(&scene.venue, &smaller).await;
    let refused = scene.edit(&event, json!({ "plan_id": smaller["id"] })).await;
    refused.problem(409, "quota_above_seats");
    assert_eq!(refused.wrong_fields(), ["plan_id"]);
}

async fn what_is_sold_keeps_its_venue_its_plan_and_its_section(app: &TestApp) {
    let scene = Scene::set(app).await;
    let event = scene.event(json!({})).await;
    let ticket = scene.ticket(&event, json!({ "section_id": scene.section(0) })).await.expect(201).json();
    let id = ticket["id"].as_str().unwrap();
    app.database.execute("update ticket_type set held = 1").await;
    let newer = scene.without_circle().await;
    for change in [json!({ "plan_id": newer["id"] }), json!({ "plan_id": null }), json!({ "venue_id": null })] {
        scene.edit(&event, change).await.problem(409, "venue_fixed");
    }
    let edit = format!("PATCH {}/ticket-types/{id}", event_path(&event));
    for change in [json!({ "section_id": scene.section(1) }), json!({ "section_id": null, "quota": 9 })] {
        scene.ada.rest(&edit).json(change).await.problem(409, "section_fixed");
    }
    scene.edit(&event, json!({ "title": "Later", "plan_id": scene.plan["id"] })).await.expect(200);
    scene.ada.rest(&edit).json(json!({ "quota": 9, "section_id": scene.section(0) })).await.expect(200);
}

async fn nothing_is_offered_that_has_no_place(app: &TestApp) {
    let scene = Scene::set(app).await;
    let event = scene.event(json!({})).await;
    scene.ticket(&event, json!({ "section_id": scene.section(1) })).await.expect(201);
    let other = json!({ "name": "Reduced", "section_id": scene.section(1), "quota": 5 });
    scene.ticket(&event, other).await.expect(201);
    scene.ticket(&event, json!({ "name": "Anywhere" })).await.expect(201);
    let left = async || {
        let seen = scene.ada.rest(&format!("GET {}/availability", event_path(&event))).await.expect(200).json();
        let types = seen["ticket_types"].as_array().unwrap().iter().map(|ticket| ticket["remaining"].clone());
        (seen["remaining"].clone(), types.collect::<Vec<_>>())
    };
    assert_eq!(left().await, (json!(26), vec![json!(6), json!(5), json!(26)]));
    app.database.execute("update ticket_type set sold = 4 where name = 'Normal'").await;
    assert_eq!(left().await, (json!(22), vec![json!(2), json!(2), json!(22)]));
}

async fn a_venue_that_is_needed_is_not_deleted(app: &TestApp) {
    let scene = Scene::set(app).await;
    let delete = format!("DELETE {}", venue_path(&scene.venue));
    let (first, second) = (scene.event(json!({})).await, scene.event(json!({ "capacity": 5 })).await);
    let refused = scene.ada.rest(&delete).await.problem(409, "venue_in_use");
    assert!(refused["detail"].as_str().unwrap().starts_with("2 events are still"));
    scene.ada.rest(&format!("DELETE {}", event_path(&first))).await.expect(204);
    let refused = scene.ada.rest(&delete).await.problem(409, "venue_in_use");
    assert!(refused["detail"].as_str().unwrap().starts_with("One event is still"));
    scene.ada.rest(&format!("POST {}/publish", event_path(&second))).await.expect(200);
    app.turn_clock(std::time::Duration::from_secs(22 * 86_400));
    let ada = app.sign_in("ada").await;
    ada.rest(&delete).await.expect(204);
    let past = app.visitor().rest(&format!("GET {}", event_path(&second))).await.expect(200).json();
    assert_eq!((&past["status"], &past["venue_name"]), (&json!("ended"), &json!("Gym")));
    let described = ada.rest(&format!("PATCH {}", event_path(&second))).json(json!({ "description": "It was good." }));
    described.await.expect(200);
    let later = json!({ "starts_at": "2027-03-01T18:00:00Z", "ends_at": "2027-03-01T20:00:00Z" });
    ada.rest(&format!("PATCH {}", event_path(&second))).json(later).await.problem(409, "event_ended");
    let again = ada.rest(&format!("POST {}/clone", event_path(&second)));
    let again = again.json(json!({ "starts_at": "2027-03-01T18:00:00Z" })).await.expect(201).json();
    assert_eq!((&again["venue_id"], &again["plan_id"]), (&json!(null), &json!(null)), "what is gone is left out");
}

async fn an_event_that_is_put_on_again_comes_to_the_same_place(app: &TestApp) {
    let scene = Scene::set(app).await;
    let event = scene.event(json!({})).await;
    scene.ticket(&event, json!({ "section_id": scene.section(0) })).await.expect(201);
    scene.without_circle().await;
    let again = scene.ada.rest(&format!("POST {}/clone", event_path(&event)));
    let again = again.json(json!({ "starts_at": "2027-03-01T18:00:00Z" })).await.expect(201).json();
    assert_eq!((&again["venue_id"], &again["plan_id"]), (&scene.venue["id"], &scene.plan["id"]));
    let tickets = scene.ada.rest(&format!("GET {}/ticket-types", event_path(&again))).await.expect(200).json();
    assert_eq!(tickets["items"][0]["section_id"], scene.section(0));
    scene.ada.rest(&format!("DELETE {}", event_path(&event))).await.expect(204);
    scene.ada.rest(&format!("DELETE {}", venue_path(&scene.venue))).await.problem(409, "venue_in_use");
    scene.ada.rest(&format!("POST {}/cancel", event_path(&again))).json(json!({ "reason": "Rain." })).await.expect(200);
    scene.ada.rest(&format!("DELETE {}", venue_path(&scene.venue))).await.expect(204);
}

async fn a_version_an_event_takes_place_by_is_never_forgotten(app: &TestApp) {
    let scene = Scene::set(app).await;
    let event = scene.event(json!({})).await;
    for seats in 1..=12 {
        scene.ada.save_plan(&scene.venue, &plan_body(&[("Stalls", 1, seats)])).await;
    }
    let kept = format!("GET {}/plan?plan_id={}", venue_path(&scene.venue), event["plan_id"].as_str().unwrap());
    assert_eq!(scene.ada.rest(&kept).await.expect(200).json()["sections"], scene.plan["sections"]);
    let versions = scene.ada.rest(&format!("GET {}/plan/versions", venue_path(&scene.venue))).await.json();
    let oldest = versions["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&oldest["version"], &oldest["events"]), (&json!(1), &json!(1)));
}
