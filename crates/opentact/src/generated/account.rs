//! Calls of [`Client::account`](crate::Client::account).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

use opentact_client::{operations, types as models};
use crate::error::Error;
use crate::request::{Action, Request, Sender};
use crate::transport::call::Call;
use crate::with_response::WithResponse;
use std::sync::Arc;
use crate::transport::Transport;
use crate::transport::operation::send;
/// The account that pays, and its balance.
///
/// From [`Client::account`](crate::Client::account).
#[derive(Clone, Debug)]
pub struct AccountApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// The account that pays, and its balance.
    pub fn account(&self) -> AccountApi<'_> {
        AccountApi {
            transport: &self.transport,
        }
    }
}
impl AccountApi<'_> {
    /// Shows the caller's account, with what is left to spend.
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | 400 | [`Refused`](crate::ErrorKind::Refused) | The request does not fit this document, or broke off. |
    /// | 401 | [`Credentials`](crate::ErrorKind::Credentials) | No credential, a wrong one, one that has expired, or several that disagree. |
    /// | 404 | [`NotFound`](crate::ErrorKind::NotFound) | The caller has nothing of that name. |
    /// | 429 | [`RateLimited`](crate::ErrorKind::RateLimited) | Too many requests; wait. |
    /// | 500 | [`Server`](crate::ErrorKind::Server) | The server failed. |
    ///
    /// [`ErrorKind`](crate::ErrorKind) says what to do about each, and which there are without a response.
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.account().get().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/account). Evidence: a page of the vendor's or a real answer shows it.
    #[doc(alias = "balance")]
    pub fn get(&self) -> Request<GetAccount> {
        Request::new(self.transport, GetAccount(Call::new(())))
    }
}
/// Show the account: from [`AccountApi::get`].
#[derive(Clone, Debug)]
pub struct GetAccount(Call<operations::GetAccount>);
impl Action for GetAccount {
    type Value = models::Account;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
