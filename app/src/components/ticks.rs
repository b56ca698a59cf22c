use leptos::prelude::*;

use crate::api_error::EDITED_MEANWHILE;
use crate::components::field::{Problem, Theirs};
use crate::components::form::FormState;
use crate::parts::tick::Tick;

/// Sent as `name[0]`, `name[1]` and so on; `field` is what a problem with them is about.
#[component]
pub fn Ticks(
    form: FormState,
    name: &'static str,
    field: &'static str,
    legend: &'static str,
    hint: &'static str,
    choices: Vec<Tick>,
) -> impl IntoView {
    let problem = form.problem(field);
    let theirs: Vec<String> = choices.iter().filter(|choice| choice.ticked).map(|choice| choice.name.clone()).collect();
    let differs = choices.iter().any(|choice| form.ticked_as(name, &choice.id, choice.ticked) != choice.ticked);
    let theirs = (differs && form.is_refused_as(EDITED_MEANWHILE)).then(|| theirs.join(", "));
    let boxes = choices.into_iter().enumerate().map(|(index, choice)| {
        let checked = form.ticked_as(name, &choice.id, choice.ticked);
        let name = format!("{name}[{index}]");
        view! {
            <label class="choice">
                <input type="checkbox" name=name value=choice.id checked=checked autocomplete="off" />
                <span>{choice.name}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field-group" id=form.id(field)>
            <legend>{legend}</legend>
            <p class="field-hint">{hint}</p>
            {boxes.collect::<Vec<_>>()}
            <Theirs now=theirs />
            <Problem id=form.id(field) problem=problem />
        </fieldset>
    }
}
