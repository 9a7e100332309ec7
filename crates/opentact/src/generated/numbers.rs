//! Calls of [`Client::numbers`](crate::Client::numbers).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

use opentact_client::{operations, types as models};
use crate::error::Error;
use crate::request::{Action, Request, Sender};
use crate::transport::call::Call;
use crate::with_response::WithResponse;
use std::sync::Arc;
use crate::transport::Transport;
use crate::transport::operation::send;
use crate::page::{Page, Paged};
/// The phone numbers that can be ordered.
///
/// From [`Client::numbers`](crate::Client::numbers).
#[derive(Clone, Debug)]
pub struct NumbersApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// The phone numbers that can be ordered.
    pub fn numbers(&self) -> NumbersApi<'_> {
        NumbersApi {
            transport: &self.transport,
        }
    }
}
impl NumbersApi<'_> {
    /// Gives numbers of the stock that fit, in pages. A number that is shown may be ordered by somebody else before it is ordered here.
    ///
    /// Await it, with or without [`city`](Request::city), [`country`](Request::country), [`features`](Request::features), [`line`](Request::line), [`npa`](Request::npa), [`nxx`](Request::nxx), [`pattern`](Request::pattern), [`rate_center`](Request::rate_center), [`state`](Request::state) and [`kind`](Request::kind).
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
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.numbers().search().country("US").npa("510").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn search(&self) -> Request<SearchNumbers> {
        Request::new(
            self.transport,
            SearchNumbers(Call::new(models::SearchNumbersRequest::new())),
        )
    }
    /// Lists the countries whose numbers can be searched. There is no paging.
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
    /// let answer = client.numbers().list_countries().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn list_countries(&self) -> Request<ListNumberCountries> {
        Request::new(self.transport, ListNumberCountries(Call::new(())))
    }
}
/// Search the numbers that can be ordered: from [`NumbersApi::search`].
#[derive(Clone, Debug)]
pub struct SearchNumbers(Call<operations::SearchNumbers>);
impl Request<SearchNumbers> {
    /// The city.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.action.0.body.city = Some(city.into());
        self
    }
    /// The country, by its two letters (`US`).
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.action.0.body.country = Some(country.into());
        self
    }
    /// What the numbers have to be able to do.
    pub fn features(
        mut self,
        features: impl IntoIterator<Item = impl Into<models::NumberFeature>>,
    ) -> Self {
        self.action.0.body.features = features.into_iter().map(Into::into).collect();
        self
    }
    /// The last four digits; `x` stands for any digit. For long codes.
    pub fn line(mut self, line: impl Into<String>) -> Self {
        self.action.0.body.line = Some(line.into());
        self
    }
    /// The area code, three digits.
    pub fn npa(mut self, npa: impl Into<String>) -> Self {
        self.action.0.body.npa = Some(npa.into());
        self
    }
    /// The three digits after the area code.
    pub fn nxx(mut self, nxx: impl Into<String>) -> Self {
        self.action.0.body.nxx = Some(nxx.into());
        self
    }
    /// The last seven digits or letters; `x` stands for any. For toll-free numbers.
    pub fn pattern(mut self, pattern: impl Into<String>) -> Self {
        self.action.0.body.pattern = Some(pattern.into());
        self
    }
    /// The rate center, in capitals, as `listRateCenters` shows it.
    pub fn rate_center(mut self, rate_center: impl Into<String>) -> Self {
        self.action.0.body.rate_center = Some(rate_center.into());
        self
    }
    /// The state, by its two letters.
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.action.0.body.state = Some(state.into());
        self
    }
    /// What kind of number it is: of a place (`long_code`) or free for who calls (`toll_free`).
    pub fn kind(mut self, kind: impl Into<models::NumberType>) -> Self {
        self.action.0.body.kind = Some(kind.into());
        self
    }
}
impl Action for SearchNumbers {
    type Value = Page<models::Tn>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0)
            .await
            .map(|it| it.map(Self::page))
    }
}
impl SearchNumbers {
    fn page(payload: models::TnPage) -> Page<models::Tn> {
        Page::new(
            payload.data,
            payload.total.into_value().and_then(|it| u64::try_from(it).ok()),
        )
    }
}
impl Paged for SearchNumbers {
    type Item = models::Tn;
    fn set_size(&mut self, count: i64) {
        self.0.body.take = Some(count);
    }
    fn set_offset(&mut self, count: i64) {
        self.0.body.skip = Some(count);
    }
}
/// List the countries that have numbers: from [`NumbersApi::list_countries`].
#[derive(Clone, Debug)]
pub struct ListNumberCountries(Call<operations::ListNumberCountries>);
impl Action for ListNumberCountries {
    type Value = Vec<models::Country>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
