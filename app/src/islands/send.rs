//! Calling a server function from an island. Leptos' own client knows every way to do so; this one sends a form, which is
//! all that is needed, and costs eleven KiB less.

use leptos::server_fn::ServerFn;

/// Sends the fields and does not wait.
pub fn send<F: ServerFn>(form: String) {
    browser::send(F::PATH, form);
}

#[cfg(feature = "hydrate")]
pub use browser::call;

#[cfg(feature = "hydrate")]
mod browser {
    use gloo_net::http::Request;
    use leptos::server_fn::ServerFn;

    pub fn send(path: &'static str, form: String) {
        leptos::task::spawn_local(async move {
            post(path, form).await;
        });
    }

    /// Sends the fields and says whether they were taken.
    pub async fn call<F: ServerFn>(form: String) -> bool {
        post(F::PATH, form).await
    }

    async fn post(path: &'static str, form: String) -> bool {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded").body(form);
        let Ok(request) = request else { return false };
        request.send().await.is_ok_and(|response| response.ok())
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    pub fn send(_: &'static str, _: String) {}
}
