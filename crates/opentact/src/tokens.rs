//! The API tokens of a user: create, list, change, revoke.

use std::future::IntoFuture;
use std::sync::Arc;
use std::time::Duration;

use opentact_client::security::Operation;
use opentact_client::types::{CreateTokenRequest, CreatedToken, Token, UpdateTokenRequest};
use opentact_client::{BoxFuture, Secret, limits};
use uuid::Uuid;

use crate::call::Call;
use crate::error::{Error, ErrorKind};
use crate::transport::{Transport, path_segment};

/// The API tokens of the user, from [`Client::tokens`](crate::Client::tokens).
///
/// See [Opentact docs/Opentact API keys](https://doc.opentact.org/opentact-api-documentation/overview/obtain-your-api-keys).
#[derive(Clone, Copy, Debug)]
pub struct Tokens<'c> {
    transport: &'c Arc<Transport>,
}

impl<'c> Tokens<'c> {
    pub(crate) const fn new(transport: &'c Arc<Transport>) -> Self {
        Self { transport }
    }

    /// Creates a token with that name, 1 to 255 characters. Await it, with or without a
    /// [`ttl`](CreateToken::ttl).
    ///
    /// The answer shows the token's value, perhaps for the only time.
    ///
    /// # Errors
    ///
    /// [`Input`](ErrorKind::Input) when name or ttl are outside the limits, and as
    /// [`Client::whoami`](crate::Client::whoami). Where no answer came, the message says whether a
    /// token may have been made all the same: [`list`](Self::list) shows it by its name.
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have created a token or not.
    pub fn create(self, name: impl Into<String>) -> CreateToken<'c> {
        CreateToken {
            transport: self.transport,
            name: name.into(),
            ttl: None,
        }
    }

    /// Lists the tokens. Their values may be missing.
    ///
    /// # Errors
    ///
    /// As [`Client::whoami`](crate::Client::whoami).
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe.
    pub async fn list(self) -> Result<Vec<Token>, Error> {
        let call = Call::new(self.transport, Operation::ListTokens);
        let outcome = call.api().list_tokens().await;
        call.finish(outcome)
    }

    /// Changes the token with that uuid. Say what by [`name`](UpdateToken::name) and
    /// [`ttl`](UpdateToken::ttl), then await it.
    ///
    /// # Errors
    ///
    /// [`Input`](ErrorKind::Input) when there is nothing to change or a value is outside its limits,
    /// [`NotFound`](ErrorKind::NotFound) when the user has no such token, and as
    /// [`Client::whoami`](crate::Client::whoami).
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have changed the token or not.
    pub const fn update(self, uuid: Uuid) -> UpdateToken<'c> {
        UpdateToken {
            transport: self.transport,
            uuid,
            name: None,
            ttl: None,
        }
    }

    /// Deletes the token with that value, as its creation showed it; not its uuid.
    ///
    /// # Errors
    ///
    /// [`Input`](ErrorKind::Input) when the value would lead to another endpoint (`all`, `list`,
    /// `.`, `..` or nothing), [`NotFound`](ErrorKind::NotFound) when the user has no such token,
    /// and as [`Client::whoami`](crate::Client::whoami).
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have deleted the token or not.
    pub async fn delete(self, token: impl Into<Secret>) -> Result<Token, Error> {
        let operation = Operation::DeleteToken;
        let token = token.into();
        let segment = path_segment(operation.id(), "the token", token.clone())?;
        let call = Call::with_secret(self.transport, operation, token);
        let outcome = call.api().delete_token(&segment).await;
        call.finish(outcome)
    }

    /// Deletes every token of the user. A JWT stays good until it expires.
    ///
    /// # Errors
    ///
    /// As [`Client::whoami`](crate::Client::whoami).
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have deleted the tokens or not.
    pub async fn delete_all(self) -> Result<(), Error> {
        let call = Call::new(self.transport, Operation::DeleteAllTokens);
        let outcome = call.api().delete_all_tokens().await;
        call.finish(outcome).map(drop)
    }
}

/// A token about to be created; await it.
#[derive(Clone, Debug)]
#[must_use = "nothing is created until this is awaited"]
pub struct CreateToken<'c> {
    transport: &'c Arc<Transport>,
    name: String,
    ttl: Option<Duration>,
}

impl CreateToken<'_> {
    /// How long the token is to live, at least 60 seconds; a fraction counts as a whole second.
    /// The server decides when this is not said.
    pub const fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = Some(ttl);
        self
    }
}

impl<'c> IntoFuture for CreateToken<'c> {
    type Output = Result<CreatedToken, Error>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let operation = Operation::CreateToken;
            let body = CreateTokenRequest {
                name: parse_name(operation, &self.name)?,
                ttl: self.ttl.map(|ttl| seconds(operation, ttl)).transpose()?,
            };
            let call = Call::new(self.transport, operation);
            let outcome = call.api().create_token(&body).await;
            call.finish(outcome)
        })
    }
}

/// A change about to be made to a token; await it.
#[derive(Clone, Debug)]
#[must_use = "nothing is changed until this is awaited"]
pub struct UpdateToken<'c> {
    transport: &'c Arc<Transport>,
    uuid: Uuid,
    name: Option<String>,
    ttl: Option<Duration>,
}

impl UpdateToken<'_> {
    /// A new name, 1 to 255 characters.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// How long the token is to live from now, at least 60 seconds; a fraction counts as a whole
    /// second.
    pub const fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = Some(ttl);
        self
    }
}

impl<'c> IntoFuture for UpdateToken<'c> {
    type Output = Result<Token, Error>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let operation = Operation::UpdateToken;
            if self.name.is_none() && self.ttl.is_none() {
                let message = "there is nothing to change; give a name or a ttl";
                return Err(Error::new(ErrorKind::Input, operation.id(), message));
            }
            let body = UpdateTokenRequest {
                name: self
                    .name
                    .map(|name| parse_name(operation, &name))
                    .transpose()?,
                ttl: self.ttl.map(|ttl| seconds(operation, ttl)).transpose()?,
            };
            let call = Call::new(self.transport, operation);
            let outcome = call.api().update_token(&self.uuid, &body).await;
            call.finish(outcome)
        })
    }
}

/// A name as the contract allows it; both requests have the same limits.
fn parse_name<N: std::str::FromStr>(operation: Operation, name: &str) -> Result<N, Error> {
    use limits::create_token_request::{NAME_MAX_LENGTH, NAME_MIN_LENGTH};
    name.parse().map_err(|_| {
        let message = format!(
            "the name has {} characters; {NAME_MIN_LENGTH} to {NAME_MAX_LENGTH} are allowed",
            name.chars().count()
        );
        Error::new(ErrorKind::Input, operation.id(), message)
    })
}

/// A life in whole seconds, as the contract allows it; both requests have the same limits.
fn seconds(operation: Operation, ttl: Duration) -> Result<i64, Error> {
    use limits::create_token_request::{TTL_MAXIMUM, TTL_MINIMUM};
    let seconds = ttl
        .as_secs()
        .saturating_add(u64::from(ttl.subsec_nanos() > 0));
    i64::try_from(seconds)
        .ok()
        .filter(|seconds| (TTL_MINIMUM..=TTL_MAXIMUM).contains(seconds))
        .ok_or_else(|| {
            let message =
                format!("a ttl of {seconds} seconds; {TTL_MINIMUM} to {TTL_MAXIMUM} are allowed");
            Error::new(ErrorKind::Input, operation.id(), message)
        })
}

const _: () = {
    use limits::{create_token_request as create, update_token_request as update};
    assert!(create::NAME_MIN_LENGTH == update::NAME_MIN_LENGTH);
    assert!(create::NAME_MAX_LENGTH == update::NAME_MAX_LENGTH);
    assert!(create::TTL_MINIMUM == update::TTL_MINIMUM);
    assert!(create::TTL_MAXIMUM == update::TTL_MAXIMUM);
};
