//! The plan of a venue for those who draw it.

use leptos::prelude::*;

use super::drawing::{Drawing, Sections};
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::Page;
use crate::site::named;
use crate::venues::api::LoadPlanEditor;
use crate::venues::api_views::PlanEditorShown;

#[component]
pub fn PlanPage() -> impl IntoView {
    let shown = Data::load(LoadPlanEditor { venue_id: named("id") });
    view! {
        <Page title="Plan">
            <Loaded data=shown children=|shown| view! { <PlanView shown=shown /> } />
        </Page>
    }
}

#[component]
fn PlanView(shown: PlanEditorShown) -> impl IntoView {
    let venue = shown.venue;
    view! {
        <p class="way-back">
            <a href=format!("/venues/{}", venue.id)>{venue.name.clone()}</a>
        </p>
        <h1>"Plan"</h1>
        {shown
            .plan
            .map(|plan| {
                let sections = plan.sections.clone();
                view! {
                    <div class="venue-plan">
                        <div class="plan-frame">
                            <Drawing plan=plan />
                        </div>
                        <Sections sections=sections />
                    </div>
                }
            })}
    }
}
