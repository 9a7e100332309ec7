//! The deletion of an event subscription.

use opentact_client::security::Operation;
use uuid::Uuid;

use crate::call::Caller;
use crate::call::sealed::Perform;
use crate::error::Error;
use crate::exchange::Exchange;
use crate::reply::Reply;

/// Deletes an event subscription: from [`Subscriptions::delete`](crate::Subscriptions::delete).
#[derive(Clone, Copy, Debug)]
pub struct DeleteSubscription {
    uuid: Uuid,
}

impl DeleteSubscription {
    pub(super) const fn new(uuid: Uuid) -> Self {
        Self { uuid }
    }
}

impl Perform for DeleteSubscription {
    type Outcome = ();

    async fn perform(self, caller: Caller) -> Result<Reply<()>, Error> {
        let exchange = Exchange::new(caller, Operation::DeleteSubscription);
        let outcome = exchange.api().delete_subscription(&self.uuid).await;
        exchange.finish(outcome).map(|reply| reply.map(drop))
    }
}
