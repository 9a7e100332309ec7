//! A part of an event, as text.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use opentact_client::REDACTED;

use super::half_characters::without_half_characters;

/// A part of an event: JSON as it came, not looked into.
///
/// `Debug` shows its length only.
///
/// ```
/// use opentact::events::{Entity, Event};
/// use opentact::models::{Call, CallState};
///
/// let event = Event::from_json(r#"{"type":"call_state","call":{"state":"live"}}"#)?;
/// let call = event.entity(Entity::Call).ok_or("no call")?;
/// assert_eq!(call.as_str(), r#"{"state":"live"}"#);
/// assert_eq!(call.read::<Call>()?.state, Some(CallState::Live));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct RawJson<'a>(&'a str);

impl<'a> RawJson<'a> {
    pub(super) const NULL: Self = Self("null");

    pub(super) const fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// The text.
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// Reads it as a type of this crate or of the caller's.
    ///
    /// # Errors
    ///
    /// When it does not have the form of `T`. The error may repeat parts of the text: it is not for
    /// a log.
    pub fn read<T: DeserializeOwned>(self) -> serde_json::Result<T> {
        serde_json::from_str(self.0)
    }

    /// Reads it where it is an object that has the form of `T`. A list, whose values would be taken
    /// for the fields in their order, has not.
    pub(super) fn read_object<T: DeserializeOwned>(self) -> Option<T> {
        let is_object = self.0.starts_with('{');
        is_object.then(|| self.read().ok()).flatten()
    }

    /// Reads it where it is an object, as a `T` whose every field may be missing. Half of a character
    /// is replaced; a field that has another form than its type is left out, and costs no other.
    pub(super) fn read_fields<T: DeserializeOwned>(self) -> Option<T> {
        if let Some(whole) = self.read_object() {
            return Some(whole);
        }
        let text = without_half_characters(self.0);
        let mut fields: BTreeMap<String, &RawValue> = serde_json::from_str(&text).ok()?;
        fields.retain(|key, value| {
            let alone = serde_json::to_string(&BTreeMap::from([(key, value)]));
            alone.is_ok_and(|it| serde_json::from_str::<T>(&it).is_ok())
        });
        serde_json::from_str(&serde_json::to_string(&fields).ok()?).ok()
    }
}

impl fmt::Debug for RawJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawJson({REDACTED}, {} bytes)", self.0.len())
    }
}
