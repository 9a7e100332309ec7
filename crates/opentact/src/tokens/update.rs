//! A change of an API token.

use std::time::Duration;

use opentact_client::operations;
use opentact_client::security::Operation;
use opentact_client::types::{Token, UpdateTokenRequest};
use uuid::Uuid;

use super::limits;
use crate::error::{Error, ErrorKind};
use crate::request::{Action, Request, Sender};
use crate::transport::operation::{Arguments, path_segment, send};
use crate::with_response::WithResponse;

/// Changes an API token: from [`Tokens::update`](crate::Tokens::update).
#[derive(Clone, Debug)]
pub struct UpdateToken {
    uuid: Uuid,
    name: Option<String>,
    ttl: Option<Duration>,
}

impl UpdateToken {
    pub(super) const fn new(uuid: Uuid) -> Self {
        Self {
            uuid,
            name: None,
            ttl: None,
        }
    }
}

impl Request<UpdateToken> {
    /// A new name, 1 to 255 characters.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.action.name = Some(name.into());
        self
    }

    /// How long the token is to live from now, at least 60 seconds; a fraction counts as a whole
    /// second.
    pub const fn ttl(mut self, ttl: Duration) -> Self {
        self.action.ttl = Some(ttl);
        self
    }
}

impl Action for UpdateToken {
    type Value = Token;

    async fn perform(self, sender: Sender) -> Result<WithResponse<Token>, Error> {
        let operation = Operation::UpdateToken;
        if self.name.is_none() && self.ttl.is_none() {
            let message = "there is nothing to change; give a name or a ttl";
            return Err(Error::new(ErrorKind::Input, operation.id(), message));
        }
        let mut body = UpdateTokenRequest::new();
        if let Some(name) = self.name {
            body.name = Some(limits::parse_name(operation, &name)?);
        }
        if let Some(ttl) = self.ttl {
            body = body.ttl(limits::seconds(operation, ttl)?);
        }
        let uuid = path_segment(operation, "the uuid", self.uuid.to_string())?;
        let arguments = Arguments::<operations::UpdateToken> {
            path: &[uuid],
            body: Some(&body),
            ..Arguments::default()
        };
        send(&sender.transport, &sender.options, arguments).await
    }
}
