//! Fields: a label, a hint, the input, and what is wrong with it, tied together for screen readers.

use leptos::prelude::*;

use crate::components::form::FormState;
use crate::islands::char_count::CharCount;
use crate::islands::reveal_password::RevealPassword;
use crate::parts::icon::Icon;

#[component]
pub fn TextField(
    form: FormState,
    name: &'static str,
    label: &'static str,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(optional, into)] value: String,
    #[prop(default = "off")] autocomplete: &'static str,
    /// What people type here is a name or an address: no capitals, no corrections.
    #[prop(optional)]
    verbatim: bool,
) -> impl IntoView {
    let (problem, id) = (form.problem(name), form.id(name));
    // The clock's own way of writing is for machines.
    let theirs =
        form.meanwhile(name, &value).map(|now| if kind == "datetime-local" { now.replace('T', " ") } else { now });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <Hint id=id.clone() hint=hint />
            <input
                class="input"
                id=id.clone()
                name=name
                type=kind
                value=form.value(name, &value)
                autocomplete=autocomplete
                autocapitalize=verbatim.then_some("none")
                spellcheck=verbatim.then_some("false")
                aria-describedby=described_by(&id, hint)
                aria-invalid=problem.is_some().then_some("true")
            />
            <Theirs now=theirs />
            <Problem id=id problem=problem />
        </div>
    }
}

#[component]
pub fn PasswordField(
    form: FormState,
    name: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    autocomplete: &'static str,
    /// A quiet link beside the label: address and words.
    #[prop(optional)]
    aside: Option<(&'static str, &'static str)>,
) -> impl IntoView {
    let (problem, id) = (form.problem(name), form.id(name));
    view! {
        <div class="field">
            <div class="field-head">
                <label for=id.clone()>{label}</label>
                {aside.map(|(href, words)| view! { <a href=href>{words}</a> })}
            </div>
            <Hint id=id.clone() hint=hint />
            <div class="input-group">
                <input
                    class="input"
                    id=id.clone()
                    name=name
                    type="password"
                    autocomplete=autocomplete
                    aria-describedby=described_by(&id, hint)
                    aria-invalid=problem.is_some().then_some("true")
                />
                <RevealPassword field=id.clone() />
            </div>
            <Problem id=id problem=problem />
        </div>
    }
}

#[component]
pub fn TextArea(
    form: FormState,
    name: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(optional, into)] value: String,
    max_chars: usize,
    /// Nothing may be written here.
    #[prop(optional)]
    needed: bool,
) -> impl IntoView {
    let (problem, id) = (form.problem(name), form.id(name));
    let first = form.value(name, &value);
    let length = first.chars().count();
    view! {
        <div class="field">
            <label for=id.clone()>
                {label} {(!needed).then(|| view! { <span class="field-optional">" (optional)"</span> })}
            </label>
            <Hint id=id.clone() hint=hint />
            <textarea
                class="input"
                id=id.clone()
                name=name
                aria-describedby=format!("{}{id}-count {id}-problem", hint_id(&id, hint))
                aria-invalid=problem.is_some().then_some("true")
            >
                {as_written(&first)}
            </textarea>
            <CharCount field=id.clone() most=max_chars first=length />
            <Theirs now=form.meanwhile(name, &value) />
            <Problem id=id problem=problem />
        </div>
    }
}

/// Leptos writes the content of this element as it is, so that whoever types its end could go on in our page.
fn as_written(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[component]
pub fn SelectField(
    form: FormState,
    name: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: String,
    /// Value and words of each choice.
    options: Vec<(String, String)>,
) -> impl IntoView {
    let (problem, id) = (form.problem(name), form.id(name));
    let chosen = form.value(name, &value);
    let theirs = form.meanwhile(name, &value);
    let theirs =
        theirs.map(|now| options.iter().find(|(value, _)| *value == now).map_or(now, |(_, words)| words.clone()));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <Hint id=id.clone() hint=hint />
            <select
                class="input"
                id=id.clone()
                name=name
                autocomplete="off"
                aria-describedby=described_by(&id, hint)
                aria-invalid=problem.is_some().then_some("true")
            >
                {options
                    .into_iter()
                    .map(|(value, words)| {
                        let selected = value == chosen;
                        view! {
                            <option value=value selected=selected>
                                {words}
                            </option>
                        }
                    })
                    .collect::<Vec<_>>()}
            </select>
            <Theirs now=theirs />
            <Problem id=id problem=problem />
        </div>
    }
}

/// A few exclusive answers that each need a line of explanation.
#[component]
pub fn ChoiceCards(
    form: FormState,
    name: &'static str,
    legend: &'static str,
    #[prop(into)] value: String,
    /// Value, words and explanation of each choice.
    options: Vec<(&'static str, &'static str, &'static str)>,
) -> impl IntoView {
    let (problem, id) = (form.problem(name), form.id(name));
    let chosen = form.value(name, &value);
    let theirs = form.meanwhile(name, &value);
    let theirs = theirs
        .and_then(|now| options.iter().find(|(value, ..)| *value == now))
        .map(|(_, words, _)| (*words).to_owned());
    let invalid = problem.is_some().then_some("true");
    view! {
        <fieldset class="choice-cards" id=id.clone()>
            <legend>{legend}</legend>
            {options
                .into_iter()
                .map(|(value, words, explained)| {
                    view! {
                        <label class="choice">
                            <input
                                type="radio"
                                name=name
                                value=value
                                checked=value == chosen
                                autocomplete="off"
                                aria-invalid=invalid
                            />
                            <span>{words} <small>{explained}</small></span>
                        </label>
                    }
                })
                .collect::<Vec<_>>()}
            <Theirs now=theirs />
            <Problem id=id.clone() problem=problem />
        </fieldset>
    }
}

/// One thing that is so or not.
#[component]
pub fn CheckField(
    form: FormState,
    name: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    ticked: bool,
) -> impl IntoView {
    let theirs = form.meanwhile_ticked(name, ticked).map(|now| if now { "ticked" } else { "not ticked" }.to_owned());
    view! {
        <label class="choice">
            <input
                type="checkbox"
                id=form.id(name)
                name=name
                value="true"
                checked=form.ticked(name, ticked)
                autocomplete="off"
            />
            <span>{label} {(!hint.is_empty()).then(|| view! { <small>{hint}</small> })}</span>
        </label>
        <Theirs now=theirs />
    }
}

/// A field of a form that is sent to the address: what was typed stands there, so nothing has to be remembered.
#[component]
pub fn AskedField(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    #[prop(default = "text")] kind: &'static str,
    #[prop(default = "field")] class: &'static str,
    /// Its empty placeholder is how the styles know that nothing was typed.
    #[prop(optional)]
    amount: bool,
    value: String,
    problem: Option<String>,
) -> impl IntoView {
    view! {
        <div class=class>
            <label for=id>{label}</label>
            <input
                class="input"
                id=id
                name=name
                type=kind
                inputmode=amount.then_some("decimal")
                placeholder=amount.then_some(" ")
                value=value
                autocomplete="off"
                aria-describedby=described_by(id, "")
                aria-invalid=problem.is_some().then_some("true")
            />
            <Problem id=id problem=problem />
        </div>
    }
}

#[component]
fn Hint(id: String, hint: &'static str) -> impl IntoView {
    (!hint.is_empty()).then(|| {
        view! {
            <p class="field-hint" id=format!("{id}-hint")>
                {hint}
            </p>
        }
    })
}

/// What somebody else saved here in between.
#[component]
pub fn Theirs(now: Option<String>) -> impl IntoView {
    now.map(|now| {
        view! {
            <p class="field-theirs">
                "They saved: " {if now.is_empty() { view! { <em>"nothing"</em> }.into_any() } else { view! { <q>{now}</q> }.into_any() }}
            </p>
        }
    })
}

/// What is wrong with the field of that id.
#[component]
pub fn Problem(#[prop(into)] id: String, problem: Option<String>) -> impl IntoView {
    let hidden = problem.is_none();
    view! {
        <p class="field-problem" id=format!("{id}-problem") hidden=hidden>
            <Icon name="alert" small=true />
            <span>{problem}</span>
        </p>
    }
}

fn described_by(id: &str, hint: &str) -> String {
    format!("{}{id}-problem", hint_id(id, hint))
}

/// With a space behind it, where there is one.
fn hint_id(id: &str, hint: &str) -> String {
    if hint.is_empty() { String::new() } else { format!("{id}-hint ") }
}
