//! Calling a server function from an island. Leptos' own client knows every way to do so; this one sends a form, which is
//! all that is needed, and costs eleven KiB less.

use leptos::server_fn::ServerFn;

/// Sends the fields and does not wait.
pub fn send<F: ServerFn>(form: String) {
    browser::post(F::PATH, form);
}

#[cfg(feature = "hydrate")]
mod browser {
    use gloo_net::http::Request;

    pub fn post(path: &'static str, form: String) {
        leptos::task::spawn_local(async move {
            let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded").body(form);
            if let Ok(request) = request {
                let _ = request.send().await;
            }
        });
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    pub fn post(_: &'static str, _: String) {}
}
