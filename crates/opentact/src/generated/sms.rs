//! Calls of [`Client::sms`](crate::Client::sms).

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
/// Text messages, sent and received.
///
/// From [`Client::sms`](crate::Client::sms).
#[derive(Clone, Debug)]
pub struct SmsApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// Text messages, sent and received.
    #[doc(alias = "messages")]
    pub fn sms(&self) -> SmsApi<'_> {
        SmsApi {
            transport: &self.transport,
        }
    }
}
impl SmsApi<'_> {
    /// Sends a text message from one of the account's numbers. The answer shows that it was taken; whether it was sent, and whether it arrived, is told by events of the type `sms`, by the webhook, and by asking again. There is no idempotency key: repeating the request sends the message twice.
    ///
    /// * `from`: The number that sends it, one of the account's that may send messages.
    /// * `to`: The number that gets it, with its country code.
    /// * `message`: What it says, 1 to 918 characters.
    ///
    /// Await it, with or without [`custom_callback_url`](Request::custom_callback_url).
    ///
    /// The request is repeated only when it never arrived.
    /// [`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is true where it is not known whether it was carried out, and the message says: the message may have been sent: `sms().search_outbound().to(..)` shows it.
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
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.sms().send("12015550100", "12015550123", "Your table is ready").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/untitled-3/send-a-message). Evidence: a page of the vendor's or a real answer shows it.
    #[doc(alias = "text")]
    pub fn send(
        &self,
        from: impl Into<opentact_client::PhoneNumber>,
        to: impl Into<opentact_client::PhoneNumber>,
        message: impl Into<String>,
    ) -> Request<SendSms> {
        Request::new(
            self.transport,
            SendSms(
                Call::new(models::SendSmsRequest::new(from, to, message))
                    .in_doubt(
                        "the message may have been sent: `sms().search_outbound().to(..)` shows it",
                    ),
            ),
        )
    }
    /// Shows a message that the account sent, with its number, its account and who sent it.
    ///
    /// * `uuid`: The uuid of the message.
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
    /// let answer = client.sms().get_outbound(uuid).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/messaging/retrieve-extended-sms-info). Evidence: a page of the vendor's or a real answer shows it.
    pub fn get_outbound(&self, uuid: Uuid) -> Request<GetOutboundSms> {
        Request::new(
            self.transport,
            GetOutboundSms(Call::new(()).path("uuid", uuid.to_string())),
        )
    }
    /// Shows a message that the account received.
    ///
    /// * `uuid`: The uuid of the message.
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
    /// let answer = client.sms().get_inbound(uuid).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/messaging/retrieve-extended-sms-info). Evidence: a page of the vendor's or a real answer shows it.
    pub fn get_inbound(&self, uuid: Uuid) -> Request<GetInboundSms> {
        Request::new(
            self.transport,
            GetInboundSms(Call::new(()).path("uuid", uuid.to_string())),
        )
    }
    /// Gives the messages that the account sent, in pages.
    ///
    /// Await it, with or without [`created_on_from`](Request::created_on_from), [`created_on_to`](Request::created_on_to), [`delivered`](Request::delivered), [`message`](Request::message), [`mode`](Request::mode), [`modified_on_from`](Request::modified_on_from), [`modified_on_to`](Request::modified_on_to), [`sort_by`](Request::sort_by), [`reference_id`](Request::reference_id), [`state`](Request::state), [`tn`](Request::tn) and [`to`](Request::to).
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
    /// let answer = client.sms().search_outbound().delivered(false).sort_by("created_on", "DESC").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/messaging/search-sms). Evidence: a page of the vendor's or a real answer shows it.
    pub fn search_outbound(&self) -> Request<SearchOutboundSms> {
        Request::new(
            self.transport,
            SearchOutboundSms(Call::new(models::SearchOutboundSmsRequest::new())),
        )
    }
    /// Gives the messages that the account received, in pages.
    ///
    /// Await it, with or without [`created_on_from`](Request::created_on_from), [`created_on_to`](Request::created_on_to), [`delivered`](Request::delivered), [`from`](Request::from), [`message`](Request::message), [`mode`](Request::mode), [`modified_on_from`](Request::modified_on_from), [`modified_on_to`](Request::modified_on_to), [`sort_by`](Request::sort_by), [`readed`](Request::readed), [`state`](Request::state), [`tn`](Request::tn) and [`to`](Request::to).
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
    /// let answer = client.sms().search_inbound().readed(false).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/messaging/search-sms). Evidence: a page of the vendor's or a real answer shows it.
    pub fn search_inbound(&self) -> Request<SearchInboundSms> {
        Request::new(
            self.transport,
            SearchInboundSms(Call::new(models::SearchInboundSmsRequest::new())),
        )
    }
    /// Gives the messages of the account, sent and received ones, in pages; the newest come first.
    ///
    /// Await it, with or without [`created_on_from`](Request::created_on_from), [`created_on_to`](Request::created_on_to), [`delivered`](Request::delivered), [`from`](Request::from), [`message`](Request::message), [`mode`](Request::mode), [`modified_on_from`](Request::modified_on_from), [`modified_on_to`](Request::modified_on_to), [`sort_by`](Request::sort_by), [`readed`](Request::readed), [`state`](Request::state), [`thread`](Request::thread) and [`to`](Request::to).
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
    /// let answer = client.sms().search().thread("6c7229a4d21945d0cfabe334803064a5").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/messaging/search-sms). Evidence: a page of the vendor's or a real answer shows it.
    pub fn search(&self) -> Request<SearchSms> {
        Request::new(
            self.transport,
            SearchSms(Call::new(models::SearchSmsRequest::new())),
        )
    }
}
/// Send a message: from [`SmsApi::send`].
#[derive(Clone, Debug)]
pub struct SendSms(Call<operations::SendSms>);
impl Request<SendSms> {
    /// Where changes of the message are told instead of the messaging profile's address, 10 to 255 characters.
    pub fn custom_callback_url(
        mut self,
        custom_callback_url: impl Into<String>,
    ) -> Self {
        self.action.0.body.custom_callback_url = Some(custom_callback_url.into());
        self
    }
}
impl Action for SendSms {
    type Value = models::Sms;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Show a sent message: from [`SmsApi::get_outbound`].
#[derive(Clone, Debug)]
pub struct GetOutboundSms(Call<operations::GetOutboundSms>);
impl Action for GetOutboundSms {
    type Value = models::Sms;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Show a received message: from [`SmsApi::get_inbound`].
#[derive(Clone, Debug)]
pub struct GetInboundSms(Call<operations::GetInboundSms>);
impl Action for GetInboundSms {
    type Value = models::InboundSms;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Search the sent messages: from [`SmsApi::search_outbound`].
#[derive(Clone, Debug)]
pub struct SearchOutboundSms(Call<operations::SearchOutboundSms>);
impl Request<SearchOutboundSms> {
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
    /// Whether they arrived.
    pub fn delivered(mut self, delivered: bool) -> Self {
        self.action.0.body.delivered = Some(delivered);
        self
    }
    /// A mask of what they say, 1 to 918 characters.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.action.0.body.message = Some(message.into());
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
    /// What to sort by, each with its direction: `tn`, `to`, `message`, `state`, `created_on`, `modified_on`, `reference_id`, `delivered`.
    pub fn sort_by(
        mut self,
        field: impl Into<String>,
        direction: impl Into<models::Sort>,
    ) -> Self {
        let order = self.action.0.body.order.get_or_insert_default();
        order.push(field, Into::<models::Sort>::into(direction));
        self
    }
    /// Their id with the carrier.
    pub fn reference_id(mut self, reference_id: impl Into<String>) -> Self {
        self.action.0.body.reference_id = Some(reference_id.into());
        self
    }
    /// Where a message stands: it waits to be sent (`created`), is on its way (`sending`), was sent (`sent`; `success` since 2022), was not sent (`failed`). One that came in is `success`.
    pub fn state(mut self, state: impl Into<models::SmsState>) -> Self {
        self.action.0.body.state = Some(state.into());
        self
    }
    /// The number that sent them.
    pub fn tn(mut self, tn: impl Into<opentact_client::PhoneNumber>) -> Self {
        self.action.0.body.tn = Some(tn.into());
        self
    }
    /// A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.action.0.body.to = Some(to.into());
        self
    }
}
impl Action for SearchOutboundSms {
    type Value = Page<models::Sms>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0)
            .await
            .map(|it| it.map(Self::page))
    }
}
impl SearchOutboundSms {
    fn page(payload: models::SmsPage) -> Page<models::Sms> {
        Page::new(
            payload.data,
            payload.total.into_value().and_then(|it| u64::try_from(it).ok()),
        )
    }
}
impl Paged for SearchOutboundSms {
    type Item = models::Sms;
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
/// Search the received messages: from [`SmsApi::search_inbound`].
#[derive(Clone, Debug)]
pub struct SearchInboundSms(Call<operations::SearchInboundSms>);
impl Request<SearchInboundSms> {
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
    /// Whether they arrived.
    pub fn delivered(mut self, delivered: bool) -> Self {
        self.action.0.body.delivered = Some(delivered);
        self
    }
    /// A mask of who sent them, 3 to 255 characters; `*` stands for any run of characters.
    pub fn from(mut self, from: impl Into<String>) -> Self {
        self.action.0.body.from = Some(from.into());
        self
    }
    /// A mask of what they say, 1 to 918 characters.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.action.0.body.message = Some(message.into());
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
    /// What to sort by, each with its direction: `tn`, `from`, `to`, `message`, `state`, `created_on`, `modified_on`, `delivered`, `readed`.
    pub fn sort_by(
        mut self,
        field: impl Into<String>,
        direction: impl Into<models::Sort>,
    ) -> Self {
        let order = self.action.0.body.order.get_or_insert_default();
        order.push(field, Into::<models::Sort>::into(direction));
        self
    }
    /// Whether somebody has read them; the API spells it so.
    #[doc(alias = "read")]
    pub fn readed(mut self, readed: bool) -> Self {
        self.action.0.body.readed = Some(readed);
        self
    }
    /// Where a message stands: it waits to be sent (`created`), is on its way (`sending`), was sent (`sent`; `success` since 2022), was not sent (`failed`). One that came in is `success`.
    pub fn state(mut self, state: impl Into<models::SmsState>) -> Self {
        self.action.0.body.state = Some(state.into());
        self
    }
    /// The number that sent them.
    pub fn tn(mut self, tn: impl Into<opentact_client::PhoneNumber>) -> Self {
        self.action.0.body.tn = Some(tn.into());
        self
    }
    /// A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.action.0.body.to = Some(to.into());
        self
    }
}
impl Action for SearchInboundSms {
    type Value = Page<models::InboundSms>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0)
            .await
            .map(|it| it.map(Self::page))
    }
}
impl SearchInboundSms {
    fn page(payload: models::InboundSmsPage) -> Page<models::InboundSms> {
        Page::new(
            payload.data,
            payload.total.into_value().and_then(|it| u64::try_from(it).ok()),
        )
    }
}
impl Paged for SearchInboundSms {
    type Item = models::InboundSms;
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
/// Search the log of messages: from [`SmsApi::search`].
#[derive(Clone, Debug)]
pub struct SearchSms(Call<operations::SearchSms>);
impl Request<SearchSms> {
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
    /// Whether they arrived.
    pub fn delivered(mut self, delivered: bool) -> Self {
        self.action.0.body.delivered = Some(delivered);
        self
    }
    /// A mask of who sent them, 3 to 255 characters; `*` stands for any run of characters.
    pub fn from(mut self, from: impl Into<String>) -> Self {
        self.action.0.body.from = Some(from.into());
        self
    }
    /// A mask of what they say, 1 to 918 characters.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.action.0.body.message = Some(message.into());
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
    /// What to sort by, each with its direction: `from`, `to`, `message`, `state`, `created_on`, `modified_on`, `delivered`, `readed`; without it the newest come first.
    pub fn sort_by(
        mut self,
        field: impl Into<String>,
        direction: impl Into<models::Sort>,
    ) -> Self {
        let order = self.action.0.body.order.get_or_insert_default();
        order.push(field, Into::<models::Sort>::into(direction));
        self
    }
    /// Whether somebody has read them; the API spells it so.
    #[doc(alias = "read")]
    pub fn readed(mut self, readed: bool) -> Self {
        self.action.0.body.readed = Some(readed);
        self
    }
    /// Where a message stands: it waits to be sent (`created`), is on its way (`sending`), was sent (`sent`; `success` since 2022), was not sent (`failed`). One that came in is `success`.
    pub fn state(mut self, state: impl Into<models::SmsState>) -> Self {
        self.action.0.body.state = Some(state.into());
        self
    }
    /// The conversation that they belong to.
    pub fn thread(mut self, thread: impl Into<String>) -> Self {
        self.action.0.body.thread = Some(thread.into());
        self
    }
    /// A mask of who got them, 3 to 255 characters; `*` stands for any run of characters.
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.action.0.body.to = Some(to.into());
        self
    }
}
impl Action for SearchSms {
    type Value = Page<models::SmsLogEntry>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0)
            .await
            .map(|it| it.map(Self::page))
    }
}
impl SearchSms {
    fn page(payload: models::SmsLogEntryPage) -> Page<models::SmsLogEntry> {
        Page::new(
            payload.data,
            payload.total.into_value().and_then(|it| u64::try_from(it).ok()),
        )
    }
}
impl Paged for SearchSms {
    type Item = models::SmsLogEntry;
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
