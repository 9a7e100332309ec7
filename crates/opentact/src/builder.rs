//! Builds a client, and refuses what would not be safe.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use opentact_client::security::CredentialKind;
use opentact_client::{ConnectError, http_client, servers};

use crate::base_url::BaseUrl;
use crate::client::Client;
use crate::clock::Clock;
use crate::credential::{Credential, scheme_of};
use crate::error::{Error, ErrorKind};
use crate::session::Session;
use crate::transport::Transport;

/// How messages call the making of a client.
const OPERATION: &str = "Client::builder";

/// What `localhost` means; the port is that of the address.
const LOOPBACK: [SocketAddr; 2] = [
    SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
    SocketAddr::new(std::net::IpAddr::V6(Ipv6Addr::LOCALHOST), 0),
];

/// Settings of a client.
///
/// | setting | default |
/// | --- | --- |
/// | `base_url` | `https://api.opentact.org` |
/// | `connect_timeout` | 10 seconds |
/// | `timeout` | 30 seconds for one request and its answer |
/// | `max_response_bytes` | 4 MiB |
///
/// No redirect is followed, no `Referer` is sent, and an address without TLS is refused unless it is
/// on this machine.
#[derive(Clone)]
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    base_url: String,
    credential: Option<Credential>,
    session: bool,
    connect_timeout: Duration,
    timeout: Duration,
    max_response_bytes: usize,
    clock: Clock,
}

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        Self {
            base_url: servers::PRODUCTION.to_owned(),
            credential: None,
            session: true,
            connect_timeout: Duration::from_secs(10),
            timeout: Duration::from_secs(30),
            max_response_bytes: 4 * 1024 * 1024,
            clock: Clock::default(),
        }
    }

    /// The address of the API, with or without `/rest` or a slash at the end.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// What to log in with, or to send with every call.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.credential = Some(credential);
        self
    }

    /// Sends a login credential with every call instead of trading it for a JWT once.
    pub const fn without_session(mut self) -> Self {
        self.session = false;
        self
    }

    /// How long to wait for a connection.
    pub const fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// How long one request may take, from its start to the end of its answer.
    pub const fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = limit;
        self
    }

    /// How large an answer may be, in bytes.
    pub const fn max_response_bytes(mut self, limit: usize) -> Self {
        self.max_response_bytes = limit;
        self
    }

    /// A clock for the session's expiry that a test moves by hand.
    #[cfg(feature = "test-util")]
    pub fn clock(mut self, clock: crate::ManualClock) -> Self {
        self.clock = Clock::Manual(clock);
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`Configuration`](ErrorKind::Configuration): the address or the credential cannot be used,
    /// or the TLS library finds no provider or certificate store.
    pub fn build(self) -> Result<Client, Error> {
        self.into_transport().map(Client::new)
    }

    pub(crate) fn into_transport(self) -> Result<Transport, Error> {
        let refuse = |message: String| Error::new(ErrorKind::Configuration, OPERATION, message);
        let base_url = BaseUrl::parse(&self.base_url).map_err(|cause| refuse(cause.to_string()))?;
        let credential = self
            .credential
            .ok_or_else(|| refuse("there is no credential; give one by `credential`".to_owned()))?;
        let scheme = credential
            .scheme()
            .map_err(|cause| refuse(cause.to_string()))?;
        let mut http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(self.connect_timeout)
            .timeout(self.timeout);
        http = if base_url.is_plain() {
            // A proxy would carry the credential off this machine in clear, and so would a
            // resolver that has an opinion of its own on this name.
            http.no_proxy().resolve_to_addrs("localhost", &LOOPBACK)
        } else {
            http.https_only(true)
        };
        let http = http_client(http).map_err(|cause| {
            let error = refuse(cause.to_string());
            match cause {
                ConnectError::Build(cause) => error.with_source(cause),
                _ => error,
            }
        })?;
        let jwt = scheme_of(CredentialKind::Jwt, credential.placement());
        let session = jwt
            .filter(|_| self.session && credential.is_login())
            .map(|scheme| (scheme, Session::new(self.clock)));
        Ok(Transport {
            base_url,
            http,
            credential,
            scheme,
            session,
            max_response_bytes: self.max_response_bytes,
        })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An address that is refused may hold a credential.
        let base_url = BaseUrl::parse(&self.base_url);
        let base_url = base_url.as_ref().map_or("(not usable)", BaseUrl::as_str);
        f.debug_struct("ClientBuilder")
            .field("base_url", &base_url)
            .field("credential", &self.credential)
            .field("session", &self.session)
            .field("connect_timeout", &self.connect_timeout)
            .field("timeout", &self.timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_address_that_may_hold_a_credential() {
        let builder = ClientBuilder::new().base_url("https://me:planted@h.example/?jwt=planted");
        let shown = format!("{builder:?}");
        assert!(
            !shown.contains("planted") && shown.contains("(not usable)"),
            "{shown}"
        );
    }
}
