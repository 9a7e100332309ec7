//! The command `opentact-sandbox`.

use std::process::ExitCode;

use clap::Parser;

mod cli;

fn main() -> ExitCode {
    // First of all, as the parent may be gone at any time.
    let parent = cli::Parent::now();
    match sandbox(cli::Arguments::parse(), parent) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            cli::complain(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn sandbox(arguments: cli::Arguments, parent: cli::Parent) -> Result<(), cli::Failure> {
    let parent = arguments.exit_with_parent.then_some(parent);
    let runtime = cli::runtime()?;
    let outcome = runtime.block_on(cli::run(arguments, parent));
    // What is still at work is for a request that nobody answers any more.
    runtime.shutdown_background();
    outcome
}
