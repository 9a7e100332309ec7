//! What can go wrong in a task.

use std::io;

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

    /// A committed file is not what the contract gives.
    #[error("{0}\nrun `cargo xtask regen` and commit what it writes")]
    Stale(String),
}
