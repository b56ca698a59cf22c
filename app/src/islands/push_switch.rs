//! Switching a browser on to show notices although Foyer is not open in it.

use leptos::prelude::*;

/// A button that asks the browser, tells the server and comes back to a page that knows about it.
#[island]
pub fn PushSwitch(public_key: String) -> impl IntoView {
    let said = RwSignal::new("");
    let may_be_asked = RwSignal::new(false);
    let is_working = RwSignal::new(false);
    let look = move || {
        let found = browser::look();
        may_be_asked.set(found.is_ok());
        said.set(found.err().unwrap_or_default());
    };
    Effect::new(move |_| {
        look();
        browser::give_up_what_was_stopped();
    });
    let switch_on = move |_| {
        if is_working.get_untracked() {
            return;
        }
        is_working.set(true);
        said.set("");
        browser::switch_on(public_key.clone(), move |failed| {
            is_working.set(false);
            look();
            if let Some(why) = failed {
                said.set(why);
            }
        });
    };
    view! {
        <noscript>
            <p>"Switching this browser on needs JavaScript."</p>
        </noscript>
        <p role="status">{said}</p>
        <button
            type="button"
            class="button"
            hidden=move || !may_be_asked.get()
            aria-busy=move || is_working.get().then_some("true")
            on:click=switch_on
        >
            "Show notices in this browser"
        </button>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use js_sys::{JSON, Reflect};
    use leptos::prelude::*;
    use leptos::web_sys::{
        Notification, NotificationPermission, PushManager, PushSubscription, PushSubscriptionOptionsInit,
        ServiceWorkerContainer,
    };
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::JsFuture;

    use crate::islands::send::call;
    use crate::notifications::api::AddPushDevice;

    const WORKER: &str = "/service-worker.js";
    const BACK: &str = "/settings/browsers?saved=notifications/add_push_device";

    const UNABLE: &str = "This browser cannot show notices. On an iPhone or iPad, add Foyer to the home screen first.";
    const FORBIDDEN: &str = "This browser forbids notices from Foyer. Allow them in its settings, then come back.";
    const FAILED: &str = "This browser could not be switched on. Check that it is online, and try again.";

    /// Whether it may be asked, or why not.
    pub fn look() -> Result<(), &'static str> {
        let has = |thing: &JsValue, name: &str| Reflect::has(thing, &JsValue::from_str(name)).unwrap_or(false);
        let window = window();
        let able =
            has(&window, "PushManager") && has(&window, "Notification") && has(&window.navigator(), "serviceWorker");
        if !able {
            return Err(UNABLE);
        }
        match Notification::permission() {
            NotificationPermission::Denied => Err(FORBIDDEN),
            _ => Ok(()),
        }
    }

    /// This is drawn where nothing is shown: what the browser still has from before was stopped.
    pub fn give_up_what_was_stopped() {
        leptos::task::spawn_local(async {
            let _ = unsubscribe().await;
        });
    }

    async fn unsubscribe() -> Result<(), JsValue> {
        let worker = window().navigator().service_worker();
        let registration = JsFuture::from(worker.get_registration()).await?;
        if registration.is_undefined() {
            return Ok(());
        }
        let manager: PushManager = Reflect::get(&registration, &"pushManager".into())?.into();
        let old: PushSubscription = JsFuture::from(manager.get_subscription()?).await?.into();
        if !old.is_falsy() {
            JsFuture::from(old.unsubscribe()?).await?;
        }
        Ok(())
    }

    /// Comes back only when it did not work: otherwise the page is left.
    pub fn switch_on(public_key: String, come_back: impl FnOnce(Option<&'static str>) + 'static) {
        leptos::task::spawn_local(async move {
            match ask_and_tell(&public_key).await {
                Ok(true) => {
                    let _ = window().location().set_href(BACK);
                }
                Ok(false) => come_back(None),
                Err(_) => come_back(Some(FAILED)),
            }
        });
    }

    /// False when its person said no.
    async fn ask_and_tell(public_key: &str) -> Result<bool, JsValue> {
        let answer = JsFuture::from(Notification::request_permission()?).await?;
        if answer.as_string().as_deref() != Some("granted") {
            return Ok(false);
        }
        let worker: ServiceWorkerContainer = window().navigator().service_worker();
        JsFuture::from(worker.register(WORKER)).await?;
        let registration = JsFuture::from(worker.ready()?).await?;
        let manager: PushManager = Reflect::get(&registration, &"pushManager".into())?.into();
        let subscription = subscribe(&manager, public_key).await?;
        let told = call::<AddPushDevice>(form_of(&subscription)?).await;
        if told { Ok(true) } else { Err(JsValue::NULL) }
    }

    /// One that was made for another key is given up first.
    async fn subscribe(manager: &PushManager, public_key: &str) -> Result<PushSubscription, JsValue> {
        let options = PushSubscriptionOptionsInit::new();
        options.set_user_visible_only(true);
        options.set_application_server_key(&JsValue::from_str(public_key));
        if let Ok(subscription) = JsFuture::from(manager.subscribe_with_options(&options)?).await {
            return Ok(subscription.into());
        }
        let old: PushSubscription = JsFuture::from(manager.get_subscription()?).await?.into();
        if old.is_falsy() {
            return Err(JsValue::NULL);
        }
        JsFuture::from(old.unsubscribe()?).await?;
        JsFuture::from(manager.subscribe_with_options(&options)?).await.map(Into::into)
    }

    fn form_of(subscription: &PushSubscription) -> Result<String, JsValue> {
        // As the browser itself says it: the keys in base64url.
        let said = JSON::parse(&String::from(JSON::stringify(subscription)?))?;
        let keys = Reflect::get(&said, &"keys".into())?;
        let field = |of: &JsValue, name: &str| -> Result<String, JsValue> {
            let value = Reflect::get(of, &JsValue::from_str(name))?.as_string().unwrap_or_default();
            Ok(js_sys::encode_uri_component(&value).into())
        };
        let (endpoint, p256dh, auth) = (field(&said, "endpoint")?, field(&keys, "p256dh")?, field(&keys, "auth")?);
        Ok(format!("endpoint={endpoint}&p256dh={p256dh}&auth={auth}"))
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    pub fn look() -> Result<(), &'static str> {
        Err("")
    }

    pub fn give_up_what_was_stopped() {}

    pub fn switch_on(_: String, _: impl FnOnce(Option<&'static str>) + 'static) {}
}
