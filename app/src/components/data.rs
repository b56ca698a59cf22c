//! What a page loads while it is drawn.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api_error::ApiError;

/// Far more than the moment lasts.
const TRIES: u32 = 10_000;

/// The answer of a server function, once it is there.
pub struct Data<T: Send + Sync + 'static> {
    answer: ArcOnceResource<Result<T, ApiError>>,
}

impl<T: Send + Sync + 'static> Clone for Data<T> {
    fn clone(&self) -> Self {
        Self { answer: self.answer.clone() }
    }
}

impl<T> Data<T>
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    pub fn load<F>(question: F) -> Self
    where
        F: ServerFn<Output = T, Error = ApiError> + Send + 'static,
    {
        Self { answer: ArcOnceResource::new_blocking(question.run_body()) }
    }

    /// Leptos does not wait for the moment in which another thread puts the answer in, and takes it for gone instead: a
    /// panic once in some thousand pages. So it is asked again.
    pub fn get(&self) -> Option<Result<T, ApiError>> {
        for _ in 0..TRIES {
            if let Some(answer) = self.answer.try_get() {
                return answer;
            }
            std::thread::yield_now();
        }
        self.answer.get()
    }
}
