//! The list of event subscriptions.

use opentact_client::operations;
use opentact_client::types::Subscription;

use crate::error::Error;
use crate::request::{Action, Sender};
use crate::transport::operation::{Arguments, send};
use crate::with_response::WithResponse;

/// Lists the event subscriptions: from [`Subscriptions::list`](crate::Subscriptions::list).
#[derive(Clone, Copy, Debug)]
pub struct ListSubscriptions(());

impl ListSubscriptions {
    pub(super) const fn new() -> Self {
        Self(())
    }
}

impl Action for ListSubscriptions {
    type Value = Vec<Subscription>;

    async fn perform(self, sender: Sender) -> Result<WithResponse<Vec<Subscription>>, Error> {
        let arguments = Arguments::<operations::ListSubscriptions>::default();
        send(&sender.transport, &sender.options, arguments).await
    }
}
