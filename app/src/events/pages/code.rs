use domain::ids::EventId;
use leptos::prelude::*;

use crate::components::callout::Callout;
use crate::events::api_views::CodeShown;

/// Below the tickets: what a code that was typed does to their prices, and where to type one.
#[component]
pub fn CodePart(event_id: EventId, code: Option<CodeShown>) -> impl IntoView {
    let here = format!("/events/{event_id}");
    let without = here.clone();
    let (typed, answer, only) = match code {
        Some(code) => (code.typed, Some(code.answer), code.only),
        None => (String::new(), None, None),
    };
    let refused = answer.as_ref().is_some_and(Result::is_err);
    let answered = answer.map(|answer| match answer {
        Ok(words) => view! {
            <Callout tone="good" title=words>
                <p>
                    {only} " " <a href=without>"Go on without it"</a>
                </p>
            </Callout>
        }
        .into_any(),
        Err(sentence) => view! {
            <p class="field-problem" id="code-problem" role="alert">
                <span>{sentence}</span>
            </p>
        }
        .into_any(),
    });
    view! {
        <details class="have-a-code" open=refused>
            <summary>"I have a code"</summary>
            <form class="form inline" method="get" action=here>
                <div class="field">
                    <label for="code">"Code"</label>
                    <input
                        class="input promo-code"
                        id="code"
                        name="code"
                        value=typed
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        aria-invalid=refused.then_some("true")
                        aria-describedby=refused.then_some("code-problem")
                    />
                </div>
                <button class="button">"Use it"</button>
            </form>
        </details>
        {answered}
    }
}
