//! The same plan as a list, for whoever does not see or does not point: sections, their rows, their seats. Only what is
//! chosen is folded out, so that it stays short.

mod pieces;

use domain::venues::{RowDraft, SeatDraft, SectionKind};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::desk::Desk;
use super::page::{document, find, number_on};
use crate::model::Part;
use crate::model::history::Editor;
use crate::model::pick::{Pick, Selection};
pub use pieces::Pieces;
use pieces::escape;

/// Only what changed is drawn anew: somebody may be typing in it.
pub fn show(desk: Desk) {
    let mut pieces = Pieces::default();
    desk.see(&mut |editor| {
        for (s, part) in editor.sketch.parts.iter().enumerate() {
            section(&mut pieces, editor, s, part);
        }
    });
    let focused = document().active_element().and_then(|element| element.get_attribute("data-key"));
    if let Some(list) = find(".plan-tree") {
        desk.list_anew(pieces, &list);
    }
    let again = focused.and_then(|key| find(&format!("[data-key='{key}']")));
    if let Some(again) = again.and_then(|element| element.dyn_into::<HtmlElement>().ok())
        && document().active_element().as_ref() != Some(again.unchecked_ref())
    {
        let _ = again.focus();
    }
}

fn section(pieces: &mut Pieces, editor: &Editor, s: usize, part: &Part) {
    let holds = match part.head.kind {
        SectionKind::Standing => format!("{} standing", part.head.capacity.unwrap_or_default()),
        SectionKind::Seated => format!("{} seats", part.count()),
    };
    let is_open = editor.open_section == Some(s);
    let state = (is_open, editor.selection.covers(Pick::Section(s)));
    pieces.fixed("<li>");
    fold(pieces, "section", (s, 0), &part.head.name, &holds, state);
    if is_open {
        pieces.fixed("<ul role=list>");
        for (r, laid) in part.rows.iter().enumerate() {
            row(pieces, editor, (s, r), laid);
        }
        pieces.fixed("</ul>");
    }
    pieces.fixed("</li>");
}

fn row(pieces: &mut Pieces, editor: &Editor, (s, r): (usize, usize), row: &RowDraft) {
    let is_open = editor.open_row == Some(r);
    let state = (is_open, editor.selection.covers(Pick::Row(s, r)));
    let (name, holds) = (format!("Row {}", row.label), format!("{} seats", row.seats.len()));
    pieces.fixed("<li>");
    fold(pieces, "row", (s, r), &name, &holds, state);
    if is_open {
        let value = escape(&row.label);
        pieces.fixed("<div class=plan-row>");
        pieces.item(
            format!("row-label-{s}-{r}"),
            format!(
                "<label data-item=row-label-{s}-{r}>Label of the row <input class=input data-set=row-label \
                 data-key=label-{s}-{r} data-s={s} data-r={r} autocomplete=off value=\"{value}\"></label>"
            ),
        );
        pieces.fixed("<ul role=list>");
        for (n, stands) in row.seats.iter().enumerate() {
            seat(pieces, (s, r, n), stands);
        }
        pieces.fixed("</ul></div>");
    }
    pieces.fixed("</li>");
}

fn fold(
    pieces: &mut Pieces,
    what: &str,
    (s, r): (usize, usize),
    name: &str,
    holds: &str,
    (is_open, is_picked): (bool, bool),
) {
    let (name, item) = (escape(name), format!("{what}-{s}-{r}"));
    let html = format!(
        "<button type=button data-do={what} data-item={item} data-key={item} data-s={s} data-r={r} \
         aria-expanded={is_open} aria-current={is_picked}><span>{name}</span> <small>{holds}</small></button>"
    );
    pieces.item(item, html);
}

fn seat(pieces: &mut Pieces, (s, r, n): (usize, usize, usize), seat: &SeatDraft) {
    let (label, item) = (escape(&seat.label), format!("seat-{s}-{r}-{n}"));
    let tick = |what: &str, words: &str, ticked: bool| {
        let checked = if ticked { "checked" } else { "" };
        format!(
            "<label><input type=checkbox data-set=seat-{what} data-key={what}-{s}-{r}-{n} data-s={s} data-r={r} \
             data-n={n} aria-label=\"Seat {label}: {words}\" {checked}> {words}</label>"
        )
    };
    let (wheelchair, companion) =
        (tick("accessible", "Wheelchair", seat.accessible), tick("companion", "Companion", seat.companion));
    let html = format!(
        "<li data-item={item}><input class=input data-set=seat-label data-key={item} data-s={s} data-r={r} data-n={n} \
         autocomplete=off aria-label=\"Label of seat {label}\" value=\"{label}\">{wheelchair}{companion}</li>"
    );
    pieces.item(item, html);
}

impl Desk {
    /// Picks the seat whose field has the focus; nothing is folded by it.
    pub fn point_at(self, field: &Element) {
        let at = |name: &str| number_on(field, name).unwrap_or_default();
        let seat = Pick::Seat(at("data-s"), at("data-r"), at("data-n"));
        let mut is_picked = false;
        self.see(&mut |editor| is_picked = editor.selection.only() == Some(seat));
        if !is_picked {
            self.edit(&mut |editor| editor.selection = Selection::one(seat));
        }
    }
}
