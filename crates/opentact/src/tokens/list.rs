//! The list of API tokens.

use opentact_client::operations;
use opentact_client::types::Token;

use crate::call::Caller;
use crate::call::sealed::Perform;
use crate::error::Error;
use crate::reply::Reply;
use crate::transport::operation::{Arguments, send};

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
        let arguments = Arguments::<operations::ListTokens>::default();
        send(&caller.transport, &caller.options, arguments).await
    }
}
