use leptos::prelude::*;

use crate::api_error::EDITED_MEANWHILE;
use crate::components::field::SelectField;
use crate::components::form::FormState;
use crate::site::here;

/// Which version of a thing a form edits. A refused form keeps the one it was opened with: drawn anew with the newest, a
/// second click would save over what somebody else did in between. Whoever wants that has to say so.
#[component]
pub fn Version(form: FormState, version: i64) -> impl IntoView {
    let newest = version.to_string();
    let edited = form.value("version", &newest);
    if !form.is_refused_as(EDITED_MEANWHILE) || edited == newest {
        return view! { <input type="hidden" name="version" value=edited /> }.into_any();
    }
    let options =
        vec![(edited.clone(), "Do not save mine over it".to_owned()), (newest, "Save mine over it".to_owned())];
    view! {
        <div class="callout info">
            <div>
                <SelectField
                    form=form
                    name="version"
                    label="Somebody else saved this in between"
                    hint="Where something else stands here, most fields say below what they saved."
                    value=edited
                    options=options
                />
                <a href=here()>"Throw mine away and load theirs"</a>
            </div>
        </div>
    }
    .into_any()
}
