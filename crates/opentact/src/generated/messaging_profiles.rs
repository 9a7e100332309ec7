//! Calls of [`Client::messaging_profiles`](crate::Client::messaging_profiles).

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
/// Where the messages of numbers are told.
///
/// From [`Client::messaging_profiles`](crate::Client::messaging_profiles).
#[derive(Clone, Debug)]
pub struct MessagingProfilesApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// Where the messages of numbers are told.
    pub fn messaging_profiles(&self) -> MessagingProfilesApi<'_> {
        MessagingProfilesApi {
            transport: &self.transport,
        }
    }
}
impl MessagingProfilesApi<'_> {
    /// Creates a messaging profile. There is no idempotency key: repeating the request makes a second profile.
    ///
    /// * `name`: A name for people, 1 to 255 characters.
    ///
    /// Await it, with or without [`callback_url`](Request::callback_url), [`callback_url2`](Request::callback_url2), [`long_code_weight`](Request::long_code_weight), [`number_pool_enable`](Request::number_pool_enable), [`skip_unhealthy_tns`](Request::skip_unhealthy_tns), [`sticky_sender`](Request::sticky_sender) and [`tollfree_weight`](Request::tollfree_weight).
    ///
    /// The request is repeated only when it never arrived.
    /// [`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is true where it is not known whether it was carried out, and the message says: a profile of that name may exist: `messaging_profiles().list()` shows it.
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
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.messaging_profiles().create("Shop").callback_url("https://app.example/sms").sticky_sender(true).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/account/profile). Evidence: a page of the vendor's or a real answer shows it.
    pub fn create(&self, name: impl Into<String>) -> Request<CreateMessagingProfile> {
        Request::new(
            self.transport,
            CreateMessagingProfile(
                Call::new(models::CreateMessagingProfileRequest::new(name))
                    .in_doubt(
                        "a profile of that name may exist: `messaging_profiles().list()` shows it",
                    ),
            ),
        )
    }
    /// Lists the messaging profiles of the account. There is no paging.
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
    /// let answer = client.messaging_profiles().list().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn list(&self) -> Request<ListMessagingProfiles> {
        Request::new(self.transport, ListMessagingProfiles(Call::new(())))
    }
    /// Shows a messaging profile of the account.
    ///
    /// * `uuid`: The uuid of the profile.
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
    /// let answer = client.messaging_profiles().get(uuid).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: only the vendor's own types of 2021 have it.
    pub fn get(&self, uuid: Uuid) -> Request<GetMessagingProfile> {
        Request::new(
            self.transport,
            GetMessagingProfile(Call::new(()).path("uuid", uuid.to_string())),
        )
    }
    /// Changes where messages are told, and how a number is chosen.
    ///
    /// * `uuid`: The uuid of the profile.
    ///
    /// Await it, with or without [`callback_url`](Request::callback_url), [`callback_url2`](Request::callback_url2), [`long_code_weight`](Request::long_code_weight), [`name`](Request::name), [`number_pool_enable`](Request::number_pool_enable), [`skip_unhealthy_tns`](Request::skip_unhealthy_tns), [`sticky_sender`](Request::sticky_sender) and [`tollfree_weight`](Request::tollfree_weight).
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
    /// # async fn run(client: opentact::Client, uuid: uuid::Uuid) -> Result<(), opentact::Error> {
    /// let answer = client.messaging_profiles().update(uuid).callback_url("https://app.example/messages").await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: running code of a customer uses it; no page shows it.
    pub fn update(&self, uuid: Uuid) -> Request<UpdateMessagingProfile> {
        Request::new(
            self.transport,
            UpdateMessagingProfile(
                Call::new(models::UpdateMessagingProfileRequest::new())
                    .path("uuid", uuid.to_string()),
            ),
        )
    }
    /// Deletes a messaging profile of the account.
    ///
    /// * `uuid`: The uuid of the profile.
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
    /// # async fn run(client: opentact::Client, uuid: uuid::Uuid) -> Result<(), opentact::Error> {
    /// let answer = client.messaging_profiles().delete(uuid).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: only the vendor's own types of 2021 have it.
    pub fn delete(&self, uuid: Uuid) -> Request<DeleteMessagingProfile> {
        Request::new(
            self.transport,
            DeleteMessagingProfile(Call::new(()).path("uuid", uuid.to_string())),
        )
    }
    /// Lists the numbers whose messages a profile tells of. There is no paging.
    ///
    /// * `uuid`: The uuid of the profile.
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
    /// let answer = client.messaging_profiles().list_leases(uuid).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Evidence: only the vendor's own types of 2021 have it.
    pub fn list_leases(&self, uuid: Uuid) -> Request<ListMessagingProfileLeases> {
        Request::new(
            self.transport,
            ListMessagingProfileLeases(Call::new(()).path("uuid", uuid.to_string())),
        )
    }
}
/// Create a messaging profile: from [`MessagingProfilesApi::create`].
#[derive(Clone, Debug)]
pub struct CreateMessagingProfile(Call<operations::CreateMessagingProfile>);
impl Request<CreateMessagingProfile> {
    /// Where messages and their changes are told, 10 to 255 characters; null stops it.
    pub fn callback_url(mut self, callback_url: impl Into<Maybe<String>>) -> Self {
        self.action.0.body.callback_url = callback_url.into();
        self
    }
    /// Where they are told if the first address cannot be reached.
    pub fn callback_url2(mut self, callback_url2: impl Into<Maybe<String>>) -> Self {
        self.action.0.body.callback_url2 = callback_url2.into();
        self
    }
    /// How often the pool takes a long code, 0 to 9.
    pub fn long_code_weight(mut self, long_code_weight: i64) -> Self {
        self.action.0.body.long_code_weight = Some(long_code_weight);
        self
    }
    /// Whether messages may be sent without naming a number.
    pub fn number_pool_enable(mut self, number_pool_enable: bool) -> Self {
        self.action.0.body.number_pool_enable = Some(number_pool_enable);
        self
    }
    /// Whether the pool leaves out numbers whose messages do not arrive.
    pub fn skip_unhealthy_tns(mut self, skip_unhealthy_tns: bool) -> Self {
        self.action.0.body.skip_unhealthy_tns = Some(skip_unhealthy_tns);
        self
    }
    /// Whether the pool keeps one number for one receiver.
    pub fn sticky_sender(mut self, sticky_sender: bool) -> Self {
        self.action.0.body.sticky_sender = Some(sticky_sender);
        self
    }
    /// How often the pool takes a toll-free number, 0 to 9.
    pub fn tollfree_weight(mut self, tollfree_weight: i64) -> Self {
        self.action.0.body.tollfree_weight = Some(tollfree_weight);
        self
    }
}
impl Action for CreateMessagingProfile {
    type Value = models::MessagingProfile;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// List the messaging profiles: from [`MessagingProfilesApi::list`].
#[derive(Clone, Debug)]
pub struct ListMessagingProfiles(Call<operations::ListMessagingProfiles>);
impl Action for ListMessagingProfiles {
    type Value = Vec<models::MessagingProfile>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Show a messaging profile: from [`MessagingProfilesApi::get`].
#[derive(Clone, Debug)]
pub struct GetMessagingProfile(Call<operations::GetMessagingProfile>);
impl Action for GetMessagingProfile {
    type Value = models::MessagingProfile;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Change a messaging profile: from [`MessagingProfilesApi::update`].
#[derive(Clone, Debug)]
pub struct UpdateMessagingProfile(Call<operations::UpdateMessagingProfile>);
impl Request<UpdateMessagingProfile> {
    /// Where messages and their changes are told, 10 to 255 characters; null stops it.
    pub fn callback_url(mut self, callback_url: impl Into<Maybe<String>>) -> Self {
        self.action.0.body.callback_url = callback_url.into();
        self
    }
    /// Where they are told if the first address cannot be reached.
    pub fn callback_url2(mut self, callback_url2: impl Into<Maybe<String>>) -> Self {
        self.action.0.body.callback_url2 = callback_url2.into();
        self
    }
    /// How often the pool takes a long code, 0 to 9.
    pub fn long_code_weight(mut self, long_code_weight: i64) -> Self {
        self.action.0.body.long_code_weight = Some(long_code_weight);
        self
    }
    /// A name for people, 1 to 255 characters.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.action.0.body.name = Some(name.into());
        self
    }
    /// Whether messages may be sent without naming a number.
    pub fn number_pool_enable(mut self, number_pool_enable: bool) -> Self {
        self.action.0.body.number_pool_enable = Some(number_pool_enable);
        self
    }
    /// Whether the pool leaves out numbers whose messages do not arrive.
    pub fn skip_unhealthy_tns(mut self, skip_unhealthy_tns: bool) -> Self {
        self.action.0.body.skip_unhealthy_tns = Some(skip_unhealthy_tns);
        self
    }
    /// Whether the pool keeps one number for one receiver.
    pub fn sticky_sender(mut self, sticky_sender: bool) -> Self {
        self.action.0.body.sticky_sender = Some(sticky_sender);
        self
    }
    /// How often the pool takes a toll-free number, 0 to 9.
    pub fn tollfree_weight(mut self, tollfree_weight: i64) -> Self {
        self.action.0.body.tollfree_weight = Some(tollfree_weight);
        self
    }
}
impl Action for UpdateMessagingProfile {
    type Value = models::MessagingProfile;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Delete a messaging profile: from [`MessagingProfilesApi::delete`].
#[derive(Clone, Debug)]
pub struct DeleteMessagingProfile(Call<operations::DeleteMessagingProfile>);
impl Action for DeleteMessagingProfile {
    type Value = models::MessagingProfile;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// List the numbers of a messaging profile: from [`MessagingProfilesApi::list_leases`].
#[derive(Clone, Debug)]
pub struct ListMessagingProfileLeases(Call<operations::ListMessagingProfileLeases>);
impl Action for ListMessagingProfileLeases {
    type Value = Vec<models::Lease>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
