//! The verdict on each kind of edit, and the commit that an edit is compared with.

mod history;
mod table;

use std::sync::LazyLock;

use opentact_codegen::{Document, generate_all};

use super::rules::{Change, Severity, changes};
use crate::ledger::Ledger;

/// A contract with one of everything that the dialect has.
const FIXTURE: &str = include_str!("../../../crates/opentact-codegen/tests/fixtures/small.yaml");

fn ledger(yaml: &str) -> Ledger {
    let document = Document::parse("x.yaml", yaml).unwrap();
    let generated = generate_all(&document).unwrap_or_else(|error| panic!("{error}"));
    Ledger::of(&document, &generated).unwrap()
}

/// The fixture with texts replaced, each of which it has.
fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = FIXTURE.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

/// What changed since the fixture.
fn compare(after: &str) -> Vec<Change> {
    static BEFORE: LazyLock<Ledger> = LazyLock::new(|| ledger(FIXTURE));
    changes(&BEFORE, &ledger(after))
}

fn worst(changes: &[Change]) -> Option<Severity> {
    changes.iter().map(|it| it.severity).max()
}
