//! `cargo xtask diff`: what changed in the contract, whether that breaks callers, and which version
//! it needs.

mod answers;
mod base;
mod bodies;
mod change;
mod compare;
mod components;
mod documentation;
mod error;
mod limits;
mod node;
mod operation;
mod operations;
mod pair;
mod parameters;
mod properties;
mod report;
mod schema;
mod schemes;
mod security;
mod servers;
mod values;
mod variants;
mod version;
mod walk;

#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;

use opentact_codegen::Document;

use self::base::Base;
use self::change::Changes;
pub(crate) use self::error::Error as DiffError;
use self::version::Verdict;
use crate::error::Error;

const CONTRACT: &str = "openapi/opentact.yaml";

/// Compares the contract under `root` with that of a commit, by default the one that set its
/// present version; an error when it breaks callers and its version does not say so.
pub(crate) fn diff(root: &Path, base: Option<&str>) -> Result<String, Error> {
    let Comparison {
        base,
        changes,
        verdict,
    } = Comparison::of(root, base)?;
    let report = report::report(&changes, &verdict, &base.revision);
    if verdict.is_red() {
        Err(Error::Diff(DiffError::Red(report)))
    } else {
        Ok(report)
    }
}

/// Which operations and schemes of the contract under `root` changed since its version was set,
/// in a few lines, and the verdict.
pub(crate) fn summary(root: &Path) -> Result<String, Error> {
    let Comparison {
        base,
        changes,
        verdict,
    } = Comparison::of(root, None)?;
    Ok(report::summary(&changes, &verdict, &base.revision))
}

/// Two contracts, compared.
#[derive(Debug)]
struct Comparison {
    base: Base,
    changes: Changes,
    verdict: Verdict,
}

impl Comparison {
    fn of(root: &Path, base: Option<&str>) -> Result<Self, Error> {
        let text = fs::read_to_string(root.join(CONTRACT)).map_err(|source| Error::Read {
            file: CONTRACT.to_owned(),
            source,
        })?;
        Ok(Self::with(root, base, &text)?)
    }

    fn with(root: &Path, base: Option<&str>, text: &str) -> Result<Self, DiffError> {
        let document = Document::parse(CONTRACT, text).map_err(DiffError::Contract)?;
        let version = version::version(&document)?;
        let base = match base {
            Some(revision) => base::named(root, revision)?,
            None => base::of_version(root, &version.to_string())?,
        };
        let before = version::version(&base.document)?;
        let changes = compare::compare(&base.document, &document);
        let verdict = Verdict::new(before, version, changes.severity());
        Ok(Self {
            base,
            changes,
            verdict,
        })
    }
}
