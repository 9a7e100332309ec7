//! One fault: what happens, to requests for which operation, and how often.

use std::time::Duration;

use fastrand::Rng;
use opentact_client::security::Operation;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    action::Action,
    target::{Asked, Target},
};
use crate::error::Error;

/// One way to misbehave, as JSON the object of `POST /faults`.
///
/// It is for every request unless [`Fault::on`], [`Fault::on_events`] or [`Fault::on_delivery`] says
/// which, and for the next request unless
/// [`Fault::next`] or [`Fault::probability`] say otherwise.
///
/// ```
/// use std::time::Duration;
/// use opentact_sandbox::{Fault, Operation};
///
/// let outage = Fault::status_with_message(503, "Under maintenance").next(3);
/// let limit = Fault::rate_limit(Duration::from_secs(2)).on(Operation::Authenticate);
/// let slow = Fault::delay(Duration::from_millis(200)).probability(0.25).seed(7);
/// let lost_answer = Fault::close_after().on(Operation::CreateToken);
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(try_from = "FaultDocument", into = "FaultDocument")]
#[must_use]
pub struct Fault {
    operation: Target,
    pub(super) action: Action,
    next: Option<u32>,
    probability: Option<f64>,
    seed: Option<u32>,
}

/// A fault as JSON, where the fields of its action stand among the others.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct FaultDocument {
    #[serde(default)]
    operation: Target,
    action: String,
    #[serde(flatten)]
    own: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u32>,
}

impl Fault {
    const fn new(action: Action) -> Self {
        Self {
            operation: Target::ALL,
            action,
            next: None,
            probability: None,
            seed: None,
        }
    }

    /// Answers with this status, 200 to 599, and an envelope; what was asked is not done. With
    /// 204, 205 and 304 there is no body, whatever is said, as HTTP forbids one.
    pub const fn status(status: u16) -> Self {
        Self::new(Action::Status {
            status,
            message: None,
            body: None,
        })
    }

    /// [`Fault::status`] with an envelope that says this, up to 64 KiB.
    pub fn status_with_message(status: u16, message: impl Into<String>) -> Self {
        Self::new(Action::Status {
            status,
            message: Some(message.into()),
            body: None,
        })
    }

    /// [`Fault::status`] with this body in place of an envelope, up to 64 KiB: JSON if it is JSON,
    /// otherwise HTML, as a gateway would send it.
    pub fn status_with_body(status: u16, body: impl Into<String>) -> Self {
        Self::new(Action::Status {
            status,
            message: None,
            body: Some(body.into()),
        })
    }

    /// Answers with 429 and a `Retry-After` in whole seconds; what was asked is not done.
    pub fn rate_limit(retry_after: Duration) -> Self {
        Self::new(Action::RateLimit {
            retry_after: u32::try_from(retry_after.as_secs()).unwrap_or(u32::MAX),
        })
    }

    /// Does what was asked, this much later by the real clock, in milliseconds up to a minute.
    pub fn delay(delay: Duration) -> Self {
        Self::new(Action::Delay {
            delay_ms: u64::try_from(delay.as_millis()).unwrap_or(u64::MAX),
        })
    }

    /// Neither does what was asked nor answers until the fault is removed, and then closes the
    /// connection.
    pub const fn stall() -> Self {
        Self::new(Action::Stall {})
    }

    /// Closes the connection without doing what was asked.
    pub const fn close_before() -> Self {
        Self::new(Action::CloseBefore {})
    }

    /// Does what was asked and closes the connection without an answer.
    pub const fn close_after() -> Self {
        Self::new(Action::CloseAfter {})
    }

    /// Does what was asked and closes the connection in the middle of the answer's body.
    pub const fn close_midway() -> Self {
        Self::new(Action::CloseMidway {})
    }

    /// Does what was asked and answers with the first half of the body as if it were all.
    pub const fn truncate() -> Self {
        Self::new(Action::Truncate {})
    }

    /// Does what was asked and lays this JSON merge patch (RFC 7396) over the body of the answer: an
    /// object, up to 64 KiB as JSON. What is no JSON object is answered as it is.
    ///
    /// ```
    /// use opentact_sandbox::{Fault, Operation};
    /// use serde_json::json;
    ///
    /// let odd = Fault::merge(json!({ "payload": { "role": "Auditor" } })).on(Operation::Authenticate);
    /// ```
    pub fn merge(patch: impl Into<Value>) -> Self {
        Self::new(Action::Merge {
            patch: patch.into(),
        })
    }

    /// Answers the credential on a connection to the event service with what is no WebSocket
    /// frame, and closes the connection. Goes with [`Fault::on_events`] and
    /// [`Fault::on_delivery`].
    pub const fn garbage() -> Self {
        Self::new(Action::Garbage {})
    }

    /// Answers the credential on a connection to the event service by closing the connection with
    /// this code: 1000 to 1014 but for 1004 to 1006, or 3000 to 4999. Goes with
    /// [`Fault::on_events`] and [`Fault::on_delivery`].
    pub const fn close(code: u16) -> Self {
        Self::new(Action::Close { code })
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

    /// Happens to deliveries alone: to an event that is put on its way to one connection to the
    /// event service. Each event counts once for each connection, and meets its fault when its turn
    /// to be sent comes. A fault for everything is none for them.
    ///
    /// [`Fault::delay`] sends the event late, [`Fault::close_before`] cuts the connection instead
    /// of sending it, [`Fault::close_after`] after it, [`Fault::close_midway`] inside its frame.
    /// [`Fault::truncate`] sends half of its text. [`Fault::garbage`] and [`Fault::close`] come in
    /// its place. After [`Fault::stall`] nothing is sent to the connection and nothing is read from
    /// it, so no ping is answered, until the fault is removed and the connection is cut; whatever
    /// else ends connections ends it at once. [`Fault::status`], [`Fault::rate_limit`] and
    /// [`Fault::merge`] do not go with deliveries.
    ///
    /// ```
    /// use opentact_sandbox::Fault;
    ///
    /// let dead_line = Fault::stall().on_delivery();
    /// let lossy = Fault::close_midway().on_delivery().probability(0.01).seed(7);
    /// ```
    pub const fn on_delivery(mut self) -> Self {
        self.operation = Target::only(Asked::Delivery);
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
        let unlikely = |it: f64| !(0.0..=1.0).contains(&it);
        let (field, reason) = match self {
            Self {
                probability: Some(_),
                next: Some(_),
                ..
            } => ("probability", "does not go with `next`"),
            Self {
                probability: Some(it),
                ..
            } if unlikely(*it) => ("probability", "has to be from 0 to 1"),
            Self { next: Some(0), .. } => ("next", "has to be at least 1"),
            Self {
                probability: None,
                seed: Some(_),
                ..
            } => ("seed", "goes with `probability`"),
            _ => return self.action.check(self.operation),
        };
        Err(Error::fault(field, reason))
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

impl TryFrom<FaultDocument> for Fault {
    type Error = Error;

    fn try_from(document: FaultDocument) -> Result<Self, Error> {
        Ok(Self {
            operation: document.operation,
            action: Action::read(document.action, document.own)?,
            next: document.next,
            probability: document.probability,
            seed: document.seed,
        })
    }
}

impl From<Fault> for FaultDocument {
    fn from(fault: Fault) -> Self {
        let (action, own) = fault.action.write();
        Self {
            operation: fault.operation,
            action,
            own,
            next: fault.next,
            probability: fault.probability,
            seed: fault.seed,
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
            json!({ "operation": "*", "action": "rate_limit", "retry_after": 0 }),
            json!({ "operation": "*", "action": "delay", "delay_ms": 60000 }),
            json!({ "operation": "*", "action": "stall", "probability": 0.5, "seed": 7 }),
            json!({ "operation": "*", "action": "close_midway", "probability": 1.0 }),
            json!({ "operation": "*", "action": "merge", "patch": { "a": null, "b": [{}] } }),
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
    fn what_is_not_the_actions_own_is_refused() {
        for (said, json) in [
            ("`status` is missing", json!({ "action": "status" })),
            (
                "`status` is not a field of this action",
                json!({ "action": "stall", "status": 500 }),
            ),
            ("`delay_ms` is missing", json!({ "action": "delay" })),
            (
                "`retry_after` is not a field",
                json!({ "action": "status", "status": 429, "retry_after": 1 }),
            ),
            (
                "`body` is not a field",
                json!({ "action": "rate_limit", "body": "no" }),
            ),
            (
                "`code` is missing",
                json!({ "action": "close", "operation": "events" }),
            ),
            ("`patch` is missing", json!({ "action": "merge" })),
            (
                "`status` has to be u16",
                json!({ "action": "status", "status": "hunter2" }),
            ),
            (
                "`delay_ms` has to be u64",
                json!({ "action": "delay", "delay_ms": -1 }),
            ),
            (
                "`action` has to be one of `status`, `rate_limit`",
                json!({ "action": "hunter2" }),
            ),
            ("missing field `action`", json!({})),
        ] {
            let error = serde_json::from_value::<Fault>(json.clone()).unwrap_err();
            let error = error.to_string();
            assert!(
                error.contains(said) && !error.contains("hunter2"),
                "{json}: {error}"
            );
        }
        let default = serde_json::from_value::<Fault>(json!({ "action": "rate_limit" })).unwrap();
        assert_eq!(default, Fault::rate_limit(Duration::from_secs(1)));
    }

    #[test]
    fn what_cannot_be_is_refused_by_the_name_of_the_field() {
        let long = "x".repeat(65537);
        for (field, json) in [
            ("status", json!({ "action": "status", "status": 199 })),
            ("status", json!({ "action": "status", "status": 600 })),
            ("delay_ms", json!({ "action": "delay", "delay_ms": 60001 })),
            (
                "body",
                json!({ "action": "status", "status": 500, "message": "", "body": "" }),
            ),
            (
                "body",
                json!({ "action": "status", "status": 500, "body": long }),
            ),
            (
                "message",
                json!({ "action": "status", "status": 500, "message": long }),
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
            (
                "code",
                json!({ "action": "close", "operation": "events", "code": 1005 }),
            ),
            ("patch", json!({ "action": "merge", "patch": [] })),
            (
                "patch",
                json!({ "action": "merge", "patch": { "a": long } }),
            ),
            (
                "operation",
                json!({ "action": "merge", "patch": {}, "operation": "events" }),
            ),
            (
                "operation",
                json!({ "action": "merge", "patch": {}, "operation": "delivery" }),
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
