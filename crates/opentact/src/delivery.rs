//! A call as a whole: attempts until it is done.

use std::sync::Arc;

use tracing::Instrument;

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::failure::Failure;
use crate::retry::decision::{Decision, StopReason, decide};
use crate::retry::outcome::Outcome;
use crate::retry::repeatable::Repeatable;
use crate::session::SessionJwt;
use crate::telemetry::{self, CallSpan};
use crate::transport::{Pass, Purpose, Transport};

impl Transport {
    /// Sends a request with the credential that it needs, as often as is right, and gives the last
    /// answer, whatever its status.
    pub(crate) async fn send(
        self: &Arc<Self>,
        purpose: Purpose<'_>,
        request: reqwest::Request,
    ) -> Result<Answer, Error> {
        if let Some(fault) = &purpose.options.fault {
            return Err(Error::new(ErrorKind::Input, purpose.label, fault));
        }
        let span = CallSpan::new(&self.base_url, purpose, request.method());
        let outcome = self
            .send_until_done(purpose, request)
            .instrument(span.get())
            .await;
        span.finish(&outcome);
        outcome
    }

    async fn send_until_done(
        self: &Arc<Self>,
        purpose: Purpose<'_>,
        mut request: reqwest::Request,
    ) -> Result<Answer, Error> {
        request
            .headers_mut()
            .extend(purpose.options.headers.clone());
        let policy = purpose.options.policy(&self.retries);
        let repeatable = match purpose.repeatable {
            Some(true) => Repeatable::Always,
            Some(false) => Repeatable::UnlessArrived,
            None => Repeatable::of(request.method()),
        };
        let started = self.clock.now();
        let elapsed = || self.clock.now().saturating_duration_since(started);
        let mut tally = Tally::new(request.method());
        let mut refused: Option<Arc<SessionJwt>> = None;
        loop {
            let left = policy.total_timeout.saturating_sub(elapsed());
            let pass = self.pass(purpose, refused.as_ref(), left);
            let pass = match self.clock.timeout(left, pass).await {
                Ok(pass) => pass,
                Err(_) => Err(no_login_in_time(purpose.label)),
            };
            let pass = pass.map_err(|error| tally.judge(error))?;

            let left = policy.total_timeout.saturating_sub(elapsed());
            if left.is_zero() {
                return Err(tally.judge(no_time_left(purpose.label)));
            }
            let limit = purpose.options.attempt_timeout(self.timeout).min(left);
            // Bodies are in memory, so that every request has a copy.
            let copy = request.try_clone().ok_or_else(|| no_copy(purpose.label))?;
            let attempt = self.attempt(purpose, &pass, copy, limit).await;
            tally.sent += 1;

            if let (Ok(answer), Pass::Session(_, jwt)) = (&attempt, &pass)
                && answer.is_unauthorized()
                && tally.may_renew(jwt)
            {
                telemetry::session_refused(tally.sent);
                tally.renewals += 1;
                refused = Some(Arc::clone(jwt));
                continue;
            }
            let outcome = outcome_of(&attempt);
            let retries = tally.retries + 1;
            let chance = fastrand::f64();
            let reason = match decide(&policy, retries, &outcome, repeatable, elapsed(), chance) {
                Decision::Repeat { wait } if self.budget.take(&outcome) => {
                    telemetry::repeating(tally.sent, &attempt, wait);
                    tally.note_repetition(&outcome);
                    self.clock.sleep(wait).await;
                    continue;
                }
                Decision::Repeat { .. } => StopReason::Budget,
                Decision::Stop(reason) => reason,
            };
            if attempt.as_ref().is_ok_and(Answer::is_success) {
                self.budget.give_back();
            }
            telemetry::ended(tally.sent, &attempt, &reason);
            return attempt
                .map(|answer| answer.after(tally.sent, tally.in_doubt))
                .map_err(|failure| tally.judge(failure.error));
        }
    }
}

/// What one call has done so far.
struct Tally {
    /// Requests sent.
    sent: u32,
    /// Those that repeated one that failed.
    retries: u32,
    /// Those that repeated one whose session was refused.
    renewals: u32,
    /// Whether the request changes what the server keeps.
    changes_state: bool,
    /// Whether one that failed may have been carried out.
    in_doubt: bool,
}

impl Tally {
    fn new(method: &http::Method) -> Self {
        Self {
            sent: 0,
            retries: 0,
            renewals: 0,
            changes_state: method != http::Method::GET,
            in_doubt: false,
        }
    }

    /// Whether a refused session is renewed: once, and once more where it was somebody else's.
    fn may_renew(&self, refused: &SessionJwt) -> bool {
        self.renewals == 0 || self.renewals == 1 && refused.is_shared()
    }

    fn note_repetition(&mut self, outcome: &Outcome) {
        self.retries += 1;
        self.in_doubt |= self.changes_state && outcome.may_have_been_carried_out();
    }

    /// The error with what the attempts before it mean.
    fn judge(&self, error: Error) -> Error {
        let in_doubt = self.in_doubt || error.may_have_been_carried_out();
        error.with_attempts(self.sent).with_doubt(in_doubt)
    }
}

fn outcome_of(attempt: &Result<Answer, Failure>) -> Outcome {
    match attempt {
        Ok(answer) => Outcome::Answered {
            status: answer.status(),
            retry_after: answer.retry_after(),
        },
        Err(failure) => failure.outcome,
    }
}

fn no_login_in_time(operation: &str) -> Error {
    let message = "there was no session in time";
    Error::new(ErrorKind::Timeout, operation, message).while_logging_in_for(operation)
}

fn no_time_left(operation: &str) -> Error {
    let message = "the time for the whole call is over";
    Error::new(ErrorKind::Timeout, operation, message)
}

fn no_copy(operation: &str) -> Error {
    let message = "the body of the request is a stream, which cannot be sent";
    Error::new(ErrorKind::Input, operation, message)
}
