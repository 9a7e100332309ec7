//! One fault: what happens, to requests for which operation, and how often.

use std::time::Duration;

use fastrand::Rng;
use opentact_client::security::Operation;
use serde::{Deserialize, Serialize};

use super::target::{Asked, Target};

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
    pub(super) operation: Target,
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
    pub(super) next: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) probability: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) seed: Option<u32>,
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
    /// frame, and closes the connection. Goes with [`Fault::on_events`] and
    /// [`Fault::on_delivery`].
    pub const fn garbage() -> Self {
        Self::new(Action::Garbage)
    }

    /// Answers the credential on a connection to the event service by closing the connection with
    /// this code: 1000 to 1014 but for 1004 to 1006, or 3000 to 4999. Goes with
    /// [`Fault::on_events`] and [`Fault::on_delivery`].
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

    /// Happens to deliveries alone: to an event that is put on its way to one connection to the
    /// event service. Each event counts once for each connection, and meets its fault when its turn
    /// to be sent comes. A fault for everything is none for them.
    ///
    /// [`Fault::delay`] sends the event late, [`Fault::close_before`] cuts the connection instead
    /// of sending it, [`Fault::close_after`] after it, [`Fault::close_midway`] inside its frame.
    /// [`Fault::truncate`] sends half of its text. [`Fault::garbage`] and [`Fault::close`] come in
    /// its place. After [`Fault::stall`] nothing is sent to the connection and nothing is read from
    /// it, so no ping is answered, until the fault is removed and the connection is cut; whatever
    /// else ends connections ends it at once. [`Fault::status`] and [`Fault::rate_limit`] do not go
    /// with deliveries.
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
