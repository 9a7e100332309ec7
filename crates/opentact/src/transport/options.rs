//! How one request differs from the client's settings.

use std::time::Duration;

use http::header::{HeaderMap, HeaderName, HeaderValue};
use opentact_client::security::SecurityScheme;
use opentact_client::{Location, Secret};

use crate::redaction::is_secret_name;
use crate::retry::RetryPolicy;

/// How one request differs from the client's settings.
#[derive(Clone, Default)]
pub(crate) struct RequestOptions {
    timeout: Option<Duration>,
    total_timeout: Option<Duration>,
    retries: Option<u32>,
    /// What the call adds to the request's headers.
    pub(crate) headers: HeaderMap,
    /// Those of their values that are secrets, by their names.
    pub(crate) secrets: Vec<Secret>,
    /// The first thing that is wrong with the call; it is then not sent.
    pub(crate) fault: Option<String>,
}

impl RequestOptions {
    pub(crate) const fn set_timeout(&mut self, limit: Duration) {
        self.timeout = Some(limit);
    }

    pub(crate) const fn set_total_timeout(&mut self, limit: Duration) {
        self.total_timeout = Some(limit);
    }

    pub(crate) const fn set_retries(&mut self, most: u32) {
        self.retries = Some(most);
    }

    /// Remembers what is wrong with the call, unless something is already.
    pub(crate) fn blame(&mut self, fault: impl Into<String>) {
        self.fault.get_or_insert_with(|| fault.into());
    }

    /// Adds a header, or remembers why it cannot be added.
    pub(crate) fn add_header(&mut self, name: &str, value: &str) {
        let is_credential = name.eq_ignore_ascii_case("authorization")
            || carries_credential(
                |place| matches!(place, Location::Header(taken) if taken.eq_ignore_ascii_case(name)),
            );
        let is_reserved = RESERVED
            .iter()
            .any(|taken| taken.eq_ignore_ascii_case(name));
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            _ if is_credential => self.blame(format!(
                "the header `{name}` carries a credential; leave that to the client"
            )),
            _ if is_reserved => self.blame(format!(
                "the header `{name}` is the connection's; leave it out"
            )),
            (Ok(name), Ok(mut value)) => {
                // Nobody knows what a caller sends along, so nobody prints it.
                value.set_sensitive(true);
                if is_secret_name(name.as_str()) {
                    self.secrets.extend(value.to_str().ok().map(Secret::new));
                }
                self.headers.append(name, value);
            }
            _ => self.blame("a header has a character that headers cannot carry"),
        }
    }

    /// How long one attempt may take.
    pub(crate) fn attempt_timeout(&self, default: Duration) -> Duration {
        self.timeout.unwrap_or(default)
    }

    /// When and how often to repeat.
    pub(crate) fn policy(&self, default: &RetryPolicy) -> RetryPolicy {
        let mut policy = default.clone();
        if let Some(most) = self.retries {
            policy = policy.max_retries(most);
        }
        if let Some(limit) = self.total_timeout {
            policy = policy.total_timeout(limit);
        }
        policy
    }
}

/// Whether a scheme of the contract carries its credential there.
pub(crate) fn carries_credential(is: impl Fn(Location) -> bool) -> bool {
    SecurityScheme::ALL
        .iter()
        .any(|scheme| is(scheme.location()))
}

/// Headers that belong to the connection, and would turn the request into another one.
const RESERVED: [&str; 10] = [
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];
