//! The quiet bar on top, and the foot of every page.

use leptos::prelude::*;

use crate::accounts::api::LogOut;
use crate::accounts::api_views::Me;
use crate::accounts::pages::me::me;
use crate::components::avatar::Avatar;
use crate::components::form::{Form, FormAction};
use crate::islands::theme_switch::ThemeSwitch;
use crate::parts::icon::Icon;
use crate::site::site;

#[component]
pub fn TopBar() -> impl IntoView {
    let me = me();
    view! {
        <header class="top-bar">
            <div>
                <a class="wordmark" href="/" aria-label="Foyer">
                    <svg viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">
                        <path d="M4 30V15a12 12 0 0 1 24 0v15h-2.5C21 23.5 17.3 17 16 8.5 14.7 17 11 23.5 6.5 30z"></path>
                        <path class="mark-light" d="M12.5 30v-2a3.5 3.5 0 0 1 7 0v2z"></path>
                    </svg>
                    <span>"Foyer"</span>
                </a>
                <nav class="places" aria-label="Places">
                    <a href="/events">"Events"</a>
                    <a href="/clubs">"Clubs"</a>
                </nav>
                <Finder />
                <Suspense>
                    {move || {
                        me.get()
                            .map(|known| match known.ok().flatten() {
                                Some(person) => view! { <ForMembers person=person /> }.into_any(),
                                None => view! { <ForVisitors /> }.into_any(),
                            })
                    }}
                </Suspense>
            </div>
        </header>
    }
}

/// Looking for an event from anywhere. Where there is no room for a field, the way to the one on the page of events.
#[component]
fn Finder() -> impl IntoView {
    view! {
        <form class="finder" method="get" action="/events" role="search" aria-label="Everything that is on">
            <label class="visually-hidden" for="find">
                "Find events"
            </label>
            <div class="input-group">
                <Icon name="search" small=true />
                <input
                    class="input"
                    id="find"
                    name="q"
                    type="search"
                    placeholder="Find events"
                    autocomplete="off"
                    maxlength="200"
                    aria-keyshortcuts="/"
                />
                <kbd aria-hidden="true">"/"</kbd>
            </div>
        </form>
        <a class="bar-button finder-link" href="/events#find-q" aria-label="Find events">
            <Icon name="search" />
        </a>
    }
}

#[component]
fn ForVisitors() -> impl IntoView {
    view! {
        <nav aria-label="Account">
            <a class="button quiet" href="/login">
                "Sign in"
            </a>
            <a class="button wide-only" href="/register">
                "Create account"
            </a>
        </nav>
    }
}

#[component]
fn ForMembers(person: Me) -> impl IntoView {
    let unread = person.unread;
    let bell = if unread == 0 { "Notifications".to_owned() } else { format!("Notifications, {unread} unread") };
    view! {
        <nav aria-label="You">
            <a class="bar-button" href="/notifications" aria-label=bell>
                <Icon name="bell" />
                {(unread > 0).then(|| view! { <span class="count" aria-hidden="true">{unread.min(99)}</span> })}
            </a>
            <button class="bar-button" type="button" popovertarget="person-menu" aria-label="Your menu">
                <Avatar
                    user_id=person.account.id
                    name=person.account.display_name.clone()
                    picture_id=person.account.picture_id
                    size="small"
                />
            </button>
            <PersonMenu person=person />
        </nav>
    }
}

#[component]
fn PersonMenu(person: Me) -> impl IntoView {
    let account = person.account;
    let log_out = FormAction::to::<LogOut>();
    view! {
        <div class="menu" id="person-menu" popover="auto">
            <div class="person">
                <Avatar user_id=account.id name=account.display_name.clone() picture_id=account.picture_id />
                <span>
                    <strong title=account.display_name.clone()>{account.display_name.clone()}</strong>
                    <small title=account.email.clone()>{account.email.clone()}</small>
                </span>
            </div>
            <hr />
            <ul role="list">
                <MenuLink href=format!("/people/{}", account.id) icon="user" words="Your page" />
                <MenuLink href="/organizer".to_owned() icon="ticket" words="My events" />
                <MenuLink href="/settings/profile".to_owned() icon="settings" words="Settings" />
                <MenuLink href="/settings/sign-ins".to_owned() icon="device" words="Sign-ins" />
                {account
                    .role
                    .can_add_venues()
                    .then(|| view! { <MenuLink href="/venues".to_owned() icon="map-pin" words="Venues" /> })}
                {account
                    .role
                    .can_manage_users()
                    .then(|| view! { <MenuLink href="/admin/users".to_owned() icon="shield" words="People and roles" /> })}
                {account
                    .role
                    .can_manage_categories()
                    .then(|| view! { <MenuLink href="/admin/categories".to_owned() icon="filter" words="Categories" /> })}
                {account
                    .role
                    .can_manage_promotions()
                    .then(|| view! { <MenuLink href="/admin/promotions".to_owned() icon="wallet" words="Promotions" /> })}
            </ul>
            <hr />
            <ThemeSwitch chosen=person.theme />
            <hr />
            <Form action=log_out class="">
                <button class="menu-item">
                    <Icon name="log-out" />
                    "Sign out"
                </button>
            </Form>
        </div>
    }
}

#[component]
fn MenuLink(href: String, icon: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <li>
            <a class="menu-item" href=href>
                <Icon name=icon />
                {words}
            </a>
        </li>
    }
}

#[component]
pub fn Foot() -> impl IntoView {
    let site = site();
    view! {
        <footer class="foot">
            <div>
                <p>{if site.name.is_empty() { "Foyer".to_owned() } else { site.name.clone() }}</p>
                <ul role="list">
                    <li>
                        <a href="/api/docs">
                            "API"
                        </a>
                    </li>
                    {site
                        .has_mailbox
                        .then(|| {
                            view! {
                                <li>
                                    <a href="/dev/mailbox">"Mailbox"</a>
                                </li>
                            }
                        })}
                </ul>
            </div>
        </footer>
    }
}
