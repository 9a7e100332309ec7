//! The creation of an API token.

use std::time::Duration;

use opentact_client::operations;
use opentact_client::security::Operation;
use opentact_client::types::{CreateTokenRequest, CreatedToken};

use super::limits;
use crate::error::Error;
use crate::request::{Action, Request, Sender};
use crate::transport::operation::{Arguments, send};
use crate::with_response::WithResponse;

/// Creates an API token: from [`Tokens::create`](crate::Tokens::create).
#[derive(Clone, Debug)]
pub struct CreateToken {
    name: String,
    ttl: Option<Duration>,
}

impl CreateToken {
    pub(super) const fn new(name: String) -> Self {
        Self { name, ttl: None }
    }
}

impl Request<CreateToken> {
    /// How long the token is to live, at least 60 seconds; a fraction counts as a whole second.
    /// The server decides when this is not said.
    pub const fn ttl(mut self, ttl: Duration) -> Self {
        self.action.ttl = Some(ttl);
        self
    }
}

impl Action for CreateToken {
    type Value = CreatedToken;

    async fn perform(self, sender: Sender) -> Result<WithResponse<CreatedToken>, Error> {
        let operation = Operation::CreateToken;
        let mut body = CreateTokenRequest::new(limits::parse_name(operation, &self.name)?);
        if let Some(ttl) = self.ttl {
            body = body.ttl(limits::seconds(operation, ttl)?);
        }
        let arguments = Arguments::<operations::CreateToken> {
            body: Some(&body),
            ..Arguments::default()
        };
        let outcome = send(&sender.transport, &sender.options, arguments).await;
        outcome.map_err(|error| {
            if error.may_have_been_carried_out() {
                error.with_hint("a token of that name may exist: `tokens().list()` shows it")
            } else {
                error
            }
        })
    }
}
