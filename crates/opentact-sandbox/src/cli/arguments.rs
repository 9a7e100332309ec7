//! What can be said on the command line; the comments are its help.

use std::{
    convert::Infallible,
    net::SocketAddr,
    num::{NonZeroU32, ParseIntError},
    path::PathBuf,
    time::Duration,
};

use clap::{Parser, ValueEnum};
use opentact_sandbox::{Grade, Operation, Secret};
use tracing_subscriber::filter::LevelFilter;

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

/// The end of the long help: how operations are answered, then the examples.
fn after() -> String {
    let names = |wanted: Grade| {
        let of_grade = Operation::ALL.iter().filter(|it| Grade::of(**it) == wanted);
        let names: Vec<_> = of_grade.map(|it| it.id()).collect();
        match names.is_empty() {
            true => "none".to_owned(),
            false => names.join(", "),
        }
    };
    format!(
        "Operations, as the header x-sandbox-grade of each answer says:\n\
         \x20 written  with behaviour of their own: {}\n\
         \x20 kept     created, listed, changed, searched and deleted by the contract: {}\n\
         \x20 example  answered with the contract's example: {}\n\n{EXAMPLES}",
        names(Grade::Written),
        names(Grade::Kept),
        names(Grade::Example)
    )
}

/// A server that behaves as the Opentact API's contract says, for tests.
///
/// It is not Opentact's and not for production. Without any option it listens on
/// 127.0.0.1:8686, keeps everything in memory, and has one user: demo@example.com with the
/// password "demo password". It has no such user if other machines may reach its address.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
#[command(after_help = "--help says more, with examples.", after_long_help = after())]
pub(crate) struct Arguments {
    /// The address to listen on; with port 0 a free port is taken
    ///
    /// On an address that other machines may reach there is no demo user.
    #[arg(
        long,
        help_heading = "Addresses",
        value_name = "ADDR",
        default_value = "127.0.0.1:8686"
    )]
    pub(super) listen: SocketAddr,

    /// The address of the control port, on loopback; with port 0 a free port is taken
    ///
    /// By the control port the sandbox is inspected and made to misbehave: it makes users and
    /// tokens, moves the clock, sets faults, shows the requests and goes back to the start.
    /// /openapi.yaml there describes it. It has no password, so other machines cannot have it.
    #[arg(
        long,
        help_heading = "Addresses",
        value_name = "ADDR",
        default_value = "127.0.0.1:0"
    )]
    pub(super) control: SocketAddr,

    /// Open no control port
    #[arg(long, help_heading = "Addresses", conflicts_with = "control")]
    pub(super) no_control: bool,

    /// Let pages of this origin call the API from a browser; * for those of any
    ///
    /// It has to be as browsers send it: scheme, host and port, such as http://localhost:5173.
    /// Other pages can read no answer.
    #[arg(long, help_heading = "Addresses", value_name = "ORIGIN")]
    pub(super) cors: Option<String>,

    /// Speak TLS, with a certificate that is made at the start
    ///
    /// The control port has what clients are to trust, at /certificate.pem.
    #[arg(
        long,
        help_heading = "TLS",
        group = "secured",
        conflicts_with = "tls_cert"
    )]
    pub(super) tls: bool,

    /// Speak TLS with the certificate in this PEM file, the server's own first
    #[arg(
        long,
        help_heading = "TLS",
        value_name = "FILE",
        group = "secured",
        requires = "tls_key"
    )]
    pub(super) tls_cert: Option<PathBuf>,

    /// The private key of the certificate, in a PEM file, without a password
    #[arg(long, help_heading = "TLS", value_name = "FILE", requires = "tls_cert")]
    pub(super) tls_key: Option<PathBuf>,

    /// Redirect plain http at this address to https; with port 0 a free port is taken
    #[arg(long, help_heading = "TLS", value_name = "ADDR", requires = "secured")]
    pub(super) redirect: Option<SocketAddr>,

    /// The HTTP status of the redirect
    #[arg(long, help_heading = "TLS", value_enum, default_value_t = Redirected::Found, requires = "redirect")]
    pub(super) redirect_status: Redirected,

    /// Keep the state in this file [default: in memory]
    ///
    /// Users, tokens and sessions then outlive a restart. The file is made if it is missing;
    /// one sandbox at a time uses it. One that has users gets no demo user. A clock that was moved
    /// stays so, which --system-time and a reset undo.
    #[arg(long, help_heading = "State", value_name = "FILE")]
    pub(super) data: Option<PathBuf>,

    /// Add the users and faults of this YAML or JSON file, and come back to them on a reset
    ///
    /// Users that the data file has already stay as they are stored. Of a user only the e-mail
    /// and the password are required:
    ///
    /// users: [{email: ann@example.com, password: made up}]
    #[arg(long, help_heading = "State", value_name = "FILE")]
    pub(super) seed: Option<PathBuf>,

    /// Add a user with a made-up password; may be repeated [default: demo@example.com]
    ///
    /// The demo user, whose password is "demo password", is there only if no user was given, the
    /// data file has none, and only this machine can reach the address. Passwords are visible to
    /// everybody who lists processes, so only made-up ones belong here.
    #[arg(long = "user", help_heading = "People", value_name = "EMAIL:PASSWORD", value_parser = secret)]
    pub(super) users: Vec<Secret>,

    /// Add a SIP user to a user; may be repeated
    #[arg(long = "sip-user", help_heading = "People", value_name = "EMAIL,LOGIN@DOMAIN:PASSWORD", value_parser = secret)]
    pub(super) sip_users: Vec<Secret>,

    /// Show the system's time, also where the clock of the data file was moved
    #[arg(long, help_heading = "Time", requires = "data")]
    pub(super) system_time: bool,

    /// How long a JWT lives
    #[arg(long, help_heading = "Time", value_name = "SECONDS", default_value = "86400", value_parser = seconds)]
    pub(super) jwt_ttl: Duration,

    /// How long an API token lives whose creator does not say
    #[arg(long, help_heading = "Time", value_name = "SECONDS", default_value = "86400", value_parser = seconds)]
    pub(super) default_token_ttl: Duration,

    /// How long each step of a message takes: until it is handed over, and until it arrives
    #[arg(long, help_heading = "Time", value_name = "SECONDS", default_value = "0", value_parser = seconds)]
    pub(super) sms_delay: Duration,

    /// How long each step of an order takes: until it is taken up, and until it ends
    #[arg(long, help_heading = "Time", value_name = "SECONDS", default_value = "0", value_parser = seconds)]
    pub(super) order_delay: Duration,

    /// Send webhooks to other machines too
    #[arg(long, help_heading = "Answers")]
    pub(super) webhooks_anywhere: bool,

    /// The HTTP status with which a creation is answered
    #[arg(long, help_heading = "Answers", value_name = "STATUS", value_enum, default_value_t = Status::Created)]
    pub(super) create_status: Status,

    /// In which form the event service answers a good credential, by the year of its documentation
    #[arg(long, help_heading = "Answers", value_name = "YEAR", value_enum, default_value_t = Form::Of2024)]
    pub(super) auth_answer: Form,

    /// Show tokens in lists and changes
    ///
    /// A data file has them in clear then.
    #[arg(long, help_heading = "Answers")]
    pub(super) show_tokens: bool,

    /// The client id for which Google ID tokens must have been issued [default:
    /// opentact-sandbox.apps.googleusercontent.com]
    #[arg(long, help_heading = "Verification", value_name = "CLIENT_ID")]
    pub(super) google_audience: Option<String>,

    /// The app for which Facebook tokens must have been issued [default: 100000000000001]
    #[arg(long, help_heading = "Verification", value_name = "ID")]
    pub(super) facebook_app_id: Option<String>,

    /// Answer with 429 when more than N logins come within SECONDS [default: no limit]
    ///
    /// Logins are counted by address and, for Basic, by e-mail, whether they are right or wrong.
    /// 5/60 lets five through in a minute.
    #[arg(long, help_heading = "Verification", value_name = "N/SECONDS", value_parser = login_limit)]
    pub(super) login_limit: Option<(NonZeroU32, Duration)>,

    /// Say where it is in one line of JSON on stdout, and nothing else there
    ///
    /// The line comes once the sandbox answers, and not at all if it cannot start. It has
    /// base_url, control_url (null without a control port), redirect_url (null without a
    /// redirect), certificate (in PEM, what clients are to trust; null without TLS), pid,
    /// version, and users, each with its email. The demo user has its password too; no other
    /// password is printed.
    #[arg(long, help_heading = "Output")]
    pub(super) json: bool,

    /// Print a ready-made credential for each scheme and user
    ///
    /// Each is a header or a part of a query, to be copied into requests. With --json they are
    /// in the line. Users whom only the data file has are left out, as their passwords are not
    /// known. The API token, "ready-made", takes the place of that of an earlier start.
    #[arg(long, help_heading = "Output")]
    pub(super) print_credentials: bool,

    /// What to log to stderr: off, error, warn, info, debug or trace
    ///
    /// info logs each request.
    #[arg(
        long,
        help_heading = "Output",
        value_name = "LEVEL",
        default_value = "warn"
    )]
    pub(super) log: LevelFilter,

    /// Stop when the process that started it is gone, however that ended
    ///
    /// On Unix it stops within half a second after its parent process has ended, by kill -9 as
    /// well. It also stops at the end of a pipe that is its stdin, if its parent is in another PID
    /// namespace or is process 1, which takes orphans on; elsewhere at the end of its stdin. So
    /// give it a pipe. The parent is whoever called it: with a shell between, that is the shell.
    #[arg(long, help_heading = "Process")]
    pub(crate) exit_with_parent: bool,
}

/// The HTTP status of the redirect.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Redirected {
    #[value(name = "301")]
    MovedPermanently,
    #[value(name = "302")]
    Found,
}

/// The HTTP status with which a creation is answered.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Status {
    #[value(name = "200")]
    Ok,
    #[value(name = "201")]
    Created,
}

/// The form in which the event service answers a good credential.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Form {
    #[value(name = "2021")]
    Of2021,
    #[value(name = "2024")]
    Of2024,
}

/// Never fails: clap's complaint would repeat the value, which has a password in it.
fn secret(text: &str) -> Result<Secret, Infallible> {
    Ok(Secret::new(text))
}

fn seconds(text: &str) -> Result<Duration, ParseIntError> {
    text.parse().map(Duration::from_secs)
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
}
