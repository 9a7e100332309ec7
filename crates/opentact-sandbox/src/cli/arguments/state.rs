//! What the sandbox keeps, and what it begins with.

use std::path::PathBuf;

use clap::Args;

#[derive(Args, Debug)]
#[command(next_help_heading = "State")]
pub(in crate::cli) struct State {
    /// Keep the state in this file [default: in memory]
    ///
    /// Users, tokens and sessions then outlive a restart. The file is made if it is missing;
    /// one sandbox at a time uses it. One that has users gets no demo user.
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) data: Option<PathBuf>,

    /// Add the users and faults of this YAML or JSON file, and come back to them on a reset
    ///
    /// Users that the data file has already stay as they are stored. Of a user only the e-mail
    /// and the password are required:
    ///
    /// users: [{email: ann@example.com, password: made up}]
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) seed: Option<PathBuf>,
}
