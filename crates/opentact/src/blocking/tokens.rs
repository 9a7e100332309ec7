//! The API tokens of a user, for programs without an async runtime.

use std::sync::Arc;

use opentact_client::Secret;
use uuid::Uuid;

use super::request::Request;
use super::runtime::Runtime;
use crate::tokens::{CreateToken, DeleteAllTokens, DeleteToken, ListTokens, UpdateToken};

/// The API tokens of the user, from [`Client::tokens`](super::Client::tokens).
///
/// See [`opentact::Tokens`](crate::Tokens), which has the same calls and says more of each.
#[derive(Clone, Copy, Debug)]
pub struct Tokens<'c> {
    inner: crate::Tokens<'c>,
    runtime: &'c Arc<Runtime>,
}

impl<'c> Tokens<'c> {
    pub(super) const fn new(inner: crate::Tokens<'c>, runtime: &'c Arc<Runtime>) -> Self {
        Self { inner, runtime }
    }

    /// Creates a token with that name, 1 to 255 characters.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Tokens::create`](crate::Tokens::create).
    pub fn create(self, name: impl Into<String>) -> Request<CreateToken> {
        Request::new(self.inner.create(name), self.runtime)
    }

    /// Lists the tokens. Their values may be missing.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Tokens::list`](crate::Tokens::list).
    pub fn list(self) -> Request<ListTokens> {
        Request::new(self.inner.list(), self.runtime)
    }

    /// Changes the token with that uuid: its name, its life, or both.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Tokens::update`](crate::Tokens::update).
    pub fn update(self, uuid: Uuid) -> Request<UpdateToken> {
        Request::new(self.inner.update(uuid), self.runtime)
    }

    /// Deletes the token with that value, not its uuid.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Tokens::delete`](crate::Tokens::delete).
    pub fn delete(self, token: impl Into<Secret>) -> Request<DeleteToken> {
        Request::new(self.inner.delete(token), self.runtime)
    }

    /// Deletes every token of the user.
    ///
    /// # Errors
    ///
    /// When it is sent, as [`opentact::Tokens::delete_all`](crate::Tokens::delete_all).
    pub fn delete_all(self) -> Request<DeleteAllTokens> {
        Request::new(self.inner.delete_all(), self.runtime)
    }
}
