//! E8: codes that take something off, as programs and forms make, use and guess them.

mod checking;
mod demo;
mod making;
mod pages;
mod using;

use serde_json::{Value, json};

use crate::support::{Answer, Person};

fn euros(amount: i64) -> Value {
    json!({ "amount": amount, "currency": "EUR" })
}

/// Twenty percent off, at every event; `over` says what is different.
async fn make(person: &Person, over: Value) -> Answer {
    let mut code = json!({ "code": "SPRING", "percent_off": 20 });
    for (field, value) in over.as_object().unwrap() {
        code[field] = value.clone();
    }
    person.rest("POST /promotions").json(code).await
}

/// What was made, and where it is.
async fn made(person: &Person, over: Value) -> (Value, String) {
    let made = make(person, over).await.expect(201).json();
    let path = format!("/promotions/{}", made["id"].as_str().unwrap());
    (made, path)
}

async fn add_ticket(person: &Person, event: &str, name: &str, price: i64) -> Value {
    let ticket = json!({ "name": name, "price": euros(price) });
    person.rest(&format!("POST {event}/ticket-types")).json(ticket).await.expect(201).json()
}

async fn check(caller: &crate::support::Caller, event: &str, code: &str) -> Answer {
    caller.rest(&format!("POST {event}/check-code")).json(json!({ "code": code })).await
}
