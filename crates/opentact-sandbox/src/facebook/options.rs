//! How a Facebook token differs from a good one.

use std::time::Duration;

/// What to issue; by default a token that the sandbox accepts for two hours.
#[derive(Clone, Debug)]
pub struct FacebookTokenOptions {
    pub(crate) ttl: Duration,
    pub(crate) app_id: Option<String>,
}

impl Default for FacebookTokenOptions {
    fn default() -> Self {
        Self {
            ttl: Duration::from_secs(7200),
            app_id: None,
        }
    }
}

impl FacebookTokenOptions {
    /// A token that is accepted for two hours.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How long it lives, in whole seconds; zero makes a token that has already expired.
    #[must_use]
    pub const fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = ttl;
        self
    }

    /// Makes it for another app than the sandbox's.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }
}
