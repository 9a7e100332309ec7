//! The servers that others use for the same purpose, installed from npm as pinned.

use std::fs;
use std::path::{Path, PathBuf};

use super::FOLDER;
use crate::error::Error;
use crate::files::{read, read_if_any};
use crate::program::Program;

/// What is installed, with its lock.
const PINS: [&str; 2] = ["tests/bench/package.json", "tests/bench/package-lock.json"];
/// The lock that the installed packages come from; npm removes it with them.
const STAMP: &str = "target/bench/peers/node_modules/.opentact-lock.json";

/// Installs them unless they are there as pinned; the folder of their packages.
///
/// # Errors
///
/// When npm fails, or there is none.
pub(super) fn install(root: &Path, progress: &dyn Fn(&str)) -> Result<PathBuf, Error> {
    let folder = root.join(FOLDER).join("peers");
    fs::create_dir_all(&folder).map_err(write(FOLDER))?;
    for file in PINS {
        let name = file.rsplit('/').next().unwrap_or(file);
        fs::write(folder.join(name), read(root, file)?).map_err(write(name))?;
    }
    let [_, lock] = PINS;
    let lock = read(root, lock)?;
    if read_if_any(root, STAMP)?.as_ref() != Some(&lock) {
        progress("Prism and emulate are being installed by npm");
        Program::new(if cfg!(windows) { "npm.cmd" } else { "npm" }, &folder)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .run()?
            .succeeding()?;
        fs::write(root.join(STAMP), &lock).map_err(write(STAMP))?;
    }
    Ok(folder.join("node_modules"))
}

fn write(file: &str) -> impl FnOnce(std::io::Error) -> Error {
    let file = file.to_owned();
    |source| Error::Write { file, source }
}
