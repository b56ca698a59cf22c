use leptos::prelude::*;

use super::settings_frame::SettingsFrame;
use crate::accounts::api::{EndOtherSignIns, EndSignIn, ListSignIns};
use crate::accounts::api_views::SignInShown;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::PageHead;
use crate::components::time::Time;
use crate::parts::icon::Icon;

#[component]
pub fn SignInsPage() -> impl IntoView {
    let end = FormAction::to::<EndSignIn>();
    let end_others = FormAction::to::<EndOtherSignIns>();
    let form = FormState::of(end);
    let sign_ins = Data::load(ListSignIns {});
    view! {
        <SettingsFrame title="Sign-ins">
            <PageHead title="Sign-ins" lead="Every place where you are signed in. End what you do not know." />
            <FormProblems state=form />
            <Loaded data=sign_ins children=move |sign_ins| {
                let others = sign_ins.len() > 1;
                view! {
                    <ul class="sessions" role="list">
                        {sign_ins
                            .into_iter()
                            .map(|sign_in| view! { <SignIn sign_in=sign_in end=end /> })
                            .collect::<Vec<_>>()}
                    </ul>
                    {others
                        .then(|| {
                            view! {
                                <Form action=end_others class="">
                                    <div class="button-row section-end">
                                        <SubmitButton class="button danger">
                                            "End all other sign-ins"
                                        </SubmitButton>
                                    </div>
                                </Form>
                            }
                        })}
                }
            } />
        </SettingsFrame>
    }
}

#[component]
fn SignIn(sign_in: SignInShown, end: FormAction) -> impl IntoView {
    let icon = match sign_in.device.as_str() {
        device if device.contains("iPhone") || device.contains("Android") => "phone",
        device if device.contains(" on ") => "laptop",
        _ => "device",
    };
    let label = format!("End sign-in: {}", sign_in.device);
    view! {
        <li>
            <Icon name=icon large=true />
            <div>
                <strong>
                    {sign_in.device} " " {sign_in.current.then(|| view! { <span class="badge good">"This device"</span> })}
                </strong>
                <p>{sign_in.address} " · last used " <Time moment=sign_in.last_used /></p>
            </div>
            {(!sign_in.current)
                .then(|| {
                    view! {
                        <Form action=end class="">
                            <input type="hidden" name="session_id" value=sign_in.id.to_string() />
                            <SubmitButton class="button small" label=label>
                                "End"
                            </SubmitButton>
                        </Form>
                    }
                })}
        </li>
    }
}
