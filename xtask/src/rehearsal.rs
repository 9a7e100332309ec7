//! `cargo xtask rehearsal`: the maintainer's loop, played through on a copy of the workspace.

use std::path::Path;

use crate::edits;
use crate::error::Error;
use crate::regen::{CONTRACT, regen};
use crate::stage::Stage;

const PATHS: &str = "openapi/paths/tokens.yaml";
const SCHEMAS: &str = "openapi/schemas/tokens.yaml";
/// A field of the answer of the new operation.
const FIELD: (&str, &str) = (
    "      description: The token's id; missing once the token is deleted.\n",
    "      description: The token's id; missing once the token is deleted.
    rehearsed:
      type: string
      description: A field of the rehearsal.
",
);

/// A rename, which breaks every caller of the method.
const BREAKAGE: (&str, &str) = ("operationId: listTokens", "operationId: listApiTokens");
/// The version that it asks for.
const RAISE: (&str, &str) = ("  version: 0.10.1\n", "  version: 0.11.0\n");
/// Plays the loop through: edit, regen, build, call; then a breaking edit, and back. The short form
/// ends when a new resource has been called.
pub(crate) fn rehearsal(
    root: &Path,
    short: bool,
    progress: &dyn Fn(&str),
) -> Result<String, Error> {
    progress("copying the workspace");
    let stage = Stage::set(root, "rehearsal")?;
    if short {
        progress("adding a resource, and calling each of its operations");
        let contract = stage.read(CONTRACT)?;
        stage.write(CONTRACT, &edits::resources(contract, 1)?)?;
        regen(&stage.folder, false, progress)?;
        call_resource(&stage)?;
        return Ok("a resource was added by the contract alone, and called from Rust".to_owned());
    }
    let mut report = Vec::new();

    progress("adding every operation that the table of edits has as taken, a scheme and a field");
    let contract = stage.read(CONTRACT)?;
    stage.write(CONTRACT, &edits::all_at_once(contract)?)?;
    stage.edit(SCHEMAS, FIELD.0, FIELD.1)?;
    let said = stage.cargo("xtask regen")?.succeeding()?;
    expect("regen", &said, &["readRehearsal", "src/generated.rs"])?;
    stage.cargo("xtask regen --check")?.succeeding()?;
    report.push("operations, a scheme and a field were added by one edit and one command");

    progress("building the client's documentation and running its examples");
    for task in ["doc --no-deps", "test --doc"] {
        let task = format!("{task} --quiet -p opentact-client");
        stage.cargo(&task)?.succeeding()?;
    }
    report.push("the documentation builds and its examples run");

    progress("building, and calling what is new");
    stage.copy(
        "tests/rehearsal/new_operation.rs",
        "crates/opentact/examples/new_operation.rs",
    )?;
    let call = "run --quiet -p opentact --features rustls --example new_operation";
    let said = stage.cargo(call)?.succeeding()?;
    call_resource(&stage)?;
    let promised = [
        "GET /rest/rehearsal",
        "scheme carried: true",
        "field: yes",
        "form: sent, text: a,b, bytes: 3, public: 200",
    ];
    expect("the call", &said, &promised)?;
    let said = stage.cargo("xtask diff")?.succeeding()?;
    expect("diff", &said, &["readRehearsal"])?;
    report.push("the new operation was called from Rust, by the new scheme, and its field read");

    progress("breaking callers");
    stage.edit(PATHS, BREAKAGE.0, BREAKAGE.1)?;
    let said = stage.cargo("xtask diff")?.failing()?;
    expect("diff", &said, &["listApiTokens", "0.10.1"])?;
    stage.edit(CONTRACT, RAISE.0, RAISE.1)?;
    stage.cargo("xtask diff")?.succeeding()?;
    stage.edit(CONTRACT, RAISE.1, RAISE.0)?;
    stage.edit(PATHS, BREAKAGE.1, BREAKAGE.0)?;
    stage.cargo("xtask regen --check")?.succeeding()?;
    report.push("a breaking edit was red until the version was raised, and was undone");
    Ok(report.join("\n"))
}

/// Runs a program that calls each operation of the new resource, as the SDK has it.
fn call_resource(stage: &Stage) -> Result<(), Error> {
    let example = "crates/opentact/examples/widgets.rs";
    stage.copy("tests/rehearsal/widgets.rs", example)?;
    let call = "run --quiet -p opentact --no-default-features --features rustls --example widgets";
    let said = stage.cargo(call)?.succeeding()?;
    let promised = [
        "called: Some(3) of 26, then Some(4)",
        "page: 6 of Some(26), all: 26",
        "searched: Some(10) and Some(1)",
        "limits: kept",
        "others: 404 and 0, taken: 409, deleted: 404",
        "doubt: true, advice: true",
        "blocking: 26 found, size Some(4)",
        "public: example, otherwise Err(Configuration)",
        "killed: Some(\"kept\") is still there",
    ];
    expect("the calls of the resource", &said, &promised)
}

/// Checks that a text has all of these in it.
fn expect(what: &str, said: &str, promised: &[&str]) -> Result<(), Error> {
    match promised.iter().find(|text| !said.contains(*text)) {
        None => Ok(()),
        Some(missing) => Err(Error::failed(
            what,
            format!("it does not say {missing:?}:\n{said}"),
        )),
    }
}
