//! The virtual environment of Python in which the strangers are installed, at their pinned versions.

use std::fs;
use std::path::{Path, PathBuf};

use super::FOLDER;
use crate::error::Error;
use crate::files::{read, read_if_any};
use crate::program::Program;

const PINS: &str = "tests/conformance/requirements.txt";
const STAMP: &str = "target/conformance/environment/.installed";

/// An environment that has what the pins say.
#[derive(Debug)]
pub(super) struct Environment {
    programs: PathBuf,
}

impl Environment {
    /// Installs it unless it is there as pinned.
    pub(super) fn install(root: &Path, say: &dyn Fn(&str)) -> Result<Self, Error> {
        let folder = root.join(FOLDER).join("environment");
        let programs = folder.join("bin");
        let environment = Self { programs };
        let pins = read(root, PINS)?;
        if read_if_any(root, STAMP)?.as_ref() != Some(&pins) {
            say("Python's packages are being installed, which takes about a minute");
            Program::new("python3", root)
                .args(["-m", "venv", "--clear"])
                .paths([&folder])
                .run()?
                .succeeding()?;
            Program::new(&environment.program("python"), root)
                .args(["-m", "pip", "install", "--quiet", "--no-deps"])
                .args(["--disable-pip-version-check", "--requirement", PINS])
                .run()?
                .succeeding()?;
            fs::write(root.join(STAMP), &pins).map_err(Error::unwritten(STAMP))?;
        }
        Ok(environment)
    }

    /// Where a program of it is.
    pub(super) fn program(&self, name: &str) -> String {
        self.programs.join(name).to_string_lossy().into_owned()
    }
}
