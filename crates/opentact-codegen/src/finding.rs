//! One breach of the dialect: where, what, and what to do about it.

use std::fmt;

use crate::position::Position;

/// A place in a contract that breaks a rule of the dialect.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule, by the name that `openapi/README.md` explains.
    pub rule: &'static str,
    /// The file.
    pub origin: String,
    /// Where in the file.
    pub position: Position,
    /// The operation, as in `createToken (POST /rest/token)`, or the component.
    pub place: String,
    /// What breaks the rule.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

impl Finding {
    /// All findings, one a line, and how many there are.
    pub(crate) fn list(findings: &[Self]) -> String {
        let mut lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        lines.push(match findings.len() {
            1 => "1 finding".to_owned(),
            count => format!("{count} findings"),
        });
        lines.join("\n")
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            rule,
            origin,
            position,
            place,
            message,
            remedy,
        } = self;
        write!(
            f,
            "{origin}:{position}: {place}: {message} [{rule}]; {remedy}"
        )
    }
}
