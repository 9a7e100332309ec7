//! What the process does besides being a sandbox.

use clap::Args;
use clap_complete::Shell;

#[derive(Args, Debug)]
#[command(next_help_heading = "Process")]
pub(crate) struct Process {
    /// Stop when the process that started it is gone, however that ended
    ///
    /// On Unix it stops within half a second after its parent process has ended, by kill -9 as
    /// well; its stdin does not matter. Elsewhere it stops when its stdin ends, so give it a pipe.
    /// The parent is whoever called it: with a shell between, that is the shell.
    #[arg(long)]
    pub(crate) exit_with_parent: bool,

    /// Print what completes the options in this shell, and do nothing else
    ///
    /// For bash, for example: opentact-sandbox --completions bash >
    /// ~/.local/share/bash-completion/completions/opentact-sandbox
    #[arg(long, value_name = "SHELL", value_enum, exclusive = true)]
    pub(crate) completions: Option<Shell>,
}
