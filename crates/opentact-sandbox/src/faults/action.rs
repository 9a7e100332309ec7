//! What a fault does, with what belongs to each way of it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tokio_websockets::CloseCode;

use super::target::{Asked, Target};
use crate::error::Error;

/// The longest delay, in milliseconds.
const LONGEST_DELAY_MS: u64 = 60_000;

/// The longest text or patch that a fault answers with, in bytes.
const LONGEST_TEXT: usize = 64 * 1024;

/// What happens to a request or a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Action {
    Status {
        status: u16,
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<String>,
    },
    RateLimit {
        #[serde(default = "one")]
        retry_after: u32,
    },
    Delay {
        delay_ms: u64,
    },
    Stall {},
    CloseBefore {},
    CloseAfter {},
    CloseMidway {},
    Truncate {},
    Merge {
        patch: Value,
    },
    Garbage {},
    Close {
        code: u16,
    },
}

const fn one() -> u32 {
    1
}

impl Action {
    /// The action of this name, with its own fields.
    ///
    /// # Errors
    ///
    /// [`Error::Fault`], which does not repeat the value of a field.
    pub(super) fn read(name: String, own: Map<String, Value>) -> Result<Self, Error> {
        let tagged = Value::Object(Map::from_iter([(name, Value::Object(own))]));
        serde_path_to_error::deserialize(tagged).map_err(|error| {
            let (path, message) = (error.path().to_string(), error.inner().to_string());
            let expected = message.rsplit_once(", expected ").map_or("", |(_, it)| it);
            let field = message.split('`').nth(1).unwrap_or_default();
            if message.starts_with("missing field") {
                return Error::fault(field, "is missing");
            }
            if message.starts_with("unknown field") {
                return Error::fault(field, "is not a field of this action");
            }
            let field = path.split_once('.').map(|(_, field)| field);
            let field = field.filter(|it| !it.is_empty()).unwrap_or("action");
            Error::fault(field, &format!("has to be {expected}"))
        })
    }

    /// Its name, and its own fields.
    pub(super) fn write(&self) -> (String, Map<String, Value>) {
        match serde_json::to_value(self) {
            Ok(Value::Object(tagged)) => tagged
                .into_iter()
                .filter_map(|(name, own)| match own {
                    Value::Object(own) => Some((name, own)),
                    _ => None,
                })
                .next()
                .unwrap_or_default(),
            _ => Default::default(),
        }
    }

    /// Whether its values are possible, and it can happen to these.
    pub(super) fn check(&self, target: Target) -> Result<(), Error> {
        let is_delivery = target == Target::only(Asked::Delivery);
        let is_of_events = is_delivery || target == Target::only(Asked::Events);
        let is_long =
            |text: &Option<String>| text.as_ref().is_some_and(|it| it.len() > LONGEST_TEXT);
        let (field, reason) = match self {
            Self::Status { .. } | Self::RateLimit { .. } if is_delivery => (
                "operation",
                "cannot be `delivery` with the actions `status` and `rate_limit`: an event has \
                 neither",
            ),
            Self::Merge { .. } if is_of_events => (
                "operation",
                "cannot be `events` or `delivery` with the action `merge`: it is for answers to \
                 requests",
            ),
            Self::Merge { patch } if !patch.is_object() => ("patch", "has to be an object"),
            Self::Merge { patch } if patch.to_string().len() > LONGEST_TEXT => {
                ("patch", "has to be at most 65536 bytes of JSON")
            }
            Self::Garbage {} | Self::Close { .. } if !is_of_events => (
                "operation",
                "has to be `events` or `delivery` with the actions `garbage` and `close`",
            ),
            Self::Status { status, .. } if !(200..=599).contains(status) => {
                ("status", "has to be from 200 to 599")
            }
            Self::Status { message, body, .. } if message.is_some() && body.is_some() => {
                ("body", "does not go with `message`")
            }
            Self::Status { message, .. } if is_long(message) => {
                ("message", "has to be at most 65536 bytes")
            }
            Self::Status { body, .. } if is_long(body) => ("body", "has to be at most 65536 bytes"),
            Self::Delay { delay_ms } if *delay_ms > LONGEST_DELAY_MS => {
                ("delay_ms", "has to be from 0 to 60000")
            }
            Self::Close { code } if close_code(*code).is_none() => (
                "code",
                "has to be 1000 to 1003, 1007 to 1014, or 3000 to 4999",
            ),
            _ => return Ok(()),
        };
        Err(Error::fault(field, reason))
    }
}

/// The code, if one side may close a connection with it: 1000 to 1003, 1007 to 1014, or 3000 to
/// 4999.
pub(crate) fn close_code(code: u16) -> Option<CloseCode> {
    let code = CloseCode::try_from(code).ok()?;
    (!code.is_reserved()).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_close_code_goes_over_the_wire() {
        for code in [1000, 1003, 1007, 1014, 3000, 4401, 4999] {
            assert!(close_code(code).is_some(), "{code}");
        }
        for code in [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, u16::MAX] {
            assert!(close_code(code).is_none(), "{code}");
        }
    }
}
