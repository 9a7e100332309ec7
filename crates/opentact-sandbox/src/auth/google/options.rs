//! How a Google ID token differs from a good one.

use std::time::Duration;

use serde::Deserialize;

/// What to issue; by default a token that the sandbox accepts for an hour.
///
/// ```
/// use std::time::Duration;
/// use opentact_sandbox::GoogleTokenOptions;
///
/// let for_another_app = GoogleTokenOptions::new().audience("another app");
/// let already_expired = GoogleTokenOptions::new().ttl(Duration::ZERO);
/// let forged = GoogleTokenOptions::new().foreign_key();
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GoogleTokenOptions {
    pub(crate) ttl: u32,
    pub(crate) issued_in: u32,
    pub(crate) issuer: Option<String>,
    pub(crate) audience: Option<String>,
    pub(crate) authorized_party: Option<String>,
    pub(crate) email_verified: bool,
    pub(crate) good_in: Option<u32>,
    pub(crate) foreign_key: bool,
}

impl Default for GoogleTokenOptions {
    fn default() -> Self {
        Self {
            ttl: 3600,
            issued_in: 0,
            issuer: None,
            audience: None,
            authorized_party: None,
            email_verified: true,
            good_in: None,
            foreign_key: false,
        }
    }
}

impl GoogleTokenOptions {
    /// A token that is accepted for an hour.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How long it lives, in whole seconds; zero makes a token that has already expired.
    #[must_use]
    pub fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = seconds(ttl);
        self
    }

    /// Dates the token this far in the future.
    #[must_use]
    pub fn issued_in(mut self, issued_in: Duration) -> Self {
        self.issued_in = seconds(issued_in);
        self
    }

    /// Names another issuer than the one that the sandbox trusts.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    /// Makes it for another client id than the sandbox's.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// Says that another client than the sandbox's asked for it (the claim `azp`).
    #[must_use]
    pub fn authorized_party(mut self, client_id: impl Into<String>) -> Self {
        self.authorized_party = Some(client_id.into());
        self
    }

    /// Says that Google has not verified the e-mail.
    #[must_use]
    pub const fn unverified_email(mut self) -> Self {
        self.email_verified = false;
        self
    }

    /// Makes it good only that long after its date, in whole seconds (the claim `nbf`).
    #[must_use]
    pub fn good_in(mut self, wait: Duration) -> Self {
        self.good_in = Some(seconds(wait));
        self
    }

    /// Signs it with a key that the sandbox does not know, under the id of the one it knows.
    #[must_use]
    pub const fn foreign_key(mut self) -> Self {
        self.foreign_key = true;
        self
    }
}

/// Whole seconds, as many as there can be.
pub(crate) fn seconds(duration: Duration) -> u32 {
    u32::try_from(duration.as_secs()).unwrap_or(u32::MAX)
}
