//! The HTTP clients that ask for an upgrade to WebSocket.

use std::sync::OnceLock;
use std::time::Duration;

use opentact_client::{ConnectError, http_client};

use crate::cause::Cause;
use crate::error::EVENTS;
use crate::error::{Error, ErrorKind};
use crate::redaction::Redaction;
use crate::transport::base_url::BaseUrl;
use crate::transport::network::Network;

/// The HTTP clients that ask for an upgrade: with the client's proxy and certificates, by HTTP/1.1,
/// and with a connection of its own for each attempt.
///
/// They are made for the first stream and shared by all, as each reads the system's certificates.
#[derive(Debug)]
pub(crate) struct Dialer {
    network: Network,
    connect_timeout: Duration,
    this_machine: OnceLock<Result<reqwest::Client, Error>>,
    elsewhere: OnceLock<Result<reqwest::Client, Error>>,
}

/// How an address is reached.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub(super) http: reqwest::Client,
    /// The proxy on it, by host and port.
    pub(super) proxy: Option<String>,
}

impl Dialer {
    /// A dialer that goes that way.
    pub(crate) const fn new(network: Network, connect_timeout: Duration) -> Self {
        Self {
            network,
            connect_timeout,
            this_machine: OnceLock::new(),
            elsewhere: OnceLock::new(),
        }
    }

    /// The way to an address: on this machine, or elsewhere.
    pub(super) fn way_to(&self, address: &BaseUrl) -> Result<Way, Error> {
        let to_this_machine = address.is_on_this_machine();
        let kept = if to_this_machine {
            &self.this_machine
        } else {
            &self.elsewhere
        };
        let http = kept.get_or_init(|| self.make(to_this_machine)).clone()?;
        let proxy = self.network.proxy_to(address)?;
        Ok(Way { http, proxy })
    }

    fn make(&self, to_this_machine: bool) -> Result<reqwest::Client, Error> {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(self.connect_timeout)
            .http1_only()
            .pool_max_idle_per_host(0);
        let http = self.network.clone().settle(http, to_this_machine)?;
        http_client(http).map_err(|cause| {
            let error = Error::new(ErrorKind::Configuration, EVENTS, cause.to_string());
            match cause {
                ConnectError::Build(cause) => {
                    error.with_cause(Cause::of(cause, &Redaction::default()))
                }
                _ => error,
            }
        })
    }
}
