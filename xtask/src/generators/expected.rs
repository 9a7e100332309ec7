//! What each generator is known to give, as it is committed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::failed;
use crate::error::Error;

/// The steps, and what is measured of each generator.
#[derive(Debug, Deserialize)]
pub(super) struct Expected {
    pub(super) steps: BTreeSet<String>,
    pub(super) generators: BTreeMap<String, Measured>,
}

/// What one generator gives, by document.
#[derive(Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Measured {
    /// What it is, with its version.
    pub(super) generator: String,
    pub(super) headers: Outcome,
    pub(super) full: Outcome,
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
            .map_err(|error| failed("reading tests/generators/expected.json", error.to_string()))
    }
}

/// What is expected, as a table for people.
pub(crate) fn table() -> Result<String, Error> {
    let Expected { steps, generators } = Expected::read()?;
    let steps = steps.len();
    let mut table = "\
| name | generator | headers: steps | places | full: steps | places |
| --- | --- | --- | --- | --- | --- |
"
    .to_owned();
    for (name, measured) in generators {
        table += &format!("| `{name}` | {} |", measured.generator);
        for Outcome {
            fails,
            places,
            in_url,
        } in [measured.headers, measured.full]
        {
            let passed = steps - fails.len();
            let places = match in_url {
                0 => places.to_string(),
                _ => format!("**{places}**, {in_url} in the URL"),
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
