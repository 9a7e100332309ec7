//! Builds a client, and refuses what would not be safe.

use std::time::Duration;

use opentact_client::servers;

use crate::base_url::BaseUrl;
use crate::client::Client;
use crate::clock::Clock;
use crate::credential::Credential;
use crate::error::{Error, ErrorKind};
use crate::session::Session;
use crate::transport::Transport;

/// How messages call the making of a client.
const OPERATION: &str = "Client::builder";

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
#[derive(Clone, Debug)]
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
            // A proxy would carry the credential off this machine in clear.
            http.no_proxy()
        } else {
            http.https_only(true)
        };
        let http = http.build().map_err(|cause| {
            refuse("the HTTP client cannot be made; check TLS provider and certificates".to_owned())
                .with_source(cause)
        })?;
        let session = (self.session && credential.is_login()).then(|| Session::new(self.clock));
        Ok(Client::new(Transport {
            base_url,
            http,
            credential,
            scheme,
            session,
            max_response_bytes: self.max_response_bytes,
        }))
    }
}
