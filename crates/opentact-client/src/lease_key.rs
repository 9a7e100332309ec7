//! What names a lease: its id, or the number that is leased.

use std::fmt;

use serde::Deserialize;
use uuid::Uuid;

use crate::PhoneNumber;

/// What names a lease in a path: its id, or the number that is leased.
///
/// ```
/// # use opentact_client as opentact;
/// use opentact::{LeaseKey, PhoneNumber};
///
/// let number = LeaseKey::from("+1 (510) 555-0100");
/// assert_eq!(number, PhoneNumber::from(15_105_550_100).into());
/// assert_eq!(number.to_string(), "15105550100");
///
/// let id = LeaseKey::from("0B9A4A86-2C4E-4F0B-9A52-6F1F0F3D7C11");
/// assert_eq!(id.to_string(), "0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11");
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
pub enum LeaseKey {
    /// The lease's id.
    Uuid(Uuid),
    /// The number that is leased.
    Number(PhoneNumber),
}

impl fmt::Display for LeaseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Uuid(uuid) => uuid.fmt(f),
            Self::Number(number) => number.fmt(f),
        }
    }
}

impl From<Uuid> for LeaseKey {
    fn from(uuid: Uuid) -> Self {
        Self::Uuid(uuid)
    }
}

/// A text that is a uuid is one; any other is a number.
impl From<&str> for LeaseKey {
    fn from(text: &str) -> Self {
        match text.parse() {
            Ok(uuid) => Self::Uuid(uuid),
            Err(_) => Self::Number(text.into()),
        }
    }
}

impl From<String> for LeaseKey {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<u64> for LeaseKey {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<PhoneNumber> for LeaseKey {
    fn from(number: PhoneNumber) -> Self {
        Self::Number(number)
    }
}

impl From<&PhoneNumber> for LeaseKey {
    fn from(number: &PhoneNumber) -> Self {
        Self::Number(number.clone())
    }
}
