//! Who is in the sandbox.

use clap::Args;
use opentact_sandbox::Secret;

use super::secret;

#[derive(Args, Debug)]
#[command(next_help_heading = "People")]
pub(in crate::cli) struct People {
    /// Add a user with a made-up password; may be repeated [default: demo@example.com]
    ///
    /// The demo user, whose password is "demo password", is there only if no user was given, the
    /// data file has none, and only this machine can reach the address. Passwords are visible to
    /// everybody who lists processes, so only made-up ones belong here.
    #[arg(long = "user", value_name = "EMAIL:PASSWORD", value_parser = secret)]
    pub(in crate::cli) users: Vec<Secret>,

    /// Add a SIP user to a user; may be repeated
    #[arg(long = "sip-user", value_name = "EMAIL,LOGIN@DOMAIN:PASSWORD", value_parser = secret)]
    pub(in crate::cli) sip_users: Vec<Secret>,
}
