//! What it means when no complete answer came.

use opentact_client::ApplyError;

use super::cause;
use crate::error::{Error, ErrorKind, is_refusal};
use crate::redaction::Redaction;
use crate::retry::outcome::Outcome;

/// What was sent, as far as a failure depends on it.
#[derive(Clone, Copy)]
pub(crate) struct Attempted<'a> {
    /// How errors call it.
    pub(crate) operation: &'a str,
    /// Whether it changes what the server keeps.
    pub(crate) changes_state: bool,
    /// The secrets that it carried.
    pub(crate) redaction: &'a Redaction,
}

/// A request that got no complete answer, told for people and for the decision to repeat it.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) outcome: Outcome,
}

impl Failure {
    /// A failure that repeating does not change.
    pub(crate) fn last(error: Error) -> Self {
        let outcome = Outcome::Final;
        Self { error, outcome }
    }

    /// The credential cannot be put into the request.
    pub(crate) fn unsendable(operation: &str, cause: ApplyError) -> Self {
        Self::last(Error::new(ErrorKind::Input, operation, cause.to_string()))
    }

    /// The answer is larger than allowed.
    pub(crate) fn too_large(attempted: Attempted<'_>, status: u16, limit: usize) -> Self {
        let message = format!("the answer is larger than {limit} bytes");
        let error = Error::new(ErrorKind::TooLarge, attempted.operation, message)
            .with_status(status)
            .with_doubt(attempted.changes_state && !is_refusal(status));
        Self::last(error)
    }

    /// No complete answer came within the time that one attempt has.
    pub(crate) fn out_of_time(attempted: Attempted<'_>) -> Self {
        let message = "no complete answer came in time";
        Self {
            error: Error::new(ErrorKind::Timeout, attempted.operation, message)
                .with_doubt(attempted.changes_state),
            outcome: Outcome::Lost { timeout: true },
        }
    }

    /// The answer began and then paused for too long.
    pub(crate) fn pause_too_long(attempted: Attempted<'_>, status: u16) -> Self {
        let mut failure = Self::out_of_time(attempted);
        if status >= 300 {
            failure.outcome = Outcome::Answered {
                status,
                retry_after: None,
            };
        }
        let in_doubt = attempted.changes_state && failure.outcome.may_have_been_carried_out();
        failure.error = failure.error.with_status(status).with_doubt(in_doubt);
        failure
    }

    /// The HTTP library failed, before an answer began or after its status.
    pub(crate) fn transport(
        attempted: Attempted<'_>,
        status: Option<u16>,
        cause: reqwest::Error,
    ) -> Self {
        let needs_tls = cause.url().is_some_and(|url| url.scheme() == "https");
        // A URL may carry a credential.
        let cause = cause.without_url();
        let timeout = cause.is_timeout();
        let not_sent = cause.is_connect() && status.is_none();
        let (message, outcome) = if cause.is_builder() {
            ("no request could be made of the arguments", Outcome::Final)
        } else if not_sent && needs_tls && !TLS {
            (
                "the server could not be reached; no TLS feature of this crate is on",
                Outcome::Final,
            )
        } else if not_sent && is_about_certificates(&cause) {
            (
                "the server's certificate is not trusted, has expired or is for another name; where its issuer is to be trusted, add it by `root_certificate`",
                Outcome::Final,
            )
        } else if not_sent {
            (
                "the server could not be reached",
                Outcome::NotSent { timeout },
            )
        } else if timeout {
            ("no complete answer came in time", Outcome::Lost { timeout })
        } else {
            (
                "the connection broke before the answer was complete",
                Outcome::Lost { timeout },
            )
        };
        let kind = if cause.is_builder() {
            ErrorKind::Input
        } else if timeout {
            ErrorKind::Timeout
        } else {
            ErrorKind::Transport
        };
        let in_doubt = attempted.changes_state && outcome.may_have_been_carried_out();
        let error = Error::new(kind, attempted.operation, message).with_doubt(in_doubt);
        let mut error = match cause::without_secrets(&cause, attempted.redaction) {
            Some(clean) => error.with_source(clean),
            None => error.with_source(cause),
        };
        if let Some(status) = status {
            error = error.with_status(status);
        }
        Self { error, outcome }
    }
}

/// Whether a TLS library refused the server's certificate. Each has errors of its own, which have no
/// more in common than the word.
fn is_about_certificates(cause: &reqwest::Error) -> bool {
    let first: &dyn std::error::Error = cause;
    std::iter::successors(Some(first), |cause| cause.source())
        .any(|cause| cause.to_string().to_lowercase().contains("certificate"))
}

/// Whether this crate was built with a TLS library.
const TLS: bool = cfg!(any(
    feature = "rustls",
    feature = "rustls-no-provider",
    feature = "native-tls",
    feature = "native-tls-vendored"
));
