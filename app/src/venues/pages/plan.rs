//! The plan of a venue for those who draw it: the editor's buttons, dialogs and fields. What they do is the
//! module's part; without it the plan is shown as it is.

mod adding;
mod dialogs;
mod fields;
mod toolbar;

use leptos::prelude::*;
use leptos_meta::Title;

use super::drawing::{Drawing, Sections};
use crate::components::code::Module;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::Page;
use crate::site::named;
use crate::venues::api::LoadPlanEditor;
use crate::venues::api_views::{PlanDrawn, PlanEditorShown};
use adding::{AddRows, AddStanding};
use dialogs::{Conflict, Help, Labels};
use fields::SectionFields;
use toolbar::Toolbar;

#[component]
pub fn PlanPage() -> impl IntoView {
    let shown = Data::load(LoadPlanEditor { venue_id: named("id") });
    view! {
        <Page title="Plan" class="page wide">
            <Loaded data=shown children=|shown| view! { <PlanView shown=shown /> } />
        </Page>
    }
}

#[component]
fn PlanView(shown: PlanEditorShown) -> impl IntoView {
    let venue = shown.venue;
    view! {
        <Title text=format!("Plan of {}", venue.name) />
        <Module name="editor" />
        <header class="plan-head">
            <p class="way-back">
                <a href=format!("/venues/{}", venue.id)>{venue.name.clone()}</a>
            </p>
            <h1>"Plan"</h1>
        </header>
        <Asleep plan=shown.plan />
        <div class="plan-editor" data-venue=venue.id.to_string()>
            <Toolbar />
            <Stage />
            <SectionFields />
            <List />
            <AddRows />
            <AddStanding />
            <Labels />
            <Conflict />
            <Help />
        </div>
    }
}

/// What everything else is about; the module draws on it.
#[component]
fn Stage() -> impl IntoView {
    view! {
        <div class="plan-stage">
            <canvas
                tabindex="0"
                role="application"
                aria-label="Drawing of the plan. The list beside it says the same."
                aria-describedby="plan-summary"
            ></canvas>
            <img data-picture="" alt="" hidden />
            <p class="plan-summary">
                <span id="plan-summary"></span>
                <span id="plan-said" role="status"></span>
            </p>
            <div class="plan-problems" role="alert" hidden>
                <p>"The plan was not saved. This needs another look:"</p>
                <ul role="list"></ul>
            </div>
        </div>
    }
}

/// Sections, their rows and their seats: filled by the module.
#[component]
fn List() -> impl IntoView {
    view! {
        <section class="plan-side" aria-label="Sections, rows and seats">
            <ul class="plan-tree" role="list"></ul>
        </section>
    }
}

/// Gone as soon as the editor is awake.
#[component]
fn Asleep(plan: Option<PlanDrawn>) -> impl IntoView {
    view! {
        <div class="plan-asleep">
            <p>"This is the plan as it is now. Changing it needs JavaScript."</p>
            {plan
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
        </div>
    }
}
