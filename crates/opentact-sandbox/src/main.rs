//! The command `opentact-sandbox`.

use std::{num::NonZero, process::ExitCode, thread};

use clap::Parser;
use tokio::runtime;

mod cli;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    // Passwords take one thread for each processor and the database takes one at a time: more
    // would only cost memory.
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let outcome = runtime::Builder::new_multi_thread()
        .max_blocking_threads(processors + 2)
        .enable_all()
        .build()
        .map_err(cli::Failure::from)
        .and_then(|runtime| runtime.block_on(cli::run(arguments)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            cli::complain(&failure);
            ExitCode::FAILURE
        }
    }
}
