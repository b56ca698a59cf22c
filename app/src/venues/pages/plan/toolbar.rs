//! The buttons of the editor, in groups.

use leptos::prelude::*;

use crate::parts::icon::Icon;

#[component]
pub fn Toolbar() -> impl IntoView {
    view! {
        <div class="plan-tools" role="toolbar" aria-label="Plan">
            <div class="segments" role="group" aria-label="What a click takes">
                <Grain grain="sections" words="Sections" />
                <Grain grain="rows" words="Rows" />
                <Grain grain="seats" words="Seats" />
            </div>
            <div class="plan-group" role="group" aria-label="Add">
                <Opens dialog="plan-rows" icon="plus" words="Rows" />
                <Opens dialog="plan-standing" icon="plus" words="Standing" />
                <Tool command="stage" icon="plus" words="Stage" />
            </div>
            <div class="plan-group" role="group" aria-label="What is picked">
                <button class="button small" type="button" popovertarget="plan-labels" data-do="labels">
                    "Labels"
                </button>
                <Tool command="accessible" words="Wheelchair" />
                <Tool command="companion" words="Companion" />
                <Tool command="duplicate" icon="copy" label="Duplicate" />
                <Tool command="delete" icon="trash" label="Delete" />
            </div>
            <div class="plan-group" role="group" aria-label="Steps">
                <Tool command="undo" words="Undo" />
                <Tool command="redo" words="Redo" />
            </div>
            <div class="plan-group" role="group" aria-label="View">
                <Tool command="zoom-out" icon="minus" label="Smaller" />
                <Tool command="fit" words="Fit" />
                <Tool command="zoom-in" icon="plus" label="Larger" />
            </div>
            <div class="plan-group" role="group" aria-label="Files">
                <FileButton set="import" accept="application/json,.json" words="Import" />
                <Tool command="export" words="Export" />
                <FileButton set="background" accept="image/jpeg,image/png,image/webp" words="Picture" />
                <Tool command="no-background" words="No picture" />
                <Opens dialog="plan-help" icon="info" words="Keys" />
            </div>
            <button class="button small primary" type="button" data-do="save">
                "Save plan"
            </button>
        </div>
        // Wear the colours of the zones for the drawing to read.
        <p class="plan-inks" hidden aria-hidden="true">
            {(0..domain::venues::ZONES)
                .map(|zone| view! { <i class=super::super::words::zone_hue(zone)></i> })
                .collect::<Vec<_>>()}
        </p>
    }
}

#[component]
fn Grain(grain: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <button type="button" data-do="grain" data-grain=grain aria-pressed="false">
            {words}
        </button>
    }
}

#[component]
fn Tool(
    command: &'static str,
    #[prop(optional)] icon: Option<&'static str>,
    #[prop(optional)] words: &'static str,
    /// Where the drawing on it has to be said.
    #[prop(optional)]
    label: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button class="button small" type="button" data-do=command aria-label=label title=label>
            {icon.map(|icon| view! { <Icon name=icon small=true /> })}
            {words}
        </button>
    }
}

#[component]
fn Opens(dialog: &'static str, icon: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <button class="button small" type="button" popovertarget=dialog>
            <Icon name=icon small=true />
            {words}
        </button>
    }
}

#[component]
fn FileButton(set: &'static str, accept: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <label class="button small">
            {words} <input class="visually-hidden" type="file" accept=accept data-set=set />
        </label>
    }
}
