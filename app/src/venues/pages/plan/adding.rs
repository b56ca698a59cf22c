//! Dialogs that put something new on the plan.

use leptos::prelude::*;

use super::fields::{RowRuleFields, SeatRuleFields, Tick, Words};
use crate::components::dialog::{Dialog, DialogClose};

#[component]
pub fn AddRows() -> impl IntoView {
    let form = "plan-rows";
    view! {
        <Dialog id=form title="Add rows">
            <form data-do="add-rows" data-dialog=form novalidate>
                <Words form=form name="name" label="Name of the section" value="Stalls" />
                <Tick name="into" label="Into the section that is picked instead" />
                <div class="form-pair">
                    <Words form=form name="rows" label="Rows" value="10" />
                    <Words form=form name="seats" label="Seats in the first row" value="20" />
                    <Words form=form name="more" label="More seats with each row" value="0" />
                    <Words form=form name="spacing" label="From seat to seat, cm" value="55" />
                    <Words form=form name="depth" label="From row to row, cm" value="95" />
                    <Words form=form name="rotation" label="Turned, degrees" value="0" />
                </div>
                <Words
                    form=form
                    name="radius"
                    label="Radius of the first row, cm"
                    hint="Empty for straight rows; below zero to curve away from the stage."
                />
                <RowRuleFields form=form />
                <SeatRuleFields form=form />
                <p class="field-problem" role="alert"></p>
                <div class="button-row">
                    <DialogClose dialog=form>"Not now"</DialogClose>
                    <button class="button primary">"Add rows"</button>
                </div>
            </form>
        </Dialog>
    }
}

#[component]
pub fn AddStanding() -> impl IntoView {
    let form = "plan-standing";
    view! {
        <Dialog id=form title="Add a standing section">
            <form data-do="add-standing" data-dialog=form novalidate>
                <Words form=form name="name" label="Name" value="Floor" />
                <Words form=form name="places" label="How many may stand there" value="100" />
                <p class="field-problem" role="alert"></p>
                <div class="button-row">
                    <DialogClose dialog=form>"Not now"</DialogClose>
                    <button class="button primary">"Add section"</button>
                </div>
            </form>
        </Dialog>
    }
}
