//! What can be asked of `cargo xtask`.

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};

use crate::conformance::Part;

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
    /// Measure what this workspace builds beside what others use
    #[command(subcommand)]
    Bench(Bench),

    /// Run the long trials one after the other, and tell the verdict and the time of each
    ///
    /// A trial that fails stops none of the others.
    Campaign {
        /// Only these, in the campaign's order; all by default
        #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(crate::campaign::names()))]
        only: Vec<String>,

        /// Run each as briefly as every change can afford, and leave out what has no such form
        #[arg(long)]
        short: bool,
    },

    /// Drop the connections of event streams at random, and check that nothing is lost unannounced
    ///
    /// Fails when an event came twice, out of order, or not at all without a gap that was
    /// announced. The rules are in tests/chaos/main.rs.
    Chaos {
        /// For how long, in seconds
        #[arg(long, value_name = "N", default_value_t = 300)]
        seconds: u32,

        /// Where chance begins, as a failed run has told it; another each time by default
        #[arg(long, value_name = "N")]
        seed: Option<u64>,
    },

    /// Have others judge the sandbox by the contract, and both sides of the event service
    ///
    /// The contract by Schemathesis; WebSocket by the 301 Autobahn cases without
    /// compression, for the sandbox and for the client; and the event service by Python's websockets.
    /// Needs Python 3 with venv and pip; the pins are in tests/conformance/requirements.txt. Takes
    /// about seven minutes. The reports stay in target/conformance, to be read in a browser.
    Conformance {
        /// Only these; all by default
        #[arg(value_name = "PART")]
        only: Vec<Part>,

        /// From how many seeds Schemathesis begins, 1 to 3
        #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=3))]
        seeds: u8,
    },

    /// Build crates outside the workspace from what would be published, and let them log in
    Consumers,

    /// Say what changed in the contract, whether that breaks callers, and which version it needs
    ///
    /// Compares two ledgers (crates/opentact-client/surface.txt), line by line, and says what each
    /// change means. A line that is gone or changed breaks callers and a new one is an addition, but
    /// bounds go by their direction, and so does whatever no longer compiles in a caller.
    ///
    /// Below 1.0 a breaking change needs the next minor version and an addition asks for the next
    /// patch; from 1.0 on, the next major and the next minor. The task fails when a breaking change
    /// has not raised `info.version` that far, or when the version went down.
    Diff {
        /// The revision to compare with; by default the one that set the contract's present version
        ///
        /// By default that is the commit since which the contract has had its present `info.version`,
        /// or the newest one while a raised version is not committed. Where several commits are judged
        /// at once, as before a merge, name the branch that they go to.
        #[arg(long, value_name = "REV")]
        base: Option<String>,
    },

    /// Run the fixtures for pytest, vitest and JUnit that the sandbox's page shows
    ///
    /// Installs the command by `cargo install`, takes the code from FIXTURES.md, and runs it with
    /// the command, without it, with one that is broken or says nothing, and with tests that are
    /// killed. Needs Python 3 with venv and pip, Node with npm, a JDK, and Debian's package junit5.
    /// The logs stay in target/embedding.
    Embedding,

    /// Feed what reads a server's answers with bytes that nobody thought of
    ///
    /// Keeps what it finds in target/fuzz. A crash fails the task, and the message names the file
    /// that makes the target crash again. Needs a C++ compiler.
    Fuzz {
        /// Only this target; all by default
        #[arg(value_name = "TARGET")]
        target: Option<String>,

        /// How long to run each target
        #[arg(long, value_name = "N", default_value_t = 20)]
        seconds: u32,
    },

    /// Prove the published documents by other languages' generators, against the sandbox
    Generators {
        /// Only these, by name; all by default
        #[arg(value_name = "NAME")]
        only: Vec<String>,
    },

    /// Apply the rules of the dialect, and the field's linters where Node is present
    Lint,

    /// Play the maintainer's loop through on a copy: edit, regen, build, call, break
    Rehearsal {
        /// A new resource and its calls alone
        #[arg(long)]
        short: bool,
    },

    /// Regenerate every committed file that follows from the contract
    ///
    /// Reads the contract in openapi and writes the client's generated code, the files in
    /// openapi/published, the wire vectors in tests/vectors and the tables in openapi/README.md. It
    /// compiles nothing but the client, where its code changed. A contract that breaks the rules in
    /// that guide is refused with all its findings, and every file stays as it is.
    Regen {
        /// Write nothing; fail if a committed file is not what the contract gives
        #[arg(long)]
        check: bool,
    },
}

/// What to measure.
#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// Calls through the SDK, compared with the same calls by `reqwest` and `serde`
    ///
    /// Takes about two minutes once it is built, and leaves its table in target/bench/calls.md.
    /// Instructions are counted where valgrind is installed. It judges nothing.
    Calls,

    /// What some 150 operations cost: the SDK to compile, and the sandbox to start and to keep things
    ///
    /// Builds three programs from nothing, in release mode, which takes some fifteen minutes on two
    /// cores, and leaves its tables in target/bench/kept.md and compile.md.
    Compile,

    /// Frames of the event service read as events, beside `serde_json::Value` over the same bytes
    ///
    /// Takes about a minute once it is built, and leaves its table in target/bench/events.md. It
    /// fails where all frames together are read at less than the promised ratio.
    Events,

    /// The sandbox's start, memory and requests a second, beside Prism and emulate
    ///
    /// Needs Node; the pins are in tests/bench. Takes about three minutes once all is built, and
    /// leaves its table in target/bench/sandbox.md. It judges nothing: what else the machine does
    /// is in the figures.
    Sandbox,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_flags_hold_together() {
        Flags::command().debug_assert();
    }
}
