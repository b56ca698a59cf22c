//! The description of the REST API is complete: whoever reads only that can call every operation.

use serde_json::Value;

use crate::support::{Caller, TestApp};

journeys![
    every_answer_says_what_it_is,
    the_description_is_openapi_3_1_and_can_be_read_offline,
    every_operation_says_what_it_is_what_it_takes_and_what_it_answers,
    every_error_is_described_as_the_problem_document_it_is,
    every_body_has_an_example,
    every_reference_of_the_description_leads_somewhere,
];

pub struct Operation<'d> {
    pub method: &'d str,
    pub path: &'d str,
    pub said: &'d Value,
}

impl Operation<'_> {
    /// `GET /users/me`
    pub fn name(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }

    /// Ready to be sent, with this id wherever it takes one.
    pub fn call(&self, id: &str) -> String {
        let filled = |part: &str| if part.starts_with('{') { id.to_owned() } else { part.to_owned() };
        self.name().split('/').map(filled).collect::<Vec<_>>().join("/")
    }

    /// The body the description gives as an example.
    pub fn example(&self, document: &Value) -> Value {
        example_of(document, &self.said["requestBody"]["content"]["application/json"]["schema"]).unwrap()
    }

    pub fn takes_json(&self) -> bool {
        self.said["requestBody"]["content"].get("application/json").is_some()
    }

    pub fn needs_sign_in(&self) -> bool {
        self.said["security"].as_array().is_some_and(|schemes| !schemes.is_empty())
    }
}

/// Every operation of the document.
pub fn operations(document: &Value) -> impl Iterator<Item = Operation<'_>> {
    const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];
    let paths = document["paths"].as_object().unwrap().iter();
    paths.flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().iter().filter(|(method, _)| METHODS.contains(&method.as_str()));
        methods.map(move |(method, said)| Operation { method, path, said })
    })
}

/// What is given as an example of this: said outright, or put together from its fields.
fn example_of(document: &Value, schema: &Value) -> Option<Value> {
    if let Some(example) = schema.get("example").or(schema["examples"].get(0)) {
        return Some(example.clone());
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        return choices.iter().find_map(|choice| example_of(document, choice));
    }
    let fields = resolve(document, schema)["properties"].as_object()?.iter();
    Some(fields.map(|(name, said)| (name.clone(), example_of(document, said).unwrap_or_default())).collect())
}

/// What a `$ref` means.
pub fn resolve<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap_or(&Value::Null),
        None => schema,
    }
}

pub async fn document(caller: &Caller) -> Value {
    caller.get("/api/openapi.json").await.expect(200).json()
}

async fn the_description_is_openapi_3_1_and_can_be_read_offline(app: &TestApp) {
    let answer = app.visitor().get("/api/openapi.json").await.expect(200);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let document = answer.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."), "{}", document["openapi"]);
    assert_eq!(document["servers"][0]["url"], "/api/v1");
    assert_eq!(document["components"]["securitySchemes"]["bearer"]["scheme"], "bearer");
    let page = app.visitor().get("/api/docs/").await.expect(200).text();
    assert!(!page.contains("src=\"http") && !page.contains("href=\"http"), "loads nothing from elsewhere: {page}");
    let from_api = app.visitor().get("/api").await;
    assert_eq!(from_api.header("location"), Some("/api/docs/"));
}

async fn every_operation_says_what_it_is_what_it_takes_and_what_it_answers(app: &TestApp) {
    let document = document(&app.visitor()).await;
    let mut ids = Vec::new();
    let mut missing = Vec::new();
    for operation in operations(&document) {
        let said = operation.said;
        let mut want = |there: bool, what: &str| {
            if !there {
                missing.push(format!("{}: {what}", operation.name()));
            }
        };
        want(said["operationId"].is_string(), "an operationId");
        want(said["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "a summary");
        want(said["tags"].as_array().is_some_and(|tags| tags.len() == 1), "one tag");
        let answers = said["responses"].as_object().unwrap();
        want(answers.keys().any(|status| status.starts_with('2')), "what it answers when it succeeds");
        want(!operation.needs_sign_in() || answers.contains_key("401"), "401 for who is not signed in");
        want(!operation.path.contains("{id}") || answers.contains_key("404"), "404 for an unknown id");
        want(!operation.takes_json() || answers.contains_key("400"), "400 for a body that cannot be read");
        want(!operation.takes_json() || answers.contains_key("422"), "422 for a body that makes no sense");
        ids.push(said["operationId"].to_string());
    }
    ids.sort();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "every operationId is its own");
    assert!(missing.is_empty(), "{} things are not described:\n{}", missing.len(), missing.join("\n"));
}

async fn every_error_is_described_as_the_problem_document_it_is(app: &TestApp) {
    let document = document(&app.visitor()).await;
    let mut wrong = Vec::new();
    for operation in operations(&document) {
        let answers = operation.said["responses"].as_object().unwrap();
        for (status, answer) in answers.iter().filter(|(status, _)| status.starts_with('4')) {
            if answer["content"].get("application/problem+json").is_none() {
                wrong.push(format!("{} {status}", operation.name()));
            }
        }
    }
    let count = wrong.len();
    assert!(wrong.is_empty(), "{count} errors are not application/problem+json: {}", wrong.join(", "));
}

async fn every_body_has_an_example(app: &TestApp) {
    let document = document(&app.visitor()).await;
    let mut wrong = Vec::new();
    for operation in operations(&document).filter(Operation::takes_json) {
        let content = &operation.said["requestBody"]["content"]["application/json"];
        let schema = resolve(&document, &content["schema"]);
        let example = [&content["example"], &content["examples"], &schema["example"]];
        if example.iter().all(|example| example.is_null()) {
            let fields = schema["properties"].as_object().unwrap();
            let bare = |(name, said): (&String, &Value)| {
                let shown = example_of(&document, said).is_some();
                (!shown).then(|| name.clone())
            };
            let bare: Vec<String> = fields.iter().filter_map(bare).collect();
            if !bare.is_empty() {
                wrong.push(format!("{}: neither the body nor {} has an example", operation.name(), bare.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn every_reference_of_the_description_leads_somewhere(app: &TestApp) {
    let document = document(&app.visitor()).await;
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1) {
        let pointer = reference.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
    let listed: Vec<_> = document["tags"].as_array().unwrap().iter().map(|tag| tag["name"].clone()).collect();
    for operation in operations(&document) {
        assert!(listed.contains(&operation.said["tags"][0]), "{}", operation.name());
    }
}

async fn every_answer_says_what_it_is(app: &TestApp) {
    let document = app.visitor().get("/api/openapi.json").await.expect(200).json();
    for operation in operations(&document) {
        for (status, answer) in operation.said["responses"].as_object().unwrap() {
            let said = answer["description"].as_str().unwrap_or_default();
            assert!(!said.is_empty(), "{} answers {status} without saying what it is", operation.name());
        }
    }
}
