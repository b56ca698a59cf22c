//! Fields of the editor. They belong to no form that is sent anywhere: the module reads them.

use domain::venues::{ENTRANCE_MAX_CHARS, SECTION_NAME_MAX_CHARS, ZONES};
use leptos::prelude::*;

use super::super::words::zone_hue;

/// What the section that is picked says about itself.
#[component]
pub fn SectionFields() -> impl IntoView {
    view! {
        <fieldset class="plan-section-fields" id="plan-section" hidden>
            <legend>"Section"</legend>
            <label>
                "Name" <input class="input" data-set="name" maxlength=SECTION_NAME_MAX_CHARS autocomplete="off" />
            </label>
            <label class="places">
                "Places to stand" <input class="input" data-set="places" inputmode="numeric" autocomplete="off" />
            </label>
            <label>
                "Entrance" <input class="input" data-set="entrance" maxlength=ENTRANCE_MAX_CHARS autocomplete="off" />
            </label>
            <fieldset class="plan-zones">
                <legend>"Colour of its price zone"</legend>
                {(0..ZONES)
                    .map(|zone| {
                        view! {
                            <label class=zone_hue(zone) title=format!("Zone {}", zone + 1)>
                                <input type="radio" name="plan-zone" data-set="zone" value=zone autocomplete="off" />
                                <span class="visually-hidden">{format!("Zone {}", zone + 1)}</span>
                            </label>
                        }
                    })
                    .collect::<Vec<_>>()}
            </fieldset>
        </fieldset>
    }
}

#[component]
pub fn Words(
    form: &'static str,
    name: &'static str,
    label: &'static str,
    #[prop(optional)] value: &'static str,
    #[prop(optional)] hint: &'static str,
) -> impl IntoView {
    let id = format!("{form}-{name}");
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_id
                .clone()
                .map(|id| {
                    view! {
                        <p class="field-hint" id=id>
                            {hint}
                        </p>
                    }
                })}
            <input class="input" id=id name=name value=value autocomplete="off" aria-describedby=hint_id />
        </div>
    }
}

#[component]
pub fn Choice(
    form: &'static str,
    name: &'static str,
    label: &'static str,
    /// Value and words; the first is chosen.
    options: &'static [(&'static str, &'static str)],
) -> impl IntoView {
    let id = format!("{form}-{name}");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="input" id=id name=name autocomplete="off">
                {options.iter().map(|(value, words)| view! { <option value=*value>{*words}</option> }).collect::<Vec<_>>()}
            </select>
        </div>
    }
}

#[component]
pub fn Tick(name: &'static str, label: &'static str, #[prop(optional)] ticked: bool) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" name=name value="true" checked=ticked autocomplete="off" />
            <span>{label}</span>
        </label>
    }
}

/// How rows are called.
#[component]
pub fn RowRuleFields(form: &'static str) -> impl IntoView {
    view! {
        <div class="form-pair">
            <Choice form=form name="row_style" label="Rows are called" options=&[("letters", "A, B, C …"), ("numbers", "1, 2, 3 …")] />
            <Words form=form name="row_start" label="First row counts as" value="1" />
        </div>
        <Tick name="row_skip" label="Without I and O" ticked=true />
        <Tick name="row_reverse" label="Counted from the back" />
    }
}

/// How seats are called.
#[component]
pub fn SeatRuleFields(form: &'static str) -> impl IntoView {
    view! {
        <div class="form-pair">
            <Choice
                form=form
                name="seat_numbers"
                label="Seat numbers"
                options=&[("all", "1, 2, 3 …"), ("odd", "1, 3, 5 …"), ("even", "2, 4, 6 …")]
            />
            <Words form=form name="seat_start" label="First number" value="1" />
        </div>
        <Choice
            form=form
            name="seat_from"
            label="Counted from"
            options=&[("left", "the left"), ("right", "the right"), ("centre", "the middle: 5 3 1 2 4 6")]
        />
    }
}
