//! Regeneration in a workspace of its own, with the real contract.

use std::collections::BTreeMap;
use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::stage::Stage;

mod edits;

/// A workspace with the real contract and what the derivation reads, and nothing derived yet.
fn workspace() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let mut files = document(crate::root()).unwrap().files().to_vec();
    files.extend([published::FRAME, guide::GUIDE].map(str::to_owned));
    let examples = names_in(crate::root(), published::EXAMPLES).unwrap();
    files.extend(
        examples
            .iter()
            .map(|it| format!("{}/{it}", published::EXAMPLES)),
    );
    for file in files {
        let path = root.path().join(&file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::copy(crate::root().join(file), path).unwrap();
    }
    root
}

fn run(root: &TempDir, check: bool) -> Result<String, Error> {
    regen_with(root.path(), check, &|| Ok(()))
}

/// Every file under a folder, by its path.
fn files(root: &TempDir) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.clone(), fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// Edits the first file of the contract that has a text; says which.
fn edit(root: &TempDir, from: &str, to: &str) -> String {
    for file in document(crate::root()).unwrap().files() {
        let path = root.path().join(file);
        let yaml = fs::read_to_string(&path).unwrap();
        if yaml.contains(from) {
            fs::write(&path, yaml.replacen(from, to, 1)).unwrap();
            return file.clone();
        }
    }
    panic!("{from}");
}

#[test]
fn what_is_missing_is_written_and_then_left_alone() {
    let root = workspace();
    let report = run(&root, false).unwrap();
    let lines = report.lines().filter(|line| line.contains("rewritten (+"));
    // The guide is the real one, which is up to date.
    assert_eq!(lines.count(), report.lines().count() - 1, "{report}");
    let before = files(&root);
    for check in [false, true] {
        let report = run(&root, check).unwrap();
        assert!(
            report.lines().all(|line| line.ends_with(": unchanged")),
            "{report}"
        );
        assert_eq!(files(&root), before);
    }
    let temporary = before
        .keys()
        .filter(|path| path.extension().is_some_and(|it| it == "tmp"));
    assert_eq!(temporary.count(), 0);
}

#[test]
fn a_check_writes_nothing_and_names_files_and_command() {
    let root = workspace();
    run(&root, false).unwrap();
    for (file, mark) in [
        (CLIENT, "pub mod types"),
        ("crates/opentact-client/surface.txt", "struct types::User"),
        ("openapi/published/opentact.yaml", "openapi:"),
        ("tests/vectors/authenticate.json", "{"),
        ("openapi/published/index.html", "<h1>"),
    ] {
        let path = root.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replacen(mark, &format!("// by hand\n{mark}"), 1)).unwrap();
    }
    let before = files(&root);
    insta::assert_snapshot!(run(&root, true).unwrap_err(), @"
    crates/opentact-client/src/generated.rs: stale (+0/-1 lines)
    crates/opentact-client/surface.txt: stale (+0/-1 lines)
    openapi/published/opentact.yaml: stale (+0/-1 lines)
    openapi/published/index.html: stale (+0/-1 lines)
    tests/vectors/authenticate.json: stale (+0/-1 lines)
    run `cargo xtask regen` and commit what it writes
    ");
    assert_eq!(files(&root), before);
    run(&root, false).unwrap();
    run(&root, true).unwrap();
}

#[test]
fn what_a_renamed_operation_leaves_behind_is_stale_and_goes() {
    let root = workspace();
    run(&root, false).unwrap();
    edit(
        &root,
        "operationId: listTokens\n",
        "operationId: listApiTokens\n",
    );
    let error = run(&root, true).unwrap_err().to_string();
    let left = "tests/vectors/listTokens.json: stale (nothing in the contract gives it any more)";
    assert!(error.contains(left), "{error}");
    let report = run(&root, false).unwrap();
    assert!(
        report.contains("tests/vectors/listTokens.json: removed"),
        "{report}"
    );
    assert!(!root.path().join("tests/vectors/listTokens.json").exists());
    run(&root, true).unwrap();
}

#[test]
fn new_code_is_compiled_before_anything_is_written_and_nothing_else_is() {
    let root = workspace();
    run(&root, false).unwrap();
    let nobody = || panic!("compiled without need");
    regen_with(root.path(), false, &nobody).unwrap();
    // A published text alone is no code.
    edit(
        &root,
        "summary: A name and the shortest life",
        "summary: A name",
    );
    regen_with(root.path(), true, &nobody).unwrap_err();
    regen_with(root.path(), false, &nobody).unwrap();
}

/// The real loop, on a copy in which nothing but the client and its generator compiles.
#[test]
fn the_loop_never_locks_whatever_stands_around_the_contract() {
    let stage = Stage::set(crate::root(), "loop").unwrap();
    for broken in ["opentact", "opentact-sandbox"] {
        let file = format!("crates/{broken}/src/lib.rs");
        stage.write(&file, "fn half(").unwrap();
    }
    let derived = |file: &str| stage.read(file).unwrap();
    let committed = [CLIENT, ledger::LEDGER].map(derived);
    let tokens = "openapi/schemas/tokens.yaml";
    let (first, second) = (
        "      description: The token's id; missing once the token is deleted.\n",
        "      description: The token's id, which a change takes.\n",
    );
    let with = |line: &str, field: &str| {
        format!("{line}    {field}:\n      type: string\n      description: New.\n")
    };
    let go = || regen(&stage.folder, false, &|_| {}).unwrap_or_else(|error| panic!("{error}"));
    stage.edit(tokens, first, &with(first, "color")).unwrap();
    stage.edit(tokens, second, &with(second, "shape")).unwrap();
    assert!(go().contains("generated.rs: rewritten"));
    let lines = derived(ledger::LEDGER);
    assert!(
        lines.contains("field types::Token.color") && lines.contains("types::CreatedToken.shape")
    );
    stage.edit(tokens, &with(first, "color"), first).unwrap();
    stage.edit(tokens, &with(second, "shape"), second).unwrap();
    go();
    assert_eq!([CLIENT, ledger::LEDGER].map(derived), committed);
    regen(&stage.folder, true, &|_| {}).unwrap();

    // What does not compile stops it before anything is written.
    stage
        .write("crates/opentact-client/src/lib.rs", "fn half(")
        .unwrap();
    stage.edit(tokens, first, &with(first, "color")).unwrap();
    let error = regen(&stage.folder, false, &|_| {})
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("its client does not compile; nothing was written"),
        "{error}"
    );
    assert_eq!([CLIENT, ledger::LEDGER].map(derived), committed);
}

#[test]
fn the_committed_files_are_what_the_contract_gives() {
    regen(crate::root(), true, &|_| {}).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_missing_contract_is_named() {
    let root = tempfile::tempdir().unwrap();
    let error = regen(root.path(), false, &|_| {}).unwrap_err();
    assert!(error.to_string().contains(CONTRACT), "{error}");
}
