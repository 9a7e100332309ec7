//! What it means when no complete response came.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

use http::StatusCode;
use opentact_client::{ApplyError, BodyError};

use super::options::Limits;
use crate::cause::{self, Cause};
use crate::error::{Error, ErrorKind, is_refusal};
use crate::redaction::Redaction;
use crate::retry::outcome::AttemptOutcome;

/// What was sent, as far as a failure depends on it.
#[derive(Clone, Copy)]
pub(crate) struct Attempted<'a> {
    /// How errors call it.
    pub(crate) operation: &'a str,
    /// Whether it changes what the server keeps.
    pub(crate) changes_state: bool,
    /// The secrets that it carried.
    pub(crate) redaction: &'a Redaction,
    /// The proxy on the way, by host and port.
    pub(crate) proxy: Option<&'a str>,
}

/// A limit that a request ran into.
#[derive(Clone, Copy)]
pub(crate) struct TimeLimit {
    /// How long it may take from now.
    pub(crate) length: Duration,
    /// What the setting says.
    shown: Duration,
    setting: &'static str,
}

impl TimeLimit {
    /// The limit of an attempt, for a request that has so much time left.
    pub(crate) fn of_attempt(limits: Limits, left: Duration) -> Self {
        let (length, shown, setting) = if limits.attempt_timeout <= left {
            let limit = limits.attempt_timeout;
            (limit, limit, "attempt_timeout")
        } else {
            (left, limits.timeout_setting, "timeout")
        };
        Self {
            length,
            shown,
            setting,
        }
    }

    /// The limit of a pause in the body.
    pub(crate) const fn of_pause(limit: Duration) -> Self {
        Self {
            length: limit,
            shown: limit,
            setting: "read_timeout",
        }
    }
}

/// A request that got no complete response, told for people and for the decision to repeat it.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) outcome: AttemptOutcome,
}

impl Failure {
    /// A failure that repeating does not change.
    pub(crate) fn last(error: Error) -> Self {
        let outcome = AttemptOutcome::Final;
        Self { error, outcome }
    }

    /// The credential cannot be put into the request.
    pub(crate) fn unsendable(operation: &str, cause: ApplyError) -> Self {
        Self::last(Error::new(ErrorKind::Input, operation, cause.to_string()))
    }

    /// The response is larger than allowed.
    pub(crate) fn too_large(attempted: Attempted<'_>, status: StatusCode, limit: usize) -> Self {
        let message = format!("the response is larger than {limit} bytes (`max_response_bytes`)");
        let error = Error::new(ErrorKind::TooLarge, attempted.operation, message)
            .with_status(status)
            .with_doubt(attempted.changes_state && !is_refusal(status));
        Self::last(error)
    }

    /// No complete response came within the time that one attempt has.
    pub(crate) fn out_of_time(attempted: Attempted<'_>, limit: TimeLimit) -> Self {
        let TimeLimit { shown, setting, .. } = limit;
        let message = format!("no complete response came within {shown:?} (`{setting}`)");
        Self {
            error: Error::new(ErrorKind::Timeout, attempted.operation, message)
                .with_doubt(attempted.changes_state),
            outcome: AttemptOutcome::Lost { timeout: true },
        }
    }

    /// The response began and then paused for too long.
    pub(crate) fn pause_too_long(
        attempted: Attempted<'_>,
        status: StatusCode,
        limit: TimeLimit,
    ) -> Self {
        let TimeLimit { shown, setting, .. } = limit;
        let message = format!("the response paused for {shown:?} (`{setting}`)");
        let outcome = if status.as_u16() >= 300 {
            AttemptOutcome::Answered {
                status: status.as_u16(),
                retry_after: None,
            }
        } else {
            AttemptOutcome::Lost { timeout: true }
        };
        let in_doubt = attempted.changes_state && outcome.may_have_been_carried_out();
        let error = Error::new(ErrorKind::Timeout, attempted.operation, message)
            .with_status(status)
            .with_doubt(in_doubt);
        Self { error, outcome }
    }

    /// The HTTP library failed, before a response began or after its status.
    pub(crate) fn transport(
        attempted: Attempted<'_>,
        status: Option<StatusCode>,
        connect_timeout: Duration,
        cause: reqwest::Error,
    ) -> Self {
        if let Some(body) = BodyError::of(&cause) {
            let mut error = Error::new(ErrorKind::Input, attempted.operation, body.to_string())
                .with_doubt(attempted.changes_state);
            if body.source().is_some() {
                let cause = cause.without_url();
                error = error.with_cause(Cause::of(cause, attempted.redaction));
            }
            return Self::last(error);
        }
        let needs_tls = cause.url().is_some_and(|url| url.scheme() == "https");
        // A URL may carry a credential.
        let cause = cause.without_url();
        let timeout = cause.is_timeout();
        let not_sent = cause.is_connect() && status.is_none();
        let way = attempted.proxy.map(|it| format!(" through the proxy {it}"));
        let way = way.as_deref().unwrap_or("");
        let (message, outcome) = if cause.is_builder() {
            let message = "no request could be made of the arguments".to_owned();
            (message, AttemptOutcome::Final)
        } else if not_sent && needs_tls && !TLS {
            let message = "the server could not be reached; no TLS feature of this crate is on";
            (message.to_owned(), AttemptOutcome::Final)
        } else if not_sent && is_about_certificates(&cause) {
            let message = format!(
                "the server's certificate was refused{way} (`root_certificate` adds an issuer to trust)"
            );
            (message, AttemptOutcome::Final)
        } else if not_sent && timeout {
            let message = format!(
                "there was no connection{way} within {connect_timeout:?} (`connect_timeout`)"
            );
            (message, AttemptOutcome::NotSent { timeout })
        } else if not_sent && needs_tls && attempted.proxy.is_none() && is_about_tls(&cause) {
            let message = "the TLS handshake failed; the port may not speak TLS";
            (message.to_owned(), AttemptOutcome::NotSent { timeout })
        } else if not_sent {
            let message = format!("the server could not be reached{way}");
            (message, AttemptOutcome::NotSent { timeout })
        } else if timeout {
            let message = "no complete response came in time".to_owned();
            (message, AttemptOutcome::Lost { timeout })
        } else {
            let message = "the connection broke before the response was complete".to_owned();
            (message, AttemptOutcome::Lost { timeout })
        };
        let kind = if cause.is_builder() {
            ErrorKind::Input
        } else if timeout {
            ErrorKind::Timeout
        } else {
            ErrorKind::Transport
        };
        let in_doubt = attempted.changes_state && outcome.may_have_been_carried_out();
        let mut error = Error::new(kind, attempted.operation, message).with_doubt(in_doubt);
        // The library's words for a timeout say nothing more.
        if !timeout {
            error = error.with_cause(Cause::of(cause, attempted.redaction));
        }
        if let Some(status) = status {
            error = error.with_status(status);
        }
        Self { error, outcome }
    }
}

/// Whether a TLS library refused the server's certificate. Each has errors of its own, which have no
/// more in common than the word.
fn is_about_certificates(error: &(dyn StdError + 'static)) -> bool {
    cause::chain(error).any(|cause| cause.to_string().to_lowercase().contains("certificate"))
}

/// Whether a connection was made and the TLS library did not understand what came on it: then there
/// is no failure of the operating system, and none of a resolver.
fn is_about_tls(error: &(dyn StdError + 'static)) -> bool {
    let kind = cause::io_error(error).map(io::Error::kind);
    matches!(
        kind,
        None | Some(io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof)
    )
}

/// Whether this crate was built with a TLS library.
const TLS: bool = cfg!(any(
    feature = "rustls",
    feature = "rustls-no-provider",
    feature = "native-tls",
    feature = "native-tls-vendored"
));
