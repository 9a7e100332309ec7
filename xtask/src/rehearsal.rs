//! `cargo xtask rehearsal`: the maintainer's loop, played through on a copy of the workspace.

use std::path::Path;

use crate::edits;
use crate::error::Error;
use crate::regen::CONTRACT;
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

/// A second edit, of a schema that the SDK and the sandbox build.
const SECOND: (&str, &str) = (
    "      description: The token's id, which a change takes.\n",
    "      description: The token's id, which a change takes.
    rehearsed_twice:
      type: string
      description: Another field of the rehearsal.
",
);
/// A rename, which breaks every caller of the method.
const BREAKAGE: (&str, &str) = ("operationId: listTokens", "operationId: listApiTokens");
/// The version that it asks for.
const RAISE: (&str, &str) = ("  version: 0.7.0\n", "  version: 0.8.0\n");
/// An edit that no generator takes.
const FAULT: (&str, &str) = ("operationId: readRehearsal", "operationId: createToken");

/// Plays the loop through: edit, regen, build, call; then a broken edit, then a breaking one.
pub(crate) fn rehearsal(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    progress("copying the workspace");
    let stage = Stage::set(root, "rehearsal", &root.join("target/rehearsal/target"))?;
    let mut report = Vec::new();

    progress("adding every operation that the table of edits has as taken, a scheme and a field");
    let contract = stage.read(CONTRACT)?;
    stage.write(CONTRACT, &edits::all_at_once(contract)?)?;
    stage.edit(SCHEMAS, FIELD.0, FIELD.1)?;
    let said = stage.cargo(&["xtask", "regen"])?.succeeding()?;
    expect("regen", &said, &["readRehearsal", CLIENT])?;
    stage.cargo(&["xtask", "regen", "--check"])?.succeeding()?;
    report.push("operations, a scheme and a field were added by one edit and one command");

    progress("building the client's documentation and running its examples");
    for task in ["doc --no-deps", "test --doc"] {
        let arguments = task.split(' ').chain(["--quiet", "-p", "opentact-client"]);
        stage.cargo(&arguments.collect::<Vec<_>>())?.succeeding()?;
    }
    report.push("the documentation builds and its examples run");

    progress("building, and calling what is new");
    stage.copy(
        "tests/rehearsal/new_operation.rs",
        "crates/opentact/examples/new_operation.rs",
    )?;
    let call = [
        "run",
        "--quiet",
        "-p",
        "opentact",
        "--features",
        "rustls",
        "--example",
        "new_operation",
    ];
    let said = stage.cargo(&call)?.succeeding()?;
    let promised = [
        "GET /rest/rehearsal",
        "scheme carried: true",
        "field: yes",
        "form: sent, text: a,b, bytes: 3, public: 501",
    ];
    expect("the call", &said, &promised)?;
    let said = stage.cargo(&["xtask", "diff"])?.succeeding()?;
    expect("diff", &said, &["readRehearsal"])?;
    report.push("the new operation was called from Rust, by the new scheme, and its field read");

    progress("a second edit, and back again");
    let (from, to) = SECOND;
    stage.edit(SCHEMAS, from, to)?;
    let said = stage.cargo(&["xtask", "regen"])?.succeeding()?;
    expect("regen", &said, &[CLIENT])?;
    stage.edit(SCHEMAS, to, from)?;
    stage.cargo(&["xtask", "regen"])?.succeeding()?;
    stage.cargo(&["xtask", "regen", "--check"])?.succeeding()?;
    report.push("a second field was added and taken back, each by one command");

    progress("breaking the document, then mending it");
    let good = stage.read(CONTRACT)?;
    stage.edit(CONTRACT, FAULT.0, FAULT.1)?;
    let before = stage.read(CLIENT)?;
    let said = stage.cargo(&["xtask", "regen"])?.failing()?;
    expect("regen", &said, &[PATHS, "operation-id-unique"])?;
    if stage.read(CLIENT)? != before {
        return Err(Error::failed(
            "regen",
            "a broken contract has changed a derived file",
        ));
    }
    stage.write(CONTRACT, &good)?;
    report.push("a broken edit was refused with its line, and nothing was written");

    progress("breaking callers");
    stage.edit(PATHS, BREAKAGE.0, BREAKAGE.1)?;
    let said = stage.cargo(&["xtask", "diff"])?.failing()?;
    expect("diff", &said, &["listApiTokens", "0.8.0"])?;
    stage.edit(CONTRACT, RAISE.0, RAISE.1)?;
    stage.cargo(&["xtask", "diff"])?.succeeding()?;
    report.push("a breaking edit was red until the version was raised");
    Ok(report.join("\n"))
}

const CLIENT: &str = "crates/opentact-client/src/generated.rs";

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
