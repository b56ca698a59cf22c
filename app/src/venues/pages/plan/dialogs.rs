//! Dialogs about what is there: labels by rule, what to do when somebody else saved, and the keys.

use leptos::prelude::*;

use super::fields::{RowRuleFields, SeatRuleFields};
use crate::components::dialog::{Dialog, DialogClose};

#[component]
pub fn Labels() -> impl IntoView {
    view! {
        <Dialog id="plan-labels" title="Labels by rule">
            <p>"For everything that is picked. Single labels are changed in the list."</p>
            <form data-do="label-rows" data-dialog="plan-labels" novalidate>
                <RowRuleFields form="label-rows" />
                <p class="field-problem" role="alert"></p>
                <div class="button-row">
                    <button class="button">"Label rows"</button>
                </div>
            </form>
            <hr />
            <form data-do="label-seats" data-dialog="plan-labels" novalidate>
                <SeatRuleFields form="label-seats" />
                <p class="field-problem" role="alert"></p>
                <div class="button-row">
                    <button class="button">"Label seats"</button>
                </div>
            </form>
            <div class="button-row">
                <DialogClose dialog="plan-labels">"Close"</DialogClose>
            </div>
        </Dialog>
    }
}

/// Opened by the answer to a save.
#[component]
pub fn Conflict() -> impl IntoView {
    view! {
        <Dialog id="plan-conflict" title="Somebody else saved this plan meanwhile">
            <p>
                "Yours was not saved. Keep it as a file, load theirs, and import what you need of yours; or go on here and decide later."
            </p>
            <div class="button-row">
                <DialogClose dialog="plan-conflict">"Go on here"</DialogClose>
                <button class="button" type="button" data-do="export">
                    "Keep mine as a file"
                </button>
                <button class="button danger primary" type="button" data-do="reload">
                    "Load theirs"
                </button>
            </div>
        </Dialog>
    }
}

const KEYS: [(&str, &str); 13] = [
    ("Click, Shift + click", "pick, pick as well"),
    ("Drag on the sheet", "pick all in a frame"),
    ("Drag what is picked, or arrows", "move by 10 cm; with Shift by a metre"),
    ("Space + drag, two fingers", "move the sheet; fingers spread it"),
    ("Wheel, + and −, 0", "larger, smaller, all of it"),
    ("Ctrl + Z, Ctrl + Shift + Z", "undo, redo"),
    ("Ctrl + A, Escape", "pick everything, nothing"),
    ("Ctrl + D", "duplicate"),
    ("Delete", "delete"),
    ("W", "for wheelchairs, or not"),
    ("C", "for companions, or not"),
    ("Ctrl + S", "save"),
    ("?", "these keys"),
];

#[component]
pub fn Help() -> impl IntoView {
    view! {
        <Dialog id="plan-help" title="Keys">
            <p>"While the drawing or the list has the focus."</p>
            <dl class="plan-keys">
                {KEYS
                    .map(|(keys, words)| {
                        view! {
                            <div>
                                <dt>{keys}</dt>
                                <dd>{words}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <div class="button-row">
                <DialogClose dialog="plan-help">"Close"</DialogClose>
            </div>
        </Dialog>
    }
}
