//! Calls of [`Client::subscriptions`](crate::Client::subscriptions).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

use opentact_client::{operations, types as models};
use crate::error::Error;
use crate::request::{Action, Request, Sender};
use crate::transport::call::Call;
use crate::with_response::WithResponse;
use std::sync::Arc;
use crate::transport::Transport;
use crate::transport::operation::send;
use uuid::Uuid;
/// Which events the WebSocket service sends to a user.
///
/// From [`Client::subscriptions`](crate::Client::subscriptions).
#[derive(Clone, Debug)]
pub struct SubscriptionsApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// Which events the WebSocket service sends to a user.
    pub fn subscriptions(&self) -> SubscriptionsApi<'_> {
        SubscriptionsApi {
            transport: &self.transport,
        }
    }
}
impl SubscriptionsApi<'_> {
    /// Creates an event subscription of the caller. There is no idempotency key: repeating the request makes a second subscription.
    ///
    /// * `kind`: What an event is about.
    ///
    /// Await it, with or without [`channel`](Request::channel), [`expired_on`](Request::expired_on) and [`is_active`](Request::is_active).
    ///
    /// The request is repeated only when it never arrived.
    /// [`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is true where it is not known whether it was carried out, and the message says: the subscription may exist: `subscriptions().list()` shows it.
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | none | [`Input`](crate::ErrorKind::Input) | An argument is outside its limits; nothing was sent. |
    /// | 400 | [`Refused`](crate::ErrorKind::Refused) | The request does not fit this document, or broke off. |
    /// | 401 | [`Credentials`](crate::ErrorKind::Credentials) | No credential, a wrong one, one that has expired, or several that disagree. |
    /// | 429 | [`RateLimited`](crate::ErrorKind::RateLimited) | Too many requests; wait. |
    /// | 500 | [`Server`](crate::ErrorKind::Server) | The server failed. |
    ///
    /// [`ErrorKind`](crate::ErrorKind) says what to do about each, and which there are without a response.
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.subscriptions().create("auth").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/websocket-event-subscription/get-subscribed-events/example-api-call). Evidence: a page of the vendor's or a real answer shows it.
    pub fn create(
        &self,
        kind: impl Into<models::EventType>,
    ) -> Request<CreateSubscription> {
        Request::new(
            self.transport,
            CreateSubscription(
                Call::new(models::CreateSubscriptionRequest::new(kind).is_active(true))
                    .in_doubt(
                        "the subscription may exist: `subscriptions().list()` shows it",
                    ),
            ),
        )
    }
    /// Lists the event subscriptions of the caller, those that are not active or have expired as well. There is no paging.
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | 400 | [`Refused`](crate::ErrorKind::Refused) | The request does not fit this document, or broke off. |
    /// | 401 | [`Credentials`](crate::ErrorKind::Credentials) | No credential, a wrong one, one that has expired, or several that disagree. |
    /// | 429 | [`RateLimited`](crate::ErrorKind::RateLimited) | Too many requests; wait. |
    /// | 500 | [`Server`](crate::ErrorKind::Server) | The server failed. |
    ///
    /// [`ErrorKind`](crate::ErrorKind) says what to do about each, and which there are without a response.
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.subscriptions().list().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/wss-events/wss-events). Evidence: a page of the vendor's or a real answer shows it.
    pub fn list(&self) -> Request<ListSubscriptions> {
        Request::new(self.transport, ListSubscriptions(Call::new(())))
    }
    /// Deletes one event subscription of the caller. Inferred: the vendor has a page on removing subscriptions, which is not known to show method, path or answer.
    ///
    /// * `uuid`: The uuid of the subscription.
    ///
    /// A request that got no response is repeated. Where the repetition finds nothing, the message says that the first may have deleted it.
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | none | [`Input`](crate::ErrorKind::Input) | An argument is outside its limits; nothing was sent. |
    /// | 400 | [`Refused`](crate::ErrorKind::Refused) | The request does not fit this document, or broke off. |
    /// | 401 | [`Credentials`](crate::ErrorKind::Credentials) | No credential, a wrong one, one that has expired, or several that disagree. |
    /// | 404 | [`NotFound`](crate::ErrorKind::NotFound) | The caller has nothing of that name. |
    /// | 429 | [`RateLimited`](crate::ErrorKind::RateLimited) | Too many requests; wait. |
    /// | 500 | [`Server`](crate::ErrorKind::Server) | The server failed. |
    ///
    /// [`ErrorKind`](crate::ErrorKind) says what to do about each, and which there are without a response.
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client, uuid: uuid::Uuid) -> Result<(), opentact::Error> {
    /// let answer = client.subscriptions().delete(uuid).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/websocket-event-subscription/get-subscribed-events/example-api-call). Evidence: none; it is inferred from how the vendor's other operations are.
    pub fn delete(&self, uuid: Uuid) -> Request<DeleteSubscription> {
        Request::new(
            self.transport,
            DeleteSubscription(Call::new(()).path("uuid", uuid.to_string())),
        )
    }
}
/// Subscribe to events of a type: from [`SubscriptionsApi::create`].
#[derive(Clone, Debug)]
pub struct CreateSubscription(Call<operations::CreateSubscription>);
impl Request<CreateSubscription> {
    /// The way by which events are sent. Sent as `"wss"` where this is not set.
    pub fn channel(mut self, channel: impl Into<models::EventChannel>) -> Self {
        self.action.0.body.channel = channel.into();
        self
    }
    /// When the subscription stops; a time in the past is taken as well. The server decides when it is missing.
    pub fn expired_on(
        mut self,
        expired_on: impl Into<opentact_client::Timestamp>,
    ) -> Self {
        self.action.0.body.expired_on = Some(expired_on.into());
        self
    }
    /// Whether the subscription is in force. The server decides when it is missing. Sent as `true` where this is not set.
    pub fn is_active(mut self, is_active: bool) -> Self {
        self.action.0.body.is_active = Some(is_active);
        self
    }
}
impl Action for CreateSubscription {
    type Value = models::Subscription;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// List the caller's event subscriptions: from [`SubscriptionsApi::list`].
#[derive(Clone, Debug)]
pub struct ListSubscriptions(Call<operations::ListSubscriptions>);
impl Action for ListSubscriptions {
    type Value = Vec<models::Subscription>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Delete one event subscription: from [`SubscriptionsApi::delete`].
#[derive(Clone, Debug)]
pub struct DeleteSubscription(Call<operations::DeleteSubscription>);
impl Action for DeleteSubscription {
    type Value = ();
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await.map(|it| it.map(drop))
    }
}
