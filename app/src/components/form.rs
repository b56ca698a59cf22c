//! Forms that work before the page has woken up and without JavaScript: they are sent to the page they stand on, with
//! the name of their server function. Once awake, the same function is called without leaving the page.

use std::collections::HashMap;

use domain::refusal::FieldProblem;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use serde::de::DeserializeOwned;

use crate::api_error::ApiError;
use crate::components::call::{self, Answer};
use crate::components::data::read;
use crate::components::icon::Icon;
use crate::site::submitted_to;

/// The field that tells the server which function a form without JavaScript is for.
pub const FUNCTION_FIELD: &str = "_fn";

/// A server function that a form is sent to.
#[derive(Clone, Copy)]
pub struct FormAction {
    path: &'static str,
    action: Action<String, Answer>,
}

impl FormAction {
    pub fn to<F: ServerFn>() -> Self {
        Self::to_path(F::PATH)
    }

    fn to_path(path: &'static str) -> Self {
        Self { path, action: Action::new(move |fields: &String| call::post(path, fields.clone())) }
    }

    pub fn pending(&self) -> Signal<bool> {
        self.action.pending().into()
    }

    /// Whether the last try succeeded.
    pub fn is_done(&self) -> bool {
        self.action.value().with(|answer| matches!(answer, Some(Ok(_))))
    }

    /// What the function answered, once it succeeded.
    pub fn answer<T: DeserializeOwned>(&self) -> Option<T> {
        self.action.value().with(|answer| answer.as_ref().and_then(|answer| read(answer).ok()))
    }

    /// Acts each time the function succeeds.
    pub fn when_done(self, act: impl Fn(&str) + 'static) {
        let act: Box<dyn Fn(&str)> = Box::new(act);
        Effect::new(move |_| {
            if let Some(Ok(json)) = self.action.value().get() {
                act(&json);
            }
        });
    }
}

/// How a form is doing: what its fields and its button need to know.
#[derive(Clone, Copy)]
pub struct FormState {
    pub error: Signal<Option<ApiError>>,
    pub pending: Signal<bool>,
    typed: StoredValue<HashMap<String, String>>,
    /// Before the ids of its fields, where several forms on a page have fields of the same name.
    prefix: &'static str,
}

impl FormState {
    pub fn of(form: FormAction) -> Self {
        let before = submitted_to(form.path);
        let typed = before.as_ref().map(|sent| sent.values.iter().cloned().collect()).unwrap_or_default();
        let first_error = before.map(|sent| sent.error);
        let (value, version) = (form.action.value(), form.action.version());
        let error = Signal::derive(move || match value.get() {
            Some(Err(error)) => Some(error),
            None if version.get() == 0 => first_error.clone(),
            Some(Ok(_)) | None => None,
        });
        Self { error, pending: form.pending(), typed: StoredValue::new(typed), prefix: "" }
    }

    pub fn with_prefix(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// The id of a field in the page.
    pub fn id(&self, field: &str) -> String {
        format!("{}{field}", self.prefix)
    }

    /// What is wrong with a field, in words.
    pub fn problem(&self, field: &'static str) -> Signal<Option<String>> {
        let error = self.error;
        Signal::derive(move || {
            let problems = error.get()?.problems;
            problems.into_iter().find(|problem| problem.field == field).map(|problem| problem.message)
        })
    }

    /// What had been typed before a refusal, else what is stored.
    pub fn value(&self, field: &str, stored: &str) -> String {
        self.typed.with_value(|typed| typed.get(field).cloned()).unwrap_or_else(|| stored.to_owned())
    }
}

#[component]
pub fn Form(action: FormAction, #[prop(default = "form")] class: &'static str, children: Children) -> impl IntoView {
    let pending = action.pending();
    let send = move |event: SubmitEvent| {
        if event.default_prevented() {
            return;
        }
        if pending.get_untracked() {
            event.prevent_default();
            return;
        }
        // A form that cannot be read here is left to the browser to send.
        if let Some(fields) = call::form_fields(&event) {
            event.prevent_default();
            action.action.dispatch(fields);
        }
    };
    let shown = NodeRef::<leptos::html::Form>::new();
    Effect::new(move |_| {
        let forget = action.action.value().with(|answer| answer.as_ref().is_some_and(should_forget_passwords));
        if let (true, Some(form)) = (forget, shown.get_untracked()) {
            call::clear_passwords(&form);
        }
    });
    view! {
        <form class=class method="post" novalidate on:submit=send node_ref=shown>
            <input type="hidden" name=FUNCTION_FIELD value=action.path />
            {children()}
        </form>
    }
}

/// A password that was taken, or refused, is typed anew; one that only shares its form with another field's problem
/// stays.
fn should_forget_passwords(answer: &Answer) -> bool {
    match answer {
        Ok(_) => true,
        Err(error) => {
            error.problems.is_empty() || error.problems.iter().any(|problem| problem.field.contains("password"))
        }
    }
}

/// What is wrong with the whole form: takes the focus when it appears, and leads to the fields.
#[component]
pub fn FormProblems(state: FormState) -> impl IntoView {
    let shown = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if state.error.get().is_some()
            && let Some(element) = shown.get()
        {
            let _ = element.focus();
        }
    });
    move || {
        state.error.get().map(|error| {
            let problems = error.problems.clone();
            view! {
                <div class="callout bad" role="alert" tabindex="-1" node_ref=shown>
                    <Icon name="alert" />
                    <div>
                        <strong>{title(&error, problems.len())}</strong>
                        <ul>{problems.into_iter().map(|problem| link_to_field(state, problem)).collect::<Vec<_>>()}</ul>
                    </div>
                </div>
            }
        })
    }
}

fn title(error: &ApiError, problems: usize) -> String {
    match problems {
        0 => error.sentence.clone(),
        1 => "One field needs another look.".into(),
        several => format!("{several} fields need another look."),
    }
}

fn link_to_field(state: FormState, problem: FieldProblem) -> impl IntoView {
    view! {
        <li>
            <a href=format!("#{}", state.id(&problem.field)) rel="external">
                {problem.message}
            </a>
        </li>
    }
}
