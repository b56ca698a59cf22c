use leptos::prelude::window;

/// To the sign-in page, and from there back here.
pub fn go_to_the_door() {
    let location = window().location();
    let here = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let next: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
    let _ = location.set_href(&format!("/login?next={next}"));
}
