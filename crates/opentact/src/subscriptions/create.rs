//! The creation of an event subscription.

use opentact_client::Timestamp;
use opentact_client::operations;
use opentact_client::types::{CreateSubscriptionRequest, EventChannel, EventType, Subscription};

use crate::error::Error;
use crate::request::{Action, Request, Sender};
use crate::transport::operation::{Arguments, send};
use crate::with_response::WithResponse;

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

impl Request<CreateSubscription> {
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

impl Action for CreateSubscription {
    type Value = Subscription;

    async fn perform(self, sender: Sender) -> Result<WithResponse<Subscription>, Error> {
        let arguments = Arguments::<operations::CreateSubscription> {
            body: Some(&self.body),
            ..Arguments::default()
        };
        let outcome = send(&sender.transport, &sender.options, arguments).await;
        outcome.map_err(|error| {
            if error.may_have_been_carried_out() {
                error.with_hint("the subscription may exist: `subscriptions().list()` shows it")
            } else {
                error
            }
        })
    }
}
