//! Something people can come to.

use serde_json::{Value, json};

use super::people::Person;

/// What it takes to start an event three weeks after the journeys begin; `over` says what is different.
pub fn event_body(title: &str, over: &Value) -> Value {
    let mut body = json!({
        "title": title, "description": "Two hours of brass.", "location": "Town hall", "city": "Leipzig",
        "starts_at": "2026-12-12T18:00:00Z", "ends_at": "2026-12-12T20:00:00Z",
        "time_zone": "Europe/Berlin", "currency": "EUR", "capacity": 100,
    });
    for (field, value) in over.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

impl Person {
    pub async fn draft(&self, title: &str, over: Value) -> Value {
        self.rest("POST /events").json(event_body(title, &over)).await.expect(201).json()
    }

    pub async fn published(&self, title: &str, over: Value) -> Value {
        let event = self.draft(title, over).await;
        self.rest(&format!("POST {}/publish", event_path(&event))).await.expect(200).json()
    }
}

pub fn event_path(event: &Value) -> String {
    format!("/events/{}", event["id"].as_str().unwrap())
}
