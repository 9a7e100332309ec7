//! The event subscriptions of a user, for programs without an async runtime.

use std::sync::Arc;

use opentact_client::types::EventType;
use uuid::Uuid;

use super::request::Request;
use super::runtime::Runtime;
use crate::subscriptions::{CreateSubscription, DeleteSubscription, ListSubscriptions};

/// The event subscriptions of the user, from
/// [`Client::subscriptions`](super::Client::subscriptions).
///
/// See [`opentact::Subscriptions`](crate::Subscriptions), which has the same calls and says more
/// of each.
#[derive(Clone, Copy, Debug)]
pub struct Subscriptions<'c> {
    inner: crate::Subscriptions<'c>,
    runtime: &'c Arc<Runtime>,
}

impl<'c> Subscriptions<'c> {
    pub(super) const fn new(inner: crate::Subscriptions<'c>, runtime: &'c Arc<Runtime>) -> Self {
        Self { inner, runtime }
    }

    /// Subscribes to events of that type.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Subscriptions::create`](crate::Subscriptions::create).
    pub fn create(self, event_type: impl Into<EventType>) -> Request<CreateSubscription> {
        Request::new(self.inner.create(event_type), self.runtime)
    }

    /// Lists the subscriptions, those that are not active or have expired as well.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Subscriptions::list`](crate::Subscriptions::list).
    pub fn list(self) -> Request<ListSubscriptions> {
        Request::new(self.inner.list(), self.runtime)
    }

    /// Deletes the subscription with that uuid.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Subscriptions::delete`](crate::Subscriptions::delete).
    pub fn delete(self, uuid: Uuid) -> Request<DeleteSubscription> {
        Request::new(self.inner.delete(uuid), self.runtime)
    }
}
