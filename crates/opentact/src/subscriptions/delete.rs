//! The deletion of an event subscription.

use opentact_client::operations;
use opentact_client::security::Operation;
use uuid::Uuid;

use crate::error::Error;
use crate::request::{Action, Sender};
use crate::transport::operation::{Arguments, path_segment, send};
use crate::with_response::WithResponse;

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

impl Action for DeleteSubscription {
    type Value = ();

    async fn perform(self, sender: Sender) -> Result<WithResponse<()>, Error> {
        let operation = Operation::DeleteSubscription;
        let uuid = path_segment(operation, "the uuid", self.uuid.to_string())?;
        let arguments = Arguments::<operations::DeleteSubscription> {
            path: &[uuid],
            ..Arguments::default()
        };
        let outcome = send(&sender.transport, &sender.options, arguments).await;
        outcome.map(|reply| reply.map(drop))
    }
}
