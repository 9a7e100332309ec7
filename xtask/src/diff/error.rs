//! What keeps two versions of the contract from being compared, or the revision from going out.

use std::io;

use opentact_codegen::Position;

use super::CONTRACT;

/// A comparison that was not made, or one that came out red.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// Git does not start.
    #[error("git does not start; install it, the base of the comparison comes from its history")]
    Start(#[source] io::Error),

    /// There is no repository.
    #[error("there is no git repository here ({0}); compare in a clone")]
    Repository(String),

    /// A revision is unknown.
    #[error(
        "`{0}` names no commit here; fetch it, or pick one from `git log --oneline -- {CONTRACT}`"
    )]
    Revision(String),

    /// A commit has no contract.
    #[error("commit {0} has no {CONTRACT}; pick one from `git log --oneline -- {CONTRACT}`")]
    Absent(String),

    /// No commit has a contract.
    #[error("no commit has {CONTRACT} yet; commit it, then there is something to compare with")]
    Uncommitted,

    /// A version is none.
    #[error("{origin}:{position}: `info.version` is no semantic version; write one, as in 0.1.0")]
    Version {
        /// The file.
        origin: String,
        /// Where in the file.
        position: Position,
        /// What the reader of versions says.
        #[source]
        source: semver::Error,
    },

    /// A contract is no YAML.
    #[error(transparent)]
    Contract(opentact_codegen::Error),

    /// The contract changed more than its version says.
    #[error("{0}")]
    Red(String),
}
