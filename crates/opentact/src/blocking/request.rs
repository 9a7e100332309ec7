//! A call about to be made by a program without an async runtime.

use std::fmt;
use std::future::IntoFuture;
use std::sync::Arc;
use std::time::Duration;

use opentact_client::Timestamp;
use opentact_client::types::EventChannel;
use serde::Serialize;

use super::runtime::Runtime;
use crate::custom_request::CustomRequest;
use crate::error::Error;
use crate::request::Action;
use crate::subscriptions::CreateSubscription;
use crate::tokens::{CreateToken, UpdateToken};
use crate::with_response::WithResponse;

/// A call about to be made; [`send`](Self::send) makes it.
///
/// See [`opentact::Request`](crate::Request), which has the same settings.
#[must_use = "nothing is sent until `send`"]
pub struct Request<A> {
    inner: crate::Request<A>,
    runtime: Arc<Runtime>,
}

impl<A: Action> Request<A> {
    pub(super) fn new(inner: crate::Request<A>, runtime: &Arc<Runtime>) -> Self {
        let runtime = Arc::clone(runtime);
        Self { inner, runtime }
    }

    fn set(mut self, change: impl FnOnce(crate::Request<A>) -> crate::Request<A>) -> Self {
        self.inner = change(self.inner);
        self
    }

    /// How long one attempt may take, from its start to the end of its answer.
    pub fn timeout(self, limit: Duration) -> Self {
        self.set(|call| call.timeout(limit))
    }

    /// How long the whole call may take: every attempt, the waits between them, and a login.
    pub fn total_timeout(self, limit: Duration) -> Self {
        self.set(|call| call.total_timeout(limit))
    }

    /// How often the request may be repeated; 0 sends it once.
    pub fn retries(self, most: u32) -> Self {
        self.set(|call| call.retries(most))
    }

    /// Adds a header. One that carries a credential, or is the connection's, is refused when the
    /// call is sent.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.set(|call| call.header(name, value))
    }

    /// Gives the raw answer beside the value.
    pub fn with_response(self) -> RequestWithResponse<A> {
        RequestWithResponse(self)
    }

    /// Makes the call, and waits for what comes of it.
    ///
    /// # Errors
    ///
    /// Those of the operation, and [`Configuration`](crate::ErrorKind::Configuration) inside an
    /// async runtime, which a wait would stall.
    pub fn send(self) -> Result<A::Value, Error> {
        self.runtime.wait(self.inner.into_future())
    }
}

impl Request<CreateSubscription> {
    /// The way by which the events are to be sent, [`EventChannel::Wss`] if this is not said.
    pub fn channel(self, channel: impl Into<EventChannel>) -> Self {
        self.set(|call| call.channel(channel))
    }

    /// Whether the subscription is to be in force, which it is if this is not said.
    pub fn is_active(self, is_active: bool) -> Self {
        self.set(|call| call.is_active(is_active))
    }

    /// When the subscription is to stop; the server takes a time in the past as well. The server
    /// decides when this is not said.
    pub fn expired_on(self, time: impl Into<Timestamp>) -> Self {
        self.set(|call| call.expired_on(time))
    }
}

impl Request<CreateToken> {
    /// How long the token is to live, at least 60 seconds; a fraction counts as a whole second.
    /// The server decides when this is not said.
    pub fn ttl(self, ttl: Duration) -> Self {
        self.set(|call| call.ttl(ttl))
    }
}

impl Request<UpdateToken> {
    /// A new name, 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.set(|call| call.name(name))
    }

    /// How long the token is to live from now, at least 60 seconds; a fraction counts as a whole
    /// second.
    pub fn ttl(self, ttl: Duration) -> Self {
        self.set(|call| call.ttl(ttl))
    }
}

impl Request<CustomRequest> {
    /// Adds a query parameter. Those that carry credentials are refused.
    pub fn query(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.set(|call| call.query(name, value))
    }

    /// Sends that value as JSON, with the secrets in it.
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        self.set(|call| call.json(body))
    }

    /// Says whether the request may be carried out twice, so that it is repeated also when it may
    /// have arrived. Without it, every method but `POST` may.
    pub fn repeatable(self, may_be_done_twice: bool) -> Self {
        self.set(|call| call.idempotent(may_be_done_twice))
    }
}

impl<A: fmt::Debug> fmt::Debug for Request<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

/// A call about to be made that gives the raw answer beside the value.
#[must_use = "nothing is sent until `send`"]
pub struct RequestWithResponse<A>(Request<A>);

impl<A: Action> RequestWithResponse<A> {
    /// Makes the call, and waits for what comes of it.
    ///
    /// # Errors
    ///
    /// As [`Request::send`].
    pub fn send(self) -> Result<WithResponse<A::Value>, Error> {
        let Request { inner, runtime } = self.0;
        runtime.wait(inner.with_response().into_future())
    }
}

impl<A: fmt::Debug> fmt::Debug for RequestWithResponse<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RequestWithResponse").field(&self.0).finish()
    }
}
