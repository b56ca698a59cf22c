//! Forms. Each is sent to the page it stands on, with the name of its server function. When the function succeeds the
//! browser is led on; when it is refused the same page is drawn again with what was typed and what is wrong with it.

use domain::refusal::FieldProblem;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::api_error::{ApiError, EDITED_MEANWHILE};
use crate::parts::icon::Icon;
use crate::site::{Submitted, here, submitted_to};

/// The field that tells the server which function a form is for.
pub const FUNCTION_FIELD: &str = "_fn";

/// The field by which the server knows the second of two clicks.
pub const ONCE_FIELD: &str = "_once";

/// A server function that a form is sent to.
#[derive(Clone, Copy)]
pub struct FormAction {
    path: &'static str,
}

impl FormAction {
    pub fn to<F: ServerFn>() -> Self {
        Self { path: F::PATH }
    }
}

/// How a form is doing: what its fields need to know.
#[derive(Clone, Copy)]
pub struct FormState {
    path: &'static str,
    /// Before the ids of its fields, where several forms on a page have fields of the same name.
    prefix: &'static str,
}

impl FormState {
    pub fn of(form: FormAction) -> Self {
        Self { path: form.path, prefix: "" }
    }

    pub fn with_prefix(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    pub fn error(&self) -> Option<ApiError> {
        self.refused().map(|sent| sent.error)
    }

    /// The id of a field in the page.
    pub fn id(&self, field: &str) -> String {
        format!("{}{field}", self.prefix)
    }

    /// What is wrong with a field, in words.
    pub fn problem(&self, field: &str) -> Option<String> {
        let problems = self.error()?.problems;
        problems.into_iter().find(|problem| problem.field == field).map(|problem| problem.message)
    }

    /// What had been typed before a refusal, else what is stored.
    pub fn value(&self, field: &str, stored: &str) -> String {
        self.typed(field).unwrap_or_else(|| stored.to_owned())
    }

    pub fn is_refused_as(&self, code: &str) -> bool {
        self.refused().is_some_and(|sent| sent.error.is(code))
    }

    /// What somebody else saved in a field, where it is not what was typed here.
    pub fn meanwhile(&self, field: &str, stored: &str) -> Option<String> {
        let typed = self.typed(field).filter(|_| self.is_refused_as(EDITED_MEANWHILE))?;
        (same_lines(&typed) != same_lines(stored)).then(|| stored.to_owned())
    }

    /// The same of a box.
    pub fn meanwhile_ticked(&self, field: &str, stored: bool) -> Option<bool> {
        (self.is_refused_as(EDITED_MEANWHILE) && self.ticked(field, stored) != stored).then_some(stored)
    }

    /// Whether a box was ticked before a refusal, else whether it is stored so. An empty box is not sent at all.
    pub fn ticked(&self, field: &str, stored: bool) -> bool {
        self.refused().map_or(stored, |sent| sent.values.iter().any(|(name, _)| name == field))
    }

    /// The same of one of several boxes, which are told apart by what they stand for.
    pub fn ticked_as(&self, field: &str, value: &str, stored: bool) -> bool {
        let prefix = format!("{field}[");
        self.refused().map_or(stored, |sent| {
            sent.values.iter().any(|(name, ticked)| name.starts_with(&prefix) && ticked == value)
        })
    }

    fn refused(&self) -> Option<Submitted> {
        submitted_to(self.path)
    }

    fn typed(&self, field: &str) -> Option<String> {
        self.refused()?.values.into_iter().find(|(name, _)| name == field).map(|(_, value)| value)
    }
}

/// Browsers send the ends of lines in their own way.
fn same_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[component]
pub fn Form(action: FormAction, #[prop(default = "form")] class: &'static str, children: Children) -> impl IntoView {
    // The page's own number: two clicks send the same one, the next page has another.
    let once = use_nonce().map(|nonce| nonce.to_string());
    view! {
        <form class=class method="post" action=here() novalidate>
            <input type="hidden" name=FUNCTION_FIELD value=action.path />
            <input type="hidden" name=ONCE_FIELD value=once />
            {children()}
        </form>
    }
}

/// What is wrong with the whole form: takes the focus when it appears, and leads to the fields.
#[component]
pub fn FormProblems(state: FormState) -> impl IntoView {
    state.error().map(|error| {
        let problems = error.problems.clone();
        view! {
            <div class="callout bad" role="alert" tabindex="-1" autofocus>
                <Icon name="alert" />
                <div>
                    <strong>{title(&error, problems.len())}</strong>
                    <ul>{problems.into_iter().map(|problem| link_to_field(state, problem)).collect::<Vec<_>>()}</ul>
                </div>
            </div>
        }
    })
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
            <a href=format!("#{}", state.id(&problem.field))>{problem.message}</a>
        </li>
    }
}
