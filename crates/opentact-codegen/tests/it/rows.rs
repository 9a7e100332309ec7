//! Ways to break the dialect, and what the lint has to say about each.

mod dialect;
mod extensions;
mod operations;
mod paths;
mod references;
mod responses;
mod schemas;
mod security;

/// One way to break the dialect.
pub(crate) struct Row {
    /// The rule that has to find it.
    pub(crate) rule: &'static str,
    /// Replacements in the small contract.
    pub(crate) edits: &'static [(&'static str, &'static str)],
    /// What the finding has to name.
    pub(crate) place: &'static str,
    /// A text that ends on the line of the finding.
    pub(crate) at: &'static str,
    /// Rules that find the same thing.
    pub(crate) also: &'static [&'static str],
}

const CREATE: &str = "createThing (POST /rest/thing)";
const DELETE: &str = "deleteAllThings (DELETE /rest/thing/all)";
const GET: &str = "getThing (GET /rest/thing/{thing})";
const DOCUMENT: &str = "the document";

const fn row(
    rule: &'static str,
    place: &'static str,
    edits: &'static [(&'static str, &'static str)],
    at: &'static str,
) -> Row {
    Row {
        rule,
        edits,
        place,
        at,
        also: &[],
    }
}

const fn also(row: Row, also: &'static [&'static str]) -> Row {
    Row { also, ..row }
}

/// All rows.
pub(crate) fn all() -> impl Iterator<Item = &'static Row> {
    [
        dialect::DIALECT,
        extensions::EXTENSIONS,
        operations::OPERATIONS,
        responses::RESPONSES,
        paths::PATHS,
        security::SECURITY,
        references::REFERENCES,
        schemas::SCHEMAS,
    ]
    .into_iter()
    .flatten()
}
