//! Parsing what people type. A parser takes the raw text and gives the value, or the sentence for the field.

/// Text without its surrounding white space, of at most `max_chars` characters and with no control characters.
pub fn parse_line(raw: &str, max_chars: usize) -> Result<String, String> {
    let text = raw.trim();
    check_length(text, max_chars)?;
    if text.chars().any(is_unprintable) {
        return Err("This contains characters that cannot be shown.".into());
    }
    Ok(text.to_owned())
}

/// Like a line, but may have several: line breaks are made uniform.
pub fn parse_paragraphs(raw: &str, max_chars: usize) -> Result<String, String> {
    let text = raw.replace("\r\n", "\n").trim().to_owned();
    check_length(&text, max_chars)?;
    if text.chars().any(|c| c != '\n' && c != '\t' && is_unprintable(c)) {
        return Err("This contains characters that cannot be shown.".into());
    }
    Ok(text)
}

fn check_length(text: &str, max_chars: usize) -> Result<(), String> {
    // Bytes first: counting the characters of a very long text is work nobody asked for.
    if text.len() > max_chars * 4 || text.chars().count() > max_chars {
        return Err(format!("This is too long. Use at most {max_chars} characters."));
    }
    Ok(())
}

/// Control characters, and the invisible ones that reorder or hide the text around them.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::{parse_line, parse_paragraphs};

    #[test]
    fn a_line_is_trimmed_and_keeps_any_script() {
        assert_eq!(parse_line("  Zoë 东京 🎭 ", 80).unwrap(), "Zoë 东京 🎭");
    }

    #[test]
    fn hidden_and_control_characters_are_refused() {
        for text in ["a\u{0}b", "a\nb", "a\u{202E}b", "a\u{200B}b", "\u{1b}[31m"] {
            assert!(parse_line(text, 80).is_err(), "{text:?}");
        }
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        assert!(parse_line(&"ß".repeat(80), 80).is_ok());
        assert!(parse_line(&"ß".repeat(81), 80).is_err());
        assert!(parse_line(&"x".repeat(10_000), 80).is_err());
    }

    #[test]
    fn paragraphs_keep_their_line_breaks() {
        assert_eq!(parse_paragraphs("a\r\n\r\nb ", 80).unwrap(), "a\n\nb");
        assert!(parse_paragraphs("a\u{7}b", 80).is_err());
    }
}
