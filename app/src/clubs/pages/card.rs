use domain::clubs::ClubSummary;
use leptos::prelude::*;

use super::words;
use crate::components::poster::{Poster, hue_of};

/// A club in a list: its poster, its name, and how one gets in.
#[component]
pub fn ClubCard(club: ClubSummary) -> impl IntoView {
    let hue = hue_of(club.id.0, club.hue);
    let about = club.description.lines().next().unwrap_or_default().to_owned();
    view! {
        <li class=format!("club-card hue-{hue}")>
            <div class="poster-frame">
                <Poster of=club.id.0 picture_id=club.picture_id />
            </div>
            <div>
                <h2>
                    <a href=format!("/clubs/{}", club.id)>{club.name}</a>
                </h2>
                {(!about.is_empty()).then(|| view! { <p class="clamp">{about}</p> })}
                <p class="faint">{words::members(club.member_count)} " · " {words::joining(club.join_policy)}</p>
                <p class="badges">
                    {words::status(club.status).map(|(class, words)| view! { <span class=class>{words}</span> })}
                    {club.my_role.map(|role| view! { <span class="badge accent">{role.label()}</span> })}
                    {(club.my_role.is_none() && club.my_status.is_some())
                        .then(|| view! { <span class="badge">"You asked to join"</span> })}
                </p>
            </div>
        </li>
    }
}
