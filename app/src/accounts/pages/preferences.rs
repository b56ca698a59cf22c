use domain::accounts::Language;
use domain::money::Currency;
use leptos::prelude::*;

use super::settings_frame::SettingsFrame;
use crate::accounts::api::{LoadPreferences, PreferencesShown, SavePreferences};
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::field::SelectField;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::PageHead;
use crate::components::version::Version;

#[component]
pub fn PreferencesPage() -> impl IntoView {
    let save = FormAction::to::<SavePreferences>();
    let preferences = Data::load(LoadPreferences {});
    view! {
        <SettingsFrame title="Preferences">
            <PageHead title="Preferences" />
            <Loaded data=preferences children=move |shown| view! { <PreferencesForm shown=shown save=save /> } />
        </SettingsFrame>
    }
}

#[component]
fn PreferencesForm(shown: PreferencesShown, save: FormAction) -> impl IntoView {
    let form = FormState::of(save);
    let preferences = shown.preferences;
    let choices = preferences.choices;
    let pairs = |value: &str, words: &str| (value.to_owned(), words.to_owned());
    let languages = Language::ALL.iter().map(|language| pairs(language.code(), language.label())).collect();
    let zones = shown.time_zones.iter().map(|zone| pairs(zone, &zone.replace('_', " "))).collect();
    let currencies = Currency::ALL.iter().map(|currency| pairs(currency.code(), currency.code())).collect();
    view! {
        <FormProblems state=form />
        <Form action=save class="">
            <Version form=form version=preferences.version />
            <section class="settings-section" aria-labelledby="s-language">
                <h2 id="s-language">"Language, time and money"</h2>
                <div class="form">
                    <SelectField
                        form=form
                        name="language"
                        label="Language"
                        hint="Of your mails and dates. The pages are in English."
                        value=preferences.language.code()
                        options=languages
                    />
                    <SelectField
                        form=form
                        name="time_zone"
                        label="Time zone"
                        hint="Times are shown in it, always with its name."
                        value=preferences.time_zone
                        options=zones
                    />
                    <SelectField
                        form=form
                        name="currency"
                        label="Currency"
                        hint="What you think in. Your payment account keeps the one it was opened with."
                        value=preferences.currency.code()
                        options=currencies
                    />
                </div>
            </section>
            <section class="settings-section" aria-labelledby="s-notices">
                <h2 id="s-notices">"Notices"</h2>
                <p>
                    "What reaches you, and how. What concerns the safety of your account always does. "
                    <a href="/settings/browsers">"Browsers are switched on one by one."</a>
                </p>
                <table class="table notice-table">
                    <caption class="visually-hidden">"Notices by kind and channel"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Kind"</th>
                            <th scope="col" class="pick">
                                "Mail"
                            </th>
                            <th scope="col" class="pick">
                                "In Foyer"
                            </th>
                            <th scope="col" class="pick">
                                "Browser"
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <NoticeRow
                            form=form
                            kind="Bookings and tickets"
                            example="Confirmations, changes, refunds"
                            mail=("email_bookings", choices.email_bookings)
                            in_app=Some(("in_app_bookings", choices.in_app_bookings))
                            push=Some(("push_bookings", choices.push_bookings))
                        />
                        <NoticeRow
                            form=form
                            kind="Reminders"
                            example="One day before an event"
                            mail=("email_reminders", choices.email_reminders)
                            in_app=Some(("in_app_reminders", choices.in_app_reminders))
                            push=Some(("push_reminders", choices.push_reminders))
                        />
                        <NoticeRow
                            form=form
                            kind="Clubs"
                            example="Requests, posts, roles"
                            mail=("email_membership", choices.email_membership)
                            in_app=Some(("in_app_membership", choices.in_app_membership))
                            push=Some(("push_membership", choices.push_membership))
                        />
                        <NoticeRow
                            form=form
                            kind="Surveys"
                            example="How an event was"
                            mail=("email_surveys", choices.email_surveys)
                            in_app=Some(("in_app_surveys", choices.in_app_surveys))
                            push=Some(("push_surveys", choices.push_surveys))
                        />
                        <NoticeRow
                            form=form
                            kind="News from organizers"
                            example="What else is on"
                            mail=("email_marketing", choices.email_marketing)
                            in_app=None
                            push=None
                        />
                    </tbody>
                </table>
            </section>
            <div class="button-row section-end">
                <SubmitButton>"Save preferences"</SubmitButton>
            </div>
        </Form>
    }
}

#[component]
fn NoticeRow(
    form: FormState,
    kind: &'static str,
    example: &'static str,
    mail: (&'static str, bool),
    in_app: Option<(&'static str, bool)>,
    push: Option<(&'static str, bool)>,
) -> impl IntoView {
    let tick = move |(name, ticked): (&'static str, bool), channel: &'static str| {
        view! {
            <label>
                <input class="tick" type="checkbox" name=name value="true" checked=form.ticked(name, ticked) autocomplete="off" />
                <span class="visually-hidden">{format!("{kind} {channel}")}</span>
            </label>
        }
    };
    view! {
        <tr>
            <th scope="row">{kind} <small>{example}</small></th>
            <td class="pick">{tick(mail, "by mail")}</td>
            <td class="pick">{in_app.map(|choice| tick(choice, "in Foyer"))}</td>
            <td class="pick">{push.map(|choice| tick(choice, "in your browsers"))}</td>
        </tr>
    }
}
