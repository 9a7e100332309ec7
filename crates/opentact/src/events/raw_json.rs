//! A part of an event, as text.

use std::fmt;

use serde::de::DeserializeOwned;

use opentact_client::REDACTED;

/// A part of an event: JSON as it came, not looked into.
///
/// `Debug` shows its length only.
///
/// ```
/// use opentact::events::{Call, Entity, Event};
///
/// let event = Event::from_json(r#"{"type":"call_state","call":{"from":"+10000000001"}}"#)?;
/// let call = event.entity(Entity::Call).ok_or("no call")?;
/// assert_eq!(call.as_str(), r#"{"from":"+10000000001"}"#);
/// assert_eq!(call.read::<Call>()?.from.as_deref(), Some("+10000000001"));
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
}

impl fmt::Debug for RawJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawJson({REDACTED}, {} bytes)", self.0.len())
    }
}
