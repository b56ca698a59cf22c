//! Calling server functions, in one piece of code for all of them. Leptos would compile its machinery anew for every
//! function and every type that is loaded; here only the parsing of the answer is particular, which keeps what the
//! browser downloads small however many pages there are.

use std::future::Future;
use std::pin::Pin;

use serde::Serialize;
use serde_json::Value;

use crate::api_error::ApiError;

#[cfg(not(feature = "ssr"))]
mod in_browser;
#[cfg(feature = "ssr")]
mod on_server;

#[cfg(not(feature = "ssr"))]
pub use in_browser::{clear_passwords, form_fields, post, run};
#[cfg(feature = "ssr")]
pub use on_server::{clear_passwords, form_fields, post, run};

/// The answer of a server function as it travels: JSON, or the error.
pub type Answer = Result<String, ApiError>;
pub type Answering = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// The input of a server function, as text that can be compared and kept.
pub fn as_question<F: Serialize>(input: &F) -> String {
    serde_json::to_string(input).unwrap_or_default()
}

/// A question as the fields of a form.
pub fn as_form(question: &str) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    if let Ok(Value::Object(fields)) = serde_json::from_str(question) {
        for (name, value) in fields {
            match value {
                Value::Null => {}
                Value::String(text) => {
                    form.append_pair(&name, &text);
                }
                other => {
                    form.append_pair(&name, &other.to_string());
                }
            }
        }
    }
    form.finish()
}

#[cfg(test)]
mod tests {
    use super::as_form;

    #[test]
    fn a_question_becomes_a_form() {
        assert_eq!(as_form(r#"{"q":"a b&c","limit":5,"cursor":null,"on":true}"#), "limit=5&on=true&q=a+b%26c");
        assert_eq!(as_form("null"), "");
    }
}
