//! What can be said on the command line; the comments are its help.

use std::{
    convert::Infallible,
    net::SocketAddr,
    num::{NonZeroU32, ParseIntError},
    path::PathBuf,
    time::Duration,
};

use clap::{Parser, ValueEnum};
use opentact_sandbox::Secret;
use tracing_subscriber::filter::LevelFilter;

/// A server that behaves as the Opentact API's contract says, for tests.
///
/// It is not Opentact's and not for production. Without any option it listens on
/// 127.0.0.1:8686, keeps everything in memory, and has one user: demo@example.com with the
/// password "demo password". It has no such user if other machines may reach its address.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Arguments {
    /// The address to listen on; with port 0 a free port is taken
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8686")]
    pub(crate) listen: SocketAddr,

    /// The address of the control port, by which the sandbox is inspected and made to misbehave;
    /// it has to be a loopback address, and with port 0 a free port is taken
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    pub(crate) control: SocketAddr,

    /// Open no control port
    #[arg(long, conflicts_with = "control")]
    pub(crate) no_control: bool,

    /// Keep the state in this file, so that users, tokens and sessions outlive a restart; one
    /// that has users gets no demo user
    #[arg(long, value_name = "FILE")]
    pub(crate) data: Option<PathBuf>,

    /// Add the users and faults of this YAML or JSON file, and come back to them on a reset;
    /// users that the data file has already stay
    #[arg(long, value_name = "FILE")]
    pub(crate) seed: Option<PathBuf>,

    /// Add a user with a made-up password; may be repeated
    #[arg(long = "user", value_name = "EMAIL:PASSWORD", value_parser = secret)]
    pub(crate) users: Vec<Secret>,

    /// Add a SIP user to a user; may be repeated
    #[arg(long = "sip-user", value_name = "EMAIL,LOGIN@DOMAIN:PASSWORD", value_parser = secret)]
    pub(crate) sip_users: Vec<Secret>,

    /// Show tokens in lists and changes, as long as this process has made them
    #[arg(long)]
    pub(crate) keep_sealed_tokens: bool,

    /// How long a JWT lives
    #[arg(long, value_name = "SECONDS", default_value = "86400", value_parser = seconds)]
    pub(crate) jwt_ttl: Duration,

    /// How long an API token lives whose creator does not say
    #[arg(long, value_name = "SECONDS", default_value = "86400", value_parser = seconds)]
    pub(crate) default_token_ttl: Duration,

    /// The HTTP status of a created token
    #[arg(long, value_enum, default_value_t = Status::Created)]
    pub(crate) create_status: Status,

    /// Verify Google ID tokens with the public keys at this address instead of the sandbox's own
    #[arg(long, value_name = "URL")]
    pub(crate) google_jwks: Option<String>,

    /// The client id for which Google ID tokens must have been issued
    #[arg(long, value_name = "CLIENT_ID")]
    pub(crate) google_audience: Option<String>,

    /// The issuer of Google ID tokens [default: https://accounts.google.com]
    #[arg(long, value_name = "ISSUER")]
    pub(crate) google_issuer: Option<String>,

    /// Have Facebook tokens inspected at this address, which answers as debug_token does
    #[arg(long, value_name = "URL", value_parser = secret)]
    pub(crate) facebook_inspection: Option<Secret>,

    /// The app for which Facebook tokens must have been issued
    #[arg(long, value_name = "ID")]
    pub(crate) facebook_app_id: Option<String>,

    /// The secret of the app, for an inspection elsewhere
    #[arg(long, value_name = "SECRET", value_parser = secret)]
    pub(crate) facebook_app_secret: Option<Secret>,

    /// Answer with 429 when more than N logins come within SECONDS, from one address or for one
    /// e-mail
    #[arg(long, value_name = "N/SECONDS", value_parser = login_limit)]
    pub(crate) login_limit: Option<(NonZeroU32, Duration)>,

    /// Print a ready-made credential for each scheme and user, to be copied into requests
    #[arg(long)]
    pub(crate) print_credentials: bool,

    /// What to log to stderr: off, error, warn, info, debug or trace
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    pub(crate) log: LevelFilter,
}

/// The HTTP status of a created token.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Status {
    #[value(name = "200")]
    Ok,
    #[value(name = "201")]
    Created,
}

/// Never fails: clap's complaint would repeat the value, which has a password in it.
fn secret(text: &str) -> Result<Secret, Infallible> {
    Ok(Secret::new(text))
}

fn login_limit(text: &str) -> Result<(NonZeroU32, Duration), &'static str> {
    let parse = || {
        let (attempts, seconds) = text.split_once('/')?;
        let seconds: NonZeroU32 = seconds.parse().ok()?;
        let window = Duration::from_secs(seconds.get().into());
        Some((attempts.parse().ok()?, window))
    };
    parse().ok_or("two numbers above 0 with a slash between, such as 5/60")
}

fn seconds(text: &str) -> Result<Duration, ParseIntError> {
    text.parse().map(Duration::from_secs)
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
    fn a_login_limit_is_two_numbers_above_zero() {
        let limit = (NonZeroU32::new(5).unwrap(), Duration::from_secs(60));
        assert_eq!(login_limit("5/60"), Ok(limit));
        for text in [
            "",
            "5",
            "/",
            "0/60",
            "5/0",
            "5/60/7",
            "-1/60",
            "5 / 60",
            "4294967296/1",
        ] {
            assert!(login_limit(text).is_err(), "{text}");
        }
    }

    #[test]
    fn passwords_are_not_printed() {
        let arguments =
            Arguments::parse_from(["x", "--user", "a:hunter2", "--sip-user", "hunter2"]);
        assert!(!format!("{arguments:?}").contains("hunter2"));
    }
}
