//! The creation of an event subscription.

use opentact_client::Timestamp;
use opentact_client::security::Operation;
use opentact_client::types::{CreateSubscriptionRequest, EventChannel, EventType, Subscription};

use crate::call::sealed::Perform;
use crate::call::{Call, Caller};
use crate::error::Error;
use crate::exchange::Exchange;
use crate::reply::Reply;

/// Creates an event subscription: from
/// [`Subscriptions::create`](crate::Subscriptions::create).
#[derive(Clone, Debug)]
pub struct CreateSubscription {
    body: CreateSubscriptionRequest,
}

impl CreateSubscription {
    pub(super) fn new(event_type: EventType) -> Self {
        let body = CreateSubscriptionRequest::new(EventChannel::Wss, event_type).is_active(true);
        Self { body }
    }
}

impl Call<CreateSubscription> {
    /// The way by which the events are to be sent, [`EventChannel::Wss`] if this is not said.
    pub fn channel(mut self, channel: impl Into<EventChannel>) -> Self {
        self.action.body.channel = channel.into();
        self
    }

    /// Whether the subscription is to be in force, which it is if this is not said.
    pub const fn is_active(mut self, is_active: bool) -> Self {
        self.action.body.is_active = Some(is_active);
        self
    }

    /// When the subscription is to stop; the server takes a time in the past as well. The server
    /// decides when this is not said.
    pub fn expired_on(mut self, time: impl Into<Timestamp>) -> Self {
        self.action.body.expired_on = Some(time.into());
        self
    }
}

impl Perform for CreateSubscription {
    type Outcome = Subscription;

    async fn perform(self, caller: Caller) -> Result<Reply<Subscription>, Error> {
        let exchange = Exchange::new(caller, Operation::CreateSubscription);
        let outcome = exchange.api().create_subscription(&self.body).await;
        exchange.finish(outcome).map_err(|error| {
            if error.may_have_been_carried_out() {
                error.with_hint("the subscription may exist: `subscriptions().list()` shows it")
            } else {
                error
            }
        })
    }
}
