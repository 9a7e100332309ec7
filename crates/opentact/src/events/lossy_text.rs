//! Texts that people wrote, in which half of a character may stand.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a text, and null as nothing.
///
/// A text that was cut in the middle of an emoji ends in half of it, as in `"Hello \ud83d"`. That is
/// JSON and no Unicode; U+FFFD stands for it then.
pub(super) fn lossy_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    deserializer.deserialize_option(LossyText)
}

struct LossyText;

impl<'de> Visitor<'de> for LossyText {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        // As a text it would not be given with half of a character in it.
        deserializer.deserialize_bytes(self)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(Some(String::from_utf8_lossy(bytes).into_owned()))
    }
}
