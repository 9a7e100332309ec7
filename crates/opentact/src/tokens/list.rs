//! The list of API tokens.

use opentact_client::operations;
use opentact_client::types::Token;

use crate::error::Error;
use crate::request::{Action, Sender};
use crate::transport::operation::{Arguments, send};
use crate::with_response::WithResponse;

/// Lists the API tokens: from [`Tokens::list`](crate::Tokens::list).
#[derive(Clone, Copy, Debug)]
pub struct ListTokens(());

impl ListTokens {
    pub(super) const fn new() -> Self {
        Self(())
    }
}

impl Action for ListTokens {
    type Value = Vec<Token>;

    async fn perform(self, sender: Sender) -> Result<WithResponse<Vec<Token>>, Error> {
        let arguments = Arguments::<operations::ListTokens>::default();
        send(&sender.transport, &sender.options, arguments).await
    }
}
