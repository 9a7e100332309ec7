//! A part of an event, as text.

use std::fmt;

use serde::de::DeserializeOwned;

use opentact_client::REDACTED;
use opentact_client::tolerant::{self, Tolerant};

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
    /// Where it is refused for half of a character, a number beyond all types, a key that comes
    /// twice or its depth, it is read without them, see
    /// [`text`](opentact_client::tolerant::text).
    ///
    /// # Errors
    ///
    /// When it does not have the form of `T`. The error may repeat parts of the text: it is not for
    /// a log.
    pub fn read<T: DeserializeOwned>(self) -> serde_json::Result<T> {
        tolerant::from_slice(self.0.as_bytes())
    }

    /// Reads it where it is an object, as a model. A list, whose values would be taken for the fields
    /// in their order, is none.
    pub(super) fn read_object<T: Tolerant>(self) -> Option<T> {
        let is_object = self.0.starts_with('{');
        is_object.then(|| tolerant::read(self.0.as_bytes()).ok())?
    }
}

impl fmt::Debug for RawJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawJson({REDACTED}, {} bytes)", self.0.len())
    }
}
