//! Calls of [`Client::leases`](crate::Client::leases).

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
use opentact_client::Maybe;
use opentact_client::LimitError;
use crate::page::{Page, Paged};
/// The phone numbers that the account has.
///
/// From [`Client::leases`](crate::Client::leases).
#[derive(Clone, Debug)]
pub struct LeasesApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// The phone numbers that the account has.
    #[doc(alias = "TNLease")]
    #[doc(alias = "phone numbers")]
    pub fn leases(&self) -> LeasesApi<'_> {
        LeasesApi {
            transport: &self.transport,
        }
    }
}
impl LeasesApi<'_> {
    /// Gives the leases of the account, in pages: the numbers that it has.
    ///
    /// Await it, with or without [`autorenew`](Request::autorenew), [`created_on_from`](Request::created_on_from), [`created_on_to`](Request::created_on_to), [`mode`](Request::mode), [`modified_on_from`](Request::modified_on_from), [`modified_on_to`](Request::modified_on_to), [`sort_by`](Request::sort_by), [`sip_connection`](Request::sip_connection), [`sip_connections_skip`](Request::sip_connections_skip), [`sip_control_app`](Request::sip_control_app) and [`tn`](Request::tn).
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
    /// let answer = client.leases().search().autorenew(false).sort_by("created_on", "DESC").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn search(&self) -> Request<SearchLeases> {
        Request::new(
            self.transport,
            SearchLeases(Call::new(models::SearchLeasesRequest::new())),
        )
    }
    /// Shows a number that the account has.
    ///
    /// * `lease`: The uuid of the lease.
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
    /// # async fn run(client: opentact::Client, lease: uuid::Uuid) -> Result<(), opentact::Error> {
    /// let answer = client.leases().get(lease).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/account/leases). Evidence: a page of the vendor's or a real answer shows it.
    pub fn get(&self, lease: Uuid) -> Request<GetLease> {
        Request::new(
            self.transport,
            GetLease(Call::new(()).path("lease", lease.to_string())),
        )
    }
    /// Changes whether a number is renewed, and what gets its calls.
    ///
    /// * `lease`: The uuid of the lease.
    ///
    /// Await it, with or without [`autorenew`](Request::autorenew), [`sip_connection`](Request::sip_connection) and [`sip_control_app`](Request::sip_control_app).
    ///
    /// A request that got no response is repeated.
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
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client, lease: uuid::Uuid) -> Result<(), opentact::Error> {
    /// let answer = client.leases().update(lease).autorenew(true).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/account/leases). Evidence: a page of the vendor's or a real answer shows it.
    pub fn update(&self, lease: Uuid) -> Request<UpdateLease> {
        Request::new(
            self.transport,
            UpdateLease(
                Call::new(models::UpdateLeaseRequest::new())
                    .path("lease", lease.to_string()),
            ),
        )
    }
    /// Ends the lease of a number: the account has it no longer, and somebody else may order it.
    ///
    /// * `lease`: The uuid of the lease, or its number in digits.
    ///
    /// A request that got no response is repeated. Where the repetition finds nothing, the message says that the first may have deleted it.
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
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.leases().release("0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/phone-number/remove-number-from-a-call-app). Evidence: a page of the vendor's or a real answer shows it.
    #[doc(alias = "delete")]
    pub fn release(
        &self,
        lease: impl Into<opentact_client::LeaseKey>,
    ) -> Request<ReleaseLease> {
        Request::new(
            self.transport,
            ReleaseLease(
                Call::new(())
                    .path(
                        "lease",
                        Into::<opentact_client::LeaseKey>::into(lease).to_string(),
                    ),
            ),
        )
    }
    /// Shows a number that the account has, by the number.
    ///
    /// * `tn`: The number, with its country code.
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
    /// # async fn run(client: opentact::Client, tn: opentact::PhoneNumber) -> Result<(), opentact::Error> {
    /// let answer = client.leases().get_by_number(tn).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: only the vendor's own types of 2021 have it.
    pub fn get_by_number(
        &self,
        tn: impl Into<opentact_client::PhoneNumber>,
    ) -> Request<GetLeaseByNumber> {
        Request::new(
            self.transport,
            GetLeaseByNumber(
                Call::new(())
                    .path(
                        "tn",
                        Into::<opentact_client::PhoneNumber>::into(tn).to_string(),
                    ),
            ),
        )
    }
    /// Turns messages on for a number of the account. No operation is known that makes a campaign.
    ///
    /// * `lease`: The uuid of the lease, or its number in digits.
    /// * `messaging_profile`: The messaging profile that says where messages are told.
    /// * `sms_campaign`: The campaign that its messages belong to, by its id.
    ///
    /// The request is repeated only when it never arrived.
    /// [`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is true where it is not known whether it was carried out, and the message says: messages may be on: `leases().get(..)` shows its `subscriptions`.
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
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client, messaging_profile: uuid::Uuid) -> Result<(), opentact::Error> {
    /// let answer = client.leases().enable_sms("0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11", messaging_profile, "CEXAMPL").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/untitled-3/sms-enabled-numbers). Evidence: a page of the vendor's or a real answer shows it.
    pub fn enable_sms(
        &self,
        lease: impl Into<opentact_client::LeaseKey>,
        messaging_profile: Uuid,
        sms_campaign: impl Into<String>,
    ) -> Request<EnableLeaseSms> {
        Request::new(
            self.transport,
            EnableLeaseSms(
                Call::new(
                        models::EnableLeaseSmsRequest::new(
                            messaging_profile,
                            sms_campaign,
                        ),
                    )
                    .path(
                        "lease",
                        Into::<opentact_client::LeaseKey>::into(lease).to_string(),
                    )
                    .in_doubt(
                        "messages may be on: `leases().get(..)` shows its `subscriptions`",
                    ),
            ),
        )
    }
    /// Turns messages off for a number of the account.
    ///
    /// * `lease`: The uuid of the lease, or its number in digits.
    ///
    /// A request that got no response is repeated. Where the repetition finds nothing, the message says that the first may have deleted it.
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
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.leases().disable_sms("0b9a4a86-2c4e-4f0b-9a52-6f1f0f3d7c11").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/untitled-3/disable-sms-on-number). Evidence: a page of the vendor's or a real answer shows it.
    pub fn disable_sms(
        &self,
        lease: impl Into<opentact_client::LeaseKey>,
    ) -> Request<DisableLeaseSms> {
        Request::new(
            self.transport,
            DisableLeaseSms(
                Call::new(())
                    .path(
                        "lease",
                        Into::<opentact_client::LeaseKey>::into(lease).to_string(),
                    ),
            ),
        )
    }
}
/// Search the numbers of the account: from [`LeasesApi::search`].
#[derive(Clone, Debug)]
pub struct SearchLeases(Call<operations::SearchLeases>);
impl Request<SearchLeases> {
    /// Whether they are renewed.
    pub fn autorenew(mut self, autorenew: bool) -> Self {
        self.action.0.body.autorenew = Some(autorenew);
        self
    }
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
    /// What to sort by, each with its direction: `tn`, `created_on`, `modified_on`.
    pub fn sort_by(
        mut self,
        field: impl Into<String>,
        direction: impl Into<models::Sort>,
    ) -> Self {
        let order = self.action.0.body.order.get_or_insert_default();
        order.push(field, Into::<models::Sort>::into(direction));
        self
    }
    /// The SIP connection that they are assigned to.
    pub fn sip_connection(mut self, sip_connection: Uuid) -> Self {
        self.action.0.body.sip_connection = Some(sip_connection);
        self
    }
    /// SIP connections that they are not assigned to.
    pub fn sip_connections_skip(
        mut self,
        sip_connections_skip: impl IntoIterator<Item = Uuid>,
    ) -> Self {
        self.action.0.body.sip_connections_skip = sip_connections_skip
            .into_iter()
            .collect();
        self
    }
    /// The SIP application that they are assigned to.
    pub fn sip_control_app(mut self, sip_control_app: Uuid) -> Self {
        self.action.0.body.sip_control_app = Some(sip_control_app);
        self
    }
    /// A mask of the number; `*` stands for any run of characters.
    pub fn tn(mut self, tn: impl Into<String>) -> Self {
        self.action.0.body.tn = Some(tn.into());
        self
    }
}
impl Action for SearchLeases {
    type Value = Page<models::Lease>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0)
            .await
            .map(|it| it.map(Self::page))
    }
}
impl SearchLeases {
    fn page(payload: models::LeasePage) -> Page<models::Lease> {
        Page::new(
            payload.data,
            payload.total.into_value().and_then(|it| u64::try_from(it).ok()),
        )
    }
}
impl Paged for SearchLeases {
    type Item = models::Lease;
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
/// Show a lease: from [`LeasesApi::get`].
#[derive(Clone, Debug)]
pub struct GetLease(Call<operations::GetLease>);
impl Action for GetLease {
    type Value = models::Lease;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Change a lease: from [`LeasesApi::update`].
#[derive(Clone, Debug)]
pub struct UpdateLease(Call<operations::UpdateLease>);
impl Request<UpdateLease> {
    /// Whether it is renewed when it ends.
    pub fn autorenew(mut self, autorenew: bool) -> Self {
        self.action.0.body.autorenew = Some(autorenew);
        self
    }
    /// The SIP connection that gets its calls; null takes it off.
    pub fn sip_connection(mut self, sip_connection: impl Into<Maybe<Uuid>>) -> Self {
        self.action.0.body.sip_connection = sip_connection.into();
        self
    }
    /// The SIP application that gets its calls; null takes it off.
    pub fn sip_control_app(mut self, sip_control_app: impl Into<Maybe<Uuid>>) -> Self {
        self.action.0.body.sip_control_app = sip_control_app.into();
        self
    }
}
impl Action for UpdateLease {
    type Value = models::Lease;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Give a number up: from [`LeasesApi::release`].
#[derive(Clone, Debug)]
pub struct ReleaseLease(Call<operations::ReleaseLease>);
impl Action for ReleaseLease {
    type Value = models::Lease;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Show the lease of a number: from [`LeasesApi::get_by_number`].
#[derive(Clone, Debug)]
pub struct GetLeaseByNumber(Call<operations::GetLeaseByNumber>);
impl Action for GetLeaseByNumber {
    type Value = models::Lease;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Let a number send and receive messages: from [`LeasesApi::enable_sms`].
#[derive(Clone, Debug)]
pub struct EnableLeaseSms(Call<operations::EnableLeaseSms>);
impl Action for EnableLeaseSms {
    type Value = models::LeaseSubscription;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Stop a number from sending and receiving messages: from [`LeasesApi::disable_sms`].
#[derive(Clone, Debug)]
pub struct DisableLeaseSms(Call<operations::DisableLeaseSms>);
impl Action for DisableLeaseSms {
    type Value = models::LeaseSubscription;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
