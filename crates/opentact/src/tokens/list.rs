//! The list of API tokens.

use opentact_client::security::Operation;
use opentact_client::types::Token;

use crate::call::Caller;
use crate::call::sealed::Perform;
use crate::error::Error;
use crate::exchange::Exchange;
use crate::reply::Reply;

/// Lists the API tokens: from [`Tokens::list`](crate::Tokens::list).
#[derive(Clone, Copy, Debug)]
pub struct ListTokens(());

impl ListTokens {
    pub(super) const fn new() -> Self {
        Self(())
    }
}

impl Perform for ListTokens {
    type Outcome = Vec<Token>;

    async fn perform(self, caller: Caller) -> Result<Reply<Vec<Token>>, Error> {
        let exchange = Exchange::new(caller, Operation::ListTokens);
        let outcome = exchange.api().list_tokens().await;
        exchange.finish(outcome)
    }
}
