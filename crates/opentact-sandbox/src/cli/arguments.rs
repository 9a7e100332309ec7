//! What can be said on the command line; the comments are its help.

use std::convert::Infallible;

use clap::Parser;
use opentact_sandbox::Secret;

pub(super) use self::{
    addresses::Addresses,
    answers::{Answers, Form, Status},
    output::Output,
    people::People,
    process::Process,
    state::State,
    time::Time,
    tls::{Redirected, Tls},
    verification::Verification,
};

mod addresses;
mod answers;
mod output;
mod people;
mod process;
mod state;
mod time;
mod tls;
mod verification;

const EXAMPLES: &str = r#"Examples:
  Try it: one user, demo@example.com with the password "demo password"
      opentact-sandbox
      curl -u 'demo@example.com:demo password' http://127.0.0.1:8686/rest/auth

  From a test: a free port, one line of JSON on stdout, and no end without the test's
      opentact-sandbox --json --exit-with-parent --listen 127.0.0.1:0

  Your own people, still there after a restart
      opentact-sandbox --user 'ann@example.com:made up' --data sandbox.db

  People and faults from a file, and a ready-made credential for each scheme
      opentact-sandbox --seed seed.yaml --print-credentials

  Let the next two requests for the list of tokens fail, with the address after "control on"
      curl -d '{"action":"status","status":503,"operation":"listTokens","next":2}' $CONTROL/faults

Exit codes:
  0  it was told to stop (Ctrl-C, SIGTERM, the end of its parent) and answered what was at work
  1  it could not start, or was told to stop a second time; stderr says why in one line
  2  the command line is wrong"#;

/// A server that behaves as the Opentact API's contract says, for tests.
///
/// It is not Opentact's and not for production. Without any option it listens on
/// 127.0.0.1:8686, keeps everything in memory, and has one user: demo@example.com with the
/// password "demo password". It has no such user if other machines may reach its address.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
#[command(after_help = "--help says more, with examples.", after_long_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(super) addresses: Addresses,
    #[command(flatten)]
    pub(super) tls: Tls,
    #[command(flatten)]
    pub(super) state: State,
    #[command(flatten)]
    pub(super) people: People,
    #[command(flatten)]
    pub(super) time: Time,
    #[command(flatten)]
    pub(super) answers: Answers,
    #[command(flatten)]
    pub(super) verification: Verification,
    #[command(flatten)]
    pub(super) output: Output,
    #[command(flatten)]
    pub(crate) process: Process,
}

/// Never fails: clap's complaint would repeat the value, which has a password in it.
fn secret(text: &str) -> Result<Secret, Infallible> {
    Ok(Secret::new(text))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn passwords_are_not_printed() {
        let arguments =
            Arguments::parse_from(["x", "--user", "a:hunter2", "--sip-user", "hunter2"]);
        assert!(!format!("{arguments:?}").contains("hunter2"));
    }
}
