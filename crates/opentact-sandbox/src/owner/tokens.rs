//! API tokens as the owner of a sandbox sees them.

use std::time::Duration;

use chrono::{DateTime, Utc};
use opentact_client::Secret;
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::Owner;
use crate::{
    auth::api_token,
    clock::time_from_ms,
    error::Error,
    events::token_life::Became,
    fingerprint::Fingerprint,
    store::{
        tokens::{self, StoredToken},
        users,
    },
};

/// An API token without its value, of which the sandbox keeps a hash alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TokenRecord {
    /// The token's id in the API.
    pub uuid: Uuid,
    /// The name that its creator gave it.
    pub name: String,
    /// By the sandbox's clock.
    pub created_on: DateTime<Utc>,
    /// By the sandbox's clock.
    pub modified_on: DateTime<Utc>,
    /// From when on it is refused, by the sandbox's clock.
    pub expired_on: DateTime<Utc>,
}

/// A new API token with its value, which is shown this once.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct CreatedToken {
    /// What `Authorization: Bearer` carries.
    pub token: Secret,
    /// What lists show of it.
    #[serde(flatten)]
    pub record: TokenRecord,
}

/// Ends a token of the user with this row number by its uuid, at this time in milliseconds.
type End = fn(&Connection, i64, &str, i64) -> Result<Option<StoredToken>, Error>;

impl Owner {
    /// The API tokens of a user, oldest first; none that has expired.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn tokens(&self, user: &str) -> Result<Vec<TokenRecord>, Error> {
        let (name, now_ms) = (user.to_owned(), self.engine.clock.now_ms());
        let read = self.engine.store.read(move |connection| {
            let user = users::named(connection, &name)?;
            tokens::list(connection, user.id, now_ms)
        });
        Ok(read.await?.iter().map(record).collect())
    }

    /// A new API token of a user that lives so long, in whole seconds; `None` means as long as
    /// one whose creator does not say.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn create_token(
        &self,
        user: &str,
        name: impl Into<String>,
        ttl: Option<Duration>,
    ) -> Result<CreatedToken, Error> {
        let (engine, user) = (&self.engine, user.to_owned());
        let ttl = ttl.unwrap_or(engine.settings.default_token_ttl);
        let (show, now_ms) = (engine.settings.show_tokens, engine.clock.now_ms());
        let (stored, token) = api_token::new(show, name.into(), ttl.as_secs(), now_ms)?;
        let (hash, row) = (Fingerprint::of(token.expose()), stored.clone());
        // What has expired goes when another comes.
        engine.tell_of_expired_tokens().await;
        let write = engine.store.write(move |transaction| {
            let user = users::named(transaction, &user)?;
            tokens::insert(transaction, user.id, hash, &row)?;
            Ok(user)
        });
        let user = write.await?;
        engine.tell_of_token(&user, &stored, Became::Created).await;
        Ok(CreatedToken {
            token,
            record: record(&stored),
        })
    }

    /// Lets an API token of a user expire now.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] and [`Error::UnknownToken`] when there is no such user or token.
    pub async fn expire_token(&self, user: &str, uuid: &str) -> Result<(), Error> {
        self.end_token(user, uuid, tokens::end, Became::Expired)
            .await
    }

    /// Deletes an API token of a user.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] and [`Error::UnknownToken`] when there is no such user or token.
    pub async fn delete_token(&self, user: &str, uuid: &str) -> Result<(), Error> {
        self.end_token(user, uuid, tokens::delete_by_uuid, Became::Deleted)
            .await
    }

    async fn end_token(
        &self,
        user: &str,
        uuid: &str,
        end: End,
        became: Became,
    ) -> Result<(), Error> {
        let (user, uuid) = (user.to_owned(), uuid.to_owned());
        let now_ms = self.engine.clock.now_ms();
        let write = self.engine.store.write(move |transaction| {
            let user = users::named(transaction, &user)?;
            let ended = end(transaction, user.id, &uuid, now_ms)?;
            Ok((user, ended.ok_or(Error::UnknownToken { uuid })?))
        });
        let (user, ended) = write.await?;
        self.engine.tell_of_token(&user, &ended, became).await;
        Ok(())
    }
}

fn record(stored: &StoredToken) -> TokenRecord {
    TokenRecord {
        uuid: stored.uuid,
        name: stored.name.clone(),
        created_on: time_from_ms(stored.created_ms),
        modified_on: time_from_ms(stored.modified_ms),
        expired_on: time_from_ms(stored.expires_ms),
    }
}
