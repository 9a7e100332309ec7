//! API tokens as the owner of the sandbox sees them.

use chrono::{DateTime, Utc};
use opentact_client::Secret;
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::Engine;
use crate::{
    api_token,
    clock::time_from_ms,
    error::Error,
    events::token_life::Became,
    fingerprint::Fingerprint,
    populate::find_user,
    store::tokens::{self, StoredToken},
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

impl Engine {
    /// The tokens of a user, oldest first; none that has expired.
    pub(crate) async fn tokens(&self, user: &str) -> Result<Vec<TokenRecord>, Error> {
        let (user, now_ms) = (find_user(self, user).await?.id, self.clock.now_ms());
        let list = move |connection: &_| tokens::list(connection, user, now_ms);
        let stored = self.store.read(move |it| list(it)).await?.into_iter();
        Ok(stored.map(|token| record(&token)).collect())
    }

    /// A new token of a user that lives `ttl_s` seconds, or as long as is set.
    pub(crate) async fn create_token(
        &self,
        user: &str,
        name: String,
        ttl_s: Option<u64>,
    ) -> Result<CreatedToken, Error> {
        let user = find_user(self, user).await?;
        let ttl_s = ttl_s.unwrap_or(self.settings.default_token_ttl.as_secs());
        let (stored, token) = api_token::new(self, name, ttl_s)?;
        let (hash, row, id) = (Fingerprint::of(token.expose()), stored.clone(), user.id);
        // What has expired goes when another comes.
        self.tell_of_expired_tokens().await;
        self.store
            .write(move |transaction| tokens::insert(transaction, id, hash, &row))
            .await?;
        self.tell_of_token(&user, &stored, Became::Created).await;
        Ok(CreatedToken {
            token,
            record: record(&stored),
        })
    }

    /// Lets a token of a user expire now.
    pub(crate) async fn expire_token(&self, user: &str, uuid: &str) -> Result<(), Error> {
        self.end_token(user, uuid, tokens::end, Became::Expired)
            .await
    }

    /// Deletes a token of a user.
    pub(crate) async fn delete_token(&self, user: &str, uuid: &str) -> Result<(), Error> {
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
        let (user, now_ms) = (find_user(self, user).await?, self.clock.now_ms());
        let (uuid, id) = (uuid.to_owned(), user.id);
        let write = self.store.write(move |transaction| {
            let ended = end(transaction, id, &uuid, now_ms)?;
            ended.ok_or(Error::UnknownToken { uuid })
        });
        let ended = write.await?;
        self.tell_of_token(&user, &ended, became).await;
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
