//! Phone numbers, which the API writes as text in one place and as numbers in another.

use serde::{Deserialize, Deserializer};

use crate::models::PhoneNumber;

/// Reads either as text, and null as nothing.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let number = Option::<PhoneNumber>::deserialize(deserializer)?;
    Ok(number.map(|number| match number {
        PhoneNumber::Text(text) => text,
        PhoneNumber::Number(number) => number.to_string(),
    }))
}
