//! The passing of time, so that a test can hurry it.

use std::time::Instant;

#[cfg(any(test, feature = "test-util"))]
pub use manual::ManualClock;

/// Where a session reads how much time has passed.
#[derive(Clone, Debug, Default)]
pub(crate) enum Clock {
    /// The machine's monotonic clock, which no correction of the time of day moves.
    #[default]
    Monotonic,
    /// A clock that a test moves.
    #[cfg(any(test, feature = "test-util"))]
    Manual(ManualClock),
}

impl Clock {
    pub(crate) fn now(&self) -> Instant {
        match self {
            Self::Monotonic => Instant::now(),
            #[cfg(any(test, feature = "test-util"))]
            Self::Manual(clock) => clock.now(),
        }
    }
}

#[cfg(any(test, feature = "test-util"))]
mod manual {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::{Duration, Instant};

    /// A clock that stands still until a test moves it. Clones share the time.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// let clock = opentact::ManualClock::new();
    /// let before = clock.now();
    /// clock.advance(Duration::from_secs(86_400));
    /// assert_eq!(clock.now() - before, Duration::from_secs(86_400));
    /// ```
    #[derive(Clone, Debug)]
    pub struct ManualClock {
        start: Instant,
        passed_ms: Arc<AtomicU64>,
    }

    impl ManualClock {
        /// A clock that shows the present.
        pub fn new() -> Self {
            Self {
                start: Instant::now(),
                passed_ms: Arc::default(),
            }
        }

        /// Moves the clock forward, in whole milliseconds.
        pub fn advance(&self, by: Duration) {
            let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
            self.passed_ms.fetch_add(by, Ordering::SeqCst);
        }

        /// What the clock shows.
        pub fn now(&self) -> Instant {
            self.start + Duration::from_millis(self.passed_ms.load(Ordering::SeqCst))
        }
    }

    impl Default for ManualClock {
        fn default() -> Self {
            Self::new()
        }
    }
}
