use leptos::ev::input;
use leptos::prelude::*;

/// How much of a long field is used up, while it is typed.
#[island]
pub fn CharCount(
    /// The id of the field; the count's own id is made from it.
    field: String,
    most: usize,
    first: usize,
) -> impl IntoView {
    let length = RwSignal::new(first);
    let id = format!("{field}-count");
    Effect::new(move |_| {
        let field = field.clone();
        let listening = window_event_listener(input, move |event| {
            if event_target::<leptos::web_sys::Element>(&event).id() == field {
                length.set(event_target_value(&event).chars().count());
            }
        });
        on_cleanup(move || listening.remove());
    });
    view! {
        <p class="field-count" id=id>
            {move || format!("{} of {most}", length.get())}
        </p>
    }
}
