//! `cargo xtask rehearsal`: the maintainer's loop, played through on a copy of the workspace.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::program::Program;

/// The contract, from the copy's folder.
const CONTRACT: &str = "openapi/opentact.yaml";

/// Additions that break nobody: a scheme, an operation that takes it, and a field of its answer.
const ADDITIONS: [(&str, &str); 3] = [
    (
        "  securitySchemes:\n",
        "  securitySchemes:
    rehearsal:
      type: apiKey
      in: header
      name: X-Rehearsal
      description: A credential of the rehearsal.
",
    ),
    (
        "\ncomponents:\n",
        "
  /rest/rehearsal:
    get:
      operationId: readRehearsal
      tags: [Auth]
      summary: Read the rehearsal
      security:
        - rehearsal: []
      responses:
        \"200\":
          description: What was rehearsed.
          content:
            application/json:
              schema:
                $ref: \"#/components/schemas/TokenResponse\"
        \"401\":
          $ref: \"#/components/responses/Unauthorized\"

components:
",
    ),
    (
        "          description: The token's id; missing once the token is deleted.\n",
        "          description: The token's id; missing once the token is deleted.
        rehearsed:
          type: string
          description: A field of the rehearsal.
",
    ),
];

/// A rename, which breaks every caller of the method.
const BREAKAGE: (&str, &str) = ("operationId: listTokens", "operationId: listApiTokens");
/// The version that it asks for.
const RAISE: (&str, &str) = ("  version: 0.1.1\n", "  version: 0.2.0\n");
/// An edit that no generator takes.
const FAULT: (&str, &str) = ("operationId: readRehearsal", "operationId: createToken");

/// Plays the loop through: edit, regen, build, call; then a broken edit, then a breaking one.
pub(crate) fn rehearsal(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    let stage = Stage::set(root, progress)?;
    let mut report = Vec::new();

    progress("adding an operation, a scheme and a field");
    for edit in ADDITIONS {
        stage.edit(edit)?;
    }
    let said = stage.cargo(&["xtask", "regen"])?.succeeding()?;
    expect("regen", &said, &["readRehearsal", "rehearsal", CLIENT])?;
    stage.cargo(&["xtask", "regen", "--check"])?.succeeding()?;
    report.push("an operation, a scheme and a field were added by one edit and one command");

    progress("building, and calling what is new");
    stage.add_caller(root)?;
    let call = [
        "run",
        "--quiet",
        "-p",
        "opentact-client",
        "--example",
        "new_operation",
    ];
    let said = stage.cargo(&call)?.succeeding()?;
    let promised = ["GET /rest/rehearsal", "scheme carried: true", "field: yes"];
    expect("the call", &said, &promised)?;
    let said = stage.cargo(&["xtask", "diff"])?.succeeding()?;
    expect("diff", &said, &["readRehearsal"])?;
    report.push("the new operation was called from Rust, by the new scheme, and its field read");

    progress("breaking the document, then mending it");
    let good = stage.read(CONTRACT)?;
    stage.edit(FAULT)?;
    let before = stage.read(CLIENT)?;
    let said = stage.cargo(&["xtask", "regen"])?.failing()?;
    expect(
        "regen",
        &said,
        &["openapi/opentact.yaml:", "operation-id-unique"],
    )?;
    if stage.read(CLIENT)? != before {
        return Err(failed(
            "regen",
            "a broken contract has changed a derived file".to_owned(),
        ));
    }
    stage.write(CONTRACT, &good)?;
    report.push("a broken edit was refused with its line, and nothing was written");

    progress("breaking callers");
    stage.edit(BREAKAGE)?;
    let said = stage.cargo(&["xtask", "diff"])?.failing()?;
    expect("diff", &said, &["listApiTokens", "0.2.0"])?;
    stage.edit(RAISE)?;
    stage.cargo(&["xtask", "diff"])?.succeeding()?;
    report.push("a breaking edit was red until the version was raised");
    Ok(report.join("\n"))
}

const CLIENT: &str = "crates/opentact-client/src/generated.rs";

/// A copy of the workspace with a history of one commit.
struct Stage {
    folder: PathBuf,
    target: PathBuf,
}

impl Stage {
    fn set(root: &Path, progress: &dyn Fn(&str)) -> Result<Self, Error> {
        progress("copying the workspace");
        let place = root.join("target/rehearsal");
        let folder = place.join("copy");
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(write)?;
        }
        fs::create_dir_all(&folder).map_err(write)?;
        let list = place.join("files");
        let archive = place.join("files.tar");
        let files = Program::new("git", root)
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .run()?
            .succeeding()?;
        let there = files
            .split('\0')
            .filter(|file| root.join(file).symlink_metadata().is_ok());
        let there: Vec<&str> = there.filter(|file| !file.is_empty()).collect();
        fs::write(&list, there.join("\0")).map_err(write)?;
        let pack = Program::new("tar", root)
            .args(["--null", "-cf"])
            .paths([&archive])
            .args(["-T"]);
        pack.paths([&list]).run()?.succeeding()?;
        let unpack = Program::new("tar", &folder).args(["-xf"]).paths([&archive]);
        unpack.run()?.succeeding()?;
        for arguments in [
            &["init", "--quiet"][..],
            &["add", "--all"],
            &[
                "-c",
                "user.name=rehearsal",
                "-c",
                "user.email=rehearsal@example.com",
                "commit",
                "--quiet",
                "-m",
                "as it was",
            ],
        ] {
            Program::new("git", &folder)
                .args(arguments.iter().copied())
                .run()?
                .succeeding()?;
        }
        let target = place.join("target");
        Ok(Self { folder, target })
    }

    /// Replaces a text of the contract, which has to be there once.
    fn edit(&self, (from, to): (&str, &str)) -> Result<(), Error> {
        let text = self.read(CONTRACT)?;
        if text.matches(from).count() != 1 {
            let message = format!("{from:?} is not in the contract exactly once");
            return Err(failed("an edit of the rehearsal", message));
        }
        self.write(CONTRACT, &text.replacen(from, to, 1))
    }

    fn write(&self, file: &str, text: &str) -> Result<(), Error> {
        fs::write(self.folder.join(file), text).map_err(write)
    }

    fn read(&self, file: &str) -> Result<String, Error> {
        fs::read_to_string(self.folder.join(file)).map_err(|source| Error::Read {
            file: file.to_owned(),
            source,
        })
    }

    fn add_caller(&self, root: &Path) -> Result<(), Error> {
        let examples = self.folder.join("crates/opentact-client/examples");
        fs::create_dir_all(&examples).map_err(write)?;
        let from = root.join("tests/rehearsal/new_operation.rs");
        fs::copy(from, examples.join("new_operation.rs"))
            .map_err(write)
            .map(drop)
    }

    fn cargo(&self, arguments: &[&str]) -> Result<crate::program::Outcome, Error> {
        Program::new(env!("CARGO"), &self.folder)
            .args(arguments.iter().copied())
            .variable("CARGO_TARGET_DIR", &self.target)
            .run()
    }
}

/// Checks that a text has all of these in it.
fn expect(what: &str, said: &str, promised: &[&str]) -> Result<(), Error> {
    match promised.iter().find(|text| !said.contains(*text)) {
        None => Ok(()),
        Some(missing) => Err(failed(
            what,
            format!("it does not say {missing:?}:\n{said}"),
        )),
    }
}

fn failed(what: &str, message: String) -> Error {
    Error::Failed {
        what: what.to_owned(),
        message,
    }
}

fn write(source: std::io::Error) -> Error {
    Error::Write {
        file: "target/rehearsal".to_owned(),
        source,
    }
}
