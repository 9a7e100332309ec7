//! `cargo xtask`: what is done to this workspace by program.

mod bench;
mod built;
mod campaign;
mod chaos;
mod conformance;
mod consumers;
mod diff;
mod edits;
mod embedding;
mod error;
mod examples;
mod files;
mod flags;
mod fuzz;
mod generators;
mod guide;
mod ledger;
mod lint;
mod node;
mod operations;
mod program;
mod published;
mod regen;
mod rehearsal;
mod schemes;
mod script;
mod stage;
mod vectors;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;

use clap::Parser;

use flags::{Bench, Flags, Task};

fn main() -> ExitCode {
    let outcome = match Flags::parse().task {
        Task::Bench(Bench::Calls) => bench::sdk("calls", root(), &say),
        Task::Bench(Bench::Compile) => bench::compile(root(), &say),
        Task::Bench(Bench::Events) => bench::sdk("events", root(), &say),
        Task::Bench(Bench::Sandbox) => bench::sandbox(root(), &say),
        Task::Campaign { only, short } => campaign::campaign(root(), &only, short, &say),
        Task::Chaos { seconds, seed } => chaos::chaos(root(), seconds, seed),
        Task::Conformance { only, seeds } => conformance::conformance(root(), &only, seeds, &say),
        Task::Consumers => consumers::consumers(root(), &say),
        Task::Diff { base } => diff::diff(root(), base.as_deref()),
        Task::Embedding => embedding::embedding(root(), &say),
        Task::Fuzz { target, seconds } => fuzz::fuzz(root(), target.as_deref(), seconds, &say),
        Task::Generators { only } => generators::generators(root(), &only, &say),
        Task::Lint => lint::lint(root(), &say),
        Task::Rehearsal { short } => rehearsal::rehearsal(root(), short, &say),
        Task::Regen { check } => regen::regen(root(), check, &say).map(with_summary),
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

/// The report of `regen`, and under it what the contract's changes mean.
fn with_summary(report: String) -> String {
    // Outside a checkout there is nothing to compare with, and nothing wrong with regenerating.
    let summary = diff::summary(root()).unwrap_or_else(|cause| format!("not compared: {cause}"));
    format!("{report}\n\n{summary}")
}

/// The folder of the workspace: the one that Cargo runs this program from or, started by hand, the
/// one in which it was built.
fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let built_in = || env!("CARGO_MANIFEST_DIR").into();
        let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(built_in));
        package.parent().unwrap_or(&package).to_owned()
    });
    &ROOT
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
