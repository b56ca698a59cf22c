//! Short words about what just happened, said politely and gone by themselves.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::form::FormAction;
use crate::components::icon::Icon;

const SHOWN_FOR: Duration = Duration::from_secs(6);

#[derive(Clone, Copy, Default)]
pub struct Toasts {
    shown: RwSignal<Vec<(u32, String)>>,
    last: StoredValue<u32>,
}

impl Toasts {
    pub fn say(&self, words: impl Into<String>) {
        let id = self.last.get_value().wrapping_add(1);
        self.last.set_value(id);
        self.shown.update(|shown| shown.push((id, words.into())));
        let toasts = *self;
        set_timeout(move || toasts.drop(id), SHOWN_FOR);
    }

    fn drop(&self, id: u32) {
        self.shown.try_update(|shown| shown.retain(|(other, _)| *other != id));
    }
}

pub fn toasts() -> Toasts {
    use_context().unwrap_or_default()
}

/// Says the words each time the form succeeds.
pub fn say_when_done(action: FormAction, words: &'static str) {
    let toasts = toasts();
    action.when_done(move |_| toasts.say(words));
}

#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = toasts();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.shown.get() key=|(id, _)| *id let((id, words))>
                <div class="toast">
                    <p>{words}</p>
                    <button class="button small quiet" type="button" aria-label="Close" on:click=move |_| toasts.drop(id)>
                        <Icon name="close" small=true />
                    </button>
                </div>
            </For>
        </div>
    }
}
