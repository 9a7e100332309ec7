//! The client: where every request starts.

use std::fmt;
use std::sync::Arc;

use http::Method;

use crate::builder::ClientBuilder;
use crate::credential::Credential;
use crate::custom_request::CustomRequest;
use crate::error::Error;
use crate::request::Request;
use crate::session::SessionStatus;
use crate::transport::Transport;
use crate::transport::hook::Hook;

/// A client of the Opentact API. Clones are cheap and share connections and session.
///
/// ```no_run
/// use std::time::Duration;
/// use opentact::{Client, Credential};
///
/// # async fn run(password: &str) -> Result<(), opentact::Error> {
/// let client = Client::new(Credential::basic("me@example.com", password))?;
/// let me = client.whoami().await?;
/// let token = client.tokens().create("ci").ttl(Duration::from_secs(3600)).await?;
/// println!("{} has a new token, {}", me.email, token.uuid);
/// # Ok(())
/// # }
/// ```
///
/// # Runtimes and processes
///
/// A client, in a `static` for instance, may be used from several runtimes, at the same time or one
/// after the other, and its session goes on. A connection and a login run on the runtime of the request
/// that began them. When that runtime ends, requests on it end, a login that others wait for is made
/// once more, and the next requests make connections of their own. What is not supported:
///
/// * A runtime that is kept and not driven any more, such as one of a single thread between two
///   `block_on`: its connections and its login stand still for those who use the client elsewhere.
/// * A process that forks and goes on in the child: parent and child would write to the same connections,
///   and the threads that drive them are not in the child. Make the client after the fork, in each.
#[derive(Clone)]
pub struct Client {
    pub(crate) transport: Arc<Transport>,
}

impl Client {
    /// A client of the production API with the default settings. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration): the credential cannot be used, or the TLS
    /// library finds no provider or certificate store.
    pub fn new(credential: Credential) -> Result<Self, Error> {
        Self::builder(credential).build()
    }

    /// A client of the production API without a credential, for what the contract calls public.
    ///
    /// Every other operation ends with [`Configuration`](crate::ErrorKind::Configuration), and nothing
    /// is sent for it. A [`request`](Self::request) to a path that the contract does not know is sent
    /// without a credential. [`ClientBuilder::anonymous`] gives other settings.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration): the TLS library finds no provider or
    /// certificate store.
    pub fn anonymous() -> Result<Self, Error> {
        ClientBuilder::anonymous().build()
    }

    /// Starts to build a client with other settings.
    pub fn builder(credential: Credential) -> ClientBuilder {
        ClientBuilder::new(credential)
    }

    /// A client with address and credential from the environment.
    ///
    /// See [`Credential::from_env`](crate::Credential::from_env) for the variables of the
    /// credential; `OPENTACT_BASE_URL` is the address, production if it is not set.
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration): no credential, several, or one that
    /// cannot be used.
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build()
    }

    pub(crate) fn of(transport: Transport) -> Self {
        Self {
            transport: Arc::new(transport),
        }
    }

    /// The events of the user: settings of a stream that connects by itself, again and again.
    ///
    /// The service sends what the user has [subscribed](Self::subscriptions) to; whether it sends
    /// anything to others is not documented. [`EventItem`](crate::events::EventItem) says how to live
    /// with delivery at most once, and [`EventStream`](crate::events::EventStream) what is promised.
    ///
    /// ```no_run
    /// use opentact::events::EventItem;
    ///
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let mut events = client.events().stream()?;
    /// while let Some(item) = events.next().await {
    ///     match item? {
    ///         EventItem::Connected(_) => println!("listening; now ask the API how things stand"),
    ///         EventItem::Event(event) => println!("{:?}", event.payload()),
    ///         other => println!("{other:?}"),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "events")]
    pub fn events(&self) -> crate::events::Events {
        crate::events::Events::new(Arc::clone(&self.transport))
    }

    /// A request to any path of the API, with the same session and the same errors.
    ///
    /// For endpoints that the contract does not know. The path starts with a slash, has no query
    /// and no dots to fold, and is already percent-encoded: `/rest/user/cart`. A `POST` is repeated
    /// only when it never arrived, unless it is said to be [`idempotent`](Request::idempotent).
    ///
    /// # Errors
    ///
    /// When it is awaited: [`Input`](crate::ErrorKind::Input) for a path, a header or a parameter
    /// that is not sent, [`Refused`](crate::ErrorKind::Refused) also for `success: false` under a
    /// success, and as [`whoami`](Self::whoami).
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have been carried out or not.
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// use opentact::Method;
    ///
    /// let page = client
    ///     .request(Method::POST, "/rest/sms/search")
    ///     .query("take", "10")
    ///     .json(&serde_json::json!({ "state": "sent" }))
    ///     .await?;
    /// let found: serde_json::Value = page.payload()?;
    /// # drop(found);
    /// # Ok(())
    /// # }
    /// ```
    pub fn request(&self, method: Method, path: impl Into<String>) -> Request<CustomRequest> {
        Request::new(&self.transport, CustomRequest::new(method, path.into()))
    }

    /// How the session stands, for a health check; `None` where the client has none, as its credential
    /// is sent with each request. Nothing is sent.
    ///
    /// ```
    /// # fn run(client: &opentact::Client) -> bool {
    /// let fails = client.session().is_some_and(|session| session.last_error.is_some());
    /// # fails
    /// # }
    /// ```
    pub fn session(&self) -> Option<SessionStatus> {
        let (_, session) = self.transport.session.as_ref()?;
        Some(session.status())
    }

    /// The generated client under this one, with the same session.
    ///
    /// Its types are those of the crate [`opentact_client`]. The one place where types of the
    /// generator and its HTTP library show: they change with them, and so may break in a minor
    /// release. Its errors print what this crate's errors hide.
    /// Where no response came, it sees an empty one with status 511, which has the [`Error`] among
    /// its extensions.
    pub fn api(&self) -> opentact_client::Client {
        let hook = Hook(Arc::clone(&self.transport));
        opentact_client::Client::new_with_client(
            self.transport.base_url.as_str(),
            self.transport.http.clone(),
            hook.into(),
        )
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.transport.base_url)
            .field("credential", &self.transport.credential())
            .finish_non_exhaustive()
    }
}
