//! The settings of retries.

use std::time::Duration;

/// How long to wait before a failed request is sent again, and how many retries there may be in all.
///
/// The [module](crate::retry) says what is repeated, and has all figures in a table. Every value is
/// allowed: what is absurdly large means "no limit", and zero means none at all.
///
/// ```
/// use std::time::Duration;
/// use opentact::retry::RetryPolicy;
///
/// const PATIENT: RetryPolicy = RetryPolicy::new()
///     .first_wait(Duration::from_secs(2))
///     .longest_wait(Duration::from_secs(30));
///
/// assert_ne!(PATIENT, RetryPolicy::default());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "a policy does nothing until a client has it"]
pub struct RetryPolicy {
    pub(crate) first_wait: Duration,
    pub(crate) longest_wait: Duration,
    pub(crate) longest_server_wait: Duration,
    pub(crate) budget: u32,
}

impl RetryPolicy {
    /// The defaults.
    pub const fn new() -> Self {
        Self {
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(8),
            longest_server_wait: Duration::from_secs(60),
            budget: 500,
        }
    }

    /// How long the first retry waits. Each later one waits twice as long as the one before.
    ///
    /// Chance takes up to a quarter off each wait.
    pub const fn first_wait(mut self, wait: Duration) -> Self {
        self.first_wait = wait;
        self
    }

    /// Where the doubling ends, also for a `first_wait` that is longer.
    ///
    /// It does not bound what the server asks for:
    /// [`longest_server_wait`](Self::longest_server_wait) does.
    pub const fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// The longest `Retry-After` that is waited for. A longer one ends the request at once, and
    /// [`Error::retry_after`](crate::Error::retry_after) says how long it is.
    ///
    /// Chance adds up to a quarter to what the server asks for, so the wait may be that much longer.
    pub const fn longest_server_wait(mut self, wait: Duration) -> Self {
        self.longest_server_wait = wait;
        self
    }

    /// The size of the bucket that all requests of a client take their retries from; 0 means no retries.
    ///
    /// A retry takes 5, or 10 after a timeout; a success gives 1 back.
    pub const fn budget(mut self, size: u32) -> Self {
        self.budget = size;
        self
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_the_figures_of_the_documentation() {
        let expected = RetryPolicy {
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(8),
            longest_server_wait: Duration::from_secs(60),
            budget: 500,
        };
        assert_eq!(RetryPolicy::default(), expected);
        assert_eq!(RetryPolicy::new(), expected);
    }

    #[test]
    fn each_setter_changes_its_own_setting() {
        let policy = RetryPolicy::new()
            .first_wait(Duration::from_secs(2))
            .longest_wait(Duration::from_secs(3))
            .longest_server_wait(Duration::from_secs(4))
            .budget(6);
        let expected = RetryPolicy {
            first_wait: Duration::from_secs(2),
            longest_wait: Duration::from_secs(3),
            longest_server_wait: Duration::from_secs(4),
            budget: 6,
        };
        assert_eq!(policy, expected);
    }
}
