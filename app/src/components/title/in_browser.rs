pub fn as_title(text: &str) -> String {
    text.to_owned()
}
