//! Why a session store could not do what was asked.

use std::fmt;
use std::sync::Arc;

/// Why a session store could not do what was asked.
///
/// Its text says what was wrong and where, and what to do about it where that is known. It holds no
/// secret, and who makes one sees to that: no session, no key, no address with a password.
///
/// ```
/// use std::error::Error;
/// use opentact::session_store::StoreError;
///
/// let cause = std::io::Error::other("no space");
/// let error = StoreError::new("the session could not be written").with_source(cause);
/// assert_eq!(error.to_string(), "the session could not be written");
/// assert!(error.source().is_some());
/// ```
#[derive(Clone, Debug)]
pub struct StoreError {
    message: String,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl StoreError {
    /// A failure in words, without a secret.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    /// The same with what caused it, which must not show a secret either.
    #[must_use]
    pub fn with_source(self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self {
            source: Some(Arc::new(source)),
            ..self
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.source {
            Some(source) => Some(&**source),
            None => None,
        }
    }
}
