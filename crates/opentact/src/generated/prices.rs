//! Calls of [`Client::prices`](crate::Client::prices).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

use opentact_client::{operations, types as models};
use crate::error::Error;
use crate::request::{Action, Request, Sender};
use crate::transport::call::Call;
use crate::with_response::WithResponse;
use std::sync::Arc;
use crate::transport::Transport;
use crate::transport::operation::send;
use uuid::Uuid;
/// What phone numbers cost.
///
/// From [`Client::prices`](crate::Client::prices).
#[derive(Clone, Debug)]
pub struct PricesApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// What phone numbers cost.
    #[doc(alias = "TNProfile")]
    pub fn prices(&self) -> PricesApi<'_> {
        PricesApi {
            transport: &self.transport,
        }
    }
}
impl PricesApi<'_> {
    /// Lists what numbers cost, a list for each country and carrier. There is no paging.
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | 400 | [`Refused`](crate::ErrorKind::Refused) | The request does not fit this document, or broke off. |
    /// | 401 | [`Credentials`](crate::ErrorKind::Credentials) | No credential, a wrong one, one that has expired, or several that disagree. |
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
    /// let answer = client.prices().list().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/account/profile/profile-tn-info). Evidence: a page of the vendor's or a real answer shows it.
    pub fn list(&self) -> Request<ListPrices> {
        Request::new(self.transport, ListPrices(Call::new(())))
    }
    /// Shows what numbers of one kind cost.
    ///
    /// * `uuid`: The uuid of the price list.
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | none | [`Input`](crate::ErrorKind::Input) | An argument is outside its limits; nothing was sent. |
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
    /// # async fn run(client: opentact::Client, uuid: uuid::Uuid) -> Result<(), opentact::Error> {
    /// let answer = client.prices().get(uuid).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: only the vendor's own types of 2021 have it.
    pub fn get(&self, uuid: Uuid) -> Request<GetPrice> {
        Request::new(
            self.transport,
            GetPrice(Call::new(()).path("uuid", uuid.to_string())),
        )
    }
}
/// List the price lists: from [`PricesApi::list`].
#[derive(Clone, Debug)]
pub struct ListPrices(Call<operations::ListPrices>);
impl Action for ListPrices {
    type Value = Vec<models::PriceList>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Show a price list: from [`PricesApi::get`].
#[derive(Clone, Debug)]
pub struct GetPrice(Call<operations::GetPrice>);
impl Action for GetPrice {
    type Value = models::PriceList;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
