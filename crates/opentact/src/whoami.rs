//! The question who the credential belongs to.

use opentact_client::operations::Authenticate;
use opentact_client::types::User;

use crate::call::Caller;
use crate::call::sealed::Perform;
use crate::error::Error;
use crate::reply::Reply;
use crate::transport::operation::{Arguments, send};

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
        let arguments = Arguments::<Authenticate>::default();
        send(&caller.transport, &caller.options, arguments).await
    }
}
