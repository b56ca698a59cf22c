use domain::clubs::POST_BODY_MAX_CHARS;
use leptos::prelude::*;

use crate::clubs::api::{EditPost, LoadPostForm, PublishPost};
use crate::clubs::api_views::PostFormShown;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::field::{CheckField, TextArea, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::version::Version;
use crate::site::named;

#[component]
pub fn PostNewPage() -> impl IntoView {
    let data = Data::load(LoadPostForm { club_id: named("id"), post_id: String::new() });
    view! {
        <Page title="Write a post" class="page narrow">
            <Loaded data=data children=|shown| view! { <PostForm shown=shown /> } />
        </Page>
    }
}

#[component]
pub fn PostEditPage() -> impl IntoView {
    let data = Data::load(LoadPostForm { club_id: named("id"), post_id: named("post_id") });
    view! {
        <Page title="Edit post" class="page narrow">
            <Loaded data=data children=|shown| view! { <PostForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn PostForm(shown: PostFormShown) -> impl IntoView {
    let club = shown.shown.club;
    let action = if shown.post.is_some() { FormAction::to::<EditPost>() } else { FormAction::to::<PublishPost>() };
    let form = FormState::of(action);
    let (title, button) =
        if shown.post.is_some() { ("Edit post", "Save post") } else { ("Write a post", "Publish post") };
    let fixed = shown.post.as_ref().map(|post| (post.id.to_string(), post.version));
    let (headline, body, members_only) =
        shown.post.map(|post| (post.title, post.body, post.members_only)).unwrap_or_default();
    view! {
        <PageHead title=title lead=format!("For {}", club.name) />
        <FormProblems state=form />
        <Form action=action>
            <input type="hidden" name="club_id" value=club.id.to_string() />
            {fixed
                .map(|(id, version)| {
                    view! {
                        <input type="hidden" name="post_id" value=id />
                        <Version form=form version=version />
                    }
                })}
            <TextField form=form name="title" label="Title" value=headline />
            <TextArea
                form=form
                name="body"
                label="Text"
                value=body
                max_chars=POST_BODY_MAX_CHARS
                needed=true
            />
            <CheckField
                form=form
                name="members_only"
                label="For members only"
                hint="Others do not see that it exists."
                ticked=members_only
            />
            <div class="button-row">
                <SubmitButton>{button}</SubmitButton>
                <a class="button quiet" href=format!("/clubs/{}", club.id)>
                    "Not now"
                </a>
            </div>
        </Form>
    }
}
