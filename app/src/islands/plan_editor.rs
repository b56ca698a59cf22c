//! The editor of a seat plan. Everything one sees of it is drawn by the server and carries the names of what it does;
//! here is what answers: the drawing, the list beside it, and the plan itself. Nothing of it is a view that follows
//! signals: that would cost more than half as much again to download, and a drawing of twenty thousand seats follows
//! nothing anyway.

#[cfg(feature = "hydrate")]
mod browser;
pub mod camera;
pub mod model;

use leptos::prelude::*;

/// Around it stands an element that says in `data-venue` whose plan it is.
#[island]
pub fn PlanEditor(children: Children) -> impl IntoView {
    browser::begin_soon();
    view! { <div class="plan-editor">{children()}</div> }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    pub fn begin_soon() {}
}
