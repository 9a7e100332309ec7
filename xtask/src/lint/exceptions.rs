//! Findings that stay, each with the reason why the contract is right all the same.

use std::collections::BTreeSet;

use opentact_codegen::{Document, Position};
use serde::Deserialize;
use serde_json::Value;

use super::finding::Finding;
use super::tools::TOOLS;
use crate::error::Error;

/// The file of exceptions.
#[derive(Debug)]
pub(super) struct Exceptions {
    origin: String,
    entries: Vec<Entry>,
}

/// What is left of a linter's findings.
#[derive(Debug)]
pub(super) struct Judgement {
    /// Those that no exception fits.
    pub(super) findings: Vec<Finding>,
    /// How many exceptions fit something.
    pub(super) applied: usize,
    /// The places of exceptions that fit nothing, one line for each.
    pub(super) stale: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    tool: String,
    rule: String,
    places: Vec<String>,
    message: Option<String>,
    reason: String,
    #[serde(skip)]
    positions: Vec<Position>,
}

impl Exceptions {
    /// Reads the file; each entry has to name a tool, places and a reason.
    pub(super) fn parse(document: &Document) -> Result<Self, Error> {
        let origin = document.origin().to_owned();
        let items = document.value().as_array().cloned().unwrap_or_default();
        let mut entries = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            let entry = Entry::parse(item).map(|mut entry| {
                let places = 0..entry.places.len();
                entry.positions = places
                    .map(|place| document.position(&format!("/{index}/places/{place}")))
                    .collect();
                entry
            });
            entries.push(entry.map_err(|message| Error::Failed {
                what: format!("{origin}:{}", document.position(&format!("/{index}"))),
                message,
            })?);
        }
        Ok(Self { origin, entries })
    }

    /// Takes out what an exception fits, and tells the exceptions of this tool that fit nothing.
    pub(super) fn judge(&self, tool: &str, findings: BTreeSet<Finding>) -> Judgement {
        let entries: Vec<&Entry> = self.entries.iter().filter(|it| it.tool == tool).collect();
        let mut judgement = Judgement {
            findings: Vec::new(),
            applied: 0,
            stale: Vec::new(),
        };
        for entry in &entries {
            let mut stale = 0;
            for (place, position) in entry.places.iter().zip(&entry.positions) {
                if !findings.iter().any(|it| entry.fits(place, it)) {
                    stale += 1;
                    let (origin, rule) = (&self.origin, &entry.rule);
                    judgement.stale.push(format!(
                        "{origin}:{position}: {tool} {rule}: the exception fits no finding any \
                         more, take it out ({place})"
                    ));
                }
            }
            judgement.applied += usize::from(stale < entry.places.len());
        }
        let is_excepted = |finding: &Finding| {
            let mut all = entries.iter();
            all.any(|entry| entry.places.iter().any(|place| entry.fits(place, finding)))
        };
        judgement.findings = findings.into_iter().filter(|it| !is_excepted(it)).collect();
        judgement
    }
}

impl Entry {
    fn parse(value: Value) -> Result<Self, String> {
        let entry: Self = serde_json::from_value(value).map_err(|cause| cause.to_string())?;
        let known = TOOLS.map(|tool| tool.name);
        if !known.contains(&entry.tool.as_str()) {
            return Err(format!("`tool` is one of {}", known.join(", ")));
        }
        if entry.reason.split_whitespace().count() < 3 {
            return Err("the `reason` is missing".to_owned());
        }
        if entry.places.is_empty() {
            return Err("an exception without `places` excepts nothing".to_owned());
        }
        if let Some(place) = entry.places.iter().find(|it| it.contains("**/")) {
            return Err(format!("`**` stands at the end only ({place})"));
        }
        Ok(entry)
    }

    fn fits(&self, place: &str, finding: &Finding) -> bool {
        let words = self.message.as_deref().unwrap_or_default();
        self.rule == finding.rule && finding.message.contains(words) && fits(place, &finding.place)
    }
}

/// Whether a place, with `*` for one key and `**` for all that may follow, is this JSON pointer.
fn fits(place: &str, pointer: &str) -> bool {
    let mut keys = pointer.split('/');
    for part in place.split('/') {
        let is_same = match part {
            "**" => return true,
            "*" => keys.next().is_some(),
            _ => keys.next() == Some(part),
        };
        if !is_same {
            return false;
        }
    }
    keys.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
- tool: redocly
  rule: one
  places:
    - \"#/a/*/c\"
    - \"#/z\"
  reason: It is so.
- tool: redocly
  rule: two
  places: [\"#/a/**\"]
  message: wanted
  reason: It is so, too.
- tool: spectral
  rule: one
  places: [\"#/y\"]
  reason: It is another tool's.
";

    fn exceptions(text: &str) -> Result<Exceptions, Error> {
        Exceptions::parse(&Document::parse("exceptions.yaml", text).unwrap())
    }

    fn finding(rule: &str, place: &str, message: &str) -> Finding {
        Finding {
            place: place.to_owned(),
            rule: rule.to_owned(),
            message: message.to_owned(),
        }
    }

    #[test]
    fn a_star_is_one_key_and_two_are_any_number() {
        for (place, pointer, expected) in [
            ("#/a/b", "#/a/b", true),
            ("#/a/b", "#/a/b/c", false),
            ("#/a/b", "#/a", false),
            ("#/a/*", "#/a/b", true),
            ("#/a/*", "#/a/b/c", false),
            ("#/a/*", "#/a", false),
            ("#/a/*/c", "#/a/~1x~1{y}/c", true),
            ("#/a/**", "#/a/b/c", true),
            ("#/a/**", "#/a", true),
            ("#/a/**", "#/ab", false),
            ("#/**", "#/", true),
        ] {
            assert_eq!(fits(place, pointer), expected, "{place} {pointer}");
        }
    }

    #[test]
    fn only_what_fits_rule_place_and_message_is_taken_out() {
        let left = [
            finding("one", "#/a/b", "wanted"),
            finding("two", "#/a/b", "something else"),
            finding("two", "#/b", "wanted"),
            finding("three", "#/a/b/c", "wanted"),
        ];
        let taken = [
            finding("one", "#/a/b/c", "anything"),
            finding("one", "#/z", "anything"),
            finding("two", "#/a/b", "what is wanted"),
        ];
        let all = left.iter().chain(&taken).cloned().collect();
        let judgement = exceptions(FILE).unwrap().judge("redocly", all);
        let left = BTreeSet::from(left);
        assert_eq!(BTreeSet::from_iter(judgement.findings), left);
        assert_eq!(judgement.applied, 2);
        assert_eq!(judgement.stale, [""; 0]);
    }

    #[test]
    fn a_place_that_fits_nothing_is_told_with_its_line() {
        let all = BTreeSet::from([finding("one", "#/a/b/c", "anything")]);
        let judgement = exceptions(FILE).unwrap().judge("redocly", all);
        assert_eq!(judgement.applied, 1);
        insta::assert_snapshot!(judgement.stale.join("\n"), @r"
        exceptions.yaml:5:7: redocly one: the exception fits no finding any more, take it out (#/z)
        exceptions.yaml:9:12: redocly two: the exception fits no finding any more, take it out (#/a/**)
        ");
    }

    #[test]
    fn an_exception_says_everything_it_has_to() {
        for (text, expected) in [
            (FILE.replace("redocly", "redoc"), "`tool` is one of"),
            (FILE.replace("It is so.", "So."), "the `reason` is missing"),
            (
                FILE.replace("reason: It is so.", ""),
                "missing field `reason`",
            ),
            (
                FILE.replace("message:", "mesage:"),
                "unknown field `mesage`",
            ),
            (FILE.replace("[\"#/y\"]", "[]"), "without `places`"),
            (FILE.replace("#/a/*/c", "#/**/c"), "at the end only"),
        ] {
            let error = exceptions(&text).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
            assert!(error.starts_with("exceptions.yaml:"), "{error}");
        }
    }

    #[test]
    fn the_committed_exceptions_can_be_read() {
        let text = crate::files::read(crate::root(), super::super::EXCEPTIONS).unwrap();
        assert!(!exceptions(&text).unwrap().entries.is_empty());
    }
}
