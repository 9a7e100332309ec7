//! Regeneration in a workspace of its own, with the real contract.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;
use crate::published::Models;

/// A workspace with the real contract and what the derivation reads, and nothing derived yet.
fn workspace() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let client = "crates/opentact-client";
    for folder in ["src", "examples"] {
        fs::create_dir_all(root.path().join(client).join(folder)).unwrap();
    }
    for folder in ["openapi", "crates/opentact/examples"] {
        fs::create_dir_all(root.path().join(folder)).unwrap();
    }
    for file in [
        CONTRACT,
        published::FRAME,
        guide::GUIDE,
        "crates/opentact-client/src/json_schema.rs",
        "crates/opentact-client/examples/schemas.rs",
        "crates/opentact/examples/event_schemas.rs",
    ] {
        fs::copy(crate::root().join(file), root.path().join(file)).unwrap();
    }
    for folder in ["crates/opentact/src/events", published::EXAMPLES] {
        fs::create_dir_all(root.path().join(folder)).unwrap();
        for entry in fs::read_dir(crate::root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap();
                fs::copy(&path, root.path().join(folder).join(name)).unwrap();
            }
        }
    }
    root
}

fn run(root: &TempDir, check: bool) -> Result<String, Error> {
    regen_with(root.path(), check, &told)
}

/// The schemas: made up for the API, and as they are published for the events.
fn told(models: &'static Models) -> Result<Value, Error> {
    if std::ptr::eq(models, &published::API) {
        return Ok(json!({ "Thing": true }));
    }
    let path = "openapi/published/events.schemas.json";
    let file = Derived::new(path, read(crate::root(), path)?);
    Ok(published::definitions(&file))
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

fn edit(root: &TempDir, from: &str, to: &str) {
    let path = root.path().join(CONTRACT);
    let yaml = fs::read_to_string(&path).unwrap();
    assert!(yaml.contains(from), "{from}");
    fs::write(&path, yaml.replacen(from, to, 1)).unwrap();
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
fn schemas_are_asked_for_only_when_their_sources_changed() {
    let root = workspace();
    run(&root, false).unwrap();
    let nobody = |_: &'static Models| panic!("asked without need");
    regen_with(root.path(), false, &nobody).unwrap();
    let path = root
        .path()
        .join("crates/opentact-client/src/json_schema.rs");
    fs::write(path, "//! Another text.\n").unwrap();
    let error = regen_with(root.path(), true, &nobody).unwrap_err();
    insta::assert_snapshot!(error, @"
    openapi/published/opentact.schemas.json: stale (it is not what its sources give)
    openapi/published/events.schemas.json: stale (it is not what its sources give)
    run `cargo xtask regen` and commit what it writes
    ");
    let report = run(&root, false).unwrap();
    assert!(
        report.contains("opentact.schemas.json: rewritten (+1/-1 lines)"),
        "{report}"
    );
    let path = root.path().join("openapi/published/opentact.schemas.json");
    let by_hand = fs::read_to_string(&path).unwrap().replace("Thing", "Other");
    fs::write(&path, by_hand).unwrap();
    regen_with(root.path(), true, &nobody).unwrap_err();
    run(&root, false).unwrap();
    run(&root, true).unwrap();
}

#[test]
fn a_client_that_does_not_build_leaves_every_file_alone() {
    let root = workspace();
    let before = files(&root);
    let error = regen_with(root.path(), false, &|_| {
        Err(Error::Failed {
            what: "cargo".to_owned(),
            message: "as planned".to_owned(),
        })
    });
    error.unwrap_err();
    assert_eq!(files(&root), before);
}

/// Ways to break the contract: an edit, and what is said about it.
const BROKEN: [(&str, &str, &str); 8] = [
    ("paths:\n", "paths:\n  - : [\n", "mend the YAML"),
    (
        "schemas/AuthenticateResponse\"",
        "schemas/Nobody\"",
        "[reference-exists]",
    ),
    (
        "operationId: createToken\n",
        "operationId: listTokens\n",
        "[operation-id-unique]",
    ),
    (
        "  /rest/token/all:\n",
        "  /rest/token/{uuid}:\n",
        "[path-unique]",
    ),
    ("\"429\":", "default:", "[no-default-response]"),
    ("- basic: []", "- basics: []", "[security-known]"),
    ("        ttl: 60\n", "        ttl: 59\n", "[example-fits]"),
    (
        "format: uuid\n          example: bac27d93",
        "format: uuid\n          example: xbac27d93",
        "[example-fits]",
    ),
];

#[test]
fn a_broken_contract_is_told_by_its_line_and_leaves_every_file_alone() {
    for (from, to, expected) in BROKEN {
        let root = workspace();
        edit(&root, from, to);
        let before = files(&root);
        for check in [true, false] {
            let error = run(&root, check).unwrap_err().to_string();
            assert!(error.contains(expected), "{to:?}: {error}");
            let first = error.lines().next().unwrap();
            let place = first.strip_prefix("openapi/opentact.yaml:").unwrap();
            let mut parts = place.split(':');
            for _ in ["line", "column"] {
                let number: u32 = parts.next().unwrap().parse().unwrap();
                assert!(number > 0, "{error}");
            }
            assert!(first.contains("; "), "a remedy: {error}");
            assert_eq!(files(&root), before, "{to:?}");
        }
    }
}

#[test]
fn the_committed_files_are_what_the_contract_gives() {
    regen(crate::root(), true).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_missing_contract_is_named() {
    let root = tempfile::tempdir().unwrap();
    let error = regen(root.path(), false).unwrap_err();
    assert_eq!(error.to_string(), format!("{CONTRACT} cannot be read"));
}
