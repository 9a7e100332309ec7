//! The list of event subscriptions.

use opentact_client::security::Operation;
use opentact_client::types::Subscription;

use crate::call::Caller;
use crate::call::sealed::Perform;
use crate::error::Error;
use crate::exchange::Exchange;
use crate::reply::Reply;

/// Lists the event subscriptions: from [`Subscriptions::list`](crate::Subscriptions::list).
#[derive(Clone, Copy, Debug)]
pub struct ListSubscriptions(());

impl ListSubscriptions {
    pub(super) const fn new() -> Self {
        Self(())
    }
}

impl Perform for ListSubscriptions {
    type Outcome = Vec<Subscription>;

    async fn perform(self, caller: Caller) -> Result<Reply<Vec<Subscription>>, Error> {
        let exchange = Exchange::new(caller, Operation::ListSubscriptions);
        let outcome = exchange.api().list_subscriptions().await;
        exchange.finish(outcome)
    }
}
