use domain::venues::Venue;
use leptos::prelude::*;
use leptos_meta::Title;

use super::drawing::{Drawing, Sections};
use super::words;
use crate::components::callout::Callout;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::Page;
use crate::components::state::Empty;
use crate::components::table::{Column, Table};
use crate::components::time::Time;
use crate::parts::icon::Icon;
use crate::site::{asked, named};
use crate::venues::api::LoadVenuePage;
use crate::venues::api_views::{PlanDrawn, VenuePageShown, VersionShown};

#[component]
pub fn VenuePage() -> impl IntoView {
    let version = asked("version").and_then(|version| version.parse().ok());
    let page = Data::load(LoadVenuePage { venue_id: named("id"), version });
    view! {
        <Page title="Venue">
            <Loaded data=page children=|shown| view! { <VenueView page=shown /> } />
        </Page>
    }
}

#[component]
fn VenueView(page: VenuePageShown) -> impl IntoView {
    let venue = page.venue;
    let (id, looks_after_it) = (venue.id, venue.looks_after_it);
    let newest = venue.plan.map(|facts| facts.version);
    view! {
        <Title text=venue.name.clone() />
        <VenueHead venue=venue />
        {match page.plan {
            Some(plan) => view! { <PlanSection plan=plan newest=newest here=format!("/venues/{id}") /> }.into_any(),
            None => {
                view! {
                    <Empty title="No plan yet" words="Its sections, rows and seats have not been drawn.">
                        {looks_after_it
                            .then(|| {
                                view! {
                                    <a class="button primary" href=format!("/venues/{id}/plan")>
                                        "Draw the plan"
                                    </a>
                                }
                            })}
                    </Empty>
                }
                    .into_any()
            }
        }}
        {(!page.versions.is_empty())
            .then(|| view! { <Versions versions=page.versions here=format!("/venues/{id}") /> })}
    }
}

#[component]
fn VenueHead(venue: Venue) -> impl IntoView {
    let id = venue.id;
    let place = [venue.address, venue.city].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    view! {
        <header class="venue-head">
            <div>
                <h1>{venue.name}</h1>
                <ul class="facts" role="list">
                    {(!place.is_empty())
                        .then(|| {
                            view! {
                                <li>
                                    <Icon name="map-pin" small=true />
                                    {place}
                                </li>
                            }
                        })} <li>
                        <Icon name="clock" small=true />
                        {venue.time_zone.replace('_', " ")}
                    </li>
                    {venue
                        .club_id
                        .zip(venue.club_name)
                        .map(|(club_id, name)| {
                            view! {
                                <li>
                                    <Icon name="club" small=true />
                                    <a href=format!("/clubs/{club_id}")>{name}</a>
                                </li>
                            }
                        })}
                    {venue
                        .plan
                        .map(|plan| {
                            view! {
                                <li>
                                    <Icon name="seat" small=true />
                                    {words::places(&plan)}
                                </li>
                            }
                        })}
                </ul>
            </div>
            {venue
                .looks_after_it
                .then(|| {
                    view! {
                        <div class="button-row">
                            <a class="button primary" href=format!("/venues/{id}/plan")>
                                <Icon name="seat" small=true />
                                {if venue.plan.is_some() { "Edit plan" } else { "Draw plan" }}
                            </a>
                            <a class="button" href=format!("/venues/{id}/edit")>
                                <Icon name="edit" small=true />
                                "Edit venue"
                            </a>
                        </div>
                    }
                })}
        </header>
    }
}

#[component]
fn PlanSection(plan: PlanDrawn, newest: Option<i64>, here: String) -> impl IntoView {
    let version = plan.facts.version;
    let sections = plan.sections.clone();
    view! {
        <section aria-labelledby="plan">
            <div class="section-head">
                <h2 id="plan">"Plan"</h2>
                <p class="faint">{format!("Version {version}, ")} <Time moment=plan.at.clone() /></p>
            </div>
            {(newest != Some(version))
                .then(|| {
                    view! {
                        <Callout tone="info" title="This is an older version">
                            <p>
                                <a href=here>"See the newest"</a>
                            </p>
                        </Callout>
                    }
                })}
            <div class="venue-plan">
                <div class="plan-frame">
                    <Drawing plan=plan />
                </div>
                <Sections sections=sections />
            </div>
        </section>
    }
}

#[component]
fn Versions(versions: Vec<VersionShown>, here: String) -> impl IntoView {
    view! {
        <section class="settings-section" aria-labelledby="versions">
            <h2 id="versions">"Versions"</h2>
            <p>"Events keep the version they were sold by. Of those that nothing uses the newest ten are kept."</p>
            <Table
                caption="Versions of the plan, newest first"
                columns=vec![
                    Column::of("Version"),
                    Column::of("Saved"),
                    Column::figures("Places"),
                    Column::figures("Events"),
                ]
            >
                {versions
                    .into_iter()
                    .map(|version| {
                        let number = version.facts.version;
                        view! {
                            <tr role="row">
                                <td role="cell">
                                    <a href=format!("{here}?version={number}")>{format!("Version {number}")}</a>
                                </td>
                                <td role="cell">
                                    <Time moment=version.at />
                                </td>
                                <td role="cell" class="number">
                                    {version.facts.places()}
                                </td>
                                <td role="cell" class="number">
                                    {version.uses}
                                </td>
                            </tr>
                        }
                    })
                    .collect::<Vec<_>>()}
            </Table>
        </section>
    }
}
