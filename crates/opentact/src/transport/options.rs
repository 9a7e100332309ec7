//! How a request is sent: timeouts, retries, headers.

use std::fmt;
use std::time::Duration;

use http::header::{HeaderMap, HeaderName, HeaderValue};
use opentact_client::security::SecurityScheme;
use opentact_client::{Location, Secret};

use crate::redaction::is_secret_name;

/// How a request is sent, as far as somebody said so: the client's settings, or those of one request,
/// which come before them.
#[derive(Clone, Default)]
pub(crate) struct RequestOptions {
    timeout: Option<Duration>,
    timeout_setting: Option<Duration>,
    attempt_timeout: Option<Duration>,
    max_retries: Option<u32>,
    /// What is added to the request's headers.
    pub(crate) headers: HeaderMap,
    /// Those of their values that are secrets, by their names.
    pub(crate) secrets: Vec<Secret>,
    /// The first thing that is wrong with the settings; nothing is sent then.
    pub(crate) fault: Option<String>,
}

/// How long a request may take, and how often it is repeated.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Limits {
    /// The whole request: every attempt, the waits between them, and a login.
    pub(crate) timeout: Duration,
    /// What `timeout` is set to: more than is left where the request is the login of another.
    pub(crate) timeout_setting: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_retries: u32,
}

impl Limits {
    /// What counts where nobody says anything.
    pub(crate) const DEFAULT: Self = Self {
        timeout: Duration::from_secs(120),
        timeout_setting: Duration::from_secs(120),
        attempt_timeout: Duration::from_secs(30),
        max_retries: 2,
    };
}

impl fmt::Debug for RequestOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestOptions")
    }
}

impl RequestOptions {
    /// Settings that have these limits.
    pub(crate) fn of(limits: Limits) -> Self {
        Self {
            timeout: Some(limits.timeout),
            timeout_setting: Some(limits.timeout_setting),
            attempt_timeout: Some(limits.attempt_timeout),
            max_retries: Some(limits.max_retries),
            ..Self::default()
        }
    }

    pub(crate) const fn set_timeout(&mut self, limit: Duration) {
        self.timeout = Some(limit);
    }

    pub(crate) const fn set_attempt_timeout(&mut self, limit: Duration) {
        self.attempt_timeout = Some(limit);
    }

    pub(crate) const fn set_max_retries(&mut self, most: u32) {
        self.max_retries = Some(most);
    }

    /// Remembers what is wrong with the settings, unless something is already.
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

    /// The limits, taken from the client's settings where these say nothing.
    pub(crate) fn limits(&self, client: &Self) -> Limits {
        let default = Limits::DEFAULT;
        let timeout = self.timeout.or(client.timeout).unwrap_or(default.timeout);
        let attempt_timeout = self.attempt_timeout.or(client.attempt_timeout);
        let max_retries = self.max_retries.or(client.max_retries);
        Limits {
            timeout,
            timeout_setting: self.timeout_setting.unwrap_or(timeout),
            attempt_timeout: attempt_timeout.unwrap_or(default.attempt_timeout),
            max_retries: max_retries.unwrap_or(default.max_retries),
        }
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
