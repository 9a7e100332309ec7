//! A request about to be sent, and how it may differ from the client's settings.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::sync::Arc;
use std::time::Duration;

use opentact_client::BoxFuture;

use crate::blocking;
use crate::error::Error;
use crate::transport::Transport;
use crate::transport::options::RequestOptions;
use crate::with_response::WithResponse;

/// A request about to be sent: await it, or call [`send`](Self::send) or
/// [`send_blocking`](Self::send_blocking).
///
/// Each operation of the API gives one. What is set here counts for this request alone.
///
/// ```no_run
/// use std::time::Duration;
///
/// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
/// let me = client.whoami().timeout(Duration::from_secs(2)).max_retries(0).await?;
/// let tokens = client.tokens().list().header("X-Trace", "4711").with_response().await?;
/// println!(
///     "{} tokens, request {:?}",
///     tokens.value.len(),
///     tokens.response.request_id()
/// );
/// # drop(me);
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until this is awaited"]
pub struct Request<A> {
    pub(crate) sender: Sender,
    pub(crate) action: A,
    pub(crate) paging: Paging,
}

/// What the request says about pages, if it has any.
#[derive(Clone, Copy, Default)]
pub(crate) struct Paging {
    pub(crate) size: Option<u32>,
    pub(crate) skip: u64,
}

/// Who sends a request: the client's transport, and the settings of this request.
#[derive(Clone)]
#[allow(
    unnameable_types,
    reason = "whoever can't name it can't implement the trait"
)]
pub struct Sender {
    pub(crate) transport: Arc<Transport>,
    pub(crate) options: RequestOptions,
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sender")
    }
}

/// What a request does. Nothing outside this crate implements it, as nothing else has a sender.
pub trait Action: Send + 'static {
    /// What comes of it.
    type Value: Send + 'static;

    /// Sends the request.
    #[doc(hidden)]
    fn perform(
        self,
        sender: Sender,
    ) -> impl Future<Output = Result<WithResponse<Self::Value>, Error>> + Send;
}

impl<A: Action> Request<A> {
    pub(crate) fn new(transport: &Arc<Transport>, action: A) -> Self {
        let sender = Sender {
            transport: Arc::clone(transport),
            options: RequestOptions::default(),
        };
        Self {
            sender,
            action,
            paging: Paging::default(),
        }
    }

    /// How long the whole request may take: every attempt, the waits between them, and a login that
    /// it has to wait for.
    pub const fn timeout(mut self, limit: Duration) -> Self {
        self.sender.options.set_timeout(limit);
        self
    }

    /// How long one attempt may take, from its start to the end of its response. A login, for which
    /// others may wait, has the client's.
    ///
    /// Where this is shorter than the client's `connect_timeout`, an attempt that ends before there
    /// is a connection counts as one that may have arrived.
    pub const fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.sender.options.set_attempt_timeout(limit);
        self
    }

    /// How often the request may be repeated; 0 sends it once. A session that the server no longer takes
    /// is renewed all the same. A login, for which others may wait, has the client's.
    pub const fn max_retries(mut self, most: u32) -> Self {
        self.sender.options.set_max_retries(most);
        self
    }

    /// Adds a header, in place of the client's of that name. One that carries a credential, or is
    /// the connection's, is refused when the request is sent.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.sender.options.add_header(name, value);
        self
    }

    /// Gives the response together with the value.
    pub fn with_response(self) -> Request<AndResponse<A>> {
        Request {
            sender: self.sender,
            action: AndResponse(self.action),
            paging: self.paging,
        }
    }

    /// Sends the request; `.await` on the request itself does the same.
    ///
    /// # Errors
    ///
    /// Those of the operation.
    pub async fn send(self) -> Result<A::Value, Error> {
        let sent = self.action.perform(self.sender).await?;
        Ok(sent.value)
    }

    /// Sends the request and waits for what comes of it, in a program without an async runtime or in
    /// `tokio::task::spawn_blocking`.
    ///
    /// All such requests run on one thread that the process has for them. The client, its session
    /// and its connections are the same as for requests that are awaited.
    ///
    /// In an async task it holds up that task's thread, and every other task on it. On a runtime of
    /// a single thread it may wait for a connection that only this runtime can drive, until its
    /// [`timeout`](Self::timeout) ends it: await the request there.
    ///
    /// ```no_run
    /// # fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let me = client.whoami().send_blocking()?;
    /// println!("{}", me.email);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of the operation, and [`Configuration`](crate::ErrorKind::Configuration) where no thread
    /// can be started.
    pub fn send_blocking(self) -> Result<A::Value, Error> {
        blocking::wait(self.send())
    }
}

impl<A: Action> IntoFuture for Request<A> {
    type Output = Result<A::Value, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    /// Sends the request.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

/// An action whose value comes with its response: from [`Request::with_response`].
#[derive(Clone, Copy, Debug)]
pub struct AndResponse<A>(A);

impl<A: Action> Action for AndResponse<A> {
    type Value = WithResponse<A::Value>;

    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        let value = self.0.perform(sender).await?;
        let response = value.response.clone();
        Ok(WithResponse::new(value, response))
    }
}

impl<A: fmt::Debug> fmt::Debug for Request<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Request").field(&self.action).finish()
    }
}
