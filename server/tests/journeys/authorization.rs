//! Who may do what: every REST operation and every server function, for everybody who may call it. An operation
//! without a row fails, and so does a row without an operation.

mod club_functions;
mod clubs;
mod event_functions;
mod events;
mod functions;
mod operations;
mod people;
mod promotions;
mod row;
mod table;
mod venue_functions;
mod venues;

use std::collections::BTreeSet;

use leptos::server_fn::axum::server_fn_paths;

use crate::support::TestApp;
use people::People;
use row::{ORDER, Row};

journeys![
    every_operation_of_the_description_has_a_row_and_every_row_an_operation,
    every_server_function_has_a_row_and_every_row_a_server_function,
    operations_answer_everybody_as_the_table_says,
    operations_of_clubs_answer_everybody_as_the_table_says,
    functions_of_clubs_answer_everybody_as_the_table_says,
    functions_of_events_answer_everybody_as_the_table_says,
    operations_of_events_answer_everybody_as_the_table_says,
    operations_of_promotions_answer_everybody_as_the_table_says,
    functions_of_promotions_answer_everybody_as_the_table_says,
    operations_of_venues_answer_everybody_as_the_table_says,
    functions_of_venues_answer_everybody_as_the_table_says,
    functions_answer_everybody_as_the_table_says,
];

async fn every_operation_of_the_description_has_a_row_and_every_row_an_operation(app: &TestApp) {
    let document = app.visitor().get("/api/openapi.json").await.expect(200).json();
    let described: BTreeSet<String> = crate::openapi::operations(&document).map(|found| found.name()).collect();
    let mut listed: BTreeSet<String> = operations::TABLE.iter().map(Row::operation).collect();
    listed.extend(table::operations(clubs::TABLE));
    listed.extend(table::operations(events::TABLE));
    listed.extend(table::operations(venues::TABLE));
    listed.extend(table::operations(promotions::TABLE));
    compare(&described, &listed);
}

async fn every_server_function_has_a_row_and_every_row_a_server_function(_: &TestApp) {
    let registered = server_fn_paths().map(|(path, _)| path.trim_start_matches("/api/fn/").to_owned()).collect();
    let mut listed: BTreeSet<String> = functions::TABLE.iter().map(|row| row.target.to_owned()).collect();
    listed.extend(table::operations(club_functions::TABLE));
    listed.extend(table::operations(event_functions::TABLE));
    listed.extend(table::operations(venue_functions::TABLE));
    listed.extend(table::operations(promotions::FUNCTIONS));
    compare(&registered, &listed);
}

fn compare(exist: &BTreeSet<String>, listed: &BTreeSet<String>) {
    let without_row: Vec<_> = exist.difference(listed).collect();
    assert!(without_row.is_empty(), "give these a row in the authorization table: {without_row:#?}");
    let gone: Vec<_> = listed.difference(exist).collect();
    assert!(gone.is_empty(), "these rows of the authorization table name nothing that exists: {gone:#?}");
}

async fn operations_of_clubs_answer_everybody_as_the_table_says(app: &TestApp) {
    table::check::<clubs::Scene>(app, clubs::TABLE).await;
}

async fn functions_of_clubs_answer_everybody_as_the_table_says(app: &TestApp) {
    table::check::<clubs::Scene>(app, club_functions::TABLE).await;
}

async fn operations_of_events_answer_everybody_as_the_table_says(app: &TestApp) {
    table::check::<events::Scene>(app, events::TABLE).await;
}

async fn functions_of_events_answer_everybody_as_the_table_says(app: &TestApp) {
    table::check::<events::Scene>(app, event_functions::TABLE).await;
}

async fn operations_of_venues_answer_everybody_as_the_table_says(app: &TestApp) {
    table::check::<venues::Scene>(app, venues::TABLE).await;
}

async fn functions_of_venues_answer_everybody_as_the_table_says(app: &TestApp) {
    table::check::<venues::Scene>(app, venue_functions::TABLE).await;
}

async fn operations_of_promotions_answer_everybody_as_the_table_says(app: &TestApp) {
    table::check::<promotions::Scene>(app, promotions::TABLE).await;
}

async fn functions_of_promotions_answer_everybody_as_the_table_says(app: &TestApp) {
    table::check::<promotions::Scene>(app, promotions::FUNCTIONS).await;
}

async fn operations_answer_everybody_as_the_table_says(app: &TestApp) {
    check(app, operations::TABLE).await;
}

async fn functions_answer_everybody_as_the_table_says(app: &TestApp) {
    check(app, functions::TABLE).await;
}

/// Every row has people of its own, so that none depends on what another left behind.
async fn check(app: &TestApp, table: &[Row]) {
    let mut wrong = Vec::new();
    let admin = app.admin("root").await;
    for (number, row) in table.iter().enumerate() {
        let people = People::gather(app, &admin, number, row.needs_messages).await;
        for who in ORDER {
            let answer = row.send(&people, who).await;
            let expected = row.expected(who);
            if answer.status != expected {
                wrong.push(format!("{} as {who:?}: expected {expected}, got {answer}", row.target));
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    app.leave_messages_waiting();
}
