//! Why a request failed, in the words of the library that knows.

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::Arc;

use opentact_client::REDACTED;

use crate::redaction::Redaction;

/// The root of a failure in words, and the failure itself where no secret is in it.
#[derive(Clone)]
pub(crate) struct Cause {
    words: String,
    error: Option<Arc<dyn Error + Send + Sync>>,
}

impl Cause {
    /// The cause that an error has.
    ///
    /// HTTP/2 lets a server say in words why it ends a connection, and the HTTP library repeats them:
    /// an error with one of the secrets in it is not kept.
    pub(crate) fn of(error: impl Error + Send + Sync + 'static, redaction: &Redaction) -> Self {
        let is_clean = |text: &str| redaction.text(text) == text;
        let keeps =
            chain(&error).all(|it| is_clean(&it.to_string()) && is_clean(&format!("{it:?}")));
        let words = chain(&error).last().map(ToString::to_string);
        // Part of a secret may be there in a form that nobody thought of.
        let words = words.filter(|words| is_clean(words));
        Self {
            words: words.unwrap_or_else(|| REDACTED.to_owned()),
            error: keeps.then(|| Arc::new(error) as _),
        }
    }

    /// The failure of the operating system or of the TLS library in it.
    pub(crate) fn io_error(&self) -> Option<&io::Error> {
        io_error(self.error.as_deref()?)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.words, f)
    }
}

/// An error and its causes, the root last.
pub(crate) fn chain<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |it| Error::source(*it))
}

/// The innermost [`io::Error`] of a chain of causes.
pub(crate) fn io_error<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a io::Error> {
    let mut found: &io::Error = chain(error).filter_map(|it| it.downcast_ref()).last()?;
    // One that wraps another leaves it out of the chain.
    while let Some(inner) = found.get_ref().and_then(|it| it.downcast_ref()) {
        found = inner;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use opentact_client::Secret;

    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the connection ended")]
    struct Ended(#[source] io::Error);

    #[test]
    fn the_root_is_shown_and_the_io_error_is_reached() {
        let cause = Cause::of(Ended(io::Error::other("bye")), &Redaction::default());
        assert_eq!(cause.to_string(), "bye");
        assert_eq!(cause.io_error().unwrap().kind(), io::ErrorKind::Other);
    }

    #[test]
    fn a_cause_with_a_secret_is_not_kept() {
        let mut redaction = Redaction::default();
        redaction.add(&Secret::new("planted-4711"));
        let dirty = Ended(io::Error::other("bye, planted-4711"));
        let cause = Cause::of(dirty, &redaction);
        assert_eq!(format!("{cause} {cause:?}"), "[redacted] \"[redacted]\"");
        assert!(cause.io_error().is_none());
    }
}
