//! Rows for work: a head that stays, and on phones either a card for each row or the plain table.

use leptos::prelude::*;

/// One column's head.
#[derive(Clone, Copy)]
pub struct Column {
    words: &'static str,
    class: Option<&'static str>,
    /// Said to screen readers only, such as above buttons.
    unseen: bool,
}

impl Column {
    pub const fn of(words: &'static str) -> Self {
        Self { words, class: None, unseen: false }
    }

    /// Figures stand under each other.
    pub const fn figures(words: &'static str) -> Self {
        Self { words, class: Some("number"), unseen: false }
    }

    pub const fn unseen(words: &'static str) -> Self {
        Self { words, class: None, unseen: true }
    }
}

/// The roles are said out loud because a table that folds into cards stops being one to the browser.
#[component]
pub fn Table(
    /// What the rows are and in which order.
    caption: &'static str,
    columns: Vec<Column>,
    /// Each row becomes a card on a phone.
    #[prop(optional)]
    folds: bool,
    children: Children,
) -> impl IntoView {
    let class = if folds { "table folds" } else { "table" };
    view! {
        <div class="table-frame">
            <table class=class role="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{columns.into_iter().map(head).collect::<Vec<_>>()}</tr>
                </thead>
                <tbody role="rowgroup">{children()}</tbody>
            </table>
        </div>
    }
}

fn head(column: Column) -> impl IntoView {
    view! {
        <th role="columnheader" scope="col" class=column.class>
            <span class=column.unseen.then_some("visually-hidden")>{column.words}</span>
        </th>
    }
}
