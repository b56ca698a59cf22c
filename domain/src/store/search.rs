//! Looking for part of a text.

/// The pattern of `like … escape '\'` for any text around these letters; its own signs are only letters, too.
pub(crate) fn pattern_around(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::pattern_around;

    #[test]
    fn signs_of_the_databases_own_are_escaped() {
        assert_eq!(pattern_around("100% a_b \\"), "%100\\% a\\_b \\\\%");
        assert_eq!(pattern_around(""), "%%");
    }
}
