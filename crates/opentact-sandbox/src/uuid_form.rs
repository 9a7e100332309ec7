//! The form in which the API writes and takes uuids.

/// The pattern that the API publishes; it quotes this in its complaints.
pub(crate) const UUID_PATTERN: &str =
    "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

/// Whether the text is of that form: lower case, any version.
pub(crate) fn is_uuid(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    text.split('-').map(str::len).eq(lengths)
        && text.split('-').all(|part| part.bytes().all(is_hex))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_published_form_is_a_uuid() {
        assert!(is_uuid("60e9fa76-20e7-45ee-bf24-8c4a95143dad"));
        for text in [
            "",
            "60E9FA76-20e7-45ee-bf24-8c4a95143dad",
            "60e9fa76-20e7-45ee-bf24-8c4a95143da",
            "60e9fa76-20e7-45ee-bf24-8c4a95143dad-",
            "60e9fa7620e745eebf248c4a95143dad",
            "{60e9fa76-20e7-45ee-bf24-8c4a95143dad}",
            "60e9fa7g-20e7-45ee-bf24-8c4a95143dad",
        ] {
            assert!(!is_uuid(text), "{text}");
        }
    }
}
