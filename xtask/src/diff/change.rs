//! A change of the contract: how much it asks of callers, where it was made, what it is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use opentact_codegen::Position;

/// How much a change asks of callers.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Severity {
    /// Nothing: only the words changed.
    Patch,
    /// Nothing, and there is something new.
    Minor,
    /// What worked may no longer work, or no longer compile.
    Major,
}

/// One change.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Change {
    /// How much it asks of callers.
    pub(crate) severity: Severity,
    /// The rule that judged it.
    pub(crate) kind: &'static str,
    /// The operation, as in `createToken (POST /rest/token)`, or the component.
    pub(crate) place: String,
    /// The file; for what is gone, the file of the base.
    pub(crate) origin: String,
    /// Where in that file.
    pub(crate) position: Position,
    /// What changed.
    pub(crate) message: String,
    /// The operations that it reaches.
    pub(crate) operations: BTreeSet<String>,
}

/// Everything that changed between two contracts, the most severe first.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Changes {
    /// The changes, each once.
    pub(crate) list: Vec<Change>,
    /// How many operations the revision has.
    pub(crate) operation_count: usize,
}

impl Changes {
    /// The severity of the whole, or `None` when nothing changed.
    pub(crate) fn severity(&self) -> Option<Severity> {
        self.list.iter().map(|change| change.severity).max()
    }
}

/// What is seen of a change from one place that it reaches.
#[derive(Clone, Debug)]
pub(super) struct Sighting {
    pub(super) severity: Severity,
    pub(super) kind: &'static str,
    pub(super) place: String,
    /// The property or the like, from `place`; empty for `place` itself.
    pub(super) subject: String,
    pub(super) origin: String,
    pub(super) position: Position,
    pub(super) detail: String,
    pub(super) operations: BTreeSet<String>,
}

/// Sightings on their way to changes.
///
/// What stands at one position is one change, however many references and YAML aliases lead there
/// and whichever way the data goes; the strictest judgement counts.
#[derive(Debug, Default)]
pub(super) struct Sightings(BTreeMap<Identity, Seen>);

type Identity = (String, Position, &'static str, String);

#[derive(Debug)]
struct Seen {
    severity: Severity,
    places: BTreeSet<String>,
    subjects: BTreeSet<String>,
    operations: BTreeSet<String>,
}

impl Sightings {
    /// Adds a sighting to what is known of its change.
    pub(super) fn add(&mut self, sighting: Sighting) {
        let Sighting {
            severity,
            kind,
            place,
            subject,
            origin,
            position,
            detail,
            operations,
        } = sighting;
        let seen = self
            .0
            .entry((origin, position, kind, detail))
            .or_insert_with(|| Seen {
                severity,
                places: BTreeSet::new(),
                subjects: BTreeSet::new(),
                operations: BTreeSet::new(),
            });
        seen.severity = seen.severity.max(severity);
        seen.places.insert(place);
        seen.subjects.insert(subject);
        seen.operations.extend(operations);
    }

    /// The changes, the most severe first, then in the order of the text.
    pub(super) fn finish(self, operation_count: usize) -> Changes {
        let mut list: Vec<Change> = self
            .0
            .into_iter()
            .map(|((origin, position, kind, detail), seen)| Change {
                severity: seen.severity,
                kind,
                place: seen.places.into_iter().next().unwrap_or_default(),
                origin,
                position,
                message: message(&seen.subjects, &detail),
                operations: seen.operations,
            })
            .collect();
        list.sort_by_key(|change| Reverse(change.severity));
        Changes {
            list,
            operation_count,
        }
    }
}

fn message(subjects: &BTreeSet<String>, detail: &str) -> String {
    let named: Vec<String> = subjects
        .iter()
        .filter(|subject| !subject.is_empty())
        .map(|subject| format!("`{subject}`"))
        .collect();
    if named.is_empty() {
        detail.to_owned()
    } else {
        format!("{}: {detail}", named.join(", "))
    }
}
