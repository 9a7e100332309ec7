//! Calls of [`Client::dictionary`](crate::Client::dictionary).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

use opentact_client::{operations, types as models};
use crate::error::Error;
use crate::request::{Action, Request, Sender};
use crate::transport::call::Call;
use crate::with_response::WithResponse;
use std::sync::Arc;
use crate::transport::Transport;
use crate::transport::operation::send;
/// Countries, states, rate centers and voices.
///
/// From [`Client::dictionary`](crate::Client::dictionary).
#[derive(Clone, Debug)]
pub struct DictionaryApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// Countries, states, rate centers and voices.
    pub fn dictionary(&self) -> DictionaryApi<'_> {
        DictionaryApi {
            transport: &self.transport,
        }
    }
}
impl DictionaryApi<'_> {
    /// Lists the countries that the API knows. There is no paging.
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
    /// let answer = client.dictionary().list_countries().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn list_countries(&self) -> Request<ListCountries> {
        Request::new(self.transport, ListCountries(Call::new(())))
    }
    /// Lists the states in which numbers can be searched. There is no paging.
    ///
    /// * `country`: The country, by its two letters.
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
    /// let answer = client.dictionary().list_states("US").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn list_states(&self, country: impl Into<String>) -> Request<ListStates> {
        Request::new(
            self.transport,
            ListStates({
                let mut call = Call::new(());
                call.set_query("country", [Into::<String>::into(country)]);
                call
            }),
        )
    }
    /// Lists the rate centers in which numbers can be searched. There is no paging.
    ///
    /// * `state`: The state, by its two letters.
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
    /// let answer = client.dictionary().list_rate_centers("CA").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn list_rate_centers(
        &self,
        state: impl Into<String>,
    ) -> Request<ListRateCenters> {
        Request::new(
            self.transport,
            ListRateCenters({
                let mut call = Call::new(());
                call.set_query("state", [Into::<String>::into(state)]);
                call
            }),
        )
    }
    /// Lists the voices that read texts aloud in a call. There is no paging.
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
    /// let answer = client.dictionary().list_voices().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-call-xml/less-than-say-greater-than). Evidence: a page of the vendor's or a real answer shows it.
    pub fn list_voices(&self) -> Request<ListVoices> {
        Request::new(self.transport, ListVoices(Call::new(())))
    }
}
/// List the countries: from [`DictionaryApi::list_countries`].
#[derive(Clone, Debug)]
pub struct ListCountries(Call<operations::ListCountries>);
impl Action for ListCountries {
    type Value = Vec<models::Country>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// List the states of a country: from [`DictionaryApi::list_states`].
#[derive(Clone, Debug)]
pub struct ListStates(Call<operations::ListStates>);
impl Action for ListStates {
    type Value = Vec<models::CountryState>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// List the rate centers of a state: from [`DictionaryApi::list_rate_centers`].
#[derive(Clone, Debug)]
pub struct ListRateCenters(Call<operations::ListRateCenters>);
impl Action for ListRateCenters {
    type Value = Vec<models::RateCenter>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// List the voices: from [`DictionaryApi::list_voices`].
#[derive(Clone, Debug)]
pub struct ListVoices(Call<operations::ListVoices>);
impl Action for ListVoices {
    type Value = Vec<models::Voice>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
