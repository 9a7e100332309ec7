//! What a conformance script says and what its sandbox saw.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::failure::Failure;

/// The steps, the same in every language.
pub(super) const STEPS: [&str; 15] = [
    "login basic",
    "login bearer",
    "login jwt",
    "login google",
    "login facebook",
    "login ha1b",
    "refused",
    "create",
    "list",
    "update",
    "delete",
    "delete all",
    "subscribe",
    "subscriptions",
    "unsubscribe",
];

/// In how many places one request carried credentials.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Seen {
    /// In all.
    pub(super) places: u64,
    /// In the URL.
    pub(super) in_url: u64,
}

impl Seen {
    /// Reads one request of the witness's account.
    pub(super) fn of(request: &Value) -> Self {
        let places = request["credentials"].as_array().map_or(0, Vec::len);
        Self {
            places: u64::try_from(places).unwrap_or(u64::MAX),
            in_url: request["in_url"].as_u64().unwrap_or_default(),
        }
    }
}

/// What one generator gave for one document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Measured {
    /// The steps that failed, with what the script said.
    pub(super) failed: BTreeMap<String, String>,
    /// The most places in one request.
    pub(super) most: Seen,
}

impl Measured {
    /// Reads the last line of a script.
    pub(super) fn new(said: &str, seen: Vec<Seen>) -> Result<Self, Failure> {
        let line = said.lines().next_back().unwrap_or_default();
        let outcomes: BTreeMap<String, String> = serde_json::from_str(line)
            .map_err(|error| Failure::form("the script's last line", error))?;
        let told: BTreeSet<_> = outcomes.keys().map(String::as_str).collect();
        if told != BTreeSet::from(STEPS) {
            return Err(Failure::form("the script's last line", "other steps"));
        }
        let failed = outcomes.into_iter().filter(|(_, said)| said != "ok");
        Ok(Self {
            failed: failed.collect(),
            most: seen.into_iter().max().unwrap_or_default(),
        })
    }

    /// How many steps passed.
    pub(super) fn passed(&self) -> usize {
        STEPS.len() - self.failed.len()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn outcomes(refused: &str) -> String {
        let mut outcomes: BTreeMap<_, _> = STEPS.iter().map(|step| (*step, "ok")).collect();
        outcomes.insert("refused", refused);
        format!("a warning\n{}\n", json!(outcomes))
    }

    #[test]
    fn the_steps_that_failed_and_the_worst_request_are_kept() {
        let seen = [
            json!({"credentials": ["jwt"], "in_url": 0}),
            json!({"credentials": ["jwt", "ha1b", "jwtQuery"], "in_url": 1}),
        ];
        let measured = Measured::new(&outcomes("why"), seen.iter().map(Seen::of).collect());
        let measured = measured.unwrap();
        assert_eq!(measured.passed(), 14);
        assert_eq!(measured.failed["refused"], "why");
        assert_eq!((measured.most.places, measured.most.in_url), (3, 1));
    }

    #[test]
    fn a_script_that_leaves_a_step_out_is_refused() {
        let error = Measured::new(r#"{"create": "ok"}"#, Vec::new()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the script's last line cannot be read: other steps"
        );
    }
}
