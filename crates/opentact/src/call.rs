//! A call about to be made, and how it may differ from the client's settings.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::sync::Arc;
use std::time::Duration;

use opentact_client::BoxFuture;

use crate::error::Error;
use crate::reply::Reply;
use crate::transport::Transport;
use crate::transport::options::RequestOptions;

/// A call about to be made; await it.
///
/// Each operation of the API gives one. What is set here counts for this call alone.
///
/// ```no_run
/// use std::time::Duration;
///
/// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
/// let me = client.whoami().timeout(Duration::from_secs(2)).retries(0).await?;
/// let tokens = client.tokens().list().header("X-Trace", "4711").with_answer().await?;
/// println!(
///     "{} tokens, request {:?}",
///     tokens.value.len(),
///     tokens.answer().request_id()
/// );
/// # drop(me);
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until this is awaited"]
pub struct Call<A> {
    pub(crate) caller: Caller,
    pub(crate) action: A,
}

/// Who makes a call: the client's transport, and the settings of this call.
#[derive(Clone)]
#[allow(
    unnameable_types,
    unreachable_pub,
    reason = "part of a trait that nobody else can implement"
)]
pub struct Caller {
    pub(crate) transport: Arc<Transport>,
    pub(crate) options: RequestOptions,
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Caller")
    }
}

/// What a call does. Nothing outside this crate implements it.
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
    use super::{Caller, Error, Future, Reply};

    /// Makes a call.
    pub trait Perform {
        /// What comes of it.
        type Outcome;

        /// Makes the call.
        fn perform(
            self,
            caller: Caller,
        ) -> impl Future<Output = Result<Reply<Self::Outcome>, Error>> + Send;
    }
}

impl<A: Action> Call<A> {
    pub(crate) fn new(transport: &Arc<Transport>, action: A) -> Self {
        let caller = Caller {
            transport: Arc::clone(transport),
            options: RequestOptions::default(),
        };
        Self { caller, action }
    }

    /// How long one attempt may take, from its start to the end of its answer.
    ///
    /// Where this is shorter than the client's `connect_timeout`, an attempt that ends before there
    /// is a connection counts as one that may have arrived.
    pub const fn timeout(mut self, limit: Duration) -> Self {
        self.caller.options.set_timeout(limit);
        self
    }

    /// How long the whole call may take: every attempt, the waits between them, and a login.
    pub const fn total_timeout(mut self, limit: Duration) -> Self {
        self.caller.options.set_total_timeout(limit);
        self
    }

    /// How often the request may be repeated; 0 sends it once. A session that the server no longer
    /// takes is renewed all the same.
    pub const fn retries(mut self, most: u32) -> Self {
        self.caller.options.set_retries(most);
        self
    }

    /// Adds a header. One that carries a credential, or is the connection's, is refused when the
    /// call is awaited.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.caller.options.add_header(name, value);
        self
    }

    /// Gives the raw answer beside the value.
    pub const fn with_answer(self) -> CallWithAnswer<A> {
        CallWithAnswer(self)
    }
}

impl<A: Action> IntoFuture for Call<A> {
    type Output = Result<A::Value, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    /// Makes the call.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let reply = self.action.perform(self.caller).await?;
            Ok(reply.value)
        })
    }
}

impl<A: fmt::Debug> fmt::Debug for Call<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.action).finish()
    }
}

/// A call about to be made that gives the raw answer beside the value; await it.
#[derive(Debug)]
#[must_use = "nothing is sent until this is awaited"]
pub struct CallWithAnswer<A>(Call<A>);

impl<A: Action> IntoFuture for CallWithAnswer<A> {
    type Output = Result<Reply<A::Value>, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    /// Makes the call.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.0.action.perform(self.0.caller))
    }
}
