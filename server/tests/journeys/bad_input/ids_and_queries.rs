//! Ids that name nothing, and queries that mean nothing.

use serde_json::json;

use crate::openapi::{document, operations};
use crate::support::{Person, TestApp};

journeys![
    an_unknown_id_is_a_404_on_every_operation_that_takes_one,
    an_unknown_id_inside_a_known_club_is_a_404_everywhere,
    an_unknown_id_inside_a_known_event_is_a_404_everywhere,
    limits_and_cursors_out_of_range_are_refused_by_name,
    odd_queries_are_read_or_refused_but_never_a_fault,
    odd_queries_of_the_mailbox_are_read_or_refused_but_never_a_fault,
    pages_with_odd_addresses_say_that_there_is_nothing,
];

const ODD_IDS: [&str; 10] = [
    "00000000-0000-7000-8000-000000000001",
    "not-an-id",
    "0",
    "-1",
    "%00",
    "%ff%fe",
    "..%2f..%2fetc",
    "%27%20or%201=1",
    "00000000-0000-7000-8000-00000000000g",
    "%F0%9F%8E%AD",
];

async fn an_unknown_id_is_a_404_on_every_operation_that_takes_one(app: &TestApp) {
    let admin = app.admin("root").await;
    let before = app.rows().await;
    let document = document(&app.visitor()).await;
    for operation in operations(&document).filter(|operation| operation.path.contains("{id}")) {
        for id in ODD_IDS {
            let call = admin.rest(&operation.call(id));
            let example = operation.takes_json().then(|| operation.example(&document));
            let answer = if let Some(example) = example { call.json(example).await } else { call.await };
            assert_eq!(answer.status, 404, "{} with {id}: {answer}", operation.name());
            answer.problem(404, "not_found");
        }
    }
    assert!(app.rows().await == before, "nothing was changed");
}

async fn an_unknown_id_inside_a_known_club_is_a_404_everywhere(app: &TestApp) {
    let owner = app.register("ada").await;
    let club = app.approved_club(&owner, "Chess", "open").await;
    try_odd_ids_inside(app, &owner, "/clubs/{id}/", &club).await;
}

async fn an_unknown_id_inside_a_known_event_is_a_404_everywhere(app: &TestApp) {
    let owner = app.with_role("ada", domain::accounts::Role::Organizer).await;
    let event = owner.published("Concert", json!({})).await;
    try_odd_ids_inside(app, &owner, "/events/{id}/", event["id"].as_str().unwrap()).await;
}

async fn try_odd_ids_inside(app: &TestApp, owner: &Person, place: &str, known: &str) {
    let before = app.rows().await;
    let document = document(&app.visitor()).await;
    let inside = operations(&document).filter(|operation| operation.path.starts_with(place));
    for operation in inside.filter(|operation| operation.path.matches('{').count() == 2) {
        for id in ODD_IDS {
            let call = operation.name().replace("{id}", known);
            let (start, rest) = call.split_once('{').unwrap();
            let (_, end) = rest.split_once('}').unwrap();
            let call = owner.rest(&format!("{start}{id}{end}"));
            let example = operation.takes_json().then(|| operation.example(&document));
            let answer = if let Some(example) = example { call.json(example).await } else { call.await };
            assert_eq!(answer.status, 404, "{} with {id}: {answer}", operation.name());
        }
    }
    assert!(app.rows().await == before, "nothing was changed");
}

/// Every list there is, as somebody who may see all of it.
async fn lists(app: &TestApp, admin: &Person) -> Vec<String> {
    let club = app.approved_club(admin, "Chess", "open").await;
    let of_club = |part: &str| format!("GET /clubs/{club}/{part}");
    let lists = ["GET /users", "GET /users/me/notifications", "GET /clubs", "GET /venues"].map(str::to_owned);
    let own_events = format!("GET /users/{}/events", admin.id);
    [lists.to_vec(), ["members", "invitations", "posts"].map(of_club).to_vec(), vec![own_events]].concat()
}

async fn limits_and_cursors_out_of_range_are_refused_by_name(app: &TestApp) {
    let admin = app.admin("root").await;
    for list in lists(app, &admin).await {
        for limit in ["0", "-1", "101", "9223372036854775807", "9223372036854775808", "1e3", "ten", "%00", "1.5"] {
            let answer = admin.rest(&format!("{list}?limit={limit}")).await;
            assert_eq!(answer.wrong_fields(), ["limit"], "{list} with {limit}: {answer}");
            answer.problem(422, "invalid_input");
        }
        for cursor in ["nonsense", "%00", "0", "'--", "eyJpZCI6MX0="] {
            let answer = admin.rest(&format!("{list}?cursor={cursor}")).await;
            assert_eq!(answer.wrong_fields(), ["cursor"], "{list} with {cursor}: {answer}");
        }
        // One of another list is an id like any other.
        admin.rest(&format!("{list}?cursor={}", admin.id)).await.expect(200);
        admin.rest(&format!("{list}?limit=100&cursor=&unknown=1")).await.expect(200);
    }
}

async fn odd_queries_are_read_or_refused_but_never_a_fault(app: &TestApp) {
    let admin = app.admin("root").await;
    let long = "x".repeat(10_000);
    for list in ["GET /users", "GET /clubs", "GET /venues"] {
        for query in ["q=%00", "q=a%00b", "q=%1b%5B31m", &format!("q={long}"), "q=%E2%80%AE"] {
            let answer = admin.rest(&format!("{list}?{query}")).await;
            assert_eq!(answer.wrong_fields(), ["q"], "{list} with {query:.20}: {answer}");
        }
    }
    for list in lists(app, &admin).await {
        for query in [
            "q=%ff%fe",
            "q=%",
            "q=a&q=b",
            "&&&",
            "=",
            "suspended=",
            "role=&role=admin",
            "%00=%00",
            "mine=",
            "status=%00",
        ] {
            let answer = admin.rest(&format!("{list}?{query}")).await;
            assert!(answer.status < 500, "{list} with {query}: {answer}");
        }
    }
}

async fn odd_queries_of_the_mailbox_are_read_or_refused_but_never_a_fault(app: &TestApp) {
    for query in ["to=%00", "to=%ff", "to=a%00b@example.org", &format!("to={}", "x".repeat(10_000))] {
        let answer = app.visitor().get(&format!("/dev/mailbox.json?{query}")).await;
        assert!(answer.status < 500, "/dev/mailbox.json?{query:.20}: {answer}");
    }
}

async fn pages_with_odd_addresses_say_that_there_is_nothing(app: &TestApp) {
    app.admin("root").await;
    let browser = app.signed_in_browser("root").await;
    for id in ODD_IDS {
        for page in ["/people", "/dev/mailbox", "/nothing", "/pictures"] {
            let answer = browser.get(&format!("{page}/{id}")).await;
            assert_eq!(answer.status, 404, "{page}/{id}: {answer}");
        }
        let answer = browser.get(&format!("/admin/users?q={id}&cursor={id}&role={id}&state={id}")).await;
        assert!(answer.status < 500, "/admin/users with {id}: {answer}");
        let answer = browser.get(&format!("/notifications?cursor={id}")).await;
        assert!(answer.status < 500, "/notifications with {id}: {answer}");
    }
}
