//! Whether the client of an edited contract compiles, before anything is written.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::Error;

/// Compiles the client under `root`, whose build script reads the contract itself.
///
/// What depends on the client is not looked at: it may have to follow the edit first.
pub(super) fn client(root: &Path, say: &dyn Fn(&str)) -> Result<(), Error> {
    let what = "cargo check --package opentact-client";
    say(&format!(
        "{what}: does the client of this contract compile? (the first time takes a minute)"
    ));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["check", "--quiet", "--package", "opentact-client"])
        .args(["--no-default-features", "--features", "codegen,schemars"])
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .map_err(Error::unstarted(what))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Error::failed(
        what,
        format!(
            "the contract keeps to the dialect and its client does not compile; nothing was written\n{said}"
        ),
    ))
}
