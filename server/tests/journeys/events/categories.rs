//! What kinds of event there are.

use serde_json::{Value, json};

use crate::support::{Answer, Caller, Person, TestApp};

journeys![
    admins_add_categories_and_everybody_sees_them_by_name,
    a_name_belongs_to_one_category_whatever_its_capitals,
    a_category_is_renamed_and_nobody_overwrites_anybody,
    a_deleted_category_is_gone_and_its_name_free,
    what_cannot_be_a_name_is_refused,
    there_are_only_so_many_categories,
];

async fn add(admin: &Person, name: &str) -> Answer {
    admin.rest("POST /categories").json(json!({ "name": name })).await
}

fn path(category: &Value) -> String {
    format!("/categories/{}", category["id"].as_str().unwrap())
}

async fn names(caller: &Caller) -> Vec<String> {
    let list = caller.rest("GET /categories").await.expect(200).json();
    let items = list["items"].as_array().unwrap();
    assert_eq!((&list["total"], &list["next_cursor"]), (&json!(items.len()), &json!(null)));
    items.iter().map(|category| category["name"].as_str().unwrap().to_owned()).collect()
}

async fn admins_add_categories_and_everybody_sees_them_by_name(app: &TestApp) {
    let admin = app.admin("root").await;
    let music = add(&admin, " Music  & Dance ").await.expect(201).json();
    assert_eq!((&music["name"], &music["events"], &music["version"]), (&json!("Music & Dance"), &json!(0), &json!(1)));
    add(&admin, "film").await.expect(201);
    add(&admin, "Ausflüge").await.expect(201);
    assert_eq!(names(&app.visitor()).await, ["Ausflüge", "film", "Music & Dance"]);
    assert_eq!(names(&*app.register("ada").await).await.len(), 3);
}

async fn a_name_belongs_to_one_category_whatever_its_capitals(app: &TestApp) {
    let admin = app.admin("root").await;
    let first = add(&admin, "Ärger").await.expect(201).json();
    let refused = add(&admin, "ÄRGER").await;
    refused.problem(409, "category_name_taken");
    assert_eq!(refused.wrong_fields(), ["name"]);
    let other = add(&admin, "Film").await.expect(201).json();
    let rename = admin.rest(&format!("PATCH {}", path(&other))).json(json!({ "name": "ärger" })).await;
    rename.problem(409, "category_name_taken");
    admin.rest(&format!("PATCH {}", path(&first))).json(json!({ "name": "ärger" })).await.expect(200);
    let answers = futures::future::join_all((0..8).map(|_| add(&admin, "Music"))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 201) {
        refused.problem(409, "category_name_taken");
    }
}

async fn a_category_is_renamed_and_nobody_overwrites_anybody(app: &TestApp) {
    let admin = app.admin("root").await;
    let music = add(&admin, "Music").await.expect(201).json();
    let edit = format!("PATCH {}", path(&music));
    let renamed = admin.rest(&edit).json(json!({ "name": "Concerts", "version": 1 })).await.expect(200).json();
    assert_eq!((&renamed["name"], &renamed["version"]), (&json!("Concerts"), &json!(2)));
    admin.rest(&edit).json(json!({ "name": "Shows", "version": 1 })).await.problem(409, "edited_meanwhile");
    let same = admin.rest(&edit).json(json!({ "name": "Concerts" })).await.expect(200).json();
    assert_eq!(same, renamed, "saving what stands there is no change");
    assert_eq!(admin.rest(&edit).json(json!({})).await.expect(200).json(), renamed);
}

async fn a_deleted_category_is_gone_and_its_name_free(app: &TestApp) {
    let admin = app.admin("root").await;
    let music = add(&admin, "Music").await.expect(201).json();
    let delete = format!("DELETE {}", path(&music));
    admin.rest(&delete).await.expect(204);
    admin.rest(&delete).await.problem(404, "not_found");
    admin.rest(&format!("PATCH {}", path(&music))).json(json!({ "name": "Film" })).await.problem(404, "not_found");
    add(&admin, "music").await.expect(201);
    let history = domain::journal::history_of(&app.platform, music["id"].as_str().unwrap().parse().unwrap());
    let told: Vec<&str> = history.await.unwrap().iter().map(|entry| entry.message.name()).collect();
    assert_eq!(told, ["category_created", "category_deleted"]);
}

async fn what_cannot_be_a_name_is_refused(app: &TestApp) {
    let admin = app.admin("root").await;
    for name in ["", " ", "x", "a\u{0}b", "a\nb", &"x".repeat(61)] {
        let refused = add(&admin, name).await;
        refused.problem(422, "invalid_input");
        assert_eq!(refused.wrong_fields(), ["name"]);
    }
    add(&admin, &"x".repeat(60)).await.expect(201);
}

async fn there_are_only_so_many_categories(app: &TestApp) {
    let admin = app.admin("root").await;
    for number in 0..200 {
        add(&admin, &format!("Kind {number}")).await.expect(201);
    }
    add(&admin, "One more").await.problem(409, "too_many_categories");
    app.leave_messages_waiting();
}
