//! Whether the parts of a fault fit together.

use super::{
    fault::{Action, Fault},
    target::{Asked, Target},
};
use crate::{error::Error, events};

/// The longest delay, in milliseconds.
const LONGEST_DELAY_MS: u64 = 60_000;

/// The longest body that a fault answers with, in bytes.
const LONGEST_BODY: usize = 64 * 1024;

impl Fault {
    /// Whether its parts fit together.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let wrong = |field: &'static str, reason: &str| {
            Err(Error::Fault {
                field,
                reason: reason.to_owned(),
            })
        };
        let answers = matches!(self.action, Action::Status | Action::RateLimit);
        if self.status.is_some() != (self.action == Action::Status) {
            return wrong("status", "goes with the action `status`, and that with it");
        }
        if self.status.is_some_and(|it| !(200..=599).contains(&it)) {
            return wrong("status", "has to be from 200 to 599");
        }
        if self.delay_ms.is_some() != (self.action == Action::Delay) {
            return wrong("delay_ms", "goes with the action `delay`, and that with it");
        }
        if self.delay_ms.is_some_and(|it| it > LONGEST_DELAY_MS) {
            return wrong("delay_ms", "has to be from 0 to 60000");
        }
        if self.retry_after.is_some() && self.action != Action::RateLimit {
            return wrong("retry_after", "goes with the action `rate_limit`");
        }
        if self.message.is_some() && !answers {
            return wrong("message", "goes with the actions `status` and `rate_limit`");
        }
        if self.body.is_some() && (self.action != Action::Status || self.message.is_some()) {
            return wrong("body", "goes with the action `status`, without `message`");
        }
        if self.body.as_ref().is_some_and(|it| it.len() > LONGEST_BODY) {
            return wrong("body", "has to be at most 65536 bytes");
        }
        if self
            .message
            .as_ref()
            .is_some_and(|it| it.len() > LONGEST_BODY)
        {
            return wrong("message", "has to be at most 65536 bytes");
        }
        if self.code.is_some() != (self.action == Action::Close) {
            return wrong("code", "goes with the action `close`, and that with it");
        }
        if self.code.is_some_and(|it| !events::is_sendable(it)) {
            return wrong(
                "code",
                "has to be 1000 to 1014 but for 1004 to 1006, or 3000 to 4999",
            );
        }
        let is_delivery = self.operation == Target::only(Asked::Delivery);
        if matches!(self.action, Action::Garbage | Action::Close)
            && !is_delivery
            && self.operation != Target::only(Asked::Events)
        {
            return wrong(
                "operation",
                "has to be `events` or `delivery` with the actions `garbage` and `close`",
            );
        }
        if answers && is_delivery {
            return wrong(
                "operation",
                "cannot be `delivery` with the actions `status` and `rate_limit`: an event has \
                 neither",
            );
        }
        if self.probability.is_some() && self.next.is_some() {
            return wrong("probability", "does not go with `next`");
        }
        if self
            .probability
            .is_some_and(|it| !(0.0..=1.0).contains(&it))
        {
            return wrong("probability", "has to be from 0 to 1");
        }
        if self.next == Some(0) {
            return wrong("next", "has to be at least 1");
        }
        if self.seed.is_some() && self.probability.is_none() {
            return wrong("seed", "goes with `probability`");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_fits_together_is_taken_and_written_as_it_was() {
        for json in [
            json!({ "operation": "*", "action": "status", "status": 503, "message": "no" }),
            json!({ "operation": "listTokens", "action": "status", "status": 200, "body": "" }),
            json!({ "operation": "*", "action": "rate_limit", "retry_after": 5, "next": 2 }),
            json!({ "operation": "*", "action": "rate_limit" }),
            json!({ "operation": "*", "action": "delay", "delay_ms": 60000 }),
            json!({ "operation": "*", "action": "stall", "probability": 0.5, "seed": 7 }),
            json!({ "operation": "*", "action": "close_midway", "probability": 1.0 }),
            json!({ "operation": "events", "action": "stall", "next": 2 }),
            json!({ "operation": "events", "action": "garbage" }),
            json!({ "operation": "events", "action": "close", "code": 4000 }),
            json!({ "operation": "delivery", "action": "close", "code": 4000 }),
            json!({ "operation": "delivery", "action": "garbage" }),
            json!({ "operation": "delivery", "action": "stall", "probability": 0.5 }),
        ] {
            let fault: Fault = serde_json::from_value(json.clone()).unwrap();
            fault.check().unwrap();
            assert_eq!(serde_json::to_value(&fault).unwrap(), json);
        }
    }

    #[test]
    fn what_does_not_fit_together_is_refused_by_the_name_of_the_field() {
        for (field, json) in [
            ("status", json!({ "action": "status" })),
            ("status", json!({ "action": "stall", "status": 500 })),
            ("status", json!({ "action": "status", "status": 199 })),
            ("status", json!({ "action": "status", "status": 600 })),
            ("delay_ms", json!({ "action": "delay" })),
            ("delay_ms", json!({ "action": "delay", "delay_ms": 60001 })),
            ("delay_ms", json!({ "action": "stall", "delay_ms": 1 })),
            (
                "retry_after",
                json!({ "action": "status", "status": 429, "retry_after": 1 }),
            ),
            ("message", json!({ "action": "stall", "message": "no" })),
            ("body", json!({ "action": "rate_limit", "body": "no" })),
            (
                "body",
                json!({ "action": "status", "status": 500, "message": "", "body": "" }),
            ),
            (
                "body",
                json!({ "action": "status", "status": 500, "body": "x".repeat(65537) }),
            ),
            (
                "message",
                json!({ "action": "rate_limit", "message": "x".repeat(65537) }),
            ),
            (
                "probability",
                json!({ "action": "stall", "probability": 0.5, "next": 1 }),
            ),
            (
                "probability",
                json!({ "action": "stall", "probability": 1.1 }),
            ),
            (
                "probability",
                json!({ "action": "stall", "probability": -0.1 }),
            ),
            ("next", json!({ "action": "stall", "next": 0 })),
            ("operation", json!({ "action": "garbage" })),
            (
                "operation",
                json!({ "action": "close", "code": 4000, "operation": "listTokens" }),
            ),
            (
                "operation",
                json!({ "action": "status", "status": 503, "operation": "delivery" }),
            ),
            (
                "operation",
                json!({ "action": "rate_limit", "operation": "delivery" }),
            ),
            ("code", json!({ "action": "close", "operation": "events" })),
            (
                "code",
                json!({ "action": "garbage", "operation": "events", "code": 4000 }),
            ),
            (
                "code",
                json!({ "action": "close", "operation": "events", "code": 1005 }),
            ),
            ("seed", json!({ "action": "stall", "seed": 1 })),
        ] {
            let fault: Fault = serde_json::from_value(json.clone()).unwrap();
            let Err(Error::Fault { field: found, .. }) = fault.check() else {
                panic!("{json}")
            };
            assert_eq!(found, field, "{json}");
        }
        assert!(Fault::stall().probability(f64::NAN).check().is_err());
    }
}
