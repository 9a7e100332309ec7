//! An edit of the fixture, and what has to be said about it.

use std::ops::RangeInclusive;

use opentact_codegen::Document;

use crate::diff::change::{Changes, Severity};
use crate::diff::compare::compare;

/// The contract that edits are tried on.
pub(super) const FIXTURE: &str = include_str!("../../../fixtures/diff/contract.yaml");

const BASE: &str = "base.yaml";
const REVISION: &str = "revision.yaml";

/// A change that is expected: the rule, and the place.
pub(super) type Expected<'t> = (&'t str, &'t str);

/// A row of a table: its name, the edits, and what has to be said about them.
pub(super) type Row<'t> = (&'t str, &'t [(&'t str, &'t str)], &'t [Expected<'t>]);

/// The fixture with pieces of its text replaced, each of which it has exactly once.
pub(super) fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = FIXTURE.to_owned();
    for (from, to) in edits {
        assert_eq!(text.matches(from).count(), 1, "`{from}` in the fixture");
        text = text.replacen(from, to, 1);
    }
    text
}

/// What changed between two texts.
pub(super) fn changes(base: &str, revision: &str) -> Changes {
    let parse = |origin, text| Document::parse(origin, text).unwrap();
    compare(&parse(BASE, base), &parse(REVISION, revision))
}

/// Makes an edit and holds what is said against what has to be: exactly these changes, all of one
/// severity, each at a line that was edited.
pub(super) fn check(
    name: &str,
    edits: &[(&str, &str)],
    severity: Severity,
    expected: &[Expected<'_>],
) {
    let revision = edited(edits);
    check_texts(name, FIXTURE, &revision, severity, expected);
}

/// The same for two texts.
pub(super) fn check_texts(
    name: &str,
    base: &str,
    revision: &str,
    severity: Severity,
    expected: &[Expected<'_>],
) {
    let changes = changes(base, revision);
    let mut found: Vec<Expected<'_>> = Vec::new();
    for change in &changes.list {
        assert_eq!(change.severity, severity, "{name}: {change:?}");
        let lines = match change.origin.as_str() {
            BASE => edited_lines(base, revision),
            _ => edited_lines(revision, base),
        };
        let line = change.position.line;
        assert!(
            lines.contains(&line),
            "{name}: {change:?} is not in {lines:?}"
        );
        found.push((change.kind, &change.place));
    }
    found.sort_unstable();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected, "{name}: {:?}", changes.list);
}

/// The lines of a text from the first to the last that another has not.
fn edited_lines(text: &str, other: &str) -> RangeInclusive<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let others: Vec<&str> = other.lines().collect();
    let before = lines
        .iter()
        .zip(&others)
        .take_while(|(one, two)| one == two)
        .count();
    let pairs = lines.iter().rev().zip(others.iter().rev());
    let after = pairs.take_while(|(one, two)| one == two).count();
    before + 1..=lines.len().saturating_sub(after).max(before + 1)
}
