//! A field that the contract does not list.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::secret::REDACTED;

/// The value of a field that the contract does not list, kept as it came.
///
/// Nobody knows whether such a field is a secret, so `Debug` shows its JSON type only.
///
/// ```
/// # use opentact_client as opentact;
/// use opentact::Unrecognized;
///
/// let field: Unrecognized = serde_json::from_str("\"made up\"")?;
/// assert_eq!(field.0, "made up");
/// assert_eq!(format!("{field:?}"), "Unrecognized(string [redacted])");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Unrecognized(pub Value);

impl fmt::Debug for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match &self.0 {
            Value::Null => return f.write_str("Unrecognized(null)"),
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        write!(f, "Unrecognized({kind} {REDACTED})")
    }
}
