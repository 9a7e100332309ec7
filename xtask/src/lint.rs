//! `cargo xtask lint`: the contract before our own rules, the documents before the field's linters.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use opentact_codegen::Document;

use crate::error::Error;
use crate::examples;
use crate::regen::document;

const FOLDER: &str = "openapi/lint";
/// What has npm install exactly what is locked.
pub(crate) const CLEAN: [&str; 4] = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Judges the contract under `root` by our own rules, and what is published by the linters of npm.
///
/// The linters of npm are left out where Node is missing, which on CI is an error.
pub(crate) fn lint(root: &Path, say: &dyn Fn(&str)) -> Result<String, Error> {
    judge(&document(root)?)?;
    say("the dialect and the examples: clean");
    let mut version = Command::new(NPM);
    let version = version.arg("--version").stdout(Stdio::null()).status();
    if !version.is_ok_and(|status| status.success()) {
        return skipped(env::var_os("CI").is_some_and(|value| value == "true"));
    }
    let folder = root.join(FOLDER);
    let age = |file| fs::metadata(folder.join(file)).and_then(|it| it.modified());
    // npm writes the first when it has installed what the second says.
    if age("node_modules/.package-lock.json").ok() < age("package-lock.json").ok() {
        say("npm installs the linters, which takes about half a minute");
        npm(&folder, &CLEAN)?;
    }
    npm(&folder, &["run", "lint"])?;
    Ok("the linters of npm: clean".to_owned())
}

/// Applies the rules of the dialect, and holds the examples against their schemas.
fn judge(contract: &Document) -> Result<(), Error> {
    let findings = opentact_codegen::lint(contract);
    let mut lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    lines.extend(examples::check(contract).err().map(|it| it.to_string()));
    if lines.is_empty() {
        return Ok(());
    }
    Err(Error::Findings(lines.join("\n")))
}

fn skipped(is_ci: bool) -> Result<String, Error> {
    let skipped = "the linters of npm: skipped, `node` and `npm` are not both here";
    if is_ci {
        let remedy = "; CI is true, so install Node with npm";
        return Err(Error::Findings(format!("{skipped}{remedy}")));
    }
    Ok(skipped.to_owned())
}

/// Runs npm, which shows what it does and what it finds.
pub(crate) fn npm(folder: &Path, arguments: &[&str]) -> Result<(), Error> {
    let status = Command::new(NPM)
        .args(arguments)
        .current_dir(folder)
        // Otherwise it looks for a newer version of itself.
        .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")
        .status()
        .map_err(Error::unstarted(NPM))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::failed(
        format!("npm {}", arguments.join(" ")),
        "its own words stand above",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_contract_is_found_by_the_dialect_and_by_its_examples() {
        let file = "openapi/lint/broken.yaml";
        let broken =
            Document::parse(file, &crate::files::read(crate::root(), file).unwrap()).unwrap();
        let error = judge(&broken).unwrap_err().to_string();
        for rule in ["[security]", "[example-fits]"] {
            assert!(error.contains(rule), "{error}");
        }
    }

    #[test]
    fn without_node_only_ci_fails() {
        assert!(skipped(false).unwrap().contains("skipped"));
        assert!(skipped(true).unwrap_err().to_string().contains("install"));
    }
}
