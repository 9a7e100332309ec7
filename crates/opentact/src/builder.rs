//! Builds a client, and refuses what would not be safe.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use opentact_client::security::CredentialKind;
use opentact_client::{ConnectError, POOL_IDLE_TIMEOUT, Secret, http_client, servers};

use crate::cause::Cause;
use crate::client::Client;
use crate::clock::Clock;
use crate::credential::{Credential, scheme_of};
use crate::error::Error;
use crate::redaction::Redaction;
use crate::retry::RetryPolicy;
use crate::retry::budget::RetryBudget;
use crate::session::Session;
use crate::session_store::{SessionName, SessionStore};
use crate::transport::Transport;
use crate::transport::base_url::BaseUrl;
use crate::transport::network::{Network, Proxy};
use crate::transport::options::RequestOptions;

/// How long an HTTP/2 connection may be silent before it is asked whether it lives.
const HTTP2_PING: Duration = Duration::from_secs(10);
/// How long it has to say so.
const HTTP2_PONG: Duration = Duration::from_secs(5);

/// Settings of a client.
///
/// | setting | default |
/// | --- | --- |
/// | `base_url` | `https://api.opentact.org` |
/// | `connect_timeout` | 10 seconds |
/// | `pool_idle_timeout` | 4 seconds without a request, after which a connection is closed |
/// | `read_timeout` | 15 seconds between two pieces of a response's body |
/// | `attempt_timeout` | 30 seconds for one attempt and its response |
/// | `timeout` | 120 seconds for a whole request: attempts, waits and a login |
/// | `max_retries` | 2 |
/// | `retry_policy` | see [`RetryPolicy`] |
/// | `user_agent`, `header` | `opentact-rust` and its version, no further headers |
/// | `max_response_bytes` | 4 MiB |
/// | `proxy` | what the environment says (`HTTPS_PROXY`, else `ALL_PROXY`; `NO_PROXY`), for an address off this machine |
/// | `root_certificate` | none besides the system's |
/// | `session_store` | the memory of this client and its clones |
///
/// # What is guaranteed
///
/// * An address without TLS is refused unless it is on this machine, and `localhost` means this
///   machine whatever a resolver says.
/// * No redirect is followed, so a credential goes to the base URL alone, in whichever of the
///   eleven places; no `Referer` is sent.
/// * HTTP/2 is spoken where the server offers it, else HTTP/1.1; connections are kept and reused, as
///   long as no server gives them up while they wait (`pool_idle_timeout`). An HTTP/2 connection that has been silent for 10 seconds in the middle of a request is asked
///   whether it lives, and given up after 5 more.
/// * A response is read up to its limit and not a byte further. It is not decompressed, also where
///   another crate turns that on in the HTTP library.
///
/// # What is not
///
/// * The waits between attempts and the timeouts need a tokio runtime with its timer.
/// * A proxy sees which host is called and how much is sent. It is trusted with no more: requests
///   go through a tunnel, inside TLS.
#[derive(Clone)]
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    base_url: String,
    credential: Option<Credential>,
    session: bool,
    session_store: Option<Arc<dyn SessionStore>>,
    connect_timeout: Duration,
    pool_idle_timeout: Duration,
    read_timeout: Duration,
    options: RequestOptions,
    retry_policy: RetryPolicy,
    application: Option<String>,
    max_response_bytes: usize,
    network: Network,
    clock: Clock,
}

impl ClientBuilder {
    pub(crate) fn new(credential: Credential) -> Self {
        Self {
            credential: Some(credential),
            ..Self::anonymous()
        }
    }

    /// Starts to build a client without a credential, as [`Client::anonymous`] gives.
    pub fn anonymous() -> Self {
        Self {
            base_url: servers::PRODUCTION.to_owned(),
            credential: None,
            session: true,
            session_store: None,
            connect_timeout: Duration::from_secs(10),
            pool_idle_timeout: POOL_IDLE_TIMEOUT,
            read_timeout: Duration::from_secs(15),
            options: RequestOptions::default(),
            retry_policy: RetryPolicy::new(),
            application: None,
            max_response_bytes: 4 * 1024 * 1024,
            network: Network::default(),
            clock: Clock::default(),
        }
    }

    /// The address of the API, with or without `/rest` or a slash at the end.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// Sends a login credential with every request instead of trading it for a JWT once.
    pub const fn without_session(mut self) -> Self {
        self.session = false;
        self
    }

    /// Where sessions are kept besides the memory of this client, so that several clients or
    /// processes share one login.
    pub fn session_store(mut self, store: impl SessionStore + 'static) -> Self {
        self.session_store = Some(Arc::new(store));
        self
    }

    /// How long to wait for a connection.
    pub const fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// How long a connection is kept that has nothing to do.
    ///
    /// It has to be shorter than the server's own patience (5 seconds in Node): a request that is sent
    /// while the server closes the connection is lost, and nobody can say whether it was heard. Raise
    /// it for a server that is known to wait longer, and each pause between two calls costs no new
    /// connection; zero makes a new one for each call.
    pub const fn pool_idle_timeout(mut self, limit: Duration) -> Self {
        self.pool_idle_timeout = limit;
        self
    }

    /// How long the server may pause in the middle of a response's body. Its beginning may take as
    /// long as [`attempt_timeout`](Self::attempt_timeout) allows.
    pub const fn read_timeout(mut self, limit: Duration) -> Self {
        self.read_timeout = limit;
        self
    }

    /// How long a whole request may take: every attempt, the waits between them, and a login that it
    /// has to wait for. That login goes on for those who come later, for 120 seconds at most.
    /// [`Request::timeout`](crate::Request::timeout) changes it for one.
    pub const fn timeout(mut self, limit: Duration) -> Self {
        self.options.set_timeout(limit);
        self
    }

    /// How long one attempt may take, from its start to the end of its response; of a login as well.
    /// [`Request::attempt_timeout`](crate::Request::attempt_timeout) changes it for one request.
    pub const fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.options.set_attempt_timeout(limit);
        self
    }

    /// How often a request may be repeated after its first attempt; 0 sends it once.
    /// [`Request::max_retries`](crate::Request::max_retries) changes it for one.
    pub const fn max_retries(mut self, most: u32) -> Self {
        self.options.set_max_retries(most);
        self
    }

    /// How long to wait before a retry, and how many there may be in all.
    pub fn retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.retry_policy = policy;
        self
    }

    /// Puts the name of the application before this crate's in `User-Agent`: `billing/1.4`.
    pub fn user_agent(mut self, application: impl Into<String>) -> Self {
        self.application = Some(application.into());
        self
    }

    /// Adds a header to every request. One that carries a credential, or is the connection's, is
    /// refused by [`build`](Self::build).
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.options.add_header(name, value);
        self
    }

    /// How large a response may be, in bytes.
    pub const fn max_response_bytes(mut self, limit: usize) -> Self {
        self.max_response_bytes = limit;
        self
    }

    /// Goes through that proxy instead of the one that the environment names: `http://` or
    /// `https://`, with user and password in it if it wants them. SOCKS is not supported:
    /// [`build`](Self::build) refuses such a proxy, also one of the environment. It is not used for an
    /// address of this machine.
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.network.proxy = Proxy::At(url.into());
        self
    }

    /// Goes through no proxy, whatever the environment says.
    pub fn no_proxy(mut self) -> Self {
        self.network.proxy = Proxy::None;
        self
    }

    /// Trusts the certificates in that PEM text as well as the system's.
    pub fn root_certificate(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.network.root_certificates.push(pem.as_ref().to_vec());
        self
    }

    /// A clock for expiry, waits and timeouts that a test moves by hand.
    #[cfg(feature = "test-util")]
    pub fn clock(mut self, clock: crate::ManualClock) -> Self {
        self.clock = Clock::Manual(clock);
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration): address, credential, header, proxy or
    /// certificate cannot be used, or the TLS library finds no provider or certificate store.
    pub fn build(self) -> Result<Client, Error> {
        self.into_transport().map(Client::of)
    }

    pub(crate) fn into_transport(self) -> Result<Transport, Error> {
        let base_url = BaseUrl::parse(&self.base_url)
            .map_err(|cause| Error::configuration(cause.to_string()))?;
        if let Some(fault) = &self.options.fault {
            return Err(Error::configuration(fault));
        }
        let user_agent = user_agent(self.application.as_deref())?;
        let identity = match self.credential {
            Some(credential) => {
                let scheme = credential.scheme()?;
                Some((credential, scheme))
            }
            None => None,
        };
        let limits = self.options.limits(&RequestOptions::default());
        // An attempt that ends before its connection is made can't say that nothing was sent.
        let connect_timeout = self.connect_timeout.min(limits.attempt_timeout);
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(connect_timeout)
            .pool_idle_timeout(self.pool_idle_timeout)
            // A connection that died without a word would take every retry with it.
            .http2_keep_alive_interval(HTTP2_PING)
            .http2_keep_alive_timeout(HTTP2_PONG);
        let proxy = self.network.proxy_to(&base_url)?;
        let to_this_machine = base_url.is_on_this_machine();
        let http = self.network.clone().settle(http, to_this_machine)?;
        let http = http_client(http).map_err(|cause| {
            let error = Error::configuration(cause.to_string());
            match cause {
                ConnectError::Build(cause) => {
                    error.with_cause(Cause::of(cause, &Redaction::default()))
                }
                _ => error,
            }
        })?;
        let login = identity.as_ref().map(|(credential, _)| credential);
        let login = login.filter(|credential| self.session && credential.is_login());
        let session = login.and_then(|credential| {
            let scheme = scheme_of(CredentialKind::Jwt, credential.placement())?;
            let clock = self.clock.clone();
            let session = match self.session_store {
                Some(store) => {
                    let name = SessionName::new(base_url.as_str(), credential);
                    Session::kept_in(clock, store, name)
                }
                None => Session::new(clock),
            };
            Some((scheme, session))
        });
        let budget = Arc::new(RetryBudget::new(self.retry_policy.budget));
        let without_session = || Transport {
            base_url: base_url.clone(),
            http: http.clone(),
            #[cfg(feature = "events")]
            dialer: crate::events::Dialer::new(self.network.clone(), self.connect_timeout),
            identity: identity.clone(),
            session: None,
            for_logins: None,
            proxy: proxy.clone(),
            max_response_bytes: self.max_response_bytes,
            connect_timeout,
            read_timeout: self.read_timeout,
            defaults: self.options.clone(),
            budget: Arc::clone(&budget),
            retry_policy: self.retry_policy.clone(),
            user_agent: user_agent.clone(),
            clock: self.clock.clone(),
        };
        Ok(Transport {
            for_logins: session.as_ref().map(|_| Arc::new(without_session())),
            session,
            ..without_session()
        })
    }
}

/// How requests name their sender.
fn user_agent(application: Option<&str>) -> Result<HeaderValue, Error> {
    const OURS: &str = concat!("opentact-rust/", env!("CARGO_PKG_VERSION"));
    let Some(application) = application else {
        return Ok(HeaderValue::from_static(OURS));
    };
    HeaderValue::try_from(format!("{application} {OURS}"))
        .map_err(|_| Error::configuration("`user_agent` has a character that headers cannot carry"))
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
            .field("session_store", &self.session_store)
            .field("connect_timeout", &self.connect_timeout)
            .field("pool_idle_timeout", &self.pool_idle_timeout)
            .field("read_timeout", &self.read_timeout)
            .field("limits", &self.options.limits(&RequestOptions::default()))
            .field("retry_policy", &self.retry_policy)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_address_that_may_hold_a_credential() {
        let builder = ClientBuilder::new(Credential::api_token("planted"))
            .base_url("https://me:planted@h.example/?jwt=planted");
        let shown = format!("{builder:?}");
        assert!(
            !shown.contains("planted") && shown.contains("(not usable)"),
            "{shown}"
        );
    }
}
