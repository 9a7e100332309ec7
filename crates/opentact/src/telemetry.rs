//! What the client tells `tracing`: a span for each request, an event for each attempt.
//!
//! The fields are those of the [OpenTelemetry conventions for HTTP clients][otel]. Nothing here
//! needs to be turned on; a program without a subscriber pays next to nothing.
//!
//! | where | level | field | value |
//! | --- | --- | --- | --- |
//! | span `opentact.request` | info | `otel.name`, `otel.kind` | the operation's id, `client` |
//! | | | `http.request.method` | `GET` |
//! | | | `url.template` | the contract's path, `/rest/token/{token}`; never the path as sent, which may hold a token |
//! | | | `server.address`, `server.port` | where it goes |
//! | | | `http.response.status_code` | of the last response |
//! | | | `http.request.resend_count` | how often it was repeated, if it was |
//! | | | `error.type` | the status, or the [`ErrorKind`](crate::ErrorKind) in snake case, if it failed |
//! | event `attempt` | debug | `http.request.resend_count` | 0 for the first |
//! | | | `http.response.status_code` or `error.type` | what came of it |
//! | | | `decision` | `done`, `repeat`, `renew the session`, `give up` |
//! | | | `wait_ms` | milliseconds until it is repeated |
//! | | | `reason` | why it is not repeated |
//! | event `events` | debug | `server.address`, `server.port` | where the event service is |
//! | | | `decision` | `live`, `reconnect`, `give up` |
//! | | | `reconnects` | how many connections of the stream were live before this one |
//! | | | `error.type` | the `DisconnectReason` or the [`ErrorKind`](crate::ErrorKind), in snake case |
//! | | | `close_code` | what the service closed the connection with |
//! | | | `wait_ms` | milliseconds until the next attempt |
//!
//! The fields are about HTTP: a request that fails because a success of HTTP says `success: false`, or
//! cannot be read, has no `error.type`.
//!
//! A login that a request has to wait for is a request of its own, with its span inside that of the
//! first caller. No field holds a credential, a query or a body; of a
//! free request's path, a part that may be a token is left out of `otel.name`.
//!
//! ```
//! use opentact::{Client, Credential};
//! use tracing_subscriber::fmt;
//!
//! let subscriber = fmt().with_max_level(tracing::Level::DEBUG).finish();
//! tracing::subscriber::with_default(subscriber, || {
//!     // opentact.request{otel.name="listTokens" http.request.method="GET" url.template="/rest/token/list"}:
//!     //     attempt http.request.resend_count=0 http.response.status_code=503 decision="repeat" wait_ms=431
//!     Client::new(Credential::api_token("made up"))
//! });
//! ```
//!
//! [otel]: https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span

use std::time::Duration;

use tracing::field::{Empty, display};
use tracing::{Span, debug, info_span};

use crate::error::Error;
use crate::retry::decision::StopReason;
use crate::transport::base_url::BaseUrl;
use crate::transport::context::RequestContext;
use crate::transport::failure::Failure;
use crate::transport::received::Received;

/// The span of one request.
pub(crate) struct RequestSpan(Span);

impl RequestSpan {
    pub(crate) fn new(
        base_url: &BaseUrl,
        context: RequestContext<'_>,
        method: &http::Method,
    ) -> Self {
        Self(info_span!(
            "opentact.request",
            otel.name = context.label,
            otel.kind = "client",
            http.request.method = method.as_str(),
            url.template = context.template,
            server.address = base_url.host(),
            server.port = base_url.port(),
            http.response.status_code = Empty,
            http.request.resend_count = Empty,
            error.type = Empty,
        ))
    }

    pub(crate) fn get(&self) -> Span {
        self.0.clone()
    }

    pub(crate) fn finish(&self, outcome: &Result<Received, Error>) {
        let (status, attempts) = match outcome {
            Ok(it) => (Some(it.response.status()), it.response.attempts()),
            Err(error) => (error.status(), error.attempts()),
        };
        if let Some(status) = status {
            self.0.record("http.response.status_code", status.as_u16());
        }
        if attempts > 1 {
            self.0.record("http.request.resend_count", attempts - 1);
        }
        match outcome {
            Ok(it) if it.response.is_success() => {}
            Ok(it) => {
                self.0.record("error.type", it.response.status().as_u16());
            }
            Err(error) => {
                self.0.record("error.type", error.kind().name());
            }
        }
    }
}

/// The event service took the credential.
#[cfg(feature = "events")]
pub(crate) fn events_connected(host: &str, port: u16, reconnects: u64) {
    debug!(
        server.address = host,
        server.port = port,
        reconnects,
        decision = "live",
        "events"
    );
}

/// A connection to the event service ended or was not made, and another attempt follows.
#[cfg(feature = "events")]
pub(crate) fn events_disconnected(
    host: &str,
    port: u16,
    disconnected: &crate::events::Disconnected,
) {
    let reason = disconnected.reason();
    let close_code = match reason {
        crate::events::DisconnectReason::Closed { code } => *code,
        _ => None,
    };
    debug!(
        server.address = host,
        server.port = port,
        error.type = reason.name(),
        close_code,
        wait_ms = u64::try_from(disconnected.wait().as_millis()).unwrap_or(u64::MAX),
        decision = "reconnect",
        "events"
    );
}

/// A stream of events ended for good.
#[cfg(feature = "events")]
pub(crate) fn events_ended(host: &str, port: u16, error: &Error) {
    debug!(
        server.address = host,
        server.port = port,
        error.type = error.kind().name(),
        decision = "give up",
        "events"
    );
}

/// The server no longer takes the session's JWT; the request is repeated with another.
pub(crate) fn session_refused(sent: u32) {
    debug!(
        http.request.resend_count = sent - 1,
        http.response.status_code = 401,
        decision = "renew the session",
        "attempt"
    );
}

/// An attempt failed, and another follows.
pub(crate) fn repeating(sent: u32, attempt: &Result<Received, Failure>, wait: Duration) {
    let wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
    debug!(
        http.request.resend_count = sent - 1,
        http.response.status_code = status(attempt),
        error.type = failure(attempt),
        decision = "repeat",
        wait_ms,
        "attempt"
    );
}

/// An attempt ended, and the request with it.
pub(crate) fn ended(sent: u32, attempt: &Result<Received, Failure>, reason: &StopReason) {
    let is_success = attempt.as_ref().is_ok_and(|it| it.response.is_success());
    let reason = (!is_success).then(|| display(reason));
    debug!(
        http.request.resend_count = sent - 1,
        http.response.status_code = status(attempt),
        error.type = failure(attempt),
        decision = if is_success { "done" } else { "give up" },
        reason,
        "attempt"
    );
}

fn status(attempt: &Result<Received, Failure>) -> Option<u16> {
    let status = match attempt {
        Ok(received) => Some(received.response.status()),
        Err(failure) => failure.error.status(),
    };
    status.map(|status| status.as_u16())
}

fn failure(attempt: &Result<Received, Failure>) -> Option<&'static str> {
    attempt.as_ref().err().map(|it| it.error.kind().name())
}
