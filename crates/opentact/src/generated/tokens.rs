//! Calls of [`Client::tokens`](crate::Client::tokens).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

use opentact_client::{operations, types as models};
use crate::error::Error;
use crate::request::{Action, Request, Sender};
use crate::transport::call::Call;
use crate::with_response::WithResponse;
use std::sync::Arc;
use crate::transport::Transport;
use crate::transport::operation::send;
use std::time::Duration;
use uuid::Uuid;
use crate::transport::call::whole_seconds;
/// API tokens, long-lived credentials that a user makes and revokes.
///
/// From [`Client::tokens`](crate::Client::tokens).
#[derive(Clone, Debug)]
pub struct TokensApi<'c> {
    pub(crate) transport: &'c Arc<Transport>,
}
impl crate::Client {
    /// API tokens, long-lived credentials that a user makes and revokes.
    pub fn tokens(&self) -> TokensApi<'_> {
        TokensApi {
            transport: &self.transport,
        }
    }
}
impl TokensApi<'_> {
    /// Creates an API token of the caller. Its value is shown in this answer and may never be shown again. There is no idempotency key: repeating the request makes a second token.
    ///
    /// * `name`: A name for people, 1 to 255 characters.
    ///
    /// Await it, with or without [`ttl`](Request::ttl).
    ///
    /// The request is repeated only when it never arrived.
    /// [`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is true where it is not known whether it was carried out, and the message says: a token of that name may exist: `tokens().list()` shows it.
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
    /// use std::time::Duration;
    ///
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.tokens().create("string").ttl(Duration::from_secs(60)).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/overview/obtain-your-api-keys). Evidence: a page of the vendor's or a real answer shows it.
    pub fn create(&self, name: impl Into<String>) -> Request<CreateToken> {
        Request::new(
            self.transport,
            CreateToken(
                Call::new(models::CreateTokenRequest::new(name))
                    .in_doubt(
                        "a token of that name may exist: `tokens().list()` shows it",
                    ),
            ),
        )
    }
    /// Lists the API tokens of the caller. There is no paging. The value of a token may be missing.
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
    /// let answer = client.tokens().list().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://doc.opentact.org/opentact-api-documentation/overview/obtain-your-api-keys). Evidence: a page of the vendor's or a real answer shows it.
    pub fn list(&self) -> Request<ListTokens> {
        Request::new(self.transport, ListTokens(Call::new(())))
    }
    /// Revokes every API token of the caller. A JWT stays good until it expires.
    ///
    /// A request that got no response is repeated. Where the repetition finds nothing, the message says that the first may have deleted it.
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
    /// A future that is dropped may have been carried out or not.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let answer = client.tokens().delete_all().await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/authentication). Evidence: a page of the vendor's or a real answer shows it.
    pub fn delete_all(&self) -> Request<DeleteAllTokens> {
        Request::new(self.transport, DeleteAllTokens(Call::new(())))
    }
    /// Changes the name of a token, or lets its life start again from now.
    ///
    /// * `token`: The uuid of the token, not its value.
    ///
    /// Await it, with or without [`name`](Request::name) and [`ttl`](Request::ttl).
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
    /// use std::time::Duration;
    ///
    /// # async fn run(client: opentact::Client, token: uuid::Uuid) -> Result<(), opentact::Error> {
    /// let answer = client.tokens().update(token).name("string").ttl(Duration::from_secs(60)).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/authentication). Evidence: only the vendor's own types of 2021 have it.
    pub fn update(&self, token: Uuid) -> Request<UpdateToken> {
        Request::new(
            self.transport,
            UpdateToken(
                Call::new(models::UpdateTokenRequest::new())
                    .path("token", token.to_string()),
            ),
        )
    }
    /// Revokes one API token of the caller.
    ///
    /// * `token`: The value of the token, the 48 characters that its creation showed: neither its uuid nor a JWT.
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
    /// # async fn run(client: opentact::Client, token: &str) -> Result<(), opentact::Error> {
    /// let answer = client.tokens().delete(token).await?;
    /// # drop(answer);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// See [the vendor's page](https://dantonia.gitbook.io/test/authentication). Evidence: a page of the vendor's or a real answer shows it.
    pub fn delete(
        &self,
        token: impl Into<opentact_client::Secret>,
    ) -> Request<DeleteToken> {
        Request::new(
            self.transport,
            DeleteToken(Call::new(()).secret_path("token", token)),
        )
    }
}
/// Create an API token: from [`TokensApi::create`].
#[derive(Clone, Debug)]
pub struct CreateToken(Call<operations::CreateToken>);
impl Request<CreateToken> {
    /// How long the token lives, in seconds, at least 60. The server decides when it is missing.
    pub fn ttl(mut self, ttl: Duration) -> Self {
        self.action.0.body.ttl = Some(whole_seconds(ttl));
        self
    }
}
impl Action for CreateToken {
    type Value = models::CreatedToken;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// List the caller's API tokens: from [`TokensApi::list`].
#[derive(Clone, Debug)]
pub struct ListTokens(Call<operations::ListTokens>);
impl Action for ListTokens {
    type Value = Vec<models::Token>;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Delete all API tokens of the caller: from [`TokensApi::delete_all`].
#[derive(Clone, Debug)]
pub struct DeleteAllTokens(Call<operations::DeleteAllTokens>);
impl Action for DeleteAllTokens {
    type Value = ();
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await.map(|it| it.map(drop))
    }
}
/// Rename an API token or restart its life: from [`TokensApi::update`].
#[derive(Clone, Debug)]
pub struct UpdateToken(Call<operations::UpdateToken>);
impl Request<UpdateToken> {
    /// A new name for people, 1 to 255 characters.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.action.0.body.name = Some(name.into());
        self
    }
    /// How long the token lives from now, in seconds, at least 60.
    pub fn ttl(mut self, ttl: Duration) -> Self {
        self.action.0.body.ttl = Some(whole_seconds(ttl));
        self
    }
}
impl Action for UpdateToken {
    type Value = models::Token;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
/// Delete one API token: from [`TokensApi::delete`].
#[derive(Clone, Debug)]
pub struct DeleteToken(Call<operations::DeleteToken>);
impl Action for DeleteToken {
    type Value = models::Token;
    async fn perform(self, sender: Sender) -> Result<WithResponse<Self::Value>, Error> {
        send(&sender.transport, &sender.options, self.0).await
    }
}
