//! What can go wrong in a task.

use std::io;
use std::path::Path;

/// A task that was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// A file cannot be read or written, or a program does not start.
    #[error("{what}")]
    Io {
        /// Which file or program, and what could not be done with it.
        what: String,
        /// Why.
        #[source]
        source: io::Error,
    },

    /// The contract does not become code.
    #[error(transparent)]
    Contract(opentact_codegen::Error),

    /// Something does not hold, such as a rule of a linter; everything found is listed.
    #[error("{0}")]
    Findings(String),

    /// A program ended badly, or with something else than expected.
    #[error("{what} failed: {message}")]
    Failed {
        /// The program.
        what: String,
        /// What it said.
        message: String,
    },
}

impl Error {
    /// A program or a step that failed, and what it said.
    pub(crate) fn failed(what: impl Into<String>, message: impl ToString) -> Self {
        let (what, message) = (what.into(), message.to_string());
        Self::Failed { what, message }
    }

    /// What becomes of the reason why a program did not start.
    pub(crate) fn unstarted(what: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        Self::not_done(what.as_ref(), "does not start")
    }

    /// What becomes of the reason why a file cannot be read.
    pub(crate) fn unread(file: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        Self::not_done(file.as_ref(), "cannot be read")
    }

    /// What becomes of the reason why a file cannot be written.
    pub(crate) fn unwritten(file: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        Self::not_done(file.as_ref(), "cannot be written")
    }

    fn not_done(what: &Path, how: &str) -> impl FnOnce(io::Error) -> Self + use<> {
        let what = format!("{} {how}", what.display());
        |source| Self::Io { what, source }
    }
}
