//! Which names of a contract can become names in Rust.

use std::collections::BTreeMap;

pub(super) use crate::rust_names::is_identifier;

/// Whether a text is made of ASCII letters, digits and `_`, and starts with a letter.
pub(super) fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || it == '_')
}

/// Whether a text is a token of HTTP, as the name of a header has to be.
pub(super) fn is_http_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(it))
}

/// Names seen so far, by what they become.
#[derive(Default)]
pub(super) struct Seen<'n>(BTreeMap<String, &'n str>);

impl<'n> Seen<'n> {
    /// Takes a name; gives the earlier one that becomes the same, if there is one.
    pub(super) fn collision(&mut self, converted: String, name: &'n str) -> Option<&'n str> {
        match self.0.get(&converted) {
            Some(earlier) => Some(earlier),
            None => {
                self.0.insert(converted, name);
                None
            }
        }
    }
}
