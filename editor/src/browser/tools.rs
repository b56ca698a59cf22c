//! What the buttons do. Each carries the name of its command, so that buttons, keys and the list share them.

use web_sys::Element;

use super::desk::Desk;
use super::page::{number_on, open_dialog};
use crate::model::Sketch;
use crate::model::change::Mark;
use crate::model::history::Editor;
use crate::model::pick::{Grain, Pick, Selection};

const CLOSER: f64 = 1.4;

impl Desk {
    pub fn click(self, button: &Element) {
        let command = button.get_attribute("data-do").unwrap_or_default();
        let place = (number_on(button, "data-s"), number_on(button, "data-r"));
        match (command.as_str(), place) {
            ("section", (Some(s), _)) => self.fold(Pick::Section(s)),
            ("row", (Some(s), Some(r))) => self.fold(Pick::Row(s, r)),
            ("problem", _) => self.go_to(&button.get_attribute("data-field").unwrap_or_default()),
            ("grain", _) => {
                let grain = Grain::parse(&button.get_attribute("data-grain").unwrap_or_default());
                self.edit(&mut |editor| editor.grain = grain);
            }
            (command, _) => self.run(command),
        }
    }

    /// Picks it and folds it out; what is picked and open already is folded in.
    fn fold(self, pick: Pick) {
        self.edit(&mut |editor| {
            let is_open = match pick {
                Pick::Section(s) => editor.open_section == Some(s) && editor.open_row.is_none(),
                Pick::Row(_, r) => editor.open_row == Some(r),
                _ => false,
            };
            let was_picked = editor.selection.only() == Some(pick);
            editor.select(Selection::one(pick));
            if is_open && was_picked {
                match pick {
                    Pick::Row(..) => editor.open_row = None,
                    _ => editor.open_section = None,
                }
            }
        });
    }

    pub fn run(self, command: &str) {
        match command {
            "undo" => self.step("Undone.", Editor::undo),
            "redo" => self.step("Done again.", Editor::redo),
            "all" => self.edit(&mut |editor| editor.select(editor.sketch.everything(editor.grain))),
            "none" => self.edit(&mut |editor| editor.select(Selection::default())),
            "delete" => self.replace_picked(|sketch, selection| {
                sketch.remove(selection);
                Selection::default()
            }),
            "duplicate" => self.replace_picked(Sketch::duplicate),
            "accessible" => self.mark(Mark::Accessible),
            "companion" => self.mark(Mark::Companion),
            "stage" => {
                let middle = self.middle();
                self.edit(&mut |editor| {
                    // There is always room for a stage.
                    let _ = editor.add(&mut |sketch| Ok(sketch.add_stage(middle)));
                });
            }
            "zoom-in" => self.zoom(CLOSER),
            "zoom-out" => self.zoom(1.0 / CLOSER),
            "fit" => self.fit(),
            "save" => self.save(),
            "export" => self.export(),
            "reload" => self.load(),
            "help" => open_dialog("plan-help", true),
            "no-background" => self.edit(&mut |editor| editor.change(&mut |sketch| sketch.background = None)),
            _ => {}
        }
    }

    fn step(self, words: &'static str, step: fn(&mut Editor) -> bool) {
        self.edit(&mut |editor| {
            if step(editor) {
                self.say(words);
            }
        });
    }

    /// What comes of it is picked next.
    fn replace_picked(self, change: fn(&mut Sketch, &Selection) -> Selection) {
        self.change_picked(&mut |editor, selection| {
            // What is picked can always be changed.
            let _ = editor.add(&mut |sketch| Ok(change(sketch, selection)));
        });
    }

    fn mark(self, mark: Mark) {
        self.change_picked(&mut |editor, selection| editor.change(&mut |sketch| sketch.mark(selection, mark)));
    }

    fn change_picked(self, change: &mut dyn FnMut(&mut Editor, &Selection)) {
        if let Err(why) = self.on_picked(change) {
            self.say(why);
        }
    }
}
