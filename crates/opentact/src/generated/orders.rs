//! Calls of [`Client::orders`](crate::Client::orders).

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
use opentact_client::LimitError;
use crate::page::{Page, Paged};
/// Orders of phone numbers.
///
/// From [`Client::orders`](crate::Client::orders).
#[derive(Clone, Debug)]
pub struct OrdersApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// Orders of phone numbers.
    #[doc(alias = "TNOrder")]
    pub fn orders(&self) -> OrdersApi<'_> {
        OrdersApi {
            transport: &self.transport,
        }
    }
}
impl OrdersApi<'_> {
    /// Orders numbers, which the account pays. The answer shows that the order was taken; what became of it is told by events of the type `tn_order`, and by asking again. There is no idempotency key: repeating the request orders once more.
    ///
    /// * `items`: The numbers, at least one.
    ///
    /// The request is repeated only when it never arrived.
    /// [`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is true where it is not known whether it was carried out, and the message says: the numbers may be ordered and paid: look for the order with `orders().search().sort_by("created_on", Sort::Desc)` before you order again.
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | none | [`Input`](crate::ErrorKind::Input) | An argument is outside its limits; nothing was sent. |
    /// | 400 | [`Refused`](crate::ErrorKind::Refused) | The request does not fit this document, or broke off. |
    /// | 401 | [`Credentials`](crate::ErrorKind::Credentials) | No credential, a wrong one, one that has expired, or several that disagree. |
    /// | 402 | [`Refused`](crate::ErrorKind::Refused) | The account's balance does not suffice. |
    /// | 404 | [`NotFound`](crate::ErrorKind::NotFound) | The caller has nothing of that name. |
    /// | 429 | [`RateLimited`](crate::ErrorKind::RateLimited) | Too many requests; wait. |
    /// | 500 | [`Server`](crate::ErrorKind::Server) | The server failed. |
    ///
    /// [`ErrorKind`](crate::ErrorKind) says what to do about each, and which there are without a response.
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client, items: Vec<opentact::models::OrderItem>) -> Result<(), opentact::Error> {
    /// let answer = client.orders().create(items).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/phone-number/order-phone-number). Evidence: a page of the vendor's or a real answer shows it.
    #[doc(alias = "buy")]
    pub fn create(
        &self,
        items: impl IntoIterator<Item = models::OrderItem>,
    ) -> Request<CreateOrder> {
        Request::new(
            self.transport,
            CreateOrder(
                Call::new(models::CreateOrderRequest::new(items))
                    .in_doubt(
                        "the numbers may be ordered and paid: look for the order with `orders().search().sort_by(\"created_on\", Sort::Desc)` before you order again",
                    ),
            ),
        )
    }
    /// Shows an order with what was ordered and what became of each number.
    ///
    /// * `uuid`: The uuid of the order.
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
    /// let answer = client.orders().get(uuid).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn get(&self, uuid: Uuid) -> Request<GetOrder> {
        Request::new(
            self.transport,
            GetOrder(Call::new(()).path("uuid", uuid.to_string())),
        )
    }
    /// Gives the orders of the account, in pages.
    ///
    /// Await it, with or without [`created_on_from`](Request::created_on_from), [`created_on_to`](Request::created_on_to), [`mode`](Request::mode), [`modified_on_from`](Request::modified_on_from), [`modified_on_to`](Request::modified_on_to), [`sort_by`](Request::sort_by) and [`state`](Request::state).
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | none | [`Input`](crate::ErrorKind::Input) | An argument is outside its limits; nothing was sent. |
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
    /// let answer = client.orders().search().sort_by("created_on", "DESC").state("success").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/phone-number/order-phone-number/set-up-a-sip-connection). Evidence: a page of the vendor's or a real answer shows it.
    pub fn search(&self) -> Request<SearchOrders> {
        Request::new(
            self.transport,
            SearchOrders(Call::new(models::SearchOrdersRequest::new())),
        )
    }
    /// Says what the numbers would cost, and orders nothing.
    ///
    /// * `items`: The numbers, at least one.
    ///
    /// # Errors
    ///
    /// | status | kind | meaning |
    /// | --- | --- | --- |
    /// | none | [`Input`](crate::ErrorKind::Input) | An argument is outside its limits; nothing was sent. |
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
    /// # async fn run(client: opentact::Client, items: Vec<opentact::models::OrderItem>) -> Result<(), opentact::Error> {
    /// let answer = client.orders().price(items).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/telephone-number/order-telephone-number). Evidence: a page of the vendor's or a real answer shows it.
    pub fn price(
        &self,
        items: impl IntoIterator<Item = models::OrderItem>,
    ) -> Request<PriceOrder> {
        Request::new(
            self.transport,
            PriceOrder(Call::new(models::CreateOrderRequest::new(items))),
        )
    }
}
/// Order phone numbers: from [`OrdersApi::create`].
#[derive(Clone, Debug)]
pub struct CreateOrder(Call<operations::CreateOrder>);
impl Action for CreateOrder {
    type Value = models::Order;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Show an order: from [`OrdersApi::get`].
#[derive(Clone, Debug)]
pub struct GetOrder(Call<operations::GetOrder>);
impl Action for GetOrder {
    type Value = models::Order;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Search the orders: from [`OrdersApi::search`].
#[derive(Clone, Debug)]
pub struct SearchOrders(Call<operations::SearchOrders>);
impl Request<SearchOrders> {
    /// Those that were made at this time or later.
    pub fn created_on_from(
        mut self,
        created_on_from: impl Into<opentact_client::Timestamp>,
    ) -> Self {
        self.action.0.body.created_on_from = Some(created_on_from.into());
        self
    }
    /// Those that were made at this time or earlier.
    pub fn created_on_to(
        mut self,
        created_on_to: impl Into<opentact_client::Timestamp>,
    ) -> Self {
        self.action.0.body.created_on_to = Some(created_on_to.into());
        self
    }
    /// How the filters of a search are joined: all of them have to fit (`AND`), or one (`OR`).
    pub fn mode(mut self, mode: impl Into<models::SearchMode>) -> Self {
        self.action.0.body.mode = Some(mode.into());
        self
    }
    /// Those that were last changed at this time or later.
    pub fn modified_on_from(
        mut self,
        modified_on_from: impl Into<opentact_client::Timestamp>,
    ) -> Self {
        self.action.0.body.modified_on_from = Some(modified_on_from.into());
        self
    }
    /// Those that were last changed at this time or earlier.
    pub fn modified_on_to(
        mut self,
        modified_on_to: impl Into<opentact_client::Timestamp>,
    ) -> Self {
        self.action.0.body.modified_on_to = Some(modified_on_to.into());
        self
    }
    /// What to sort by, each with its direction: `created_on`, `modified_on`, `state`.
    pub fn sort_by(
        mut self,
        field: impl Into<String>,
        direction: impl Into<models::Sort>,
    ) -> Self {
        let order = self.action.0.body.order.get_or_insert_default();
        order.push(field, Into::<models::Sort>::into(direction));
        self
    }
    /// Where an order stands, or one number of it: it waits (`created`), is being verified (`verify`) or carried out (`processing`), the numbers are there (`success`) or are not (`failed`).
    pub fn state(mut self, state: impl Into<models::OrderState>) -> Self {
        self.action.0.body.state = Some(state.into());
        self
    }
}
impl Action for SearchOrders {
    type Value = Page<models::Order>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0)
            .await
            .map(|it| it.map(Self::page))
    }
}
impl SearchOrders {
    fn page(payload: models::OrderPage) -> Page<models::Order> {
        Page::new(
            payload.data,
            payload.total.into_value().and_then(|it| u64::try_from(it).ok()),
        )
    }
}
impl Paged for SearchOrders {
    type Item = models::Order;
    fn set_size(&mut self, count: i64) {
        self.0
            .set_checked_query(
                "take",
                [count],
                |it| LimitError::check_number("take", *it, Some(1), Some(100)),
            );
    }
    fn set_offset(&mut self, count: i64) {
        self.0
            .set_checked_query(
                "skip",
                [count],
                |it| LimitError::check_number("skip", *it, Some(0), None),
            );
    }
}
/// Ask what an order would cost: from [`OrdersApi::price`].
#[derive(Clone, Debug)]
pub struct PriceOrder(Call<operations::PriceOrder>);
impl Action for PriceOrder {
    type Value = models::OrderPrice;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
