use domain::accounts::Role;
use leptos::prelude::*;

use crate::accounts::api::{ChangeRole, ListUsers, SetSuspended};
use crate::accounts::api_views::{UserShown, UsersShown};
use crate::components::avatar::Avatar;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::dialog::{Dialog, DialogButton, DialogClose};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::state::Empty;
use crate::components::table::{Column, Table};
use crate::components::time::Time;
use crate::parts::icon::Icon;
use crate::site::asked;

/// What is looked for: it stands in the address, so a search can be kept and shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Search {
    q: String,
    role: String,
    state: String,
    cursor: String,
}

#[component]
pub fn UsersPage() -> impl IntoView {
    let change_role = FormAction::to::<ChangeRole>();
    let set_suspended = FormAction::to::<SetSuspended>();
    let (role_form, suspend_form) = (FormState::of(change_role), FormState::of(set_suspended));
    let get = |name| asked(name).unwrap_or_default();
    let search = Search { q: get("q"), role: get("role"), state: get("state"), cursor: get("cursor") };
    let Search { q, role, state, cursor } = search.clone();
    let users = Data::load(ListUsers { q, role, state, cursor });
    view! {
        <Page title="People">
            <Loaded data=users children=move |shown| {
                view! {
                    <PageHead title="People" lead="Find somebody, change what they may do, or keep them out." />
                    <SearchForm now=search.clone() />
                    <FormProblems state=role_form />
                    <FormProblems state=suspend_form />
                    <Users shown=shown search=search.clone() change_role=change_role set_suspended=set_suspended />
                }
            } />
        </Page>
    }
}

#[component]
fn SearchForm(now: Search) -> impl IntoView {
    let option = |value: &'static str, words: &'static str, chosen: String| {
        view! {
            <option value=value selected=chosen == value>
                {words}
            </option>
        }
    };
    view! {
        <form class="table-tools" method="get" role="search" aria-label="People">
            <div class="field grow">
                <label for="find-q">"Name, username or mail"</label>
                <div class="input-group">
                    <Icon name="search" />
                    <input class="input" id="find-q" name="q" type="search" value=now.q autocomplete="off" maxlength="100" />
                </div>
            </div>
            <div class="field">
                <label for="find-role">"Role"</label>
                <select class="input" id="find-role" name="role" autocomplete="off">
                    {option("", "Any role", now.role.clone())} {option("attendee", "Attendee", now.role.clone())}
                    {option("organizer", "Organizer", now.role.clone())} {option("admin", "Admin", now.role)}
                </select>
            </div>
            <div class="field">
                <label for="find-state">"State"</label>
                <select class="input" id="find-state" name="state" autocomplete="off">
                    {option("", "Any state", now.state.clone())} {option("active", "Active", now.state.clone())}
                    {option("suspended", "Suspended", now.state)}
                </select>
            </div>
            <button class="button">"Search"</button>
        </form>
    }
}

#[component]
fn Users(shown: UsersShown, search: Search, change_role: FormAction, set_suspended: FormAction) -> impl IntoView {
    if shown.users.is_empty() {
        return view! {
            <Empty
                title=if search.q.is_empty() { "Nobody is here".to_owned() } else { format!("Nobody matches “{}”", search.q) }
                words="Try part of a name, or search in every role and state."
            >
                <a class="button" href="/admin/users">
                    "Show everybody"
                </a>
            </Empty>
        }
        .into_any();
    }
    let total = match shown.total {
        1 => "1 person".to_owned(),
        total => format!("{total} people"),
    };
    let dialogs = shown.users.iter().filter(|user| !user.suspended && !user.is_me).cloned().collect::<Vec<_>>();
    view! {
        <Table
            caption="People, newest first"
            folds=true
            columns=vec![
                Column::of("Person"),
                Column::of("Role"),
                Column::of("State"),
                Column::of("Since"),
                Column::unseen("Actions"),
            ]
        >
            {shown
                .users
                .into_iter()
                .map(|user| view! { <UserRow user=user change_role=change_role set_suspended=set_suspended /> })
                .collect::<Vec<_>>()}
        </Table>
        <Pagination
            total=total
            first=(!search.cursor.is_empty()).then(|| ("Newest", search_link(&search, "")))
            next=shown.next_cursor.map(|cursor| ("Next", search_link(&search, &cursor)))
        />
        {dialogs
            .into_iter()
            .map(|user| view! { <SuspendDialog user=user set_suspended=set_suspended /> })
            .collect::<Vec<_>>()}
    }
    .into_any()
}

fn search_link(search: &Search, cursor: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", &search.q)
        .append_pair("role", &search.role)
        .append_pair("state", &search.state)
        .append_pair("cursor", cursor)
        .finish();
    format!("/admin/users?{query}")
}

#[component]
fn UserRow(user: UserShown, change_role: FormAction, set_suspended: FormAction) -> impl IntoView {
    let (id, name) = (user.id, user.display_name.clone());
    let (suspended, for_actions) = (user.suspended, user.clone());
    let state = if user.suspended { ("badge bad", "Suspended") } else { ("badge good", "Active") };
    view! {
        <tr role="row" class=suspended.then_some("suspended")>
            <th role="rowheader" scope="row">
                <a class="person" href=format!("/people/{id}")>
                    <Avatar user_id=id name=name.clone() picture_id=user.picture_id />
                    <span>
                        <strong>{name.clone()}</strong>
                        <small>"@"{user.username.clone()}</small>
                        <small>{user.email.clone()} {(!user.email_verified).then_some(" · not confirmed")}</small>
                    </span>
                </a>
            </th>
            <td role="cell" data-label="Role">
                {if user.is_me {
                    view! { <span>{user.role.label()}</span> }.into_any()
                } else {
                    view! { <RoleForm user=user.clone() change_role=change_role /> }.into_any()
                }}
            </td>
            <td role="cell" data-label="State">
                <span class=state.0>{state.1}</span>
            </td>
            <td role="cell" data-label="Since">
                <span class="nowrap">
                    <Time moment=user.since.clone() />
                </span>
            </td>
            <td role="cell" class="actions">
                <Actions user=for_actions set_suspended=set_suspended />
            </td>
        </tr>
    }
}

#[component]
fn RoleForm(user: UserShown, change_role: FormAction) -> impl IntoView {
    let id = format!("role-{}", user.id);
    view! {
        <Form action=change_role class="role-form">
            <label class="visually-hidden" for=id.clone()>
                {format!("Role of {}", user.display_name)}
            </label>
            <input type="hidden" name="user_id" value=user.id.to_string() />
            <select class="input small" id=id name="role" autocomplete="off">
                {Role::ALL
                    .into_iter()
                    .map(|role| {
                        view! {
                            <option value=role.code() selected=role == user.role>
                                {role.label()}
                            </option>
                        }
                    })
                    .collect::<Vec<_>>()}
            </select>
            <button class="button small quiet" aria-label=format!("Set role of {}", user.display_name)>
                "Set"
            </button>
        </Form>
    }
}

#[component]
fn Actions(user: UserShown, set_suspended: FormAction) -> impl IntoView {
    if user.is_me {
        return view! { <span class="faint">"This is you"</span> }.into_any();
    }
    if user.suspended {
        let label = format!("Reinstate {}", user.display_name);
        return view! {
            <Form action=set_suspended class="">
                <input type="hidden" name="user_id" value=user.id.to_string() />
                <input type="hidden" name="suspended" value="false" />
                <SubmitButton class="button small" label=label>
                    "Reinstate"
                </SubmitButton>
            </Form>
        }
        .into_any();
    }
    view! {
        <DialogButton dialog=format!("suspend-{}", user.id) label=format!("Suspend {}", user.display_name)>
            "Suspend"
        </DialogButton>
    }
    .into_any()
}

#[component]
fn SuspendDialog(user: UserShown, set_suspended: FormAction) -> impl IntoView {
    let id = format!("suspend-{}", user.id);
    view! {
        <Dialog id=id.clone() title=format!("Suspend {}?", user.display_name)>
            <p>"They are signed out everywhere at once and cannot sign in until you reinstate them."</p>
            <Form action=set_suspended class="">
                <input type="hidden" name="user_id" value=user.id.to_string() />
                <input type="hidden" name="suspended" value="true" />
                <div class="button-row">
                    <DialogClose dialog=id>"Leave as it is"</DialogClose>
                    <button class="button danger primary">"Suspend"</button>
                </div>
            </Form>
        </Dialog>
    }
}
