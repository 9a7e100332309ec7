//! The question who the credential belongs to.

use opentact_client::operations::Authenticate;
use opentact_client::types::User;

use crate::error::Error;
use crate::request::{Action, Sender};
use crate::transport::operation::{Arguments, send};
use crate::with_response::WithResponse;

/// Asks who the credential belongs to: from [`Client::whoami`](crate::Client::whoami).
#[derive(Clone, Copy, Debug)]
pub struct Whoami(());

impl Whoami {
    pub(crate) const fn new() -> Self {
        Self(())
    }
}

impl Action for Whoami {
    type Value = User;

    async fn perform(self, sender: Sender) -> Result<WithResponse<User>, Error> {
        let arguments = Arguments::<Authenticate>::default();
        send(&sender.transport, &sender.options, arguments).await
    }
}
