//! The list of event subscriptions.

use opentact_client::operations;
use opentact_client::types::Subscription;

use crate::call::Caller;
use crate::call::sealed::Perform;
use crate::error::Error;
use crate::reply::Reply;
use crate::transport::operation::{Arguments, send};

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
        let arguments = Arguments::<operations::ListSubscriptions>::default();
        send(&caller.transport, &caller.options, arguments).await
    }
}
