//! Whether the sandbox speaks TLS, as whom, and whether plain http is redirected to it.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, ValueEnum};

#[derive(Args, Debug)]
#[command(next_help_heading = "TLS")]
pub(in crate::cli) struct Tls {
    /// Speak TLS, with a certificate that is made at the start
    ///
    /// The control port has what clients are to trust, at /certificate.pem.
    #[arg(long, group = "secured", conflicts_with = "tls_cert")]
    pub(in crate::cli) tls: bool,

    /// Speak TLS with the certificate in this PEM file, the server's own first
    #[arg(long, value_name = "FILE", group = "secured", requires = "tls_key")]
    pub(in crate::cli) tls_cert: Option<PathBuf>,

    /// The private key of the certificate, in a PEM file, without a password
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub(in crate::cli) tls_key: Option<PathBuf>,

    /// Write to this file what clients are to trust when the certificate is made at the start
    ///
    /// The file has no private key.
    #[arg(
        long,
        value_name = "FILE",
        requires = "tls",
        conflicts_with = "tls_cert"
    )]
    pub(in crate::cli) tls_cert_out: Option<PathBuf>,

    /// Redirect plain http at this address to https; with port 0 a free port is taken
    #[arg(long, value_name = "ADDR", requires = "secured")]
    pub(in crate::cli) redirect: Option<SocketAddr>,

    /// The HTTP status of the redirect
    #[arg(long, value_enum, default_value_t = Redirected::Found, requires = "redirect")]
    pub(in crate::cli) redirect_status: Redirected,
}

/// The HTTP status of the redirect.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum Redirected {
    #[value(name = "301")]
    MovedPermanently,
    #[value(name = "302")]
    Found,
}
