//! In the browser a server function is a request.

use gloo_net::http::Request;
use leptos::ev::SubmitEvent;
use leptos::server_fn::ServerFn;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast as _;

use super::{Answer, Answering, as_form};
use crate::api_error::ApiError;

/// Asks the function for what it loads.
pub fn run<F: ServerFn>(question: String) -> Answering {
    post(F::PATH, as_form(&question))
}

/// Sends the fields of a form to a function.
pub fn post(path: &'static str, form: String) -> Answering {
    // The browser has one thread: what cannot leave it never has to.
    Box::pin(SendWrapper::new(async move { send(path, form).await.unwrap_or(Err(ApiError::unreachable())) }))
}

async fn send(path: &str, form: String) -> Result<Answer, gloo_net::Error> {
    let request = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept", "application/json")
        .body(form)?;
    let response = request.send().await?;
    let text = response.text().await?;
    if response.ok() {
        return Ok(Ok(text));
    }
    Ok(Err(serde_json::from_str(&text).unwrap_or(ApiError::unreachable())))
}

/// What is typed into the form that is being sent, with the button that sent it.
pub fn form_fields(event: &SubmitEvent) -> Option<String> {
    let form = event.target()?.dyn_into::<web_sys::HtmlFormElement>().ok()?;
    let data = web_sys::FormData::new_with_form(&form).ok()?;
    if let Some(button) = event.submitter()
        && let (Some(name), Some(value)) = (button.get_attribute("name"), button.get_attribute("value"))
    {
        data.append_with_str(&name, &value).ok()?;
    }
    let pairs = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    pairs.to_string().as_string()
}

pub fn clear_passwords(form: &web_sys::HtmlFormElement) {
    let elements = form.elements();
    for index in 0..elements.length() {
        let field = elements.item(index).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(field) = field.filter(|field| field.name().contains("password")) {
            field.set_value("");
        }
    }
}
