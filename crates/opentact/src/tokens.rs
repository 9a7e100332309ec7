//! The API tokens of a user: create, list, change, revoke.

mod create;
mod delete;
mod limits;
mod list;
mod update;

use std::sync::Arc;

use opentact_client::Secret;
use uuid::Uuid;

pub use self::create::CreateToken;
pub use self::delete::{DeleteAllTokens, DeleteToken};
pub use self::list::ListTokens;
pub use self::update::UpdateToken;
use crate::request::Request;
use crate::transport::Transport;

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
    /// [`ttl`](Request::ttl).
    ///
    /// The response shows the token's value, perhaps for the only time. The request is repeated only
    /// when it never arrived, for each that arrives makes a token.
    ///
    /// # Errors
    ///
    /// [`Input`](crate::ErrorKind::Input) when name or ttl are outside the limits, and as
    /// [`Client::whoami`](crate::Client::whoami). Where a token may have been made all the same,
    /// [`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is true and
    /// the message says how to find it: [`list`](Self::list) shows it by its name.
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have created a token or not.
    pub fn create(self, name: impl Into<String>) -> Request<CreateToken> {
        Request::new(self.transport, CreateToken::new(name.into()))
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
    pub fn list(self) -> Request<ListTokens> {
        Request::new(self.transport, ListTokens::new())
    }

    /// Changes the token with that uuid. Say what by [`name`](Request::name) and [`ttl`](Request::ttl),
    /// then await it.
    ///
    /// # Errors
    ///
    /// [`Input`](crate::ErrorKind::Input) when there is nothing to change or a value is outside its
    /// limits, [`NotFound`](crate::ErrorKind::NotFound) when the user has no such token, and as
    /// [`Client::whoami`](crate::Client::whoami).
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have changed the token or not.
    pub fn update(self, uuid: Uuid) -> Request<UpdateToken> {
        Request::new(self.transport, UpdateToken::new(uuid))
    }

    /// Deletes the token with that value, as its creation showed it; not its uuid.
    ///
    /// # Errors
    ///
    /// [`Input`](crate::ErrorKind::Input) when the value would lead to another endpoint (`all`,
    /// `list`, `.`, `..` or nothing), [`NotFound`](crate::ErrorKind::NotFound) when the user has no
    /// such token, and as [`Client::whoami`](crate::Client::whoami). A request that got no response
    /// is repeated; where the repetition finds no token, the message says that the first may have
    /// deleted it.
    ///
    /// # Cancellation
    ///
    /// A future that is dropped may have deleted the token or not.
    pub fn delete(self, token: impl Into<Secret>) -> Request<DeleteToken> {
        Request::new(self.transport, DeleteToken::new(token.into()))
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
    pub fn delete_all(self) -> Request<DeleteAllTokens> {
        Request::new(self.transport, DeleteAllTokens::new())
    }
}
