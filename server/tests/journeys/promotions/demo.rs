//! The codes somebody finds who tries Foyer out.

use serde_json::json;

use crate::support::TestApp;

journeys![the_demo_has_codes_of_every_kind_to_look_at];

async fn the_demo_has_codes_of_every_kind_to_look_at(app: &TestApp) {
    server::demo::load(&app.platform).await.unwrap();
    let admin = app.admin("root").await;
    let everywhere = admin.rest("GET /promotions").await.expect(200).json();
    assert_eq!((&everywhere["total"], &everywhere["items"][0]["code"]), (&json!(1), &json!("HELLO-FOYER")));
    let found = app.visitor().rest("GET /events?q=servant%20masters&limit=1").await.expect(200).json();
    let event = found["items"][0]["id"].as_str().unwrap();
    let codes = admin.rest(&format!("GET /promotions?event_id={event}")).await.expect(200).json();
    let items = codes["items"].as_array().unwrap();
    let shown: Vec<_> = items.iter().map(|code| (code["code"].clone(), code["state"].clone())).collect();
    let expected = [("FRIENDS", "active"), ("THREE-IN-A-ROW", "active"), ("REHEARSAL", "ended")];
    assert_eq!(shown, expected.map(|(code, state)| (json!(code), json!(state))));
    assert_eq!((&items[0]["uses"], &items[0]["max_uses"]), (&json!(18), &json!(20)), "little is left");
    app.leave_messages_waiting();
}
