//! `cargo xtask lint`: the contract before our own rules, and it and the events before the linters that others use.

mod exceptions;
mod finding;
mod linted;
mod reports;
mod toolbox;
mod tools;

use std::path::Path;

use opentact_codegen::Document;

use crate::error::Error;
use crate::examples;
use crate::files::read;
use exceptions::Exceptions;
use toolbox::Toolbox;
use tools::{TOOLS, Tool};

const CONTRACT: &str = linted::CONTRACT.file;
const EXCEPTIONS: &str = "openapi/lint/exceptions.yaml";
const BROKEN: &str = linted::CONTRACT.broken;

/// Judges the contract under `root`; the answer has one line for each judge.
///
/// The linters of npm are left out where Node is missing, which on CI is an error.
pub(crate) fn lint(root: &Path) -> Result<String, Error> {
    let contract = parse(root, CONTRACT)?;
    let mut outcome = Outcome::default();
    check_dialect(root, &contract, &mut outcome)?;
    check_examples(root, &contract, &mut outcome)?;
    if let Some(toolbox) = Toolbox::open(root)? {
        let exceptions = Exceptions::parse(&parse(root, EXCEPTIONS)?)?;
        for tool in &TOOLS {
            let document = parse(root, tool.document.file)?;
            check_with(tool, &toolbox, &document, &exceptions, &mut outcome)?;
        }
    } else {
        let names = TOOLS.map(|tool| tool.name).join(", ");
        let why = "`node` and `npm` are not both here";
        if std::env::var_os("CI").is_some_and(|value| value == "true") {
            outcome
                .findings
                .push(format!("{names}: not run, and CI is true: {why}"));
        } else {
            outcome.judges.push(format!("{names}: skipped, {why}"));
        }
    }
    outcome.finish()
}

/// What was found, and a line for each judge.
#[derive(Debug, Default)]
struct Outcome {
    findings: Vec<String>,
    judges: Vec<String>,
}

impl Outcome {
    fn add(&mut self, judge: &str, findings: Vec<String>, note: &str) {
        self.judges.push(match findings.len() {
            0 => format!("{judge}: clean{note}"),
            1 => format!("{judge}: 1 finding{note}"),
            count => format!("{judge}: {count} findings{note}"),
        });
        self.findings.extend(findings);
    }

    fn finish(self) -> Result<String, Error> {
        let judges = self.judges.join("\n");
        if self.findings.is_empty() {
            return Ok(judges);
        }
        let findings = self.findings.join("\n");
        Err(Error::Findings(format!("{findings}\n{judges}")))
    }
}

fn check_dialect(root: &Path, contract: &Document, outcome: &mut Outcome) -> Result<(), Error> {
    if opentact_codegen::lint(&parse(root, BROKEN)?).is_empty() {
        return Err(tools::proves_nothing("dialect", "anything"));
    }
    let findings = opentact_codegen::lint(contract);
    let findings = findings.iter().map(ToString::to_string).collect();
    outcome.add("dialect", findings, "");
    Ok(())
}

fn check_examples(root: &Path, contract: &Document, outcome: &mut Outcome) -> Result<(), Error> {
    if examples::check(&parse(root, BROKEN)?).is_ok() {
        return Err(tools::proves_nothing("examples", "anything"));
    }
    let findings = match examples::check(contract) {
        Ok(()) => Vec::new(),
        Err(Error::Examples(list)) => {
            // Its last line says how many there are.
            let findings = list.lines().filter(|line| line.starts_with(CONTRACT));
            findings.map(str::to_owned).collect()
        }
        Err(other) => return Err(other),
    };
    outcome.add("examples", findings, "");
    Ok(())
}

fn check_with(
    tool: &Tool,
    toolbox: &Toolbox,
    document: &Document,
    exceptions: &Exceptions,
    outcome: &mut Outcome,
) -> Result<(), Error> {
    let judgement = exceptions.judge(tool.name, tool.run(toolbox)?);
    let findings = judgement.findings.iter();
    let mut lines: Vec<String> = findings
        .map(|finding| finding.line(tool.name, document))
        .collect();
    lines.extend(judgement.stale);
    let note = match judgement.applied {
        0 => String::new(),
        1 => " (1 exception)".to_owned(),
        count => format!(" ({count} exceptions)"),
    };
    let judge = format!("{} {}", tool.name, toolbox.version(tool.package)?);
    outcome.add(&judge, lines, &note);
    Ok(())
}

fn parse(root: &Path, file: &str) -> Result<Document, Error> {
    Document::parse(file, &read(root, file)?).map_err(Error::Contract)
}
