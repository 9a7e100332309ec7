//! The command, installed as the README says.

use std::path::{Path, PathBuf};

use super::FOLDER;
use crate::error::Error;
use crate::program::Program;

const NAME: &str = "opentact-sandbox";

/// Installs the command, from what other tasks have built already, and asks for its version.
pub(super) fn install(root: &Path, progress: &dyn Fn(&str)) -> Result<PathBuf, Error> {
    progress("installing the command");
    let installed = root.join(FOLDER).join("installed");
    let path = format!("crates/{NAME}");
    Program::new(env!("CARGO"), root)
        .args(["install", "--quiet", "--debug", "--locked", "--force"])
        .args(["--path", &path, "--root"])
        .paths([&installed])
        .run()?
        .succeeding_at("cargo install")?;
    let binary = installed
        .join("bin")
        .join(format!("{NAME}{}", std::env::consts::EXE_SUFFIX));
    let said = Program::new(&binary.to_string_lossy(), root)
        .args(["--version"])
        .run()?
        .succeeding()?;
    progress(&format!("installed {}", said.trim_end()));
    Ok(binary)
}
