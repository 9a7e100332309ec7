//! `cargo xtask diff`: what changed between two ledgers, whether that breaks callers, and which version
//! the contract needs.

mod base;
mod rules;
mod version;

#[cfg(test)]
mod tests;

use std::path::Path;

use opentact_codegen::generate_all;

use crate::error::Error;
use crate::ledger::Ledger;
use crate::regen::document;
use base::Base;
use rules::{Change, Severity};
use version::Verdict;

/// Compares the contract under `root` with the ledger of a commit, by default the one that set the
/// contract's present version; an error when callers break and the version does not say so.
pub(crate) fn diff(root: &Path, base: Option<&str>) -> Result<String, Error> {
    let comparison = Comparison::of(root, base)?;
    let report = comparison.report();
    if comparison.verdict.is_red() {
        Err(Error::Findings(report))
    } else {
        Ok(report)
    }
}

/// How many changes break callers and how many add, and the verdict.
pub(crate) fn summary(root: &Path) -> Result<String, Error> {
    let comparison = Comparison::of(root, None)?;
    let count = |severity| {
        let changes = comparison.changes.iter();
        changes.filter(|it| it.severity == severity).count()
    };
    let (breaking, added) = (count(Severity::Breaking), count(Severity::Addition));
    let verdict = comparison.verdict_line();
    if comparison.changes.is_empty() {
        return Ok(verdict);
    }
    Ok(format!(
        "{breaking} lines of the ledger break callers, {added} add; `cargo xtask diff` shows them\n{verdict}"
    ))
}

/// Two ledgers, compared.
struct Comparison {
    base: Base,
    changes: Vec<Change>,
    verdict: Verdict,
}

impl Comparison {
    fn of(root: &Path, base: Option<&str>) -> Result<Self, Error> {
        let document = document(root)?;
        // It lints first: what breaks the dialect has no ledger.
        let generated = generate_all(&document).map_err(Error::Contract)?;
        let ledger = Ledger::of(&document, &generated)?;
        let base = match base {
            Some(revision) => base::named(root, revision)?,
            None => base::of_version(root, &ledger.version)?,
        };
        let changes = rules::changes(&base.ledger, &ledger);
        let severity = changes.iter().map(|it| it.severity).max();
        let verdict = Verdict::new(&base.ledger.version, &ledger.version, severity)?;
        Ok(Self {
            base,
            changes,
            verdict,
        })
    }

    /// Every change, grouped, and the verdict.
    fn report(&self) -> String {
        let mut lines = Vec::new();
        for (severity, title) in [
            (Severity::Breaking, "Breaking"),
            (Severity::Addition, "Additions"),
        ] {
            let mut group = self
                .changes
                .iter()
                .filter(|it| it.severity == severity)
                .peekable();
            if group.peek().is_some() {
                lines.push(title.to_owned());
                lines.extend(group.map(ToString::to_string));
            }
        }
        lines.push(self.verdict_line());
        lines.join("\n")
    }

    fn verdict_line(&self) -> String {
        format!("{} ({})", self.verdict, self.base.revision)
    }
}
