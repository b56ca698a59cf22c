//! What every page knows about the site it is on.

use leptos::prelude::{SharedValue, provide_context, use_context};
use serde::{Deserialize, Serialize};

use crate::api_error::ApiError;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    pub name: String,
    /// Mails are kept and shown instead of sent.
    pub has_mailbox: bool,
}

/// A form that was sent without JavaScript and refused: the page is drawn again with what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    pub function: String,
    pub error: ApiError,
    pub values: Vec<(String, String)>,
}

/// What the server knows when it draws, handed on to the browser inside the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFacts {
    pub site: Site,
    pub submitted: Option<Submitted>,
}

pub fn provide_page_facts() {
    let facts = SharedValue::new(|| PageFacts {
        site: use_context::<Site>().unwrap_or_default(),
        submitted: use_context::<Submitted>(),
    });
    provide_context(facts.into_inner());
}

pub fn site() -> Site {
    use_context::<PageFacts>().map(|facts| facts.site).unwrap_or_default()
}

pub fn submitted_to(function: &str) -> Option<Submitted> {
    use_context::<PageFacts>()?.submitted.filter(|submitted| submitted.function == function)
}
