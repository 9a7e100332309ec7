//! A moment that a poll can wait for.

use std::fmt;
use std::future::{Future, pending};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use crate::clock::Clock;

/// The longest time that is counted: ten years, which every clock can show.
const FURTHEST: Duration = Duration::from_secs(10 * 365 * 86_400);

/// A future of no value that moves between threads.
pub(super) type Moment = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A time limit that a poll can look at.
pub(super) struct Timer(Moment);

impl Timer {
    /// Ends at that moment.
    pub(super) fn at(clock: &Clock, moment: Instant) -> Self {
        let clock = clock.clone();
        Self(Box::pin(async move {
            let left = moment.saturating_duration_since(clock.now());
            // A limit, and no wait that a test's clock would look for.
            let _ = clock.timeout(left, pending::<()>()).await;
        }))
    }

    /// Whether it has ended. Not to be asked again after it has.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        self.0.as_mut().poll(context)
    }
}

impl fmt::Debug for Timer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timer").finish_non_exhaustive()
    }
}

/// The moment so long after another, ten years at most.
pub(super) fn after(moment: Instant, time: Duration) -> Instant {
    moment + time.min(FURTHEST)
}
