//! What can be asked of `cargo xtask`.

use clap::{Args, Parser, Subcommand};

/// Automation of this workspace.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
pub(crate) struct Flags {
    /// What to do.
    #[command(subcommand)]
    pub(crate) task: Task,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Regenerate the committed client from the contract
    ///
    /// Reads openapi/opentact.yaml and writes crates/opentact-client/src/generated.rs. A contract
    /// that breaks the rules in openapi/README.md is refused with all its findings, and the
    /// committed file stays as it is.
    Regen(Regen),
}

/// How to regenerate.
#[derive(Args, Debug)]
pub(crate) struct Regen {
    /// Write nothing; fail if a committed file is not what the contract gives
    #[arg(long)]
    pub(crate) check: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_flags_hold_together() {
        Flags::command().debug_assert();
    }

    #[test]
    fn check_is_off_unless_asked_for() {
        for (arguments, expected) in [
            (&["xtask", "regen"][..], false),
            (&["xtask", "regen", "--check"][..], true),
        ] {
            let Task::Regen(Regen { check }) = Flags::parse_from(arguments).task;
            assert_eq!(check, expected);
        }
    }
}
