//! The title in the tab may carry what somebody typed. Leptos writes it into the document as it is, so here it is
//! escaped.

pub fn as_title(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::as_title;

    #[test]
    fn a_name_never_becomes_markup() {
        assert_eq!(as_title("</title><meta> & co"), "&lt;/title&gt;&lt;meta&gt; &amp; co");
    }
}
