//! Whether a request is sent again, and after how long.

use std::fmt;
use std::time::Duration;

use super::outcome::{AttemptOutcome, is_passing};
use super::policy::RetryPolicy;
use super::repeatable::Repeatable;
use crate::transport::options::Limits;

/// After so many doublings the shortest wait is longer than the longest.
const DOUBLINGS: u32 = 96;

/// What to do after an attempt.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Decision {
    /// Wait, then send it again, if the budget allows.
    Repeat { wait: Duration },
    /// Give up.
    Stop(StopReason),
}

/// Why a request is not sent again; `Display` is a clause that can stand after "not sent again:".
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum StopReason {
    /// The client's budget has too little left; only delivery says so, which asks the budget.
    Budget,
    /// The next attempt would begin too late.
    Deadline { total: Duration },
    /// Another attempt does not change it.
    Final,
    /// It may have arrived, and may not be carried out twice.
    NotRepeatable,
    /// There have been as many attempts as there may be.
    RetriesUsedUp { max_retries: u32 },
    /// The server asks for a longer wait than allowed.
    ServerWait { asked: Duration, longest: Duration },
    /// Another attempt gets the same status.
    Status(u16),
}

/// Whether a request is sent again after `attempt` attempts, the first being 1, and after how long.
///
/// `elapsed` is the age of the request; `jitter` is chance, from 0 to 1, and counts as 0 outside of that.
/// The reason to stop is the first that applies, those of the request before those of the policy.
pub(crate) fn decide(
    policy: &RetryPolicy,
    limits: Limits,
    attempt: u32,
    outcome: &AttemptOutcome,
    repeatable: Repeatable,
    elapsed: Duration,
    jitter: f64,
) -> Decision {
    let asked = match *outcome {
        AttemptOutcome::NotSent { .. } | AttemptOutcome::Lost { .. } => None,
        AttemptOutcome::Answered {
            status,
            retry_after,
        } if is_passing(status) => retry_after,
        AttemptOutcome::Answered { status, .. } => {
            return Decision::Stop(StopReason::Status(status));
        }
        AttemptOutcome::Final => return Decision::Stop(StopReason::Final),
    };
    if repeatable == Repeatable::UnlessArrived && outcome.may_have_arrived() {
        return Decision::Stop(StopReason::NotRepeatable);
    }
    let max_retries = limits.max_retries;
    if attempt > max_retries {
        return Decision::Stop(StopReason::RetriesUsedUp { max_retries });
    }
    let longest = policy.longest_server_wait;
    if let Some(asked) = asked.filter(|asked| *asked > longest) {
        return Decision::Stop(StopReason::ServerWait { asked, longest });
    }
    let asked = asked.unwrap_or_default();
    let own = backoff(policy, attempt);
    let wait = Duration::max(
        own.saturating_sub(part(own, jitter)),
        asked.saturating_add(part(asked, jitter)),
    );
    let total = limits.timeout;
    if elapsed.saturating_add(wait) >= total {
        return Decision::Stop(StopReason::Deadline { total });
    }
    Decision::Repeat { wait }
}

/// The wait after that many attempts, before chance.
fn backoff(policy: &RetryPolicy, attempt: u32) -> Duration {
    let longest = policy.longest_wait;
    (1..attempt.min(DOUBLINGS)).fold(policy.first_wait.min(longest), |wait, _| {
        wait.saturating_mul(2).min(longest)
    })
}

/// As much of a quarter of a wait as chance says.
fn part(wait: Duration, jitter: f64) -> Duration {
    let quarter = wait / 4;
    if (0.0..=1.0).contains(&jitter) {
        // The product is rounded, and may be a little more.
        quarter.mul_f64(jitter).min(quarter)
    } else {
        Duration::ZERO
    }
}

impl StopReason {
    /// Whether a later request may end another way, and does no harm.
    pub(crate) const fn may_pass(&self) -> bool {
        match self {
            Self::Budget
            | Self::Deadline { .. }
            | Self::RetriesUsedUp { .. }
            | Self::ServerWait { .. } => true,
            Self::Final | Self::NotRepeatable | Self::Status(_) => false,
        }
    }
}

impl fmt::Display for StopReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Budget => f.write_str(
                "too many of this client's requests fail, and its retry budget is used up",
            ),
            Self::Deadline { total } => write!(
                f,
                "the next attempt would begin after the {total:?} that the request may take"
            ),
            Self::Final => f.write_str("another attempt would end the same way"),
            Self::NotRepeatable => {
                f.write_str("it may have arrived, and must not be carried out twice")
            }
            Self::RetriesUsedUp { max_retries: 0 } => f.write_str("no retry is allowed"),
            Self::RetriesUsedUp { max_retries: 1 } => f.write_str("the one retry is used up"),
            Self::RetriesUsedUp { max_retries } => {
                write!(f, "all {max_retries} retries are used up")
            }
            Self::ServerWait { asked, longest } => write!(
                f,
                "the server asks to wait {asked:?}, and {longest:?} is the longest allowed"
            ),
            Self::Status(status) => {
                write!(
                    f,
                    "another attempt is not expected to change status {status}"
                )
            }
        }
    }
}

#[cfg(test)]
mod tests;
