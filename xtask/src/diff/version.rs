//! Which version a contract needs after its changes.

use std::cmp::Ordering;

use opentact_codegen::Document;
use semver::{BuildMetadata, Prerelease, Version};

use super::change::Severity;
use super::error::Error;

/// The version of a contract.
pub(super) fn version(document: &Document) -> Result<Version, Error> {
    let value = document.value().pointer("/info/version");
    let text = value.and_then(serde_json::Value::as_str);
    Version::parse(text.unwrap_or("")).map_err(|source| Error::Version {
        origin: document.origin().to_owned(),
        position: document.position("/info/version"),
        source,
    })
}

/// What the versions of two contracts have to do with what changed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Verdict {
    /// The version of the base.
    pub(crate) base: Version,
    /// The version of the revision.
    pub(crate) revision: Version,
    /// The most severe change.
    pub(crate) severity: Option<Severity>,
    /// The least version that says what happened.
    pub(crate) needed: Version,
}

impl Verdict {
    /// Judges by the most severe change.
    ///
    /// Below 1.0 a breaking change asks for the next minor version and an addition for the next
    /// patch; from 1.0 on, for the next major and the next minor. Words ask for nothing.
    pub(super) fn new(base: Version, revision: Version, severity: Option<Severity>) -> Self {
        let Version {
            major,
            minor,
            patch,
            ..
        } = base;
        let needed = match severity {
            None | Some(Severity::Patch) => base.clone(),
            // What is not released yet may change; any later version will do.
            Some(_) if !base.pre.is_empty() => Version::new(major, minor, patch),
            Some(Severity::Minor) if major == 0 => Version::new(0, minor, patch + 1),
            Some(Severity::Minor) => Version::new(major, minor + 1, 0),
            Some(Severity::Major) if major == 0 => Version::new(0, minor + 1, 0),
            Some(Severity::Major) => Version::new(major + 1, 0, 0),
        };
        Self {
            base,
            revision,
            severity,
            needed,
        }
    }

    /// Whether the version went down.
    pub(crate) fn is_lowered(&self) -> bool {
        self.revision.cmp_precedence(&self.base) == Ordering::Less
    }

    /// Whether the version says what happened.
    pub(crate) fn is_enough(&self) -> bool {
        let changed = self.severity.is_some_and(|it| it > Severity::Patch);
        if !self.base.pre.is_empty() {
            let order = self.revision.cmp_precedence(&self.base);
            return order == Ordering::Greater || (!changed && order == Ordering::Equal);
        }
        // A release candidate of the needed version says it as well.
        let released = Version {
            pre: Prerelease::EMPTY,
            build: BuildMetadata::EMPTY,
            ..self.revision.clone()
        };
        !self.is_lowered() && released.cmp_precedence(&self.needed) != Ordering::Less
    }

    /// Whether the contract may not go out like this: it breaks callers and its version does not
    /// say so, or its version went down.
    pub(crate) fn is_red(&self) -> bool {
        self.is_lowered() || (self.severity == Some(Severity::Major) && !self.is_enough())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Option<Severity> = None;
    const WORDS: Option<Severity> = Some(Severity::Patch);
    const ADDED: Option<Severity> = Some(Severity::Minor);
    const BROKEN: Option<Severity> = Some(Severity::Major);

    #[test]
    fn each_step_has_its_least_version() {
        let rows = [
            // base, severity, needed, enough, not enough
            ("0.1.0", BROKEN, "0.2.0", "0.2.0", "0.1.9"),
            ("0.1.0", BROKEN, "0.2.0", "1.0.0", "0.1.0"),
            ("0.1.0", BROKEN, "0.2.0", "0.2.0-rc.1", "0.1.1-rc.1"),
            ("0.0.3", BROKEN, "0.1.0", "0.1.0", "0.0.4"),
            ("0.1.0", ADDED, "0.1.1", "0.1.1", "0.1.0"),
            ("0.1.0", ADDED, "0.1.1", "0.2.0", "0.1.0+build"),
            ("0.1.0", WORDS, "0.1.0", "0.1.0", "0.0.9"),
            ("0.1.0", NOTHING, "0.1.0", "0.2.0", "0.1.0-rc.1"),
            ("1.2.3", BROKEN, "2.0.0", "2.0.0", "1.3.0"),
            ("1.2.3", ADDED, "1.3.0", "1.3.0", "1.2.4"),
            ("1.2.3", WORDS, "1.2.3", "1.2.3", "1.2.2"),
            ("1.0.0-rc.1", BROKEN, "1.0.0", "1.0.0-rc.2", "1.0.0-rc.1"),
            (
                "1.0.0-rc.1",
                WORDS,
                "1.0.0-rc.1",
                "1.0.0-rc.1",
                "1.0.0-beta",
            ),
        ];
        for (base, severity, needed, enough, little) in rows {
            let verdict = |revision: &str| {
                Verdict::new(base.parse().unwrap(), revision.parse().unwrap(), severity)
            };
            assert_eq!(
                verdict(base).needed.to_string(),
                needed,
                "{base} {severity:?}"
            );
            assert!(
                verdict(enough).is_enough(),
                "{base} -> {enough} {severity:?}"
            );
            assert!(
                !verdict(little).is_enough(),
                "{base} -> {little} {severity:?}"
            );
        }
    }

    #[test]
    fn only_what_breaks_unsaid_and_what_goes_down_is_red() {
        let rows = [
            ("0.1.0", "0.1.0", BROKEN, true),
            ("0.1.0", "0.2.0", BROKEN, false),
            ("0.1.0", "0.1.0", ADDED, false),
            ("0.1.0", "0.1.0", WORDS, false),
            ("0.1.0", "0.0.9", WORDS, true),
            ("0.2.0", "0.1.0", NOTHING, true),
        ];
        for (base, revision, severity, red) in rows {
            let verdict = Verdict::new(base.parse().unwrap(), revision.parse().unwrap(), severity);
            assert_eq!(verdict.is_red(), red, "{base} -> {revision} {severity:?}");
        }
    }
}
