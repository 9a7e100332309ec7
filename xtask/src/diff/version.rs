//! Which version a contract needs after its changes.

use std::fmt;

use semver::{Prerelease, Version};

use super::rules::Severity;
use crate::error::Error;
use crate::regen::CONTRACT;

/// What the versions of two contracts have to do with what changed.
#[derive(Debug)]
pub(super) struct Verdict {
    base: Version,
    revision: Version,
    severity: Option<Severity>,
    /// The least version that says what happened.
    needed: Version,
}

impl Verdict {
    /// Judges by the most severe change.
    ///
    /// Below 1.0 a breaking change asks for the next minor version and an addition for the next
    /// patch; from 1.0 on, for the next major and the next minor.
    pub(super) fn new(
        base: &str,
        revision: &str,
        severity: Option<Severity>,
    ) -> Result<Self, Error> {
        let (base, revision) = (version(base)?, version(revision)?);
        let Version {
            major,
            minor,
            patch,
            ..
        } = base;
        let needed = match severity {
            None => base.clone(),
            Some(Severity::Addition) if major == 0 => Version::new(0, minor, patch + 1),
            Some(Severity::Addition) => Version::new(major, minor + 1, 0),
            Some(Severity::Breaking) if major == 0 => Version::new(0, minor + 1, 0),
            Some(Severity::Breaking) => Version::new(major + 1, 0, 0),
        };
        Ok(Self {
            base,
            revision,
            severity,
            needed,
        })
    }

    fn is_lowered(&self) -> bool {
        self.revision < self.base
    }

    /// Whether the version says what happened. A release candidate of the needed one says it too.
    fn is_enough(&self) -> bool {
        let released = Version {
            pre: Prerelease::EMPTY,
            ..self.revision.clone()
        };
        !self.is_lowered() && released >= self.needed
    }

    /// Whether the contract may not go out like this: it breaks callers and its version does not say
    /// so, or its version went down.
    pub(super) fn is_red(&self) -> bool {
        self.is_lowered() || (self.severity == Some(Severity::Breaking) && !self.is_enough())
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            base,
            revision,
            severity,
            needed,
        } = self;
        let (what, asks) = match severity {
            _ if self.is_lowered() => ("lowered", "needs"),
            None => return write!(f, "nothing changed for callers; {base} -> {revision}"),
            Some(Severity::Addition) => ("additions", "asks for"),
            Some(Severity::Breaking) => ("breaking", "needs"),
        };
        if self.is_enough() {
            write!(f, "{what}; {base} -> {revision} will do")
        } else {
            write!(
                f,
                "{what}; {base} -> {revision} {asks} {needed} in `info.version`"
            )
        }
    }
}

fn version(text: &str) -> Result<Version, Error> {
    Version::parse(text).map_err(|cause| {
        Error::Findings(format!(
            "{CONTRACT}: `info.version` is `{text}`: {cause}; write a version such as 0.2.0"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "\
0.1.0 0.1.9 breaking | breaking; 0.1.0 -> 0.1.9 needs 0.2.0 in `info.version` | red
0.1.0 0.2.0-rc.1 breaking | breaking; 0.1.0 -> 0.2.0-rc.1 will do | green
0.1.0 0.1.0 additions | additions; 0.1.0 -> 0.1.0 asks for 0.1.1 in `info.version` | green
0.1.0 0.1.1 additions | additions; 0.1.0 -> 0.1.1 will do | green
1.2.3 1.3.0 breaking | breaking; 1.2.3 -> 1.3.0 needs 2.0.0 in `info.version` | red
1.2.3 2.0.0 breaking | breaking; 1.2.3 -> 2.0.0 will do | green
1.2.3 1.2.4 additions | additions; 1.2.3 -> 1.2.4 asks for 1.3.0 in `info.version` | green
0.2.0 0.1.0 nothing | lowered; 0.2.0 -> 0.1.0 needs 0.2.0 in `info.version` | red
0.2.0 0.2.0 nothing | nothing changed for callers; 0.2.0 -> 0.2.0 | green";

    #[test]
    fn each_severity_has_its_least_version_and_only_what_breaks_unsaid_or_goes_down_is_red() {
        for row in ROWS.lines() {
            let parts: Vec<&str> = row.split([' ', '|']).collect();
            let severity = match parts[2] {
                "breaking" => Some(Severity::Breaking),
                "additions" => Some(Severity::Addition),
                _ => None,
            };
            let verdict = Verdict::new(parts[0], parts[1], severity).unwrap();
            let color = if verdict.is_red() { "red" } else { "green" };
            assert!(
                row.ends_with(&format!("| {verdict} | {color}")),
                "{row}: {verdict}, {color}"
            );
        }
        let error = Verdict::new("0.1.0", "1", None).unwrap_err().to_string();
        assert!(error.contains("`info.version` is `1`"), "{error}");
    }
}
