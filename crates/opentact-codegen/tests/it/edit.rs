//! The small contract, and edits of it.

/// A contract with one of everything that the dialect has.
pub(crate) const SMALL: &str = include_str!("../fixtures/small.yaml");

/// The small contract after some replacements, each of which has to find its text exactly once.
pub(crate) fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = SMALL.to_owned();
    for (from, to) in edits {
        assert_eq!(
            text.matches(from).count(),
            1,
            "{from:?} has to be there once"
        );
        text = text.replacen(from, to, 1);
    }
    text
}

/// The number of the line on which the first occurrence of a text ends.
pub(crate) fn line_of(text: &str, needle: &str) -> usize {
    let start = text
        .find(needle)
        .unwrap_or_else(|| panic!("{needle:?} is not there"));
    text[..start + needle.len()].lines().count()
}
