//! Whatever a caller sends: a 4xx with a sentence and a code, nothing changed, never a fault of ours.

mod bodies;
mod catalogue;
mod forms;
mod functions;
mod hostile_text;
mod ids_and_queries;
mod tokens;

use serde_json::{Value, json};

use crate::openapi::{Operation, document, operations, resolve};
use crate::support::TestApp;

/// An operation that takes JSON, ready to be called by an admin.
struct Target {
    name: String,
    /// The same with a real id in it.
    call: String,
    fields: Vec<String>,
    required: Vec<String>,
    body_bytes_max: usize,
}

async fn targets(app: &TestApp, id: &str) -> Vec<Target> {
    let document = document(&app.visitor()).await;
    let takes_json = operations(&document).filter(Operation::takes_json);
    let targets: Vec<Target> = takes_json.map(|operation| target(&document, &operation, id)).collect();
    assert!(targets.len() >= 20, "only {} operations take JSON", targets.len());
    targets
}

fn target(document: &Value, operation: &Operation<'_>, id: &str) -> Target {
    let schema = resolve(document, &operation.said["requestBody"]["content"]["application/json"]["schema"]);
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    Target {
        body_bytes_max: if operation.path.ends_with("/plan") { 8 * 1024 * 1024 } else { 256 * 1024 },
        name: operation.name(),
        call: operation.call(id),
        fields: schema["properties"].as_object().unwrap().keys().cloned().collect(),
        required: required.iter().map(|name| name.as_str().unwrap().to_owned()).collect(),
    }
}

impl Target {
    /// A body that can be read, with one field set to this.
    fn body_with(&self, field: &str, value: &Value) -> Value {
        let mut body = json!({});
        for name in &self.required {
            body[name] = if name == "email" { json!("x@example.org") } else { json!("correct horse battery") };
        }
        body[field] = value.clone();
        body
    }
}
