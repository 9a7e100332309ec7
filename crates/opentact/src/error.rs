//! What can go wrong, sorted by what the caller does next.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use opentact_client::types::ErrorResponse;

use crate::response::Response;

/// A failed operation.
///
/// Match on [`kind`](Self::kind) to decide what to do. `Display` says which operation failed, what
/// was wrong and what to do; [`source`](std::error::Error::source) has the technical cause, where
/// there is one. No secret is in any of it. Cloning is cheap: callers that waited for one login
/// share its failure.
#[derive(Clone)]
pub struct Error(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    operation: String,
    login: bool,
    message: String,
    status: Option<u16>,
    retry_after: Option<Duration>,
    envelope: Option<ErrorResponse>,
    answer: Option<Response>,
    attempts: u32,
    in_doubt: bool,
    hint: Option<&'static str>,
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
    /// Repeat, if it may be done twice: no complete answer came in time.
    Timeout,
    /// Raise the limit, or look at what answers: the answer is larger than allowed.
    TooLarge,
    /// Repeat, if it may be done twice: no complete answer came.
    Transport,
    /// Look at what answers: it is not this API, or no longer.
    UnexpectedResponse,
}

impl ErrorKind {
    /// What a status outside 2xx means.
    pub(crate) const fn of_status(status: u16) -> Self {
        match status {
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

    /// What to do, in a sentence for people.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Configuration => "build the client differently",
            Self::Credentials => "check the credential, or log in anew",
            Self::Input => "pass other arguments; nothing was sent",
            Self::NotFound => "check the value; it may be gone, or belong to another user",
            Self::RateLimited => "wait, then repeat",
            Self::Redirected => "correct the base URL; nothing was sent to the other address",
            Self::Refused => "change the request as the server's message says",
            Self::Server => "repeat later",
            Self::Timeout => "allow more time, or repeat what may be done twice",
            Self::TooLarge => "raise `max_response_bytes`, or check what answers at the base URL",
            Self::Transport => {
                "check the network and the base URL, then repeat what may be done twice"
            }
            Self::UnexpectedResponse => {
                "check what answers at the base URL; if it is Opentact, report this"
            }
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
            envelope: None,
            answer: None,
            attempts: 0,
            in_doubt: false,
            hint: None,
            source: None,
        }))
    }

    pub(crate) fn with_source(
        self,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        self.change(|inner| inner.source = Some(Arc::new(source)))
    }

    pub(crate) fn with_status(self, status: u16) -> Self {
        self.change(|inner| inner.status = Some(status))
    }

    pub(crate) fn with_retry_after(self, wait: Option<Duration>) -> Self {
        self.change(|inner| inner.retry_after = wait)
    }

    pub(crate) fn with_envelope(self, envelope: Option<ErrorResponse>) -> Self {
        self.change(|inner| inner.envelope = envelope)
    }

    pub(crate) fn with_response(self, answer: Response) -> Self {
        self.change(|inner| {
            inner.status = Some(answer.status());
            inner.attempts = answer.attempts();
            inner.answer = Some(answer);
        })
    }

    pub(crate) fn with_attempts(self, attempts: u32) -> Self {
        self.change(|inner| inner.attempts = attempts)
    }

    /// Says whether the server may have carried out what failed.
    pub(crate) fn with_doubt(self, in_doubt: bool) -> Self {
        self.change(|inner| inner.in_doubt = in_doubt)
    }

    /// Says what else the caller should know.
    pub(crate) fn with_hint(self, hint: &'static str) -> Self {
        self.change(|inner| inner.hint = Some(hint))
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

    /// The HTTP status of the answer, whatever its body was; `None` when no answer came.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The server's own error, whole; `None` when the answer was none of its.
    ///
    /// Where the server repeats a credential of the request, it is blotted out.
    pub fn envelope(&self) -> Option<&ErrorResponse> {
        self.0.envelope.as_ref()
    }

    /// The answer as it came; `None` when no complete answer came.
    ///
    /// It may hold what the answer of a success holds, tokens included: read it, and do not log it.
    pub fn response(&self) -> Option<&Response> {
        self.0.answer.as_ref()
    }

    /// The answer's body as it came, in bytes; `None` when no complete answer came.
    ///
    /// As with [`response`](Self::response): read it, and do not log it.
    pub fn body(&self) -> Option<&[u8]> {
        self.0.answer.as_ref().map(Response::body)
    }

    /// How long the server asks to wait (`Retry-After`, in seconds or as a date).
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How many requests were sent for the call, without those of its login; 0 when none was.
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
        if let Some(envelope) = &inner.envelope {
            write!(f, ": {}", envelope.message)?;
            let mut separator = " (";
            for (name, field) in envelope.fields.value().into_iter().flatten() {
                write!(f, "{separator}{name}: {}", field.message)?;
                separator = ", ";
            }
            if separator == ", " {
                f.write_str(")")?;
            }
        }
        if inner.attempts > 1 {
            write!(f, " (after {} attempts)", inner.attempts)?;
        }
        if inner.in_doubt {
            f.write_str("; the request may have been carried out all the same")?;
        }
        if let Some(hint) = inner.hint {
            write!(f, "; {hint}")?;
        }
        write!(f, "; {}", inner.kind.advice())
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
            .field("envelope", &inner.envelope)
            .field("source", &inner.source.as_ref().map(ToString::to_string))
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.source {
            Some(source) => Some(&**source),
            None => None,
        }
    }
}

/// Whether a status says that nothing was done. A server that fails may have done it before it
/// failed, and who knows what others mean.
pub(crate) const fn is_refusal(status: u16) -> bool {
    matches!(status, 300..=407 | 409..=499)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_says_operation_fault_and_remedy() {
        let error = Error::new(
            ErrorKind::Server,
            "listTokens",
            "the server answered with status 503",
        );
        assert_eq!(
            error.to_string(),
            "listTokens: the server answered with status 503; repeat later"
        );
        assert_eq!(
            error.while_logging_in_for("createToken").to_string(),
            "createToken: the login failed: the server answered with status 503; repeat later"
        );
    }

    #[test]
    fn display_has_the_servers_words_and_not_the_refused_value() {
        let envelope = serde_json::from_str(
            r#"{"success":false,"message":"Validation failed","status":400,
                "fields":{"params.name":{"message":"maxLength 255","value":"planted"},
                          "params.ttl":{"message":"min 60","value":59}}}"#,
        );
        let error = Error::new(
            ErrorKind::Refused,
            "createToken",
            "the server answered with status 400",
        )
        .with_envelope(Some(envelope.unwrap()));
        assert_eq!(
            error.to_string(),
            "createToken: the server answered with status 400: Validation failed \
             (params.name: maxLength 255, params.ttl: min 60); change the request as the server's message says"
        );
    }

    #[test]
    fn cause_is_in_source_and_not_in_display() {
        let cause = std::io::Error::other("the cable is cut");
        let error =
            Error::new(ErrorKind::Transport, "listTokens", "no answer came").with_source(cause);
        assert!(!error.to_string().contains("cable"));
        assert_eq!(
            std::error::Error::source(&error).unwrap().to_string(),
            "the cable is cut"
        );
    }

    #[test]
    fn errors_travel_between_threads() {
        fn travels<T: Send + Sync + Clone + std::error::Error + 'static>() {}
        travels::<Error>();
    }
}
