//! What each generator is known to give, as it is committed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The steps that each document allows, and what is measured of each generator.
#[derive(Debug, Deserialize)]
pub(super) struct Expected {
    pub(super) steps: BTreeMap<String, BTreeSet<String>>,
    pub(super) generators: BTreeMap<String, Measured>,
}

/// What one generator gives, by the documents that it is tried with.
#[derive(Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Measured {
    /// What it is, with its version.
    pub(super) generator: String,
    #[serde(flatten)]
    pub(super) documents: BTreeMap<String, Outcome>,
}

/// The steps that fail, and in how many places the worst request carries credentials.
#[derive(Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Outcome {
    pub(super) fails: BTreeSet<String>,
    pub(super) places: usize,
    pub(super) in_url: u64,
}

impl Expected {
    pub(super) fn read() -> Result<Self, Error> {
        let text = include_str!("../../../tests/generators/expected.json");
        serde_json::from_str(text)
            .map_err(|error| Error::failed("reading tests/generators/expected.json", error))
    }
}

/// What is expected, as a table for people.
pub(crate) fn table() -> Result<String, Error> {
    let Expected { steps, generators } = Expected::read()?;
    let mut table = "| name | generator |".to_owned();
    // From the fewest credentials to all.
    for document in steps.keys().rev() {
        table += &format!(" {document}: steps | places |");
    }
    table += &format!("\n| --- | --- |{}\n", " --- | --- |".repeat(steps.len()));
    for (name, measured) in generators {
        table += &format!("| `{name}` | {} |", measured.generator);
        for (document, steps) in steps.iter().rev() {
            let Some(outcome) = measured.documents.get(document) else {
                table += " – | – |";
                continue;
            };
            let (steps, passed) = (steps.len(), steps.len() - outcome.fails.len());
            let places = match outcome.in_url {
                0 => outcome.places.to_string(),
                in_url => format!("**{}**, {in_url} in the URL", outcome.places),
            };
            table += &format!(" {passed}/{steps} | {places} |");
        }
        table += "\n";
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_generator_is_expected_and_nothing_else() {
        let expected = Expected::read().unwrap().generators;
        let names = crate::script::names(crate::root(), "generators").unwrap();
        assert!(expected.keys().eq(&names), "{names:?}");
    }
}
