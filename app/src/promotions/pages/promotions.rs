use domain::promotions::PromotionState;
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::state::Empty;
use crate::components::table::{Column, Table};
use crate::components::time::Time;
use crate::promotions::api::{DeletePromotion, ListPromotions, PausePromotion};
use crate::promotions::api_views::{PlaceShown, PromotionShown, PromotionsShown};
use crate::site::{asked, named};

/// The codes of the event the path names; without one, those that hold at every event.
#[component]
pub fn PromotionsPage() -> impl IntoView {
    let cursor = asked("cursor").unwrap_or_default();
    let further = !cursor.is_empty();
    let shown = Data::load(ListPromotions { event_id: named("id"), cursor });
    view! {
        <Page title="Promotions">
            <Loaded data=shown children=move |shown| view! { <Promotions shown=shown further=further /> } />
        </Page>
    }
}

/// Where the list is.
fn list_of(event: Option<&PlaceShown>) -> String {
    event.map_or("/admin/promotions".into(), |event| format!("/organizer/events/{}/promotions", event.id))
}

#[component]
fn Promotions(shown: PromotionsShown, further: bool) -> impl IntoView {
    let here = list_of(shown.event.as_ref());
    let (new, empty_new) = (format!("{here}/new"), format!("{here}/new"));
    let next = shown.next_cursor.map(|cursor| ("Next", format!("{here}?cursor={cursor}")));
    let open = shown.event.as_ref().is_none_or(|event| event.open);
    let lead = match &shown.event {
        Some(_) => "Codes that take something off the tickets of this event, for those you give them to.",
        None => "Codes that take something off at every event of this site.",
    };
    let back = shown.event.map(|event| {
        view! {
            <p class="way-back">
                <a href=format!("/organizer/events/{}", event.id)>{event.title}</a>
            </p>
        }
    });
    let total = match shown.total {
        1 => "1 code".to_owned(),
        total => format!("{total} codes"),
    };
    let empty = shown.promotions.is_empty();
    view! {
        {back}
        <PageHead title="Promotions" lead=lead>
            {(open && !empty).then(|| view! { <NewButton href=new.clone() /> })}
        </PageHead>
        <FormProblems state=FormState::of(FormAction::to::<PausePromotion>()) />
        <FormProblems state=FormState::of(FormAction::to::<DeletePromotion>()) />
        {if empty {
            view! {
                <Empty title="No codes yet" words="Give one to old friends, to early ones or to groups: whoever types it pays less.">
                    {open.then(|| view! { <NewButton href=empty_new /> })}
                </Empty>
            }
                .into_any()
        } else {
            view! { <PromotionTable promotions=shown.promotions here=here.clone() open=open /> }.into_any()
        }}
        {(!empty)
            .then(|| {
                view! {
                    <Pagination
                        total=total
                        first=further.then_some(("Newest", here))
                        next=next
                    />
                }
            })}
    }
}

#[component]
fn NewButton(href: String) -> impl IntoView {
    view! {
        <a class="button primary" href=href>
            "Make a code"
        </a>
    }
}

#[component]
fn PromotionTable(promotions: Vec<PromotionShown>, here: String, open: bool) -> impl IntoView {
    let columns = vec![
        Column::of("Code"),
        Column::of("Takes off"),
        Column::of("Used"),
        Column::of("When"),
        Column::unseen("Actions"),
    ];
    let rows = promotions.into_iter().map(move |promotion| {
        let edit = open.then(|| format!("{here}/{}", promotion.id));
        view! { <PromotionRow promotion=promotion edit=edit /> }
    });
    view! {
        <Table caption="Codes, newest first" folds=true columns=columns>
            {rows.collect::<Vec<_>>()}
        </Table>
    }
}

#[component]
fn PromotionRow(
    promotion: PromotionShown,
    /// Where it is edited; nothing when nothing can change any more.
    edit: Option<String>,
) -> impl IntoView {
    let (class, words) = state(promotion.state);
    let any_time = promotion.from.is_none() && promotion.until.is_none();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <span class="promo-code">{promotion.code.clone()}</span>
                " "
                <span class=class>{words}</span>
            </th>
            <td role="cell" data-label="Takes off">
                <span>
                    {promotion.takes_off.clone()} {promotion.only.clone().map(|only| view! { <small class="faint">" " {only}</small> })}
                </span>
            </td>
            <td role="cell" data-label="Used">
                <span>
                    <span class="amount">{promotion.used.clone()}</span>
                    {promotion.per_person.clone().map(|most| view! { <small class="faint">", " {most}</small> })}
                </span>
            </td>
            <td role="cell" data-label="When">
                <span>
                    {any_time.then_some("Any time")}
                    {promotion.from.clone().map(|from| view! { <span class="promo-moment">"from " <Time moment=from /></span> })}
                    {promotion.until.clone().map(|until| view! { <span class="promo-moment">"until " <Time moment=until /></span> })}
                </span>
            </td>
            <td role="cell" class="actions">
                {edit
                    .map(|edit| {
                        view! {
                            <div class="button-row">
                                <Actions promotion=promotion edit=edit />
                            </div>
                        }
                    })}
            </td>
        </tr>
    }
}

#[component]
fn Actions(promotion: PromotionShown, edit: String) -> impl IntoView {
    let (pause, delete) = (FormAction::to::<PausePromotion>(), FormAction::to::<DeletePromotion>());
    let (id, code) = (promotion.id, promotion.code);
    let (verb, next) = if promotion.paused { ("Resume", "false") } else { ("Pause", "true") };
    let delete_label = format!("Delete {code}");
    view! {
        <a class="button small" href=edit aria-label=format!("Edit {code}")>
            "Edit"
        </a>
        <Form action=pause class="">
            <input type="hidden" name="promotion_id" value=id.to_string() />
            <input type="hidden" name="paused" value=next />
            <SubmitButton class="button small" label=format!("{verb} {code}")>
                {verb}
            </SubmitButton>
        </Form>
        {promotion
            .unused
            .then(|| {
                view! {
                    <Form action=delete class="">
                        <input type="hidden" name="promotion_id" value=id.to_string() />
                        <SubmitButton class="button small quiet danger" label=delete_label>
                            "Delete"
                        </SubmitButton>
                    </Form>
                }
            })}
    }
}

const fn state(state: PromotionState) -> (&'static str, &'static str) {
    match state {
        PromotionState::Active => ("badge good", "Holds"),
        PromotionState::Paused => ("badge warn", "Paused"),
        PromotionState::NotBegun => ("badge", "Not yet"),
        PromotionState::Ended => ("badge", "Ended"),
        PromotionState::UsedUp => ("badge", "Used up"),
    }
}
