//! The linters of npm: how each is run, and what each has to find in a broken document.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::linted::{self, Linted};
use super::reports::{self, Located};
use super::toolbox::Toolbox;
use crate::error::Error;

/// A linter of npm.
#[derive(Debug)]
pub(super) struct Tool {
    /// Its name, in reports and exceptions.
    pub(super) name: &'static str,
    /// The package whose version is told.
    pub(super) package: &'static str,
    /// What it lints.
    pub(super) document: Linted,
    /// What Node runs; the documents' names come last.
    command: &'static [&'static str],
    read: fn(&str) -> serde_json::Result<Vec<Located>>,
    /// Rules and places that it has to find in the broken document.
    proof: &'static [(&'static str, &'static str)],
}

/// All of them, in the order in which they run.
pub(super) const TOOLS: [Tool; 5] = [
    Tool {
        name: "redocly",
        package: "@redocly/cli",
        document: linted::CONTRACT,
        command: &[
            "node_modules/@redocly/cli/bin/cli.js",
            "lint",
            "--config=redocly.yaml",
            "--format=json",
            "--max-problems=100000",
        ],
        read: reports::redocly,
        proof: &[
            ("operation-4xx-response", "#/paths/~1thing/get/responses"),
            ("info-license", "#/info"),
            (
                "no-invalid-media-type-examples",
                "#/components/examples/referred/value/size",
            ),
        ],
    },
    Tool {
        name: "spectral",
        package: "@stoplight/spectral-cli",
        document: linted::CONTRACT,
        command: &[
            "node_modules/@stoplight/spectral-cli/dist/index.js",
            "lint",
            "--ruleset=spectral.yaml",
            "--format=json",
            "--quiet",
        ],
        read: reports::spectral,
        proof: &[
            ("operation-tags", "#/paths/~1thing/get"),
            (
                "oas3-valid-media-example",
                "#/components/examples/referred/value/size",
            ),
            (
                "owasp:api2:2023-no-http-basic",
                "#/components/securitySchemes/basic/scheme",
            ),
        ],
    },
    Tool {
        name: "ajv",
        package: "ajv",
        document: linted::CONTRACT,
        command: &["examples.mjs"],
        read: reports::ajv,
        proof: &[
            (
                "example-invalid",
                "#/components/examples/referred/value/size",
            ),
            ("example-invalid", "#/components/examples/named/value/size"),
            ("example-unreached", "#/components/examples/unreached"),
        ],
    },
    Tool {
        name: "redocly-events",
        package: "@redocly/cli",
        document: linted::EVENTS,
        command: &[
            "node_modules/@redocly/cli/bin/cli.js",
            "lint",
            "--config=redocly.yaml",
            "--format=json",
            "--max-problems=100000",
        ],
        read: reports::redocly,
        proof: &[
            ("struct", "#/operations/receiveThing/action"),
            ("struct", "#/components/schemas/Thing/type"),
        ],
    },
    Tool {
        name: "spectral-events",
        package: "@stoplight/spectral-cli",
        document: linted::EVENTS,
        command: &[
            "node_modules/@stoplight/spectral-cli/dist/index.js",
            "lint",
            "--ruleset=spectral-events.yaml",
            "--format=json",
            "--quiet",
        ],
        read: reports::spectral,
        proof: &[
            ("asyncapi-info-license", "#/info"),
            (
                "asyncapi-3-document-resolved",
                "#/components/schemas/Thing/type",
            ),
        ],
    },
];

impl Tool {
    /// What it finds in its document, once it has found what it should in the broken one.
    pub(super) fn run(&self, toolbox: &Toolbox) -> Result<BTreeSet<Finding>, Error> {
        let documents = [self.document.file, self.document.broken].map(linted::name);
        let (output, complaint) = toolbox.node(self.command, &documents)?;
        let located = (self.read)(&output).map_err(|cause| Error::Failed {
            what: self.name.to_owned(),
            message: format!("{}\n{cause}", complaint.trim_end()),
        })?;
        self.sort(located)
    }

    fn sort(&self, located: Vec<Located>) -> Result<BTreeSet<Finding>, Error> {
        let mut contract = BTreeSet::new();
        let mut broken = BTreeSet::new();
        for (file, finding) in located {
            if file == linted::name(self.document.broken) {
                broken.insert(finding);
            } else {
                contract.insert(finding);
            }
        }
        let is_found = |(rule, place): &&(&str, &str)| {
            let mut all = broken.iter();
            all.any(|finding| finding.rule == *rule && finding.place == *place)
        };
        match self.proof.iter().find(|it| !is_found(it)) {
            None => Ok(contract),
            Some((rule, place)) => {
                let missed = format!("{rule} at {place}");
                Err(proves_nothing(self.name, &missed))
            }
        }
    }
}

/// A judge that lets a broken document pass.
pub(super) fn proves_nothing(judge: &str, missed: &str) -> Error {
    Error::Failed {
        what: judge.to_owned(),
        message: format!("it does not find {missed} in the broken document, so it proves nothing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proof(tool: &Tool, leave_out: usize) -> Vec<Located> {
        let mut located: Vec<Located> = tool
            .proof
            .iter()
            .map(|(rule, place)| {
                let finding = Finding {
                    place: (*place).to_owned(),
                    rule: (*rule).to_owned(),
                    message: String::new(),
                };
                (linted::name(tool.document.broken).to_owned(), finding)
            })
            .collect();
        located.truncate(tool.proof.len() - leave_out);
        located
    }

    #[test]
    fn a_linter_that_misses_what_is_broken_is_not_believed() {
        for tool in &TOOLS {
            assert!(tool.sort(proof(tool, 0)).is_ok(), "{}", tool.name);
            let error = tool.sort(proof(tool, 1)).unwrap_err().to_string();
            assert!(error.starts_with(tool.name), "{error}");
            assert!(error.ends_with("so it proves nothing"), "{error}");
        }
    }

    #[test]
    fn what_is_broken_on_purpose_is_no_finding() {
        for tool in &TOOLS {
            let mut located = proof(tool, 0);
            let (_, finding) = located[0].clone();
            assert!(tool.sort(located.clone()).unwrap().is_empty());
            located.push((linted::name(tool.document.file).to_owned(), finding));
            assert_eq!(tool.sort(located).unwrap().len(), 1);
        }
    }
}
