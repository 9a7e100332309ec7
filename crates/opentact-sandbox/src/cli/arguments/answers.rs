//! What the API's documentation leaves open about answers.

use clap::{Args, ValueEnum};

#[derive(Args, Debug)]
#[command(next_help_heading = "Answers")]
pub(in crate::cli) struct Answers {
    /// The HTTP status with which a creation is answered
    #[arg(long, value_name = "STATUS", value_enum, default_value_t = Status::Created)]
    pub(in crate::cli) create_status: Status,

    /// In which form the event service answers a good credential, by the year of its documentation
    #[arg(long, value_name = "YEAR", value_enum, default_value_t = Form::Of2024)]
    pub(in crate::cli) auth_answer: Form,

    /// Show tokens in lists and changes, as long as this process has made them
    #[arg(long)]
    pub(in crate::cli) keep_sealed_tokens: bool,
}

/// The HTTP status with which a creation is answered.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum Status {
    #[value(name = "200")]
    Ok,
    #[value(name = "201")]
    Created,
}

/// The form in which the event service answers a good credential.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum Form {
    #[value(name = "2021")]
    Of2021,
    #[value(name = "2024")]
    Of2024,
}
