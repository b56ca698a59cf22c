//! Looking for clubs.

use serde_json::{Value, json};

use crate::support::{Caller, Person, TestApp};

journeys![
    clubs_are_found_by_part_of_their_name_or_description,
    wildcards_of_the_database_are_plain_letters_in_a_search,
    capitals_of_every_script_are_found,
    only_admins_look_among_clubs_that_are_not_approved,
    everybody_finds_their_own_clubs_whatever_became_of_them,
    long_lists_come_in_pages_without_gaps_or_repeats,
    a_list_says_how_one_belongs_to_each_club,
];

async fn found(caller: &Caller, query: &str) -> Vec<String> {
    let list = caller.rest(&format!("GET /clubs?{query}")).await.expect(200).json();
    let items = list["items"].as_array().unwrap();
    assert_eq!(list["total"], items.len(), "{query}");
    items.iter().map(|club| club["name"].as_str().unwrap().to_owned()).collect()
}

async fn approved(app: &TestApp, founder: &Person, name: &str, description: &str) -> Value {
    let body = json!({ "name": name, "description": description });
    let club = founder.rest("POST /clubs").json(body).await.expect(201).json();
    app.approve(&club).await;
    club
}

async fn clubs_are_found_by_part_of_their_name_or_description(app: &TestApp) {
    let ada = app.register("ada").await;
    approved(app, &ada, "Chess", "Every Thursday in the library").await;
    approved(app, &ada, "Debating", "Never on a thursday").await;
    approved(app, &ada, "Film", "").await;
    let visitor = app.visitor();
    assert_eq!(found(&visitor, "").await, ["Film", "Debating", "Chess"], "newest first");
    assert_eq!(found(&visitor, "q=HESS").await, ["Chess"]);
    assert_eq!(found(&visitor, "q=thursday").await, ["Debating", "Chess"]);
    assert_eq!(found(&visitor, "q=%20film%20").await, ["Film"]);
    assert_eq!(found(&visitor, "q=nothing").await, Vec::<String>::new());
    assert_eq!(visitor.rest("GET /clubs?q=%00&status=odd").await.wrong_fields(), ["q", "status"]);
    assert_eq!(visitor.rest("GET /clubs?mine=perhaps").await.wrong_fields(), ["mine"]);
}

async fn wildcards_of_the_database_are_plain_letters_in_a_search(app: &TestApp) {
    let ada = app.register("ada").await;
    approved(app, &ada, "100% Film", "a_b").await;
    approved(app, &ada, "Film", "axb \\ c").await;
    let visitor = app.visitor();
    assert_eq!(found(&visitor, "q=%25").await, ["100% Film"]);
    assert_eq!(found(&visitor, "q=a_b").await, ["100% Film"]);
    assert_eq!(found(&visitor, "q=%5C").await, ["Film"]);
    assert_eq!(found(&visitor, "q='%20or%201=1%20--").await, Vec::<String>::new());
}

async fn capitals_of_every_script_are_found(app: &TestApp) {
    let ada = app.register("ada").await;
    approved(app, &ada, "ÄRGER im Chor", "ШАХМАТЫ").await;
    for query in ["q=%C3%84rger", "q=%C3%A4RGER", "q=%D1%88%D0%B0%D1%85", "q=%D0%A8%D0%90%D0%A5"] {
        assert_eq!(found(&app.visitor(), query).await, ["ÄRGER im Chor"], "{query}");
    }
}

async fn only_admins_look_among_clubs_that_are_not_approved(app: &TestApp) {
    let (ada, admin) = (app.register("ada").await, app.admin("root").await);
    let approved = approved(app, &ada, "Approved", "").await;
    ada.rest("POST /clubs").json(json!({ "name": "Pending" })).await.expect(201);
    let rejected = ada.rest("POST /clubs").json(json!({ "name": "Rejected" })).await.expect(201).json();
    let reject = format!("POST /clubs/{}/reject", rejected["id"].as_str().unwrap());
    admin.rest(&reject).json(json!({ "reason": "No." })).await.expect(200);
    for caller in [&app.visitor(), &*ada, &*admin] {
        assert_eq!(found(caller, "").await, ["Approved"]);
        assert_eq!(found(caller, "status=approved").await, ["Approved"]);
        assert_eq!(found(caller, "status=").await, ["Approved"]);
    }
    assert_eq!(found(&admin, "status=pending").await, ["Pending"]);
    assert_eq!(found(&admin, "status=rejected").await, ["Rejected"]);
    for status in ["pending", "rejected"] {
        let query = format!("GET /clubs?status={status}");
        app.visitor().rest(&query).await.problem(401, "sign_in_required");
        ada.rest(&query).await.problem(403, "not_allowed");
    }
    assert_eq!(approved["status"], "pending", "as it was when it was founded");
}

async fn everybody_finds_their_own_clubs_whatever_became_of_them(app: &TestApp) {
    let (ada, grace, admin) = (app.register("ada").await, app.register("grace").await, app.admin("root").await);
    app.visitor().rest("GET /clubs?mine=true").await.problem(401, "sign_in_required");
    let hers = app.approved_club(&grace, "Hers", "open").await;
    app.approved_club(&grace, "Not mine", "open").await;
    let asked = app.approved_club(&grace, "Asked", "request").await;
    for club in [&hers, &asked] {
        ada.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    }
    ada.rest("POST /clubs").json(json!({ "name": "Pending" })).await.expect(201);
    let rejected = ada.rest("POST /clubs").json(json!({ "name": "Rejected" })).await.expect(201).json();
    let reject = format!("POST /clubs/{}/reject", rejected["id"].as_str().unwrap());
    admin.rest(&reject).json(json!({ "reason": "No." })).await.expect(200);
    assert_eq!(found(&ada, "mine=true").await, ["Rejected", "Pending", "Asked", "Hers"]);
    assert_eq!(found(&ada, "mine=true&status=pending").await, ["Pending"]);
    assert_eq!(found(&ada, "mine=true&status=rejected").await, ["Rejected"]);
    assert_eq!(found(&ada, "mine=true&q=HER").await, ["Hers"]);
    assert_eq!(found(&ada, "mine=false").await, ["Asked", "Not mine", "Hers"]);
    assert_eq!(found(&admin, "mine=true").await, Vec::<String>::new());
}

async fn long_lists_come_in_pages_without_gaps_or_repeats(app: &TestApp) {
    let ada = app.register("ada").await;
    for number in 0..8 {
        approved(app, &ada, &format!("Club {number}"), "").await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    for expected in [3, 3, 2] {
        let page = app.visitor().rest(&format!("GET /clubs?limit=3&cursor={cursor}")).await.expect(200).json();
        assert_eq!(page["total"], 8);
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), expected);
        seen.extend(items.iter().map(|club| club["name"].as_str().unwrap().to_owned()));
        cursor = page["next_cursor"].as_str().unwrap_or_default().to_owned();
    }
    assert!(cursor.is_empty(), "the last page names no next one");
    assert_eq!(seen, (0..8).rev().map(|number| format!("Club {number}")).collect::<Vec<_>>());
}

async fn a_list_says_how_one_belongs_to_each_club(app: &TestApp) {
    let (ada, grace) = (app.register("ada").await, app.register("grace").await);
    let open = app.approved_club(&ada, "Open", "open").await;
    let asked = app.approved_club(&ada, "Asked", "request").await;
    for club in [&open, &asked] {
        grace.rest(&format!("POST /clubs/{club}/members")).await.expect(201);
    }
    let list = grace.rest("GET /clubs").await.expect(200).json();
    let mine = |number: usize| {
        let club = &list["items"][number];
        (club["my_role"].clone(), club["my_status"].clone(), club["member_count"].clone())
    };
    assert_eq!(mine(0), (json!(null), json!("requested"), json!(1)), "who only asked is no member yet");
    assert_eq!(mine(1), (json!("member"), json!("active"), json!(2)));
    let list = app.visitor().rest("GET /clubs").await.json();
    assert_eq!(list["items"][1]["my_role"], json!(null));
}
