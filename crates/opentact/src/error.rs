//! What can go wrong, sorted by what the caller does next.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use opentact_client::types::ErrorResponse;

mod words;

use self::words::{Printable, Words};
use crate::cause::Cause;
use crate::response::Response;

/// How errors call a stream of events.
#[cfg(feature = "events")]
pub(crate) const EVENTS: &str = "Client::events";

/// A failed operation.
///
/// Match on [`kind`](Self::kind) to decide what to do. `Display` says which operation failed, what
/// was wrong, the root cause where there is one, and what to do where that helps. As the cause is
/// there, it is not in [`source`](std::error::Error::source);
/// [`io_error`](Self::io_error) reaches the failure of the operating system. No secret is in any of it. Cloning is cheap: callers that waited for one login
/// share its failure.
#[derive(Clone)]
pub struct Error(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    operation: String,
    login: bool,
    message: String,
    status: Option<StatusCode>,
    retry_after: Option<Duration>,
    server_error: Option<ErrorResponse>,
    response: Option<Response>,
    attempts: u32,
    in_doubt: bool,
    is_retryable: bool,
    hint: Option<Cow<'static, str>>,
    cause: Option<Cause>,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// What a failure asks the caller to do.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Build the client differently: the address or the credential cannot be used.
    Configuration,
    /// Bring another credential: the server refused this one, and asking again will not help.
    Credentials,
    /// Pass other arguments: they were not sent.
    Input,
    /// Nothing, perhaps: what the operation was about is not there, or is somebody else's.
    NotFound,
    /// Wait, then repeat; [`Error::retry_after`] says how long if the server did.
    RateLimited,
    /// Correct the address: the server points elsewhere, and credentials do not follow.
    Redirected,
    /// Change the request: the server understood and refused it, and its message says why.
    Refused,
    /// Repeat later: the server failed.
    Server,
    /// Repeat, if it may be done twice: no complete response came in time.
    Timeout,
    /// Raise the limit, or look at what responses: the response is larger than allowed.
    TooLarge,
    /// Repeat, if it may be done twice: no complete response came.
    Transport,
    /// Look at what responses: it is not this API, or no longer.
    UnexpectedResponse,
}

impl ErrorKind {
    /// What a status outside 2xx means.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            300..=399 => Self::Redirected,
            401 => Self::Credentials,
            404 => Self::NotFound,
            408 => Self::Timeout,
            429 => Self::RateLimited,
            400..=499 => Self::Refused,
            500..=599 => Self::Server,
            _ => Self::UnexpectedResponse,
        }
    }

    /// The kind's name, in snake case: what `error.type` says in traces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Configuration => "configuration",
            Self::Credentials => "credentials",
            Self::Input => "input",
            Self::NotFound => "not_found",
            Self::RateLimited => "rate_limited",
            Self::Redirected => "redirected",
            Self::Refused => "refused",
            Self::Server => "server",
            Self::Timeout => "timeout",
            Self::TooLarge => "too_large",
            Self::Transport => "transport",
            Self::UnexpectedResponse => "unexpected_response",
        }
    }

    /// What to do, for people, where the message does not say it.
    const fn advice(self) -> Option<&'static str> {
        match self {
            Self::Credentials => Some("check the credential"),
            Self::Redirected => Some("correct the base URL; nothing was sent to the other address"),
            Self::TooLarge => Some("raise the limit, or check what answers at the base URL"),
            Self::UnexpectedResponse => Some("check what answers at the base URL"),
            _ => None,
        }
    }
}

impl Error {
    /// The client cannot be built as it was asked for.
    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, "Client::builder", message)
    }

    pub(crate) fn new(kind: ErrorKind, operation: &str, message: impl Into<String>) -> Self {
        Self(Arc::new(Inner {
            kind,
            operation: operation.to_owned(),
            login: false,
            message: message.into(),
            status: None,
            retry_after: None,
            server_error: None,
            response: None,
            attempts: 0,
            in_doubt: false,
            is_retryable: false,
            hint: None,
            cause: None,
            source: None,
        }))
    }

    pub(crate) fn with_cause(self, cause: Cause) -> Self {
        self.change(|inner| inner.cause = Some(cause))
    }

    /// Keeps a cause whose words are not for `Display`.
    #[cfg(feature = "events")]
    pub(crate) fn with_source(
        self,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        self.change(|inner| inner.source = Some(Arc::new(source)))
    }

    pub(crate) fn with_status(self, status: StatusCode) -> Self {
        self.change(|inner| inner.status = Some(status))
    }

    pub(crate) fn with_retry_after(self, wait: Option<Duration>) -> Self {
        self.change(|inner| inner.retry_after = wait)
    }

    pub(crate) fn with_server_error(self, error: Option<ErrorResponse>) -> Self {
        self.change(|inner| inner.server_error = error)
    }

    pub(crate) fn with_response(self, response: Response) -> Self {
        self.change(|inner| {
            inner.status = Some(response.status());
            inner.attempts = response.attempts();
            inner.response = Some(response);
        })
    }

    /// Says whether a later attempt may end another way, and would do no harm.
    pub(crate) fn with_retryable(self, is_retryable: bool) -> Self {
        self.change(|inner| inner.is_retryable = is_retryable)
    }

    pub(crate) fn with_attempts(self, attempts: u32) -> Self {
        self.change(|inner| inner.attempts = attempts)
    }

    /// Says whether the server may have carried out what failed.
    pub(crate) fn with_doubt(self, in_doubt: bool) -> Self {
        self.change(|inner| inner.in_doubt = in_doubt)
    }

    /// Says what else the caller should know.
    pub(crate) fn with_hint(self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.change(|inner| inner.hint = Some(hint.into()))
    }

    /// The failure of a login, as the operation that wanted it sees it.
    pub(crate) fn while_logging_in_for(self, operation: &str) -> Self {
        self.change(|inner| {
            operation.clone_into(&mut inner.operation);
            inner.login = true;
            // Nothing of the operation itself was sent.
            inner.in_doubt = false;
        })
    }

    fn change(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    /// What the failure asks the caller to do.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed: its id in the contract, or the method and path of a free request.
    pub fn operation(&self) -> &str {
        &self.0.operation
    }

    /// Whether it was the login for the operation that failed, not the operation itself.
    pub fn is_login(&self) -> bool {
        self.0.login
    }

    /// The HTTP status of the response, whatever its body was; `None` when no response came.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The server's own error, as far as it is short; `None` when the response was none of its.
    ///
    /// Where the server repeats a credential of the request, it is blotted out. A text is cut after
    /// 4 KiB, and all of it after 64 KiB, which is as much as is searched for secrets;
    /// [`body`](Self::body) has the rest.
    pub fn server_error(&self) -> Option<&ErrorResponse> {
        self.0.server_error.as_ref()
    }

    /// The response as it came; `None` when no complete response came.
    ///
    /// It may hold what the response of a success holds, tokens included: read it, and do not log it.
    pub fn response(&self) -> Option<&Response> {
        self.0.response.as_ref()
    }

    /// The response's body as it came, in bytes; `None` when no complete response came.
    ///
    /// As with [`response`](Self::response): read it, and do not log it.
    pub fn body(&self) -> Option<&[u8]> {
        self.0.response.as_ref().map(Response::body)
    }

    /// The failure of the operating system or of the TLS library that is the cause, if one is.
    pub fn io_error(&self) -> Option<&io::Error> {
        self.0.cause.as_ref()?.io_error()
    }

    /// Whether the same request may be sent again later: it may then succeed, and it is not carried
    /// out twice where that does harm.
    pub fn is_retryable(&self) -> bool {
        self.0.is_retryable
    }

    /// Whether one of our time limits ran out, or the server said 408.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// How long the server asks to wait (`Retry-After`, in seconds or as a date).
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How many requests were sent for the request, without those of its login; 0 when none was.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether the server may have carried out the operation all the same.
    ///
    /// False where the operation changes nothing, where the request never arrived, and where the
    /// server refused it.
    pub fn may_have_been_carried_out(&self) -> bool {
        self.0.in_doubt
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        write!(f, "{}: ", inner.operation)?;
        if inner.login {
            f.write_str("the login failed: ")?;
        }
        f.write_str(&inner.message)?;
        if let Some(error) = &inner.server_error {
            let mut words = Words::default();
            words.add(": ", &error.message);
            let mut separator = " (";
            for (name, field) in error.fields.value().into_iter().flatten() {
                words.add(separator, name);
                words.add(": ", &field.message);
                separator = ", ";
            }
            f.write_str(words.text())?;
            if separator == ", " {
                f.write_str(")")?;
            }
        }
        if let Some(cause) = &inner.cause {
            write!(f, ": {}", Printable(&cause.to_string()))?;
        }
        if inner.attempts > 1 {
            write!(f, " (after {} attempts)", inner.attempts)?;
        }
        if let Some(wait) = inner.retry_after {
            write!(f, "; the server asks to wait {wait:?}")?;
        }
        if inner.in_doubt {
            f.write_str("; the request may have been carried out all the same")?;
        }
        if let Some(hint) = &inner.hint {
            write!(f, "; {hint}")?;
        } else if let Some(advice) = inner.kind.advice() {
            write!(f, "; {advice}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        f.debug_struct("Error")
            .field("kind", &inner.kind)
            .field("operation", &inner.operation)
            .field("login", &inner.login)
            .field("message", &inner.message)
            .field("status", &inner.status)
            .field("attempts", &inner.attempts)
            .field("in_doubt", &inner.in_doubt)
            .field("server_error", &inner.server_error)
            .field("cause", &inner.cause)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_ref().map(|source| &**source as _)
    }
}

/// Whether a status says that nothing was done. A server that fails may have done it before it
/// failed, and who knows what others mean.
pub(crate) fn is_refusal(status: StatusCode) -> bool {
    matches!(status.as_u16(), 300..=407 | 409..=499)
}

#[cfg(test)]
mod tests {
    use super::words::LONGEST_WORDS;
    use super::*;
    use crate::redaction::Redaction;

    fn error(kind: ErrorKind, message: &str) -> Error {
        Error::new(kind, "createToken", message)
    }

    #[test]
    fn display_says_operation_fault_and_remedy() {
        let refused = error(
            ErrorKind::Credentials,
            "the server answered with status 401",
        );
        assert_eq!(
            refused
                .clone()
                .while_logging_in_for("listTokens")
                .to_string(),
            "listTokens: the login failed: the server answered with status 401; check the credential"
        );
        assert_eq!(
            refused.with_hint("the JWT expired an hour ago").to_string(),
            "createToken: the server answered with status 401; the JWT expired an hour ago"
        );
        let later = error(
            ErrorKind::RateLimited,
            "the server answered with status 429",
        );
        assert_eq!(
            later
                .with_retry_after(Some(Duration::from_secs(30)))
                .to_string(),
            "createToken: the server answered with status 429; the server asks to wait 30s"
        );
    }

    #[test]
    fn display_is_short_however_much_the_server_says() {
        let field = |it| format!(r#""{it}":{{"message":"{}"}}"#, "\\u0007".repeat(10));
        let fields: Vec<_> = (0..10_000).map(field).collect();
        for (message, fields) in [
            ("no".to_owned(), fields.join(",")),
            ("\\u202e".repeat(10_000), String::new()),
        ] {
            let said =
                format!(r#"{{"success":false,"message":"{message}","fields":{{{fields}}}}}"#);
            let error = error(ErrorKind::Refused, "the server answered with status 400")
                .with_server_error(Some(serde_json::from_str(&said).unwrap()));
            let shown = error.to_string();
            assert!(shown.len() < LONGEST_WORDS + 100, "{}", shown.len());
            assert!(shown.contains("... (cut)"), "{shown}");
        }
    }

    #[test]
    fn display_has_the_servers_words_and_not_the_refused_value() {
        let said = serde_json::from_str(
            r#"{"success":false,"message":"Validation failed","status":400,
                "fields":{"params.name":{"message":"maxLength 255","value":"planted"},
                          "params.ttl":{"message":"min 60","value":59}}}"#,
        );
        let error = error(ErrorKind::Refused, "the server answered with status 400");
        assert_eq!(
            error.with_server_error(Some(said.unwrap())).to_string(),
            "createToken: the server answered with status 400: Validation failed \
             (params.name: maxLength 255, params.ttl: min 60)"
        );
    }

    #[test]
    fn the_servers_control_characters_are_escaped() {
        let said = ErrorResponse::new(false, "a\u{1b}[2J\r\nb\u{202e}c é");
        let error = error(ErrorKind::Refused, "no").with_server_error(Some(said));
        assert_eq!(
            error.to_string(),
            r"createToken: no: a\u{1b}[2J\u{d}\u{a}b\u{202e}c é"
        );
    }

    #[test]
    fn cause_is_in_display_and_not_in_source() {
        let cut = Cause::of(io::Error::other("the cable is cut"), &Redaction::default());
        let error = error(ErrorKind::Transport, "no response came").with_cause(cut);
        assert_eq!(
            error.to_string(),
            "createToken: no response came: the cable is cut"
        );
        assert!(std::error::Error::source(&error).is_none());
        assert_eq!(error.io_error().unwrap().kind(), io::ErrorKind::Other);
    }

    #[test]
    fn errors_travel_between_threads() {
        fn travels<T: Send + Sync + Clone + std::error::Error + 'static>() {}
        travels::<Error>();
    }
}
