//! The revocation of API tokens, one or all.

use opentact_client::Secret;
use opentact_client::operations;
use opentact_client::security::Operation;
use opentact_client::types::Token;

use crate::error::Error;
use crate::request::{Action, Sender};
use crate::transport::operation::{Arguments, path_segment, send};
use crate::with_response::WithResponse;

/// Deletes an API token: from [`Tokens::delete`](crate::Tokens::delete).
#[derive(Clone, Debug)]
pub struct DeleteToken {
    token: Secret,
}

impl DeleteToken {
    pub(super) const fn new(token: Secret) -> Self {
        Self { token }
    }
}

impl Action for DeleteToken {
    type Value = Token;

    async fn perform(self, sender: Sender) -> Result<WithResponse<Token>, Error> {
        let operation = Operation::DeleteToken;
        let segment = path_segment(operation, "the token", self.token.clone())?;
        let arguments = Arguments::<operations::DeleteToken> {
            path: &[segment],
            secrets: &[self.token],
            ..Arguments::default()
        };
        send(&sender.transport, &sender.options, arguments).await
    }
}

/// Deletes all API tokens: from [`Tokens::delete_all`](crate::Tokens::delete_all).
#[derive(Clone, Copy, Debug)]
pub struct DeleteAllTokens(());

impl DeleteAllTokens {
    pub(super) const fn new() -> Self {
        Self(())
    }
}

impl Action for DeleteAllTokens {
    type Value = ();

    async fn perform(self, sender: Sender) -> Result<WithResponse<()>, Error> {
        let arguments = Arguments::<operations::DeleteAllTokens>::default();
        let outcome = send(&sender.transport, &sender.options, arguments).await;
        outcome.map(|reply| reply.map(drop))
    }
}
