use leptos::prelude::*;

use crate::clubs::api::RemovePost;
use crate::clubs::api_views::PostShown;
use crate::components::dialog::{Dialog, DialogButton, DialogClose};
use crate::components::form::{Form, FormAction};
use crate::components::time::Time;
use crate::parts::icon::Icon;

/// What a club told, newest first.
#[component]
pub fn Posts(posts: Vec<PostShown>, may_edit: bool) -> impl IntoView {
    view! {
        <div class="posts">
            {posts.into_iter().map(|post| view! { <Post post=post may_edit=may_edit /> }).collect::<Vec<_>>()}
        </div>
    }
}

#[component]
fn Post(post: PostShown, may_edit: bool) -> impl IntoView {
    let heading = format!("post-{}", post.id);
    let author = post.author.map(|author| {
        view! {
            <a href=format!("/people/{}", author.user_id)>{author.display_name}</a>
            " · "
        }
    });
    view! {
        <article class="post" aria-labelledby=heading.clone()>
            <h3 id=heading.clone()>{post.title.clone()}</h3>
            <p class="faint small-text">
                {author} <Time moment=post.at /> {post.edited.then_some(" · edited")}
                {post
                    .members_only
                    .then(|| {
                        view! {
                            <span class="badge">
                                <Icon name="lock" small=true />
                                "Members only"
                            </span>
                        }
                    })}
            </p>
            <p class="prose">{post.body}</p>
            {may_edit
                .then(|| {
                    let dialog = format!("remove-{}", post.id);
                    view! {
                        <div class="button-row">
                            <a
                                class="button small quiet"
                                href=format!("/clubs/{}/posts/{}/edit", post.club_id, post.id)
                                aria-label=format!("Edit “{}”", post.title)
                            >
                                "Edit"
                            </a>
                            <DialogButton dialog=dialog.clone() label=format!("Remove “{}”", post.title)>
                                "Remove"
                            </DialogButton>
                        </div>
                        <Dialog id=dialog.clone() title="Remove this post?">
                            <p>"It disappears for everybody and cannot be brought back."</p>
                            <Form action={FormAction::to::<RemovePost>()} class="">
                                <input type="hidden" name="club_id" value=post.club_id.to_string() />
                                <input type="hidden" name="post_id" value=post.id.to_string() />
                                <div class="button-row">
                                    <DialogClose dialog=dialog>"Keep it"</DialogClose>
                                    <button class="button danger primary">"Remove"</button>
                                </div>
                            </Form>
                        </Dialog>
                    }
                })}
        </article>
    }
}
