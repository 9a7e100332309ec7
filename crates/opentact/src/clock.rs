//! The passing of time, so that a test can hurry it.

#[cfg(any(test, feature = "test-util"))]
mod manual;

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::{Duration, Instant, SystemTime};

use tokio::task::unconstrained;

#[cfg(any(test, feature = "test-util"))]
pub use manual::ManualClock;

/// Where the client reads how much time has passed, and where it waits.
#[derive(Clone, Debug, Default)]
pub(crate) enum Clock {
    /// The machine's monotonic clock, which no correction of the time of day moves.
    #[default]
    Monotonic,
    /// A clock that a test moves.
    #[cfg(any(test, feature = "test-util"))]
    Manual(ManualClock),
}

/// The time that was allowed is over.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the time that was allowed is over")]
pub(crate) struct Elapsed;

/// The time of day, which may be wrong by hours: for what comes with a date and no other clock.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place that reads the time of day"
)]
pub(crate) fn time_of_day() -> SystemTime {
    SystemTime::now()
}

impl Clock {
    pub(crate) fn now(&self) -> Instant {
        match self {
            Self::Monotonic => Instant::now(),
            #[cfg(any(test, feature = "test-util"))]
            Self::Manual(clock) => clock.now(),
        }
    }

    /// Waits that long: the pause between two attempts, or between two looks.
    ///
    /// # Cancellation
    ///
    /// Dropping the future ends the wait and leaves nothing behind.
    pub(crate) async fn sleep(&self, time: Duration) {
        match self {
            Self::Monotonic => tokio::time::sleep(time).await,
            #[cfg(any(test, feature = "test-util"))]
            Self::Manual(clock) => clock.sleep(time).await,
        }
    }

    /// What the future yields, if it does so in that time; else it is dropped.
    ///
    /// A future that is ready counts, however late it is.
    pub(crate) async fn timeout<F: Future>(
        &self,
        limit: Duration,
        future: F,
    ) -> Result<F::Output, Elapsed> {
        match self {
            Self::Monotonic => {
                let mut future = pin!(future);
                let mut sleep = pin!(None);
                poll_fn(|context| {
                    if let Poll::Ready(output) = future.as_mut().poll(context) {
                        return Poll::Ready(Ok(output));
                    }
                    // Most futures are ready at once, and need no timer.
                    if sleep.is_none() {
                        sleep.set(Some(unconstrained(tokio::time::sleep(limit))));
                    }
                    let over = sleep.as_mut().as_pin_mut();
                    over.map_or(Poll::Pending, |it| it.poll(context).map(|()| Err(Elapsed)))
                })
                .await
            }
            #[cfg(any(test, feature = "test-util"))]
            Self::Manual(clock) => clock.timeout(limit, future).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;

    #[tokio::test]
    async fn what_is_ready_counts_and_what_never_comes_ends() {
        let clock = Clock::Monotonic;
        assert_eq!(clock.timeout(Duration::ZERO, ready(7)).await, Ok(7));
        let limit = Duration::from_millis(1);
        assert_eq!(clock.timeout(limit, pending::<u8>()).await, Err(Elapsed));
        let later = tokio::task::yield_now();
        assert_eq!(clock.timeout(Duration::from_secs(60), later).await, Ok(()));
    }
}
