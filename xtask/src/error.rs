//! What can go wrong in a task.

use std::io;
use std::path::Path;

/// A task that was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// A file cannot be read.
    #[error("{file} cannot be read")]
    Read {
        /// The file, from the workspace's folder.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },

    /// A file cannot be written.
    #[error("{file} cannot be written")]
    Write {
        /// The file, from the workspace's folder.
        file: String,
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

    /// A committed file is not what the contract gives.
    #[error("{0}\nrun `cargo xtask regen` and commit what it writes")]
    Stale(String),

    /// A program did not start.
    #[error("{what} does not start")]
    Run {
        /// The program.
        what: String,
        /// Why.
        #[source]
        source: io::Error,
    },

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
    pub(crate) fn unstarted(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        |source| Self::Run { what, source }
    }

    /// What becomes of the reason why a file cannot be read.
    pub(crate) fn unread(file: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let file = file.into();
        |source| Self::Read { file, source }
    }

    /// What becomes of the reason why a file cannot be written.
    pub(crate) fn unwritten(file: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let file = file.as_ref().display().to_string();
        |source| Self::Write { file, source }
    }
}
