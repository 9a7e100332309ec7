//! Where the sandbox is to be reached.

use std::net::SocketAddr;

use clap::Args;

#[derive(Args, Debug)]
#[command(next_help_heading = "Addresses")]
pub(in crate::cli) struct Addresses {
    /// The address to listen on; with port 0 a free port is taken
    ///
    /// On an address that other machines may reach there is no demo user.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8686")]
    pub(in crate::cli) listen: SocketAddr,

    /// The address of the control port, on loopback; with port 0 a free port is taken
    ///
    /// By the control port the sandbox is inspected and made to misbehave: it makes users and
    /// tokens, moves the clock, sets faults, shows the requests and goes back to the start.
    /// /openapi.yaml there describes it. It has no password, so other machines cannot have it.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    pub(in crate::cli) control: SocketAddr,

    /// Open no control port
    #[arg(long, conflicts_with = "control")]
    pub(in crate::cli) no_control: bool,
}
