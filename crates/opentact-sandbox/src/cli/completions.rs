//! Completion of the options in a shell.

use std::io::{Write, stdout};

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Arguments, Failure};

/// Prints what a shell has to read.
pub(crate) fn print(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(shell, &mut command, env!("CARGO_BIN_NAME"), &mut script);
    Ok(stdout().write_all(&script)?)
}
