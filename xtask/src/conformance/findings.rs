//! What a run of Schemathesis found, and whether it looked everywhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::schemathesis::PHASES;

/// The checks, all that there are but for the one on response times, which has a limit of its own.
const CHECKS: [&str; 14] = [
    "allow_header_conformance",
    "content_type_conformance",
    "ensure_resource_availability",
    "ignored_auth",
    "missing_required_header",
    "negative_data_rejection",
    "not_a_server_error",
    "object_level_authorization",
    "positive_data_acceptance",
    "response_headers_conformance",
    "response_schema_conformance",
    "status_code_conformance",
    "unsupported_method",
    "use_after_free",
];

/// What a run did and found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    succeeded: bool,
    said: String,
    phases: BTreeSet<String>,
    /// The checks that were made, and those of them that failed.
    made: BTreeSet<String>,
    failed: BTreeSet<String>,
    /// How often an operation, as `GET /rest/auth`, was answered with a status.
    answers: BTreeMap<(String, u64), u64>,
}

impl Findings {
    /// Reads the events that a run wrote, one a line.
    pub(super) fn read(events: &str, said: String, succeeded: bool) -> Self {
        let mut findings = Self {
            succeeded,
            said,
            ..Self::default()
        };
        for line in events.lines() {
            let event: Value = serde_json::from_str(line).unwrap_or_default();
            let phase = &event["PhaseFinished"];
            if let ("success" | "failure", Some(name)) = (
                phase["status"].as_str().unwrap_or_default(),
                phase["phase"]["name"].as_str(),
            ) {
                findings.phases.insert(name.to_owned());
            }
            findings.add(&event["ScenarioFinished"]["recorder"]);
        }
        findings
    }

    fn add(&mut self, recorder: &Value) {
        let checks = recorder["checks"].as_object().into_iter().flatten();
        for check in checks.flat_map(|(_, checks)| checks.as_array().into_iter().flatten()) {
            let name = check["name"].as_str().unwrap_or_default().to_owned();
            if check["status"] == "failure" {
                self.failed.insert(name.clone());
            }
            self.made.insert(name);
        }
        for (case, interaction) in recorder["interactions"].as_object().into_iter().flatten() {
            let path = recorder["cases"][case]["value"]["path"].as_str();
            let method = interaction["request"]["method"].as_str();
            let status = interaction["response"]["status_code"].as_u64();
            if let (Some(path), Some(method), Some(status)) = (path, method, status) {
                let answer = (format!("{method} {path}"), status);
                *self.answers.entry(answer).or_default() += 1;
            }
        }
    }

    /// The checks that found something.
    pub(super) const fn failed_checks(&self) -> &BTreeSet<String> {
        &self.failed
    }

    /// How many requests there were, and what they were answered.
    pub(super) fn summary(&self) -> String {
        let mut by_status = BTreeMap::<u64, u64>::new();
        for ((_, status), count) in &self.answers {
            *by_status.entry(*status).or_default() += count;
        }
        let total: u64 = by_status.values().sum();
        let counts: Vec<_> = by_status
            .iter()
            .map(|(status, count)| format!("{count} x {status}"))
            .collect();
        let failed = self.failed.len();
        format!(
            "{total} requests ({}), {failed} checks failed",
            counts.join(", ")
        )
    }

    /// Everything that is not as it should be: failures, and places that were not looked into.
    pub(super) fn complaints(&self, contract: &Value) -> Vec<String> {
        let mut complaints = Vec::new();
        if !self.succeeded {
            complaints.push(format!("it found something:\n{}", self.said));
        }
        let unfinished = PHASES.iter().filter(|name| !self.phases.contains(**name));
        complaints.extend(unfinished.map(|name| format!("the phase {name} was not run")));
        let unmade = CHECKS.iter().filter(|name| !self.made.contains(**name));
        complaints.extend(unmade.map(|name| format!("the check {name} was not made")));
        for operation in operations(contract) {
            let answered = |good: &dyn Fn(u64) -> bool| {
                self.answers
                    .keys()
                    .any(|(name, status)| *name == operation && good(*status))
            };
            if !answered(&|status| (200..300).contains(&status)) {
                complaints.push(format!("{operation} never succeeded"));
            }
            if !answered(&|status| status == 401) {
                complaints.push(format!("{operation} was never refused"));
            }
        }
        complaints
    }
}

/// The operations of a contract, as `GET /rest/auth`.
fn operations(contract: &Value) -> Vec<String> {
    let paths = contract["paths"].as_object().into_iter().flatten();
    paths
        .flat_map(|(path, item)| {
            let methods = item.as_object().into_iter().flatten();
            methods
                .filter(|(_, operation)| operation.get("operationId").is_some())
                .map(move |(method, _)| format!("{} {path}", method.to_uppercase()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn contract() -> Value {
        json!({ "paths": { "/a": { "get": { "operationId": "a" } } } })
    }

    /// A run that looked everywhere and found nothing.
    fn events() -> Vec<Value> {
        let checks = CHECKS.map(|name| json!({ "name": name, "status": "success" }));
        let answer = |status: u64| {
            json!({ "ScenarioFinished": { "recorder": {
                "cases": { "x": { "value": { "path": "/a" } } },
                "checks": { "x": checks },
                "interactions": {
                    "x": { "request": { "method": "GET" }, "response": { "status_code": status } }
                }
            } } })
        };
        let phases = PHASES.map(
            |name| json!({ "PhaseFinished": { "phase": { "name": name }, "status": "success" } }),
        );
        let mut events = vec![answer(200), answer(401)];
        events.extend(phases);
        events
    }

    fn complaints(events: &[Value], succeeded: bool) -> Vec<String> {
        let lines: Vec<_> = events.iter().map(Value::to_string).collect();
        let findings = Findings::read(&lines.join("\n"), "said".to_owned(), succeeded);
        findings.complaints(&contract())
    }

    #[test]
    fn a_run_that_looked_everywhere_and_found_nothing_is_good() {
        assert_eq!(complaints(&events(), true), Vec::<String>::new());
    }

    #[test]
    fn a_failure_and_whatever_was_left_out_is_complained_about() {
        assert_eq!(complaints(&events(), false), ["it found something:\nsaid"]);
        assert_eq!(complaints(&events()[1..], true), ["GET /a never succeeded"]);
        let unfinished = &events()[..5];
        assert_eq!(
            complaints(unfinished, true),
            ["the phase stateful was not run"]
        );
        let nothing = complaints(&[], true);
        assert_eq!(
            nothing.len(),
            PHASES.len() + CHECKS.len() + 2,
            "{nothing:?}"
        );
    }
}
