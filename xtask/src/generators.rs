//! `cargo xtask generators`: the published documents, proved by other languages' generators.

mod catalog;
mod expected;
mod failure;
mod go;
mod install;
mod java;
mod phase;
mod place;
mod python;
mod rust;
mod steps;
mod table;
mod typescript;
mod witness;

use std::path::Path;

use crate::error::Error;

use catalog::{CATALOG, Generator};
use expected::Expected;
pub(crate) use failure::Failure;
use phase::Phases;
use place::{Document, Place};
use steps::Measured;
use witness::Witness;

/// Says one line while the work goes on.
type Progress<'p> = &'p dyn Fn(&str);

/// Tries the generators of these names, or all: each generates from each published document,
/// builds, and goes through the conformance steps against a sandbox of its own.
///
/// # Errors
///
/// When something else was measured than `tests/generators/expected.json` says, or nothing.
pub(crate) fn generators(
    root: &Path,
    only: &[String],
    progress: Progress<'_>,
) -> Result<String, Error> {
    Ok(all(root, only, progress)?)
}

fn all(root: &Path, only: &[String], progress: Progress<'_>) -> Result<String, Failure> {
    let chosen = choose(only)?;
    let expected = Expected::read(root)?;
    let witness = Witness::build(root, progress)?;
    let mut report = String::from(table::HEAD);
    let mut findings = Vec::new();
    for generator in chosen {
        let row = match one(generator, root, &witness, progress) {
            Ok(measured) => {
                findings.extend(expected.differences(generator.name, &measured));
                table::row(root, generator, &measured)?
            }
            Err(failure) => {
                let finding = failure.told();
                progress(&format!("{}: {finding}", generator.name));
                findings.push(format!("{}: {finding}", generator.name));
                table::failed_row(root, generator)?
            }
        };
        report.push_str(&row);
    }
    if findings.is_empty() {
        report.push_str("\neach as expected");
        return Ok(report);
    }
    progress(&report);
    Err(Failure::Unexpected(findings))
}

fn choose(only: &[String]) -> Result<Vec<&'static Generator>, Failure> {
    let known = |name: &&String| !CATALOG.iter().any(|generator| generator.name == **name);
    if let Some(unknown) = only.iter().find(known) {
        let names: Vec<_> = CATALOG.iter().map(|generator| generator.name).collect();
        return Err(Failure::Unknown {
            name: unknown.clone(),
            known: names.join(", "),
        });
    }
    let chosen =
        |generator: &&Generator| only.is_empty() || only.iter().any(|name| name == generator.name);
    Ok(CATALOG.iter().filter(chosen).collect())
}

/// What one generator gives, for each document.
fn one(
    generator: &Generator,
    root: &Path,
    witness: &Witness,
    progress: Progress<'_>,
) -> Result<Vec<(Document, Measured)>, Failure> {
    phase::require(generator.programs)?;
    let place = Place::prepare(root, generator.name)?;
    let phases = Phases::new(generator.name, &place, progress);
    phases.install((generator.installs)(&place))?;
    let mut measured = Vec::new();
    for document in Document::ALL {
        place.forget_generated()?;
        let generate = (generator.generate)(&place, document);
        phases.run("generate", document, generate)?;
        phases.run("build", document, (generator.build)(&place)?)?;
        let world = witness.start(&place)?;
        let script = (generator.conform)(&place);
        let said = phases.conform(document, script, &world)?;
        let seen = world.end()?;
        measured.push((document, Measured::new(&said, seen)?));
    }
    Ok(measured)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_chosen_unless_some_are_named() {
        assert_eq!(choose(&[]).unwrap().len(), CATALOG.len());
        let chosen = choose(&["java-openapi-generator".to_owned()]).unwrap();
        assert_eq!(chosen.len(), 1);
        assert_eq!(chosen[0].name, "java-openapi-generator");
    }

    #[test]
    fn an_unknown_name_is_refused_with_the_known_ones() {
        let error = choose(&["cobol".to_owned()]).unwrap_err().to_string();
        assert!(error.starts_with("there is no generator `cobol`, only python-openapi-generator,"));
    }
}
