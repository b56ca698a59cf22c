//! Drawing a plan: its versions, its ids, and everything that can be wrong in it.

use domain::accounts::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, plan_body, seats_of, venue_path};

journeys![
    a_plan_carries_everything_an_editor_needs,
    every_change_is_a_version_and_what_stays_keeps_its_id,
    of_two_editors_of_a_plan_the_second_is_told,
    what_is_wrong_in_a_plan_is_named_with_the_way_to_it,
    no_more_than_fifty_problems_are_told,
    ids_come_from_this_venue_only,
    an_editor_may_undo_what_was_saved,
    versions_nothing_uses_are_forgotten_after_a_while,
];

async fn a_plan_carries_everything_an_editor_needs(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    let get = format!("GET {}/plan", venue_path(&venue));
    ada.rest(&get).await.problem(404, "not_found");
    let plan = json!({
        "width": 3000, "height": 2000,
        "shapes": [{ "kind": "stage", "label": "Stage", "x": 1000, "y": 0, "width": 1000, "height": 300, "rotation": 0 }],
        "sections": [
            { "name": "Stalls", "kind": "seated", "zone": 2, "entrance": "North door",
              "area": [{ "x": 0, "y": 400 }, { "x": 900, "y": 400 }, { "x": 900, "y": 900 }],
              "rows": [{ "label": "A", "line": { "x": 130, "y": 500, "spacing": 60, "rotation": 0, "radius": 1200 }, "seats": [
                  { "label": "1", "x": 100, "y": 500, "accessible": true, "companion": false },
                  { "label": "2", "x": 160, "y": 500, "accessible": false, "companion": true },
              ] }] },
            { "name": "Floor", "kind": "standing", "capacity": 80 },
        ],
    });
    let saved = ada.save_plan(&venue, &plan).await;
    for field in ["width", "height", "shapes"] {
        assert_eq!(saved[field], plan[field], "{field}");
    }
    for (path, value) in [("zone", json!(2)), ("entrance", json!("North door")), ("capacity", json!(null))] {
        assert_eq!(saved["sections"][0][path], value, "{path}");
    }
    assert_eq!(saved["sections"][0]["area"], plan["sections"][0]["area"]);
    assert_eq!(saved["sections"][0]["rows"][0]["line"], plan["sections"][0]["rows"][0]["line"]);
    assert_eq!((&saved["seats"], &saved["standing"], &saved["capacity"]), (&json!(2), &json!(80), &json!(82)));
    assert_eq!(app.visitor().rest(&get).await.expect(200).json(), saved);
    let seen = app.visitor().rest(&format!("GET {}", venue_path(&venue))).await.expect(200).json();
    assert_eq!((&seen["plan"]["id"], &seen["plan"]["capacity"]), (&saved["id"], &json!(82)));
}

async fn every_change_is_a_version_and_what_stays_keeps_its_id(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    let first = ada.save_plan(&venue, &plan_body(&[("Stalls", 2, 3)])).await;
    let mut changed = first.clone();
    changed["sections"][0]["name"] = json!("Parkett");
    let seats = changed["sections"][0]["rows"][1]["seats"].as_array_mut().unwrap();
    seats.push(json!({ "label": "4", "x": 240, "y": 200 }));
    let second = ada.save_plan(&venue, &changed).await;
    assert_eq!((&second["version"], &second["seats"]), (&json!(2), &json!(7)));
    assert_ne!(second["id"], first["id"]);
    assert_eq!(second["sections"][0]["id"], first["sections"][0]["id"]);
    assert_eq!(seats_of(&second)[..6], seats_of(&first)[..]);
    assert!(seats_of(&second)[6]["id"].is_string());
    let get = async |query: &str| ada.rest(&format!("GET {}/plan{query}", venue_path(&venue))).await;
    assert_eq!(get("").await.json(), second);
    assert_eq!(get("?version=1").await.expect(200).json(), first);
    assert_eq!(get(&format!("?plan_id={}", first["id"].as_str().unwrap())).await.expect(200).json(), first);
    get(&format!("?version=2&plan_id={}", first["id"].as_str().unwrap())).await.problem(404, "not_found");
    for query in ["?version=3", "?version=0", "?version=-1", "?plan_id=00000000-0000-7000-8000-000000000001"] {
        get(query).await.problem(404, "not_found");
    }
    for (query, field) in [("?version=x", "version"), ("?plan_id=x", "plan_id")] {
        assert_eq!(get(query).await.wrong_fields(), [field]);
    }
    let versions = ada.rest(&format!("GET {}/plan/versions", venue_path(&venue))).await.expect(200).json();
    let numbers: Vec<&Value> = versions["items"].as_array().unwrap().iter().map(|item| &item["version"]).collect();
    assert_eq!(numbers, [&json!(2), &json!(1)]);
}

async fn of_two_editors_of_a_plan_the_second_is_told(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    let put = format!("PUT {}/plan", venue_path(&venue));
    let of = |seats: usize, version: i64| {
        let mut plan = plan_body(&[("Stalls", 1, seats)]);
        plan["version"] = json!(version);
        plan
    };
    ada.rest(&put).json(of(1, 1)).await.problem(409, "edited_meanwhile");
    let at_once = (1..=6).map(|seats| {
        let (ada, put) = (&ada, put.as_str());
        async move { ada.rest(put).json(of(seats, 0)).await }
    });
    let answers = futures::future::join_all(at_once).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 200) {
        refused.problem(409, "edited_meanwhile");
    }
    ada.rest(&put).json(of(9, 1)).await.expect(200);
    // Without a version one means to overwrite.
    assert_eq!(ada.save_plan(&venue, &plan_body(&[("Stalls", 1, 2)])).await["version"], 3);
}

async fn what_is_wrong_in_a_plan_is_named_with_the_way_to_it(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let put = format!("PUT {}/plan", venue_path(&ada.venue("Gym", json!({})).await));
    let before = app.rows().await;
    let wrong = async |change: &dyn Fn(&mut Value)| {
        let mut plan = plan_body(&[("Stalls", 2, 3), ("Circle", 1, 3)]);
        change(&mut plan);
        let answer = ada.rest(&put).json(plan).await;
        answer.problem(422, "invalid_input");
        answer.wrong_fields()
    };
    assert_eq!(wrong(&|plan| plan["sections"][1]["name"] = json!("stalls")).await, ["sections[1].name"]);
    let label = |plan: &mut Value| plan["sections"][0]["rows"][1]["seats"][2]["label"] = json!("1");
    assert_eq!(wrong(&label).await, ["sections[0].rows[1].seats[2].label"]);
    let hostile = |plan: &mut Value| plan["sections"][0]["rows"][0]["label"] = json!("a\u{0}b");
    assert_eq!(wrong(&hostile).await, ["sections[0].rows[0].label"]);
    assert_eq!(wrong(&|plan| plan["sections"][0]["kind"] = json!("standing")).await.len(), 2);
    assert_eq!(wrong(&|plan| plan["sections"] = json!([])).await, ["sections"]);
    // What cannot even be read is named as exactly.
    let fraction = |plan: &mut Value| plan["sections"][0]["rows"][1]["seats"][2]["x"] = json!(1.5);
    assert_eq!(wrong(&fraction).await, ["sections[0].rows[1].seats[2].x"]);
    let large = |plan: &mut Value| plan["sections"][0]["rows"][1]["seats"][2]["x"] = json!(3_000_000_000_u64);
    assert_eq!(wrong(&large).await, ["sections[0].rows[1].seats[2].x"]);
    assert_eq!(wrong(&|plan| plan["sections"][1]["kind"] = json!("lying")).await, ["sections[1].kind"]);
    assert_eq!(wrong(&|plan| plan["sections"][0]["id"] = json!("not-an-id")).await, ["sections[0].id"]);
    assert!(app.rows().await == before, "nothing was changed");
}

async fn no_more_than_fifty_problems_are_told(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    let mut plan = plan_body(&[("Stalls", 10, 20)]);
    plan["width"] = json!(100);
    let refused = ada.rest(&format!("PUT {}/plan", venue_path(&venue))).json(plan).await;
    assert_eq!(refused.wrong_fields().len(), 50);
}

async fn ids_come_from_this_venue_only(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let (here, there) = (ada.venue("Gym", json!({})).await, ada.venue("Hall", json!({})).await);
    let plan = ada.save_plan(&here, &plan_body(&[("Stalls", 1, 2)])).await;
    let mut elsewhere = plan.clone();
    elsewhere["version"] = json!(0);
    let refused = ada.rest(&format!("PUT {}/plan", venue_path(&there))).json(elsewhere).await;
    let seats = ["sections[0].rows[0].seats[0].id", "sections[0].rows[0].seats[1].id"];
    assert_eq!(refused.wrong_fields(), [&["sections[0].id", "sections[0].rows[0].id"], &seats[..]].concat());
    let mut twice = plan.clone();
    twice["sections"][0]["rows"][0]["seats"][1]["id"] = plan["sections"][0]["rows"][0]["seats"][0]["id"].clone();
    let refused = ada.rest(&format!("PUT {}/plan", venue_path(&here))).json(twice).await;
    assert_eq!(refused.wrong_fields(), ["sections[0].rows[0].seats[1].id"]);
}

async fn an_editor_may_undo_what_was_saved(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    let first = ada.save_plan(&venue, &plan_body(&[("Stalls", 2, 3)])).await;
    let mut fewer = first.clone();
    fewer["sections"][0]["rows"].as_array_mut().unwrap().pop();
    let fewer = ada.save_plan(&venue, &fewer).await;
    let mut undone = first.clone();
    undone["version"] = fewer["version"].clone();
    let undone = ada.save_plan(&venue, &undone).await;
    assert_eq!((&undone["sections"], &undone["version"]), (&first["sections"], &json!(3)));
}

async fn versions_nothing_uses_are_forgotten_after_a_while(app: &TestApp) {
    let ada = app.with_role("ada", Role::Organizer).await;
    let venue = ada.venue("Gym", json!({})).await;
    for seats in 1..=13 {
        ada.save_plan(&venue, &plan_body(&[("Stalls", 1, seats)])).await;
    }
    let versions = ada.rest(&format!("GET {}/plan/versions", venue_path(&venue))).await.expect(200).json();
    assert_eq!((&versions["total"], &versions["items"][9]["version"]), (&json!(10), &json!(4)));
    ada.rest(&format!("GET {}/plan?version=3", venue_path(&venue))).await.problem(404, "not_found");
}
