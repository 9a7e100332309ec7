//! `cargo xtask generators`: the published documents, proved by other languages' generators.

mod expected;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use crate::built::built;
use crate::error::Error;
use crate::published::FOLDER;
use crate::script::{self, Script};

pub(crate) use expected::table;
use expected::{Expected, Measured, Outcome};
use world::{WITNESS, World};

/// The folder under `tests` and under `target`.
const KIND: &str = "generators";

/// Tries the generators of these names, or all: each generates from each published document,
/// builds, and goes through the conformance steps against a sandbox of its own.
///
/// # Errors
///
/// When something else was measured than `tests/generators/expected.json` says, or nothing.
pub(crate) fn generators(
    root: &Path,
    only: &[String],
    progress: &dyn Fn(&str),
) -> Result<String, Error> {
    let expected = Expected::read()?;
    let chosen = choose(script::names(root, KIND)?, only)?;
    progress("building the sandbox that tells what it saw");
    let witness = built(root, &["--workspace", "--bin"], WITNESS)?;
    let mut findings = Vec::new();
    for name in &chosen {
        let script = Script::new(root, KIND, name, progress)?;
        let due = expected.generators.get(name);
        let mut documents = expected.steps.clone();
        documents.retain(|it, _| due.is_none_or(|due| due.documents.contains_key(it)));
        let finding = match measure(root, &script, &witness, &documents) {
            Ok(measured) if due == Some(&measured) => continue,
            Ok(measured) => format!(
                "{name}: measured {}, not {}; the logs in {} say why",
                json!(measured),
                json!(due),
                script.place.display()
            ),
            Err(error @ Error::Failed { .. }) => format!("{name}: {error}"),
            Err(error) => return Err(error),
        };
        progress(&finding);
        findings.push(finding);
    }
    if findings.is_empty() {
        return Ok(format!("as expected: {}", chosen.join(", ")));
    }
    findings.push(
        "what is right belongs in tests/generators/expected.json, and by `cargo xtask regen` in the table"
            .to_owned(),
    );
    Err(Error::failed(
        "the trial of generators",
        findings.join("\n"),
    ))
}

fn choose(mut known: Vec<String>, only: &[String]) -> Result<Vec<String>, Error> {
    if let Some(unknown) = only.iter().find(|name| !known.contains(name)) {
        let message = format!("there is no `{unknown}`, only {}", known.join(", "));
        return Err(Error::failed("the choice of generators", message));
    }
    known.retain(|name| only.is_empty() || only.contains(name));
    Ok(known)
}

/// What a generator gives with these documents, each with its steps.
fn measure(
    root: &Path,
    script: &Script<'_>,
    witness: &Path,
    documents: &BTreeMap<String, BTreeSet<String>>,
) -> Result<Measured, Error> {
    let said = script.run(&["install"], &[], &[])?;
    let generator = said.lines().next_back().unwrap_or_default().to_owned();
    let outcome = |(name, steps): (&String, _)| {
        let file = match name.as_str() {
            "full" => "opentact.json".to_owned(),
            _ => format!("opentact-{name}.json"),
        };
        let file = root.join(FOLDER).join(file);
        for phase in ["generate", "build"] {
            script.run(&[phase, name], &[("DOCUMENT", &file)], &[])?;
        }
        let world = World::start(witness, script.place.join("world.json"))?;
        let variables = [("WORLD", world.file.as_path())];
        let said = script.run(&["conform", name], &variables, &world.secrets)?;
        Ok((name.clone(), outcome(&said, &world.end()?, steps)?))
    };
    Ok(Measured {
        generator,
        documents: documents
            .iter()
            .map(outcome)
            .collect::<Result<_, Error>>()?,
    })
}

/// The steps that failed by a script's last line, and the places in the worst request.
fn outcome(said: &str, requests: &[Value], steps: &BTreeSet<String>) -> Result<Outcome, Error> {
    let unreadable = |why| Error::failed("reading the script's last line", why);
    let last = said.lines().next_back().unwrap_or_default();
    let told: BTreeMap<String, String> =
        serde_json::from_str(last).map_err(|error| unreadable(error.to_string()))?;
    if !told.keys().eq(steps) {
        let why = "its steps are not those of expected.json";
        return Err(unreadable(why.to_owned()));
    }
    let seen = |request: &Value| {
        let places = request["credentials"].as_array().map_or(0, Vec::len);
        (places, request["in_url"].as_u64().unwrap_or_default())
    };
    let (places, in_url) = requests.iter().map(seen).max().unwrap_or_default();
    let fails = told.into_iter().filter(|(_, told)| told != "ok");
    Ok(Outcome {
        fails: fails.map(|(step, _)| step).collect(),
        places,
        in_url,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_chosen_unless_some_are_named_and_the_unknown_is_refused() {
        let choose = |only: &[&str]| {
            let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
            let (known, only): (Vec<_>, Vec<_>) = (own(&["a", "b"]), own(only));
            choose(known, &only)
        };
        assert_eq!(choose(&[]).unwrap(), ["a", "b"]);
        assert_eq!(choose(&["b"]).unwrap(), ["b"]);
        let error = choose(&["b", "cobol"]).unwrap_err().to_string();
        assert!(error.ends_with("there is no `cobol`, only a, b"), "{error}");
    }

    #[test]
    fn what_failed_and_the_worst_request_are_measured_and_no_step_is_left_out() {
        let steps = ["create", "list"].map(str::to_owned).into();
        let requests = [
            json!({"credentials": ["jwt", "ha1b", "jwtQuery"], "in_url": 1}),
            json!({"credentials": ["jwt"], "in_url": 0}),
        ];
        let outcome = |said| outcome(said, &requests, &steps);
        assert_eq!(
            json!(outcome("a warning\n{\"create\": \"ok\", \"list\": \"why\"}\n").unwrap()),
            json!({"fails": ["list"], "places": 3, "in_url": 1})
        );
        for said in [
            "",
            r#"{"create": "ok"}"#,
            r#"{"create": "ok", "lost": "ok"}"#,
        ] {
            assert!(outcome(said).is_err(), "{said}");
        }
    }
}
