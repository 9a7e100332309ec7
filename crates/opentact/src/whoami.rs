//! The question who the credential belongs to.

use opentact_client::security::Operation;
use opentact_client::types::User;

use crate::call::Caller;
use crate::call::sealed::Perform;
use crate::error::Error;
use crate::exchange::Exchange;
use crate::reply::Reply;

/// Asks who the credential belongs to: from [`Client::whoami`](crate::Client::whoami).
#[derive(Clone, Copy, Debug)]
pub struct Whoami(());

impl Whoami {
    pub(crate) const fn new() -> Self {
        Self(())
    }
}

impl Perform for Whoami {
    type Outcome = User;

    async fn perform(self, caller: Caller) -> Result<Reply<User>, Error> {
        let exchange = Exchange::new(caller, Operation::Authenticate);
        let outcome = exchange.api().authenticate().await;
        exchange.finish(outcome)
    }
}
