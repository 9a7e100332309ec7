//! What can be asked of `cargo xtask`.

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};

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
    Campaign(Campaign),

    /// Drop the connections of event streams at random, and check that nothing is lost unannounced
    ///
    /// Fails when an event came twice, out of order, or not at all without a gap that was
    /// announced. The rules are in tests/chaos/main.rs.
    Chaos(Chaos),

    /// Have others judge the sandbox by the contract, and both sides of the event service
    ///
    /// The contract by Schemathesis, from three seeds; WebSocket by the 301 Autobahn cases without
    /// compression, for the sandbox and for the client; and the event service by Python's websockets.
    /// Needs Python 3 with venv and pip; the pins are in tests/conformance/requirements.txt. Takes
    /// about four minutes. The reports stay in target/conformance, to be read in a browser
    /// (html) or by program (junit.xml, events.ndjson, index.json).
    Conformance(Conformance),

    /// Build crates outside the workspace from what would be published, and let them log in
    Consumers,

    /// Say what changed in the contract, whether that breaks callers, and which version it needs
    ///
    /// Breaking is what a caller of the base has to change for: a request that was good may be
    /// refused, an answer may bring less or other than was promised, a credential no longer opens
    /// an operation, or a name is gone that callers write (of an operation, parameter, property,
    /// type, variant, scheme or server). So a request fears tighter limits and an answer looser
    /// ones; a schema that no operation reaches is judged both ways. What no rule knows is
    /// breaking. Additions are the opposite of all that; the rest is documentation. Whether a
    /// field's Rust type is wrapped otherwise (`Option`, a type of its own) is not judged.
    ///
    /// Below 1.0 a breaking change needs the next minor version and an addition asks for the next
    /// patch; from 1.0 on, the next major and the next minor. Documentation asks for nothing. The
    /// task fails when a breaking change has not raised `info.version` that far, or when the
    /// version went down; an addition without a new version is only told.
    Diff(Diff),

    /// Kill the sandbox again and again while it is written to, and check that nothing is lost
    Durability(Durability),

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
    Fuzz(Fuzz),

    /// Prove the published documents by other languages' generators, against the sandbox
    Generators(Generators),

    /// Apply the rules of the dialect, and the field's linters where Node is present
    Lint,

    /// Play the maintainer's loop through on a copy: edit, regen, build, call, break
    Rehearsal,

    /// Regenerate every committed file that follows from the contract
    ///
    /// Reads openapi/opentact.yaml and writes the client's generated code, the files in
    /// openapi/published, the wire vectors in tests/vectors and the tables in openapi/README.md. A
    /// contract that breaks the rules in that guide is refused with all its findings, and every file
    /// stays as it is.
    Regen(Regen),

    /// Write to the sandbox at full load, kill it, and check memory and what is left
    Soak(Soak),
}

/// What to measure.
#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
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

/// Which trials to run, and how.
#[derive(Args, Debug)]
pub(crate) struct Campaign {
    /// Only these, in the campaign's order; all by default
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(crate::campaign::names()))]
    pub(crate) only: Vec<String>,

    /// Run each for a minute or two at most, and leave out what has no such form
    #[arg(long)]
    pub(crate) short: bool,
}

/// How to drop connections.
#[derive(Args, Debug)]
pub(crate) struct Chaos {
    /// For how long, in seconds
    #[arg(long, value_name = "N", default_value_t = 300)]
    pub(crate) seconds: u32,

    /// Where chance begins, as a failed run has told it; another each time by default
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
}

/// What to have judged.
#[derive(Args, Debug)]
pub(crate) struct Conformance {
    /// Only these; all by default
    #[arg(value_name = "PART")]
    pub(crate) only: Vec<Part>,
}

/// How to compare.
#[derive(Args, Debug)]
pub(crate) struct Diff {
    /// The revision to compare with; by default the one that set the contract's present version
    ///
    /// By default that is the commit since which the contract has had its present `info.version`,
    /// or the newest one while a raised version is not committed. Where several commits are judged
    /// at once, as before a merge, name the branch that they go to.
    #[arg(long, value_name = "REV")]
    pub(crate) base: Option<String>,
}

/// How to kill.
#[derive(Args, Debug)]
pub(crate) struct Durability {
    /// How often
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub(crate) kills: u32,

    /// Where chance begins, as a failed run has told it; another each time by default
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
}

/// How to fuzz.
#[derive(Args, Debug)]
pub(crate) struct Fuzz {
    /// Only this target; all by default
    #[arg(value_name = "TARGET")]
    pub(crate) target: Option<String>,

    /// How long to run each target
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) seconds: u32,
}

/// How to try generators.
#[derive(Args, Debug)]
pub(crate) struct Generators {
    /// Only these, by name; all by default
    #[arg(value_name = "NAME")]
    pub(crate) only: Vec<String>,
}

/// How to regenerate.
#[derive(Args, Debug)]
pub(crate) struct Regen {
    /// Write nothing; fail if a committed file is not what the contract gives
    #[arg(long)]
    pub(crate) check: bool,
}

/// How to soak.
#[derive(Args, Debug)]
pub(crate) struct Soak {
    /// For how long, in seconds
    #[arg(long, value_name = "N", default_value_t = 300)]
    pub(crate) seconds: u32,
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
