//! `cargo xtask`: what is done to this workspace by program.

mod error;
mod files;
mod flags;
mod regen;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use flags::{Flags, Task};

fn main() -> ExitCode {
    let outcome = match Flags::parse().task {
        Task::Regen(flags) => regen::regen(root(), flags.check),
    };
    match outcome {
        Ok(report) => {
            say(&report);
            ExitCode::SUCCESS
        }
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace, in which this program was built.
fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

#[expect(
    clippy::print_stdout,
    reason = "the one place that reports what was done"
)]
fn say(report: &str) {
    println!("{report}");
}

#[expect(
    clippy::print_stderr,
    reason = "the one place that reports what went wrong"
)]
fn complain(error: &dyn std::error::Error) {
    eprintln!("{error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        eprintln!("  because: {error}");
        cause = error.source();
    }
}
