//! `cargo xtask embedding`: the sandbox in tests of other languages, by the fixtures on their page.

use std::path::Path;

use crate::error::Error;
use crate::program::Program;
use crate::script::{self, Script};

/// The folder under `tests` and under `target`.
const KIND: &str = "embedding";
const PHASES: [&str; 6] = ["install", "good", "missing", "broken", "silent", "killed"];

/// Installs the command as users do, and runs the code of the page with it: as it should be, and
/// with what can be wrong.
///
/// # Errors
///
/// When a suite ends otherwise than it should, or a sandbox outlives it.
pub(crate) fn embedding(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    progress("installing the command");
    let installed = root.join("target").join(KIND).join("installed");
    Program::new(env!("CARGO"), root)
        .args(["install", "--quiet", "--debug", "--locked", "--force"])
        .args(["--path", "crates/opentact-sandbox", "--root"])
        .paths([&installed])
        .run()?
        .succeeding_at("cargo install")?;
    let sandbox = installed.join("bin/opentact-sandbox");
    let names = script::names(root, KIND)?;
    for name in &names {
        let script = Script::new(root, KIND, name, progress)?;
        for phase in PHASES {
            script.run(&[phase], &[("SANDBOX", &sandbox)], &[])?;
        }
    }
    let names = names.join(", ");
    Ok(format!("as expected, and no sandbox is left: {names}"))
}
