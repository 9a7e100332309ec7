//! Collects findings, each once and in the order of the text.

use crate::document::Document;
use crate::finding::Finding;

/// The findings so far.
pub(super) struct Report<'d> {
    document: &'d Document,
    findings: Vec<Finding>,
}

impl<'d> Report<'d> {
    /// No findings yet.
    pub(super) fn new(document: &'d Document) -> Self {
        Self {
            document,
            findings: Vec::new(),
        }
    }

    /// Adds a finding about what `pointer` names.
    pub(super) fn add(
        &mut self,
        rule: &'static str,
        place: &str,
        pointer: &str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let (origin, position) = self.document.place(pointer);
        self.findings.push(Finding {
            rule,
            origin: origin.to_owned(),
            position,
            place: place.to_owned(),
            message: message.into(),
            remedy: remedy.into(),
        });
    }

    /// All findings, sorted by file and position.
    ///
    /// What several operations share is reported once, for the first of them: it is mended once.
    pub(super) fn finish(mut self) -> Vec<Finding> {
        self.findings.sort_by(|left, right| {
            key(left)
                .cmp(&key(right))
                .then_with(|| left.place.cmp(&right.place))
        });
        self.findings
            .dedup_by(|later, earlier| key(later) == key(earlier));
        self.findings
    }
}

fn key(finding: &Finding) -> impl Ord + '_ {
    let Finding {
        origin,
        position,
        rule,
        message,
        ..
    } = finding;
    (origin.as_str(), position, *rule, message.as_str())
}
