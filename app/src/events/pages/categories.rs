use domain::events::{CATEGORY_NAME_MAX_CHARS, Category};
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::dialog::{Dialog, DialogButton, DialogClose};
use crate::components::field::TextField;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::state::Empty;
use crate::components::table::{Column, Table};
use crate::events::api::categories::{CreateCategory, DeleteCategory, EditCategory, LoadCategories};

#[component]
pub fn CategoriesPage() -> impl IntoView {
    let categories = Data::load(LoadCategories {});
    view! {
        <Page title="Categories">
            <Loaded data=categories children=|shown| view! { <Categories categories=shown /> } />
        </Page>
    }
}

#[component]
fn Categories(categories: Vec<Category>) -> impl IntoView {
    let create = FormState::of(FormAction::to::<CreateCategory>());
    let edit = FormState::of(FormAction::to::<EditCategory>());
    let delete = FormState::of(FormAction::to::<DeleteCategory>());
    let dialogs: Vec<_> = categories.iter().filter(|category| category.events == 0).cloned().collect();
    view! {
        <PageHead title="Categories" lead="What kinds of event there are. People narrow their search down by them." />
        <FormProblems state=create />
        <FormProblems state=edit />
        <FormProblems state=delete />
        <Form action={FormAction::to::<CreateCategory>()} class="one-line-form">
            <TextField form=create name="name" label="New category" />
            <SubmitButton class="button">"Add"</SubmitButton>
        </Form>
        {if categories.is_empty() {
            view! { <Empty title="No categories yet" words="Add the first one above." /> }.into_any()
        } else {
            view! {
                <Table
                    caption="Categories, by name"
                    folds=true
                    columns=vec![Column::of("Name"), Column::figures("Events"), Column::unseen("Actions")]
                >
                    {categories.into_iter().map(|category| view! { <Row category=category /> }).collect::<Vec<_>>()}
                </Table>
            }
                .into_any()
        }}
        {dialogs.into_iter().map(|category| view! { <DeleteDialog category=category /> }).collect::<Vec<_>>()}
    }
}

#[component]
fn Row(category: Category) -> impl IntoView {
    let id = category.id;
    let field = format!("name-{id}");
    let [called, rename, delete] = ["Name of", "Rename", "Delete"].map(|verb| format!("{verb} {}", category.name));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <Form action={FormAction::to::<EditCategory>()} class="role-form">
                    <label class="visually-hidden" for=field.clone()>
                        {called}
                    </label>
                    <input type="hidden" name="category_id" value=id.to_string() />
                    <input type="hidden" name="version" value=category.version />
                    <input
                        class="input small"
                        id=field
                        name="name"
                        value=category.name
                        autocomplete="off"
                        maxlength=CATEGORY_NAME_MAX_CHARS
                        required
                    />
                    <button class="button small quiet" aria-label=rename>
                        "Rename"
                    </button>
                </Form>
            </th>
            <td role="cell" class="number" data-label="Events">
                {category.events}
            </td>
            <td role="cell" class="actions">
                {if category.events == 0 {
                    view! {
                        <DialogButton dialog=format!("delete-{id}") label=delete>
                            "Delete"
                        </DialogButton>
                    }
                        .into_any()
                } else {
                    view! { <span class="faint small-text">"In use"</span> }.into_any()
                }}
            </td>
        </tr>
    }
}

#[component]
fn DeleteDialog(category: Category) -> impl IntoView {
    let dialog = format!("delete-{}", category.id);
    view! {
        <Dialog id=dialog.clone() title=format!("Delete {}?", category.name)>
            <p>"No event is in it. Nobody can choose it any more."</p>
            <Form action={FormAction::to::<DeleteCategory>()} class="">
                <input type="hidden" name="category_id" value=category.id.to_string() />
                <div class="button-row">
                    <DialogClose dialog=dialog>"Keep it"</DialogClose>
                    <button class="button danger primary">"Delete"</button>
                </div>
            </Form>
        </Dialog>
    }
}
