//! What can keep a contract from becoming code.

use crate::finding::Finding;
use crate::position::Position;

/// A contract that did not become code.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is not YAML, or not YAML that JSON can express.
    #[error("{origin}:{position}: {message}")]
    Yaml {
        /// The file.
        origin: String,
        /// Where in the file.
        position: Position,
        /// What the reader stumbled over, and what to do about it.
        message: String,
    },

    /// The document breaks rules of the dialect, all of which are listed.
    #[error("{}", Finding::list(.0))]
    Lint(Vec<Finding>),

    /// The document passes the rules and yet is no OpenAPI 3.0 document.
    #[error("{origin}: not an OpenAPI 3.0 document; compare it with the specification")]
    Shape {
        /// The file.
        origin: String,
        /// What the reader of OpenAPI says.
        #[source]
        source: serde_json::Error,
    },

    /// The generator refused the document.
    #[error(
        "{origin}: the generator refuses the document; a rule for this is missing from the lint"
    )]
    Generator {
        /// The file.
        origin: String,
        /// What the generator says.
        #[source]
        source: Box<progenitor::Error>,
    },

    /// The generator's output is not the Rust that it should be.
    #[error(
        "the generated code does not parse; compare the generator's version with the one pinned"
    )]
    Output(#[source] syn::Error),

    /// The generator's output does not have the form that the finishing touches expect.
    #[error(
        "the generated code has changed its form: {place} {message}; compare the generator's \
         version with the one pinned"
    )]
    Form {
        /// The function, the field, or the output as a whole.
        place: String,
        /// What about it is not as expected.
        message: String,
    },
}
