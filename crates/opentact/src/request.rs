//! A request about to be sent, and how it may differ from the client's settings.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::sync::Arc;
use std::time::Duration;

use opentact_client::BoxFuture;

use crate::error::Error;
use crate::transport::Transport;
use crate::transport::options::RequestOptions;
use crate::with_response::WithResponse;

/// A request about to be sent; await it.
///
/// Each operation of the API gives one. What is set here counts for this request alone.
///
/// ```no_run
/// use std::time::Duration;
///
/// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
/// let me = client.whoami().timeout(Duration::from_secs(2)).retries(0).await?;
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
}

/// Who sends a request: the client's transport, and the settings of this request.
#[derive(Clone)]
#[allow(
    unnameable_types,
    unreachable_pub,
    reason = "part of a trait that nobody else can implement"
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

/// What a request does. Nothing outside this crate implements it.
pub trait Action: sealed::Perform<Outcome = Self::Value> + Send + 'static {
    /// What comes of it.
    type Value: Send + 'static;
}

impl<A: sealed::Perform<Outcome: Send + 'static> + Send + 'static> Action for A {
    type Value = A::Outcome;
}

#[allow(
    unnameable_types,
    unreachable_pub,
    reason = "a trait that nobody else can implement"
)]
pub(crate) mod sealed {
    use super::{Error, Future, Sender, WithResponse};

    /// Sends the request.
    pub trait Perform {
        /// What comes of it.
        type Outcome;

        /// Sends the request.
        fn perform(
            self,
            sender: Sender,
        ) -> impl Future<Output = Result<WithResponse<Self::Outcome>, Error>> + Send;
    }
}

impl<A: Action> Request<A> {
    pub(crate) fn new(transport: &Arc<Transport>, action: A) -> Self {
        let sender = Sender {
            transport: Arc::clone(transport),
            options: RequestOptions::default(),
        };
        Self { sender, action }
    }

    /// How long one attempt may take, from its start to the end of its answer.
    ///
    /// Where this is shorter than the client's `connect_timeout`, an attempt that ends before there
    /// is a connection counts as one that may have arrived.
    pub const fn timeout(mut self, limit: Duration) -> Self {
        self.sender.options.set_timeout(limit);
        self
    }

    /// How long the whole request may take: every attempt, the waits between them, and a login.
    pub const fn total_timeout(mut self, limit: Duration) -> Self {
        self.sender.options.set_total_timeout(limit);
        self
    }

    /// How often the request may be repeated; 0 sends it once. A session that the server no longer
    /// takes is renewed all the same.
    pub const fn retries(mut self, most: u32) -> Self {
        self.sender.options.set_retries(most);
        self
    }

    /// Adds a header. One that carries a credential, or is the connection's, is refused when the
    /// request is awaited.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.sender.options.add_header(name, value);
        self
    }

    /// Gives the response together with the value.
    pub const fn with_response(self) -> RequestWithResponse<A> {
        RequestWithResponse(self)
    }
}

impl<A: Action> IntoFuture for Request<A> {
    type Output = Result<A::Value, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    /// Sends the request.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let reply = self.action.perform(self.sender).await?;
            Ok(reply.value)
        })
    }
}

impl<A: fmt::Debug> fmt::Debug for Request<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Request").field(&self.action).finish()
    }
}

/// A request about to be sent that gives the response together with the value; await it.
#[derive(Debug)]
#[must_use = "nothing is sent until this is awaited"]
pub struct RequestWithResponse<A>(Request<A>);

impl<A: Action> IntoFuture for RequestWithResponse<A> {
    type Output = Result<WithResponse<A::Value>, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    /// Sends the request.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.0.action.perform(self.0.sender))
    }
}
