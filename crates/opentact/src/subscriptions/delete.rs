//! The deletion of an event subscription.

use opentact_client::operations;
use opentact_client::security::Operation;
use uuid::Uuid;

use crate::call::Caller;
use crate::call::sealed::Perform;
use crate::error::Error;
use crate::reply::Reply;
use crate::transport::operation::{Arguments, path_segment, send};

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
        let operation = Operation::DeleteSubscription;
        let uuid = path_segment(operation, "the uuid", self.uuid.to_string())?;
        let arguments = Arguments::<operations::DeleteSubscription> {
            path: &[uuid],
            ..Arguments::default()
        };
        let outcome = send(&caller.transport, &caller.options, arguments).await;
        outcome.map(|reply| reply.map(drop))
    }
}
