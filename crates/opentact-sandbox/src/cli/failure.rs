//! Why the command ends with 1 or 2, and what to do about it.

use std::{error::Error as _, io};

use opentact_sandbox::Error;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Sandbox(#[from] Error),
    #[error("--{option} takes {form}; what was given has another form and is not repeated here")]
    Form {
        option: &'static str,
        form: &'static str,
    },
    #[error("--exit-with-parent cannot see the parent, which is in another PID namespace")]
    UnseenParent,
    #[error("no thread could be started")]
    Thread(#[source] io::Error),
    #[error("the system refused")]
    System(#[from] io::Error),
    #[error("it was told to stop a second time: what was at work has no answer")]
    Impatience,
}

impl Failure {
    /// What the command ends with.
    pub(crate) const fn exit_code(&self) -> u8 {
        match self {
            Self::Form { .. }
            | Self::Sandbox(Error::ControlAddress { .. } | Error::Origin { .. }) => 2,
            _ => 1,
        }
    }
}

/// Writes the failure with its causes and what to do to stderr, in one line.
#[expect(
    clippy::print_stderr,
    reason = "the command's way to tell people what is wrong"
)]
pub(crate) fn complain(failure: &Failure) {
    let mut text = failure.to_string();
    let mut cause = failure.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    if let Some(advice) = advice(failure) {
        text = format!("{text}. {advice}");
    }
    eprintln!("opentact-sandbox: {}", text.replace('\n', " "));
}

fn advice(failure: &Failure) -> Option<&'static str> {
    match failure {
        Failure::Sandbox(Error::Listen { .. }) => Some(
            "Choose another address with --listen, --control or --redirect; 127.0.0.1:0 takes a \
             free port.",
        ),
        Failure::Sandbox(Error::ControlAddress { .. }) => {
            Some("Choose another address with --control, or none with --no-control.")
        }
        Failure::Sandbox(Error::Seed { .. }) => Some(
            "A seed file looks like this: users: [{email: ann@example.com, password: made up}]",
        ),
        Failure::Sandbox(Error::SeedFile { .. }) => Some("Check the path after --seed."),
        Failure::Sandbox(
            Error::DataFile { .. } | Error::DataFileLock { .. } | Error::ForeignDataFile { .. },
        ) => Some("Choose another file with --data, or none to keep everything in memory."),
        Failure::Sandbox(
            Error::TlsFile { .. }
            | Error::Certificate { .. }
            | Error::PrivateKey { .. }
            | Error::KeyMismatch { .. },
        ) => Some(
            "Look at the files after --tls-cert and --tls-key, or have a certificate made with \
             --tls.",
        ),
        Failure::Thread(_) => {
            Some("Raise the limit (`ulimit -u`, or that of the container), or end other processes.")
        }
        Failure::UnseenParent => Some(
            "Give it a pipe as stdin, which the parent holds as long as it lives (in a container: \
             `docker run -i`), or leave the option out.",
        ),
        Failure::Sandbox(Error::UnknownUser { .. }) => {
            Some("Add the user with --user or in the seed file.")
        }
        _ => None,
    }
}
