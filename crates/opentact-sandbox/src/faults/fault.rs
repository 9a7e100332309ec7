//! One fault: what happens, to requests for which operation, and how often.

use std::time::Duration;

use fastrand::Rng;
use opentact_client::security::Operation;
use serde::{Deserialize, Serialize};

use super::target::{Asked, Target};
use crate::{error::Error, events};

/// The longest delay, in milliseconds.
const LONGEST_DELAY_MS: u64 = 60_000;

/// The longest body that a fault answers with, in bytes.
const LONGEST_BODY: usize = 64 * 1024;

/// One way to misbehave, as JSON the object of `POST /faults`.
///
/// It is for every operation unless [`Fault::on`] says which, and for the next request unless
/// [`Fault::next`] or [`Fault::probability`] say otherwise.
///
/// ```
/// use std::time::Duration;
/// use opentact_sandbox::{Fault, Operation};
///
/// let outage = Fault::status(503).message("Under maintenance").next(3);
/// let limit = Fault::rate_limit(Duration::from_secs(2)).on(Operation::Authenticate);
/// let slow = Fault::delay(Duration::from_millis(200)).probability(0.25).seed(7);
/// let lost_answer = Fault::close_after().on(Operation::CreateToken);
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[must_use]
pub struct Fault {
    #[serde(default)]
    operation: Target,
    pub(super) action: Action,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) body: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) retry_after: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) delay_ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seed: Option<u32>,
}

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Action {
    Status,
    RateLimit,
    Delay,
    Stall,
    CloseBefore,
    CloseAfter,
    CloseMidway,
    Truncate,
    Garbage,
    Close,
}

impl Fault {
    const fn new(action: Action) -> Self {
        Self {
            operation: Target::ALL,
            action,
            status: None,
            message: None,
            body: None,
            retry_after: None,
            delay_ms: None,
            code: None,
            next: None,
            probability: None,
            seed: None,
        }
    }

    /// Answers with this status, 200 to 599, and an envelope; what was asked is not done. With
    /// 204, 205 and 304 there is no body, whatever is said, as HTTP forbids one.
    pub fn status(status: u16) -> Self {
        Self {
            status: Some(status),
            ..Self::new(Action::Status)
        }
    }

    /// Answers with 429 and a `Retry-After` in whole seconds; what was asked is not done.
    pub fn rate_limit(retry_after: Duration) -> Self {
        Self {
            retry_after: Some(u32::try_from(retry_after.as_secs()).unwrap_or(u32::MAX)),
            ..Self::new(Action::RateLimit)
        }
    }

    /// Does what was asked, this much later by the real clock, in milliseconds up to a minute.
    pub fn delay(delay: Duration) -> Self {
        Self {
            delay_ms: Some(u64::try_from(delay.as_millis()).unwrap_or(u64::MAX)),
            ..Self::new(Action::Delay)
        }
    }

    /// Neither does what was asked nor answers until the fault is removed, and then closes the
    /// connection.
    pub const fn stall() -> Self {
        Self::new(Action::Stall)
    }

    /// Closes the connection without doing what was asked.
    pub const fn close_before() -> Self {
        Self::new(Action::CloseBefore)
    }

    /// Does what was asked and closes the connection without an answer.
    pub const fn close_after() -> Self {
        Self::new(Action::CloseAfter)
    }

    /// Does what was asked and closes the connection in the middle of the answer's body.
    pub const fn close_midway() -> Self {
        Self::new(Action::CloseMidway)
    }

    /// Does what was asked and answers with the first half of the body as if it were all.
    pub const fn truncate() -> Self {
        Self::new(Action::Truncate)
    }

    /// Answers the credential on a connection to the event service with what is no WebSocket
    /// frame, and closes the connection. Goes with [`Fault::on_events`].
    pub const fn garbage() -> Self {
        Self::new(Action::Garbage)
    }

    /// Answers the credential on a connection to the event service by closing the connection with
    /// this code: 1000 to 1014 but for 1004 to 1006, or 3000 to 4999. Goes with
    /// [`Fault::on_events`].
    pub const fn close(code: u16) -> Self {
        let mut fault = Self::new(Action::Close);
        fault.code = Some(code);
        fault
    }

    /// What the envelope of [`Fault::status`] or [`Fault::rate_limit`] says.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// The body of [`Fault::status`] in place of an envelope, up to 64 KiB: JSON if it is JSON,
    /// otherwise HTML, as a gateway would send it.
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Happens to requests for this operation alone.
    pub const fn on(mut self, operation: Operation) -> Self {
        self.operation = Target::only(Asked::Operation(operation));
        self
    }

    /// Happens to connections to the event service alone: those that answer otherwise and
    /// [`Fault::close_before`] to their handshake, the others to the answer to their credential.
    pub const fn on_events(mut self) -> Self {
        self.operation = Target::only(Asked::Events);
        self
    }

    /// Happens to so many requests, the next ones.
    pub const fn next(mut self, count: u32) -> Self {
        self.next = Some(count);
        self
    }

    /// Happens to any request with this probability, from 0 to 1.
    pub const fn probability(mut self, probability: f64) -> Self {
        self.probability = Some(probability);
        self
    }

    /// The seed of the dice that [`Fault::probability`] throws. Without it one is drawn.
    pub const fn seed(mut self, seed: u32) -> Self {
        self.seed = Some(seed);
        self
    }

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
        if matches!(self.action, Action::Garbage | Action::Close)
            && self.operation != Target::only(Asked::Events)
        {
            return wrong(
                "operation",
                "has to be `events` with the actions `garbage` and `close`",
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

    /// The seed of the dice; where there are dice, it is kept.
    pub(super) fn seed_or_draw(&mut self) -> u64 {
        if self.probability.is_some() && self.seed.is_none() {
            self.seed = Some(fastrand::u32(..));
        }
        self.seed.unwrap_or(0).into()
    }

    pub(super) fn is_for(&self, asked: Asked) -> bool {
        self.operation.is_for(asked)
    }

    /// Whether it happens to one more request, after having happened to `met`.
    pub(super) fn has_turn(&self, met: u64, dice: &mut Rng) -> bool {
        match self.probability {
            Some(probability) => dice.f64() < probability,
            None => met < self.next.unwrap_or(1).into(),
        }
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
