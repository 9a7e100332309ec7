//! The settings of retries.

use std::time::Duration;

/// How often a failed request is sent again, and how long a call may take.
///
/// The [module](crate::retry) says what is repeated, and has all figures in a table. Every value is
/// allowed: what is absurdly large means "no limit", and zero means none at all.
///
/// ```
/// use std::time::Duration;
/// use opentact::retry::RetryPolicy;
///
/// const PATIENT: RetryPolicy = RetryPolicy::new()
///     .max_retries(5)
///     .longest_wait(Duration::from_secs(30))
///     .total_timeout(Duration::from_secs(300));
///
/// assert_ne!(PATIENT, RetryPolicy::default());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "a policy does nothing until a client has it"]
pub struct RetryPolicy {
    pub(crate) max_retries: u32,
    pub(crate) first_wait: Duration,
    pub(crate) longest_wait: Duration,
    pub(crate) longest_server_wait: Duration,
    pub(crate) total_timeout: Duration,
    pub(crate) budget: u32,
}

impl RetryPolicy {
    /// The defaults: 2 retries, 120 seconds for the whole call.
    pub const fn new() -> Self {
        Self {
            max_retries: 2,
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(8),
            longest_server_wait: Duration::from_secs(60),
            total_timeout: Duration::from_secs(120),
            budget: 500,
        }
    }

    /// No retry: a request that fails has failed. The total stays 120 seconds.
    pub const fn none() -> Self {
        Self::new().max_retries(0)
    }

    /// How often a request is sent again after its first attempt; 0 means never.
    pub const fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
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

    /// The longest `Retry-After` that is waited for. A longer one ends the call at once, and
    /// [`Error::retry_after`](crate::Error::retry_after) says how long it is.
    ///
    /// Chance adds up to a quarter to what the server asks for, so the wait may be that much longer.
    pub const fn longest_server_wait(mut self, wait: Duration) -> Self {
        self.longest_server_wait = wait;
        self
    }

    /// How long a call may take with all its attempts, waits and logins.
    pub const fn total_timeout(mut self, limit: Duration) -> Self {
        self.total_timeout = limit;
        self
    }

    /// The size of the bucket that all calls of a client take their retries from; 0 means no retries.
    ///
    /// A retry takes 5, or 10 after a timeout; a success gives 1 back. It belongs to the client: the
    /// policy of a single call does not change it.
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
            max_retries: 2,
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(8),
            longest_server_wait: Duration::from_secs(60),
            total_timeout: Duration::from_secs(120),
            budget: 500,
        };
        assert_eq!(RetryPolicy::default(), expected);
        assert_eq!(RetryPolicy::new(), expected);
    }

    #[test]
    fn each_setter_changes_its_own_setting() {
        let policy = RetryPolicy::new()
            .max_retries(1)
            .first_wait(Duration::from_secs(2))
            .longest_wait(Duration::from_secs(3))
            .longest_server_wait(Duration::from_secs(4))
            .total_timeout(Duration::from_secs(5))
            .budget(6);
        let expected = RetryPolicy {
            max_retries: 1,
            first_wait: Duration::from_secs(2),
            longest_wait: Duration::from_secs(3),
            longest_server_wait: Duration::from_secs(4),
            total_timeout: Duration::from_secs(5),
            budget: 6,
        };
        assert_eq!(policy, expected);
    }

    #[test]
    fn none_is_the_default_without_retries() {
        let expected = RetryPolicy {
            max_retries: 0,
            ..RetryPolicy::new()
        };
        assert_eq!(RetryPolicy::none(), expected);
    }
}
