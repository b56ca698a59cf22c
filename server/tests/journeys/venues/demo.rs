//! The venues somebody finds who tries Foyer out.

use serde_json::json;

use crate::support::TestApp;

journeys![the_demo_has_three_venues_to_look_at_however_often_it_is_started];

async fn the_demo_has_three_venues_to_look_at_however_often_it_is_started(app: &TestApp) {
    for _ in 0..2 {
        server::demo::load(&app.platform).await.unwrap();
        let listed = app.visitor().rest("GET /venues").await.expect(200).json();
        let items = listed["items"].as_array().unwrap();
        let of = |field: &str| items.iter().map(|venue| venue[field].clone()).collect::<Vec<_>>();
        assert_eq!(of("name"), ["The Cellar", "Lecture Hall 3", "Old Gym Theatre"]);
        assert_eq!(of("club_name"), [json!("Thursday Jazz"), json!(null), json!(null)]);
        let places = items.iter().map(|venue| venue["plan"]["capacity"].clone()).collect::<Vec<_>>();
        assert_eq!(places, [127, 200, 404]);
    }
    app.leave_messages_waiting();
}
