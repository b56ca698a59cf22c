//! What a page loads: on the server while it is drawn, and handed on to the browser inside the page.

use std::marker::PhantomData;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api_error::ApiError;
use crate::components::call::{self, Answer, Answering, as_question};
use crate::components::form::FormAction;

pub struct Data<T> {
    answer: Resource<Answer>,
    shape: PhantomData<fn() -> T>,
}

impl<T> Clone for Data<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Data<T> {}

impl<T> Data<T> {
    /// Loads what the function answers, and again whenever the input changes.
    pub fn load<F>(input: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: ServerFn<Output = T, Error = ApiError> + Serialize + DeserializeOwned + Send + 'static,
        T: Serialize,
    {
        let question = move || as_question(&input());
        Self { answer: ask(Box::new(question), call::run::<F>), shape: PhantomData }
    }

    /// Loads again when a form has changed what is shown.
    pub fn again_after(self, action: FormAction) -> Self {
        let answer = self.answer;
        action.when_done(move |_| answer.refetch());
        self
    }

    pub fn answer(&self) -> Resource<Answer> {
        self.answer
    }

    pub fn refetch(&self) {
        self.answer.refetch();
    }
}

impl<T: DeserializeOwned> Data<T> {
    pub fn get(&self) -> Option<Result<T, ApiError>> {
        self.answer.get().map(|answer| read(&answer))
    }
}

pub fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, ApiError> {
    let json = answer.as_ref().map_err(Clone::clone)?;
    serde_json::from_str(json).map_err(|_| ApiError::unreachable())
}

/// Compiled once, whatever is asked.
fn ask(question: Box<dyn Fn() -> String + Send + Sync>, run: fn(String) -> Answering) -> Resource<Answer> {
    Resource::new_blocking(question, run)
}
