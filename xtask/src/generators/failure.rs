//! Why a generator could not be tried, or gave something else than expected.

use std::io;
use std::path::{Path, PathBuf};

/// A trial that did not end as expected.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Somebody asked for a generator that is not in the catalog.
    #[error("there is no generator `{name}`, only {known}")]
    Unknown {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },

    /// A program is not on this machine.
    #[error("skipped: `{0}` is not on the PATH")]
    Missing(&'static str),

    /// A file cannot be read or written.
    #[error("{} cannot be used", file.display())]
    File {
        /// The file or folder.
        file: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },

    /// A program does not start.
    #[error("`{program}` does not start")]
    Start {
        /// The program.
        program: String,
        /// Why.
        #[source]
        source: io::Error,
    },

    /// A program ended badly.
    #[error("{phase} failed: see {}", log.display())]
    Phase {
        /// The phase.
        phase: String,
        /// Where it says why.
        log: PathBuf,
    },

    /// Something that is read is not of the form that it should have.
    #[error("{what} cannot be read: {why}")]
    Form {
        /// What was read.
        what: String,
        /// What is wrong.
        why: String,
    },

    /// Something else was measured than what is committed.
    #[error(
        "{}\nif that is right, commit it in tests/generators/expected.json and in both READMEs",
        .0.join("\n")
    )]
    Unexpected(Vec<String>),
}

impl Failure {
    pub(super) fn file(file: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File {
            file: file.to_owned(),
            source,
        }
    }

    pub(super) fn form(what: impl Into<String>, why: impl ToString) -> Self {
        Self::Form {
            what: what.into(),
            why: why.to_string(),
        }
    }

    /// The failure and its cause in one line.
    pub(super) fn told(&self) -> String {
        match std::error::Error::source(self) {
            Some(cause) => format!("{self}: {cause}"),
            None => self.to_string(),
        }
    }
}
