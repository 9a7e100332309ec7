//! The event subscriptions of a user: create, list, delete.

mod create;
mod delete;
mod list;

use std::sync::Arc;

use opentact_client::types::EventType;
use uuid::Uuid;

pub use self::create::CreateSubscription;
pub use self::delete::DeleteSubscription;
pub use self::list::ListSubscriptions;
use crate::request::Request;
use crate::transport::Transport;

/// The event subscriptions of the user, from
/// [`Client::subscriptions`](crate::Client::subscriptions): which events the WebSocket service
/// sends.
///
/// A subscription is the user's and not a connection's. It stays until it is deleted or expires, so a
/// program makes it once, or looks into the list first, and does not make another at each start.
///
/// ```no_run
/// use opentact::models::EventType;
///
/// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
/// let calls = client.subscriptions().create(EventType::CallState).await?;
/// for subscription in client.subscriptions().list().await? {
///     println!("{} until {:?}", subscription.type_, subscription.expired_on);
/// }
/// client.subscriptions().delete(calls.uuid).await?;
/// # Ok(())
/// # }
/// ```
///
/// See [Opentact docs/Websocket Event Subscription](https://doc.opentact.org/opentact-api-documentation/websocket-event-subscription/get-subscribed-events/example-api-call).
#[derive(Clone, Copy, Debug)]
pub struct Subscriptions<'c> {
    transport: &'c Arc<Transport>,
}

impl<'c> Subscriptions<'c> {
    pub(crate) const fn new(transport: &'c Arc<Transport>) -> Self {
        Self { transport }
    }

    /// Subscribes to events of that type: an [`EventType`], or its name for one that the contract
    /// does not list. Await it, with or without [`channel`](Request::channel),
    /// [`is_active`](Request::is_active) and [`expired_on`](Request::expired_on).
    ///
    /// The request is repeated only when it never arrived, for each that arrives makes a
    /// subscription.
    ///
    /// # Errors
    ///
    /// As [`Client::whoami`](crate::Client::whoami). Where a subscription may have been made all
    /// the same, [`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is
    /// true and the message says how to find it: [`list`](Self::list) shows it.
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have created a subscription or not.
    pub fn create(self, event_type: impl Into<EventType>) -> Request<CreateSubscription> {
        Request::new(self.transport, CreateSubscription::new(event_type.into()))
    }

    /// Lists the subscriptions, those that are not active or have expired as well.
    ///
    /// # Errors
    ///
    /// As [`Client::whoami`](crate::Client::whoami).
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe.
    pub fn list(self) -> Request<ListSubscriptions> {
        Request::new(self.transport, ListSubscriptions::new())
    }

    /// Deletes the subscription with that uuid.
    ///
    /// The vendor has a page on this whose content is not known: method and path are inferred from
    /// its other deletions.
    ///
    /// # Errors
    ///
    /// [`NotFound`](crate::ErrorKind::NotFound) when the user has no such subscription, and as
    /// [`Client::whoami`](crate::Client::whoami). A request that got no response is repeated; where
    /// the repetition finds no subscription, the message says that the first may have deleted it.
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have deleted the subscription or not.
    pub fn delete(self, uuid: Uuid) -> Request<DeleteSubscription> {
        Request::new(self.transport, DeleteSubscription::new(uuid))
    }
}
