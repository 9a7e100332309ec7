//! How long credentials live.

use std::{num::ParseIntError, time::Duration};

use clap::Args;

#[derive(Args, Debug)]
#[command(next_help_heading = "Time")]
pub(in crate::cli) struct Time {
    /// How long a JWT lives
    #[arg(long, value_name = "SECONDS", default_value = "86400", value_parser = seconds)]
    pub(in crate::cli) jwt_ttl: Duration,

    /// How long an API token lives whose creator does not say
    #[arg(long, value_name = "SECONDS", default_value = "86400", value_parser = seconds)]
    pub(in crate::cli) default_token_ttl: Duration,
}

fn seconds(text: &str) -> Result<Duration, ParseIntError> {
    text.parse().map(Duration::from_secs)
}
