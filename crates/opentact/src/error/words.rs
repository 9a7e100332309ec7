//! Somebody else's words in `Display`: no more than a few, and none that a terminal obeys.

use std::fmt::{self, Write as _};

/// So many bytes of the server's words are in `Display`.
pub(super) const LONGEST_WORDS: usize = 4 * 1024 + 100;

/// The server's words, as many as are shown.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    is_full: bool,
}

impl Words {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds words behind a separator, unless there are enough.
    pub(super) fn add(&mut self, separator: &str, words: &str) {
        if self.is_full {
            return;
        }
        self.text.push_str(separator);
        for letter in words.chars() {
            if self.text.len() > LONGEST_WORDS {
                self.text.push_str("... (cut)");
                self.is_full = true;
                return;
            }
            // Writing to a text does not fail.
            let _ = write!(self.text, "{}", Printable(letter.encode_utf8(&mut [0; 4])));
        }
    }
}

/// Somebody else's words, with their control characters escaped: they may reach a terminal.
pub(super) struct Printable<'a>(pub(super) &'a str);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_hidden = |letter: char| letter.is_control() || is_reordering(letter);
        for letter in self.0.chars() {
            match letter {
                _ if is_hidden(letter) => write!(f, "{}", letter.escape_unicode())?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// Whether a character changes the order in which those around it are shown.
const fn is_reordering(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
