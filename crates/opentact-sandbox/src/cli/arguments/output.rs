//! What the command says, and to whom.

use clap::Args;
use tracing_subscriber::filter::LevelFilter;

#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub(in crate::cli) struct Output {
    /// Say where it is in one line of JSON on stdout, and nothing else there
    ///
    /// The line comes once the sandbox answers, and not at all if it cannot start. It has
    /// base_url, control_url (null without a control port), redirect_url (null without a
    /// redirect), certificate (in PEM, what clients are to trust; null without TLS), pid,
    /// version, and users, each with its email. The demo user has its password too; no other
    /// password is printed.
    #[arg(long)]
    pub(in crate::cli) json: bool,

    /// Print a ready-made credential for each scheme and user
    ///
    /// Each is a header or a part of a query, to be copied into requests. With --json they are
    /// in the line. Users whom only the data file has are left out, as their passwords are not
    /// known.
    #[arg(long)]
    pub(in crate::cli) print_credentials: bool,

    /// What to log to stderr: off, error, warn, info, debug or trace
    ///
    /// info logs each request.
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    pub(in crate::cli) log: LevelFilter,
}
