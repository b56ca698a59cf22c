//! The browsers that show notices although Foyer is not open in them.

use leptos::prelude::*;

use super::api::{ListPushDevices, PushDeviceShown, PushDevicesShown, RemovePushDevice};
use crate::accounts::pages::SettingsFrame;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::PageHead;
use crate::components::time::Time;
use crate::islands::push_switch::PushSwitch;
use crate::parts::icon::Icon;

#[component]
pub fn BrowsersPage() -> impl IntoView {
    let remove = FormAction::to::<RemovePushDevice>();
    let form = FormState::of(remove);
    let devices = Data::load(ListPushDevices {});
    view! {
        <SettingsFrame title="Browsers">
            <PageHead
                title="Browsers"
                lead="A browser can show notices even when Foyer is not open in it. Each one is switched on by itself, and stops when you sign out there."
            />
            <FormProblems state=form />
            <Loaded data=devices children=move |shown| view! { <Devices shown=shown remove=remove /> } />
        </SettingsFrame>
    }
}

#[component]
fn Devices(shown: PushDevicesShown, remove: FormAction) -> impl IntoView {
    let is_on_here = shown.devices.iter().any(|device| device.current);
    let list = (!shown.devices.is_empty()).then(|| {
        let devices = shown.devices.into_iter();
        view! {
            <ul class="sessions" role="list">
                {devices.map(|device| view! { <Device device=device remove=remove /> }).collect::<Vec<_>>()}
            </ul>
        }
    });
    view! {
        <div class="push-devices">
            {list} {(!is_on_here).then(|| view! { <PushSwitch public_key=shown.public_key /> })}
            <p class="soft">
                <a href="/settings/preferences#s-notices">"Choose what they show"</a>
            </p>
        </div>
    }
}

#[component]
fn Device(device: PushDeviceShown, remove: FormAction) -> impl IntoView {
    let label = format!("Stop notices in {} since {}", device.device, device.since.text);
    let by_way_of = (!device.service.is_empty()).then(|| format!("by way of {} · ", device.service));
    view! {
        <li>
            <Icon name="bell" large=true />
            <div>
                <strong>
                    {device.device} " " {device.current.then(|| view! { <span class="badge good">"This browser"</span> })}
                </strong>
                <p>{by_way_of} "since " <Time moment=device.since /></p>
            </div>
            <Form action=remove class="">
                <input type="hidden" name="push_device_id" value=device.id.to_string() />
                <SubmitButton class="button small" label=label>
                    "Stop"
                </SubmitButton>
            </Form>
        </li>
    }
}
