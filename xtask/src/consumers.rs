//! `cargo xtask consumers`: crates outside the workspace, built from what would be published.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::files::emptied;
use crate::program::Program;

/// The crates that are published, in the order of their dependencies.
const PUBLISHED: [&str; 5] = [
    "opentact-codegen",
    "opentact-client",
    "opentact",
    "opentact-session-stores",
    "opentact-sandbox",
];
/// The crates under `tests/consumers`.
const CONSUMERS: [&str; 3] = ["generated", "committed", "sdk"];
/// What each of them says when it has logged in.
const GREETING: &str = "logged in as me@example.com";

/// Packs the published crates, unpacks the tarballs, and runs each consumer against them.
pub(crate) fn consumers(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    let place = root.join("target/consumers");
    let tarballs = place.join("crates");
    emptied(&tarballs)?;
    progress("packing the published crates");
    pack(root)?;
    let patches = PUBLISHED
        .iter()
        .map(|name| Ok((*name, unpack(root, name, &tarballs)?)))
        .collect::<Result<Vec<_>, Error>>()?;
    let mut report = Vec::new();
    for name in CONSUMERS {
        progress(&format!("building and running the consumer `{name}`"));
        let folder = place.join(name);
        copy(root, name, &folder)?;
        let said = run(&folder, &place, &patches)?;
        if said.trim() != GREETING {
            return Err(Error::failed(
                name,
                format!("it said {said:?} instead of {GREETING:?}"),
            ));
        }
        report.push(format!(
            "consumer `{name}`: built from the tarballs, {GREETING}"
        ));
    }
    Ok(report.join("\n"))
}

fn pack(root: &Path) -> Result<(), Error> {
    let arguments = ["package", "--no-verify", "--allow-dirty", "--quiet"];
    let packages = PUBLISHED.iter().flat_map(|name| ["--package", name]);
    let command = cargo(root).args(arguments).args(packages);
    command.run()?.succeeding().map(drop)
}

/// Unpacks a tarball and gives the folder that it holds.
fn unpack(root: &Path, name: &str, into: &PathBuf) -> Result<PathBuf, Error> {
    let stem = format!("{name}-{}", env!("CARGO_PKG_VERSION"));
    let tarball = root.join("target/package").join(format!("{stem}.crate"));
    // As new: the files of every tarball are of 2006, and cargo would take them for those of the last run.
    let command = Program::new("tar", root).args(["-xmzf"]).paths([&tarball]);
    command.args(["-C"]).paths([into]).run()?.succeeding()?;
    Ok(into.join(stem))
}

/// Copies a consumer out of the workspace's sight.
fn copy(root: &Path, name: &str, folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder.join("src")).map_err(Error::unwritten(folder))?;
    for file in ["Cargo.toml", "src/main.rs"] {
        let from = root.join("tests/consumers").join(name).join(file);
        fs::copy(from, folder.join(file)).map_err(Error::unwritten(folder))?;
    }
    Ok(())
}

fn run(folder: &Path, place: &Path, patches: &[(&str, PathBuf)]) -> Result<String, Error> {
    let patches: Vec<String> = patches
        .iter()
        .map(|(name, folder)| format!("patch.crates-io.{name}.path={folder:?}"))
        .collect();
    cargo(folder)
        .args(["run", "--quiet"])
        .args(patches.iter().flat_map(|patch| ["--config", patch]))
        .variable("CARGO_TARGET_DIR", place.join("target"))
        .run()?
        .succeeding()
}

fn cargo(folder: &Path) -> Program {
    Program::new(env!("CARGO"), folder)
}
