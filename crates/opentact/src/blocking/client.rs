//! The client for programs without an async runtime.

use std::fmt;
use std::sync::Arc;

use super::request::Request;
use super::runtime::Runtime;
use super::subscriptions::Subscriptions;
use super::tokens::Tokens;
use crate::builder::ClientBuilder;
use crate::custom_request::CustomRequest;
use crate::error::Error;
use crate::method::Method;
use crate::whoami::Whoami;

/// A client of the Opentact API that waits for its answers. Clones are cheap and share connections
/// and session.
///
/// See [`opentact::Client`](crate::Client), which has the same calls.
#[derive(Clone)]
pub struct Client {
    inner: crate::Client,
    runtime: Arc<Runtime>,
}

impl Client {
    /// Starts to build a client; [`build_blocking`](ClientBuilder::build_blocking) ends it.
    pub fn builder() -> ClientBuilder {
        crate::Client::builder()
    }

    /// A client with address and credential from the environment.
    ///
    /// # Errors
    ///
    /// As [`opentact::Client::from_env`](crate::Client::from_env).
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build_blocking()
    }

    pub(crate) fn new(inner: crate::Client) -> Result<Self, Error> {
        let runtime = Arc::new(Runtime::new()?);
        Ok(Self { inner, runtime })
    }

    /// Asks the server who the credential belongs to.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Client::whoami`](crate::Client::whoami).
    pub fn whoami(&self) -> Request<Whoami> {
        Request::new(self.inner.whoami(), &self.runtime)
    }

    /// The API tokens of the user.
    pub const fn tokens(&self) -> Tokens<'_> {
        Tokens::new(self.inner.tokens(), &self.runtime)
    }

    /// The event subscriptions of the user.
    pub const fn subscriptions(&self) -> Subscriptions<'_> {
        Subscriptions::new(self.inner.subscriptions(), &self.runtime)
    }

    /// A request to any path of the API, with the same session and the same errors.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Client::request`](crate::Client::request).
    pub fn request(&self, method: Method, path: impl Into<String>) -> Request<CustomRequest> {
        Request::new(self.inner.request(method, path), &self.runtime)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl ClientBuilder {
    /// Builds a client for programs without an async runtime. Nothing is sent; one thread starts.
    ///
    /// # Errors
    ///
    /// As [`build`](Self::build), and [`Configuration`](crate::ErrorKind::Configuration) where no
    /// thread can be started.
    pub fn build_blocking(self) -> Result<Client, Error> {
        Client::new(self.build()?)
    }
}
