//! The list in pieces, so that what did not change in it stays as it is.

use web_sys::Element;

use super::super::page::find;

#[derive(Default)]
pub struct Pieces(Vec<Piece>);

struct Piece {
    /// As its element carries it; nothing for what holds the others together.
    item: String,
    html: String,
}

impl Pieces {
    pub fn fixed(&mut self, html: &str) {
        self.item(String::new(), html.to_owned());
    }

    pub fn item(&mut self, item: String, html: String) {
        self.0.push(Piece { item, html });
    }

    /// Takes the place of what was there before.
    pub fn replace(&self, before: &Self, list: &Element) {
        let is_alike =
            |(new, old): (&Piece, &Piece)| new.item == old.item && (!new.item.is_empty() || new.html == old.html);
        if self.0.len() != before.0.len() || !self.0.iter().zip(&before.0).all(is_alike) {
            list.set_inner_html(&self.0.iter().map(|piece| piece.html.as_str()).collect::<String>());
            return;
        }
        for (new, _) in self.0.iter().zip(&before.0).filter(|(new, old)| new.html != old.html) {
            if let Some(element) = find(&format!("[data-item='{}']", new.item)) {
                element.set_outer_html(&new.html);
            }
        }
    }
}

/// What somebody typed is never markup.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
