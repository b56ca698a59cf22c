//! Somewhere people can come to.

use domain::ids::VenueId;
use serde_json::{Value, json};

use super::people::Person;

impl Person {
    /// In Leipzig; `over` says what is different.
    pub async fn venue(&self, name: &str, over: Value) -> Value {
        let mut body = json!({ "name": name, "city": "Leipzig", "time_zone": "Europe/Berlin" });
        for (field, value) in over.as_object().unwrap() {
            body[field] = value.clone();
        }
        self.rest("POST /venues").json(body).await.expect(201).json()
    }

    pub async fn save_plan(&self, venue: &Value, plan: &Value) -> Value {
        self.rest(&format!("PUT {}/plan", venue_path(venue))).json(plan.clone()).await.expect(200).json()
    }
}

pub fn venue_path(venue: &Value) -> String {
    let id: VenueId = venue["id"].as_str().unwrap().parse().unwrap();
    format!("/venues/{id}")
}

/// Seated sections by this name, with so many rows of so many seats, beneath each other.
pub fn plan_body(sections: &[(&str, usize, usize)]) -> Value {
    let mut y = 0;
    let sections = sections.iter().map(|(name, rows, seats)| {
        let rows = (1..=*rows).map(|row| {
            y += 100;
            let seats = (1..=*seats).map(|seat| json!({ "label": seat.to_string(), "x": seat * 60, "y": y }));
            json!({ "label": row.to_string(), "seats": seats.collect::<Vec<_>>() })
        });
        let rows: Vec<Value> = rows.collect();
        json!({ "name": name, "kind": "seated", "rows": rows })
    });
    json!({ "sections": sections.collect::<Vec<_>>() })
}

/// Every seat of a plan.
pub fn seats_of(plan: &Value) -> Vec<Value> {
    let rows = plan["sections"].as_array().unwrap().iter().flat_map(|section| section["rows"].as_array().unwrap());
    rows.flat_map(|row| row["seats"].as_array().unwrap()).cloned().collect()
}
