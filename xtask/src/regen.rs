//! `cargo xtask regen`: every committed file that follows from the contract, all of them or none.

use std::fs;
use std::path::Path;

use opentact_codegen::{Document, generate_all, only_events};

use crate::error::Error;
use crate::files::{Derived, difference, names_in, read, replace_all};
use crate::ledger::{self, Ledger};
use crate::node::Node;
use crate::program::Program;
use crate::published;
use crate::{examples, guide, vectors};

/// The contract, from the workspace's folder.
pub(crate) const CONTRACT: &str = "openapi/opentact.yaml";
/// What is said of a file that stays.
const UNCHANGED: &str = "unchanged";
const CLIENT: &str = "crates/opentact-client/src/generated.rs";
/// The calls of the SDK.
const CALLS: &str = "crates/opentact/src/generated";
/// Any of them, for tests that read the contract.
const TEST_CALLS: &str = "tests/it/generated/calls.rs";
/// What the sandbox has to know of each operation.
const SANDBOX: &str = "crates/opentact-sandbox/src/contract/generated.rs";

/// Regenerates what is committed under `root`, or only says whether that is due; the answer has
/// one line for each file.
///
/// Nothing is built for it but the client's crate, and that only to see that new code compiles.
pub(crate) fn regen(root: &Path, check: bool, say: &dyn Fn(&str)) -> Result<String, Error> {
    regen_with(root, check, &|| compile_client(root, say))
}

/// Compiles the client under `root`, whose build script reads the contract itself.
///
/// What depends on the client is not looked at: it may have to follow the edit first.
fn compile_client(root: &Path, say: &dyn Fn(&str)) -> Result<(), Error> {
    let what = "cargo check --package opentact-client";
    say(&format!(
        "{what}: does the client of this contract compile? (the first time takes a minute)"
    ));
    let cargo = Program::new(env!("CARGO"), root)
        .args(["check", "--quiet", "--package", "opentact-client"])
        .args(["--no-default-features", "--features", "codegen,schemars"])
        .run()?;
    let why =
        "the contract keeps to the dialect and its client does not compile; nothing was written";
    cargo.succeeding_at(&format!("{why}\n{what}")).map(drop)
}

/// The same, with something that compiles the client of the contract under `root`.
fn regen_with(
    root: &Path,
    check: bool,
    compile: &dyn Fn() -> Result<(), Error>,
) -> Result<String, Error> {
    let files = derive(root)?;
    let (mut report, mut changed) = (Vec::new(), Vec::new());
    let (what, gone) = match check {
        true => ("stale", "stale (nothing in the contract gives it any more)"),
        false => ("rewritten", "removed"),
    };
    for file in &files {
        let line = match difference(root, file)? {
            None => UNCHANGED.to_owned(),
            Some(lines) => {
                changed.push(file);
                format!("{what} ({lines})")
            }
        };
        report.push(format!("{}: {line}", file.path));
    }
    let left = leftovers(root, &files)?;
    report.extend(left.iter().map(|path| format!("{path}: {gone}")));
    if check && !(changed.is_empty() && left.is_empty()) {
        report.retain(|line| !line.ends_with(UNCHANGED));
        report.push("run `cargo xtask regen` and commit what it writes".to_owned());
        return Err(Error::Findings(report.join("\n")));
    }
    if changed.iter().any(|file| file.path == CLIENT) {
        compile()?;
    }
    replace_all(root, &changed)?;
    for path in &left {
        fs::remove_file(root.join(path)).map_err(Error::unwritten(path))?;
    }
    Ok(report.join("\n"))
}

/// Files in the folders of derived ones that follow from nothing: an operation was renamed, or is gone.
fn leftovers(root: &Path, files: &[Derived]) -> Result<Vec<String>, Error> {
    let mut left = Vec::new();
    for folder in [published::FOLDER, vectors::FOLDER, CALLS] {
        let names = names_in(root, folder)?.into_iter();
        let paths = names.map(|name| format!("{folder}/{name}"));
        left.extend(paths.filter(|path| {
            let is_by_hand = *path == format!("{}/README.md", vectors::FOLDER);
            !is_by_hand && files.iter().all(|file| file.path != *path)
        }));
    }
    Ok(left)
}

/// The contract under `root`, with the files that it refers to.
pub(crate) fn document(root: &Path) -> Result<Document, Error> {
    let read = |name: &str| fs::read_to_string(root.join(name));
    Document::load(CONTRACT, &read).map_err(Error::Contract)
}

/// Everything that follows from the contract; nothing is written.
fn derive(root: &Path) -> Result<Vec<Derived>, Error> {
    let document = document(root)?;
    let generated = generate_all(&document).map_err(Error::Contract)?;
    examples::check(&document)?;
    let whole = Node::of(&document.for_others());
    let contract = published::of_operations(&whole, &only_events(&document));
    let ledger = Ledger::of(&document, &generated)?;
    let mut files = vec![
        Derived::new(CLIENT, generated.client),
        Derived::new(ledger::LEDGER, ledger.to_string()),
    ];
    files.push(Derived::new(TEST_CALLS, generated.calls));
    files.push(Derived::new(SANDBOX, generated.sandbox));
    let calls = generated.sdk.into_iter();
    files.extend(calls.map(|(name, text)| Derived::new(format!("{CALLS}/{name}"), text)));
    files.extend(published::published(root, &contract)?);
    files.extend(published::events(root, &whole)?);
    files.push(published::readme()?);
    files.extend(vectors::vectors(&document, &contract)?);
    files.push(guide::guide(&read(root, guide::GUIDE)?, &contract)?);
    Ok(files)
}

/// The contract as it is published, for tests of what follows from it.
#[cfg(test)]
pub(crate) fn contract(root: &Path) -> Node {
    let document = document(root).unwrap();
    published::of_operations(&Node::of(&document.for_others()), &only_events(&document))
}

#[cfg(test)]
mod tests;
