//! What the forms of the editor say: dialogs that add and label, and fields that change what they show.

use domain::venues::{Block, RowLine, RowRule, RowStyle, SeatFrom, SeatNumbers, SeatRule, SectionKind};
use web_sys::{Element, FormData, HtmlFormElement};

use super::desk::Desk;
use super::page::{number_on, open_dialog};
use crate::model::Sketch;
use crate::model::add::Rows;
use crate::model::pick::{Pick, Selection};

/// The fields of a form by their names.
struct Fields(FormData);

impl Fields {
    fn of(form: &HtmlFormElement) -> Option<Self> {
        FormData::new_with_form(form).ok().map(Self)
    }

    fn text(&self, name: &str) -> String {
        self.0.get(name).as_string().unwrap_or_default().trim().to_owned()
    }

    fn number(&self, name: &str) -> i32 {
        self.text(name).parse().unwrap_or_default()
    }

    fn is_ticked(&self, name: &str) -> bool {
        self.0.has(name)
    }

    fn row_rule(&self) -> RowRule {
        RowRule {
            style: if self.text("row_style") == "numbers" { RowStyle::Numbers } else { RowStyle::Letters },
            start: self.number("row_start").max(1).unsigned_abs(),
            skip_look_alikes: self.is_ticked("row_skip"),
            reverse: self.is_ticked("row_reverse"),
        }
    }

    fn seat_rule(&self) -> SeatRule {
        SeatRule {
            numbers: match self.text("seat_numbers").as_str() {
                "odd" => SeatNumbers::Odd,
                "even" => SeatNumbers::Even,
                _ => SeatNumbers::All,
            },
            start: self.number("seat_start").max(0).unsigned_abs(),
            from: match self.text("seat_from").as_str() {
                "right" => SeatFrom::Right,
                "centre" => SeatFrom::Centre,
                _ => SeatFrom::Left,
            },
        }
    }

    /// Its middle is the middle of the window, as far as that leaves room to the left and above.
    fn block(&self, desk: Desk) -> Block {
        let (middle, rows, seats) = (desk.middle(), self.number("rows"), self.number("seats"));
        let (spacing, depth, more) = (self.number("spacing"), self.number("depth"), self.number("more"));
        let longest = seats.max(seats.saturating_add(rows.saturating_mul(more)));
        let (wide, deep) = (longest.saturating_mul(spacing) / 2, rows.saturating_mul(depth) / 2);
        let radius = Some(self.number("radius")).filter(|radius| *radius != 0);
        let first = RowLine {
            x: middle.x.max(wide.saturating_add(100)),
            y: middle.y.saturating_sub(deep).max(100),
            spacing,
            rotation: self.number("rotation"),
            radius,
        };
        let count = |number: i32| usize::try_from(number).unwrap_or_default();
        Block { first, rows: count(rows), seats: count(seats), more_seats: more, depth }
    }
}

impl Desk {
    pub fn submit(self, form: &HtmlFormElement, command: &str) {
        let Some(fields) = Fields::of(form) else { return };
        let done = match command {
            "add-rows" => self.add_rows(&fields),
            "add-standing" => {
                let (name, places, middle) = (fields.text("name"), fields.number("places"), self.middle());
                let mut done = Ok(());
                self.edit(&mut |editor| {
                    done = editor.add(&mut |sketch| Ok(sketch.add_standing(&name, places, middle)));
                });
                done
            }
            "label-rows" => self.label(&mut |sketch, selection| sketch.label_rows(selection, fields.row_rule())),
            "label-seats" => self.label(&mut |sketch, selection| sketch.label_seats(selection, fields.seat_rule())),
            _ => return,
        };
        let problem = form.query_selector("[role=alert]").ok().flatten();
        if let Some(problem) = problem {
            problem.set_text_content(done.as_ref().err().map(String::as_str));
        }
        if done.is_ok() {
            open_dialog(&form.get_attribute("data-dialog").unwrap_or_default(), false);
        }
    }

    fn add_rows(self, fields: &Fields) -> Result<(), String> {
        let rows = Rows { block: fields.block(self), row_rule: fields.row_rule(), seat_rule: fields.seat_rule() };
        let name = fields.text("name");
        let mut done = Ok(());
        self.edit(&mut |editor| {
            let into = if fields.is_ticked("into") { chosen_section(&editor.selection) } else { None };
            done = editor.add(&mut |sketch| sketch.add_rows(into, &name, &rows));
        });
        done
    }

    fn label(self, label: &mut dyn FnMut(&mut Sketch, &Selection)) -> Result<(), String> {
        self.on_picked(&mut |editor, selection| editor.change(&mut |sketch| label(sketch, selection)))?;
        Ok(())
    }

    /// A field that changed what it shows: of the section that is picked, or of what it stands beside in the list.
    pub fn set(self, field: &Element, what: &str, value: &str, is_ticked: bool) {
        let mut chosen = None;
        self.see(&mut |editor| chosen = chosen_section(&editor.selection));
        let s = number_on(field, "data-s").or(chosen).unwrap_or(usize::MAX);
        let at = |name: &str| number_on(field, name).unwrap_or(usize::MAX);
        let (r, n) = (at("data-r"), at("data-n"));
        let value = value.trim();
        self.edit(&mut |editor| {
            editor.change(&mut |sketch| match what {
                "row-label" => sketch.row(s, r).into_iter().for_each(|row| value.clone_into(&mut row.label)),
                "seat-label" | "seat-accessible" | "seat-companion" => {
                    let Some(seat) = sketch.row(s, r).and_then(|row| row.seats.get_mut(n)) else { return };
                    match what {
                        "seat-label" => value.clone_into(&mut seat.label),
                        "seat-accessible" => seat.accessible = is_ticked,
                        _ => seat.companion = is_ticked,
                    }
                }
                _ => {
                    let Some(part) = sketch.part(s) else { return };
                    let head = &mut part.head;
                    match what {
                        "name" => value.clone_into(&mut head.name),
                        "entrance" => head.entrance = Some(value.to_owned()).filter(|value| !value.is_empty()),
                        "zone" => head.zone = value.parse().unwrap_or_default(),
                        "places" if head.kind == SectionKind::Standing => head.capacity = value.parse().ok(),
                        _ => {}
                    }
                }
            });
        });
    }
}

/// The section everything picked lies in.
pub fn chosen_section(selection: &Selection) -> Option<usize> {
    let section = |pick: &Pick| match *pick {
        Pick::Section(s) | Pick::Row(s, _) | Pick::Seat(s, ..) => Some(s),
        Pick::Shape(_) => None,
    };
    let first = section(selection.picks().first()?)?;
    selection.picks().iter().all(|pick| section(pick) == Some(first)).then_some(first)
}
