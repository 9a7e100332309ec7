//! What each generator is known to give, as it is committed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::failure::Failure;
use super::place::{Document, SCRIPTS};
use super::steps::{Measured, STEPS, Seen};

const FILE: &str = "expected.json";

/// What is expected of every generator.
#[derive(Debug)]
pub(super) struct Expected(Value);

impl Expected {
    /// Reads what is committed.
    pub(super) fn read(root: &Path) -> Result<Self, Failure> {
        let file = root.join(SCRIPTS).join(FILE);
        let text = fs::read_to_string(&file).map_err(Failure::file(&file))?;
        serde_json::from_str(&text)
            .map(Self)
            .map_err(|error| Failure::form(file.display().to_string(), error))
    }

    /// What a generator is expected to give for a document.
    pub(super) fn of(&self, generator: &str, document: Document) -> Measured {
        let entry = &self.0[generator][document.name()];
        let fails = entry["fails"].as_array().map(Vec::as_slice);
        let name = |step: &Value| Some((step.as_str()?.to_owned(), String::new()));
        Measured {
            failed: fails.unwrap_or_default().iter().filter_map(name).collect(),
            most: Seen {
                places: entry["places"].as_u64().unwrap_or_default(),
                in_url: entry["in_url"].as_u64().unwrap_or_default(),
            },
        }
    }

    /// One line for everything that is not as expected, for better or worse.
    pub(super) fn differences(
        &self,
        generator: &str,
        measured: &[(Document, Measured)],
    ) -> Vec<String> {
        let mut found = Vec::new();
        for (document, measured) in measured {
            let expected = self.of(generator, *document);
            let lines = steps(&expected.failed, &measured.failed);
            let lines = lines
                .into_iter()
                .chain(places(expected.most, measured.most));
            let place = format!("{generator}, {}", document.name());
            found.extend(lines.map(|line| format!("{place}: {line}")));
        }
        found
    }
}

fn steps(expected: &BTreeMap<String, String>, failed: &BTreeMap<String, String>) -> Vec<String> {
    let steps: BTreeSet<_> = STEPS.into_iter().collect();
    let line = |step: &str| match (expected.contains_key(step), failed.get(step)) {
        (false, Some(said)) => Some(format!("`{step}` fails, and should not: {said}")),
        (true, None) => Some(format!("`{step}` does not fail any more")),
        _ => None,
    };
    steps.into_iter().filter_map(line).collect()
}

fn places(expected: Seen, seen: Seen) -> Option<String> {
    let told = |seen: Seen| format!("{} in all and {} in the URL", seen.places, seen.in_url);
    (expected != seen).then(|| {
        let (expected, seen) = (told(expected), told(seen));
        format!("places of credentials in the worst request: {seen}, not {expected}")
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn measured(failed: &[&str], places: u64) -> Vec<(Document, Measured)> {
        let failed = failed
            .iter()
            .map(|step| ((*step).to_owned(), "why".to_owned()));
        let most = Seen { places, in_url: 0 };
        let failed = failed.collect();
        vec![(Document::Headers, Measured { failed, most })]
    }

    #[test]
    fn a_change_in_either_direction_is_told() {
        let entry = json!({"fails": ["login jwt"], "places": 4, "in_url": 0});
        let expected = Expected(json!({"some": {"headers": entry}}));
        let differences =
            |failed: &[&str], places| expected.differences("some", &measured(failed, places));
        assert!(differences(&["login jwt"], 4).is_empty());
        insta::assert_snapshot!(differences(&["create"], 1).join("\n"), @"
        some, headers: `create` fails, and should not: why
        some, headers: `login jwt` does not fail any more
        some, headers: places of credentials in the worst request: 1 in all and 0 in the URL, not 4 in all and 0 in the URL
        ");
    }
}
