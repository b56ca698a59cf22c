use leptos::prelude::*;
use leptos_meta::Title;

use crate::accounts::api::LoadPerson;
use crate::accounts::api_views::PersonShown;
use crate::components::avatar::{Avatar, hue};
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::time::Time;
use crate::parts::icon::Icon;
use crate::site::named;

#[component]
pub fn PersonPage() -> impl IntoView {
    let person = Data::load(LoadPerson { user_id: named("id") });
    view! {
        <main class="page" id="main" tabindex="-1">
            <Loaded data=person children=|shown| view! { <Person shown=shown /> } />
        </main>
    }
}

#[component]
fn Person(shown: PersonShown) -> impl IntoView {
    let profile = shown.profile;
    view! {
        <Title text=profile.display_name.clone() />
        <article class=format!("profile hue-{}", hue(profile.id))>
            <Avatar
                user_id=profile.id
                name=profile.display_name.clone()
                picture_id=profile.picture_id
                size="huge"
            />
            <div>
                <h1>{profile.display_name}</h1>
                <p class="handle">"@"{profile.username}</p>
                <ul class="facts" role="list">
                    <li>
                        <Icon name="calendar" small=true />
                        <span>"Here since " <Time moment=shown.since /></span>
                    </li>
                </ul>
            </div>
            {(!profile.bio.is_empty()).then(|| view! { <p class="bio">{profile.bio}</p> })}
            {shown
                .own
                .then(|| {
                    view! {
                        <div class="button-row">
                            <a class="button" href="/settings/profile">
                                "Edit profile"
                            </a>
                        </div>
                    }
                })}
        </article>
    }
}
