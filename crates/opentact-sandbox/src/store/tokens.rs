//! The table `tokens`: API tokens, each of one user. An expired one is gone for every reader.

use opentact_client::Secret;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::is_duplicate;
use crate::{error::Error, fingerprint::Fingerprint};

/// A stored token; the token itself is stored only where lists are to show it.
#[derive(Clone, Debug)]
pub(crate) struct StoredToken {
    pub(crate) uuid: Uuid,
    pub(crate) name: String,
    pub(crate) shown: Option<Secret>,
    pub(crate) expires_ms: i64,
    pub(crate) created_ms: i64,
    pub(crate) modified_ms: i64,
}

/// What a change of a token sets; what is `None` stays.
#[derive(Clone, Debug)]
pub(crate) struct TokenChange {
    pub(crate) name: Option<String>,
    pub(crate) expires_ms: Option<i64>,
}

/// Adds a token of the user with the row number `user` and removes what has expired.
///
/// # Errors
///
/// [`Error::DuplicateToken`] when the token is there already.
pub(crate) fn insert(
    connection: &Connection,
    user: i64,
    hash: Fingerprint,
    token: &StoredToken,
) -> Result<(), Error> {
    connection
        .prepare_cached("DELETE FROM tokens WHERE user = ?1 AND expires <= ?2")?
        .execute((user, token.created_ms))?;
    let inserted = connection
        .prepare_cached(
            "INSERT INTO tokens (uuid, user, name, hash, shown, expires, created, modified) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            token.uuid.to_string(),
            user,
            &token.name,
            hash,
            token.shown.as_ref().map(Secret::expose),
            token.expires_ms,
            token.created_ms,
            token.modified_ms,
        ));
    match inserted {
        Ok(_) => Ok(()),
        Err(error) if is_duplicate(&error) => Err(Error::DuplicateToken {
            name: token.name.clone(),
        }),
        Err(error) => Err(error.into()),
    }
}

/// When a token expires, in milliseconds, if it is there.
pub(crate) fn expires(connection: &Connection, hash: Fingerprint) -> Result<Option<i64>, Error> {
    let expires_ms = connection
        .prepare_cached("SELECT expires FROM tokens WHERE hash = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    Ok(expires_ms)
}

/// The tokens of a user, oldest first.
pub(crate) fn list(
    connection: &Connection,
    user: i64,
    now_ms: i64,
) -> Result<Vec<StoredToken>, Error> {
    let tokens = connection
        .prepare_cached("SELECT * FROM tokens WHERE user = ?1 AND expires > ?2 ORDER BY id")?
        .query_map((user, now_ms), read)?
        .collect::<Result<_, _>>()?;
    Ok(tokens)
}

/// Changes a token of a user and returns it, or `None` if the user has no such token.
pub(crate) fn update(
    connection: &Connection,
    user: i64,
    uuid: &str,
    change: &TokenChange,
    now_ms: i64,
) -> Result<Option<StoredToken>, Error> {
    let token = connection
        .prepare_cached(
            "UPDATE tokens SET name = coalesce(?4, name), expires = coalesce(?5, expires), \
             modified = CASE WHEN ?4 IS NULL AND ?5 IS NULL THEN modified ELSE ?3 END \
             WHERE user = ?1 AND uuid = ?2 AND expires > ?3 RETURNING *",
        )?
        .query_row((user, uuid, now_ms, &change.name, change.expires_ms), read)
        .optional()?;
    Ok(token)
}

/// Deletes a token of a user and returns what was stored, or `None` if the user has no such
/// token.
pub(crate) fn delete(
    connection: &Connection,
    user: i64,
    hash: Fingerprint,
    now_ms: i64,
) -> Result<Option<StoredToken>, Error> {
    let token = connection
        .prepare_cached(
            "DELETE FROM tokens WHERE user = ?1 AND hash = ?2 AND expires > ?3 RETURNING *",
        )?
        .query_row((user, hash, now_ms), read)
        .optional()?;
    Ok(token)
}

/// Ends a token of a user by its uuid and returns it, or `None` if the user has no such token.
/// That it was changed when it expired tells it from others.
pub(crate) fn end(
    connection: &Connection,
    user: i64,
    uuid: &str,
    now_ms: i64,
) -> Result<Option<StoredToken>, Error> {
    let ended = connection
        .prepare_cached(
            "UPDATE tokens SET expires = ?3, modified = ?3 \
             WHERE user = ?1 AND uuid = ?2 AND expires > ?3 RETURNING *",
        )?
        .query_row((user, uuid, now_ms), read)
        .optional()?;
    Ok(ended)
}

/// The tokens that have expired after `after_ms` and were not ended before, with the uuids of
/// their users.
pub(crate) fn expired(
    connection: &Connection,
    after_ms: i64,
    now_ms: i64,
) -> Result<Vec<(String, StoredToken)>, Error> {
    let expired = connection
        .prepare_cached(
            "SELECT t.*, u.uuid AS owner FROM tokens t JOIN users u ON u.id = t.user \
             WHERE t.expires > ?1 AND t.expires <= ?2 AND t.modified <> t.expires \
             ORDER BY t.expires, t.id",
        )?
        .query_map((after_ms, now_ms), |row| {
            Ok((row.get("owner")?, read(row)?))
        })?
        .collect::<Result<_, _>>()?;
    Ok(expired)
}

/// When the next token expires, if there is one.
pub(crate) fn next_to_expire(connection: &Connection, now_ms: i64) -> Result<Option<i64>, Error> {
    let next_ms = connection
        .prepare_cached("SELECT min(expires) FROM tokens WHERE expires > ?1")?
        .query_row([now_ms], |row| row.get(0))?;
    Ok(next_ms)
}

/// Deletes a token of a user by its uuid and returns what was stored, or `None` if the user has no
/// such token.
pub(crate) fn delete_by_uuid(
    connection: &Connection,
    user: i64,
    uuid: &str,
    now_ms: i64,
) -> Result<Option<StoredToken>, Error> {
    let deleted = connection
        .prepare_cached(
            "DELETE FROM tokens WHERE user = ?1 AND uuid = ?2 AND expires > ?3 RETURNING *",
        )?
        .query_row((user, uuid, now_ms), read)
        .optional()?;
    Ok(deleted)
}

/// Deletes all tokens of a user and returns what was stored, expired or not.
pub(crate) fn delete_all(connection: &Connection, user: i64) -> Result<Vec<StoredToken>, Error> {
    let deleted = connection
        .prepare_cached("DELETE FROM tokens WHERE user = ?1 RETURNING *")?
        .query_map([user], read)?
        .collect::<Result<_, _>>()?;
    Ok(deleted)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredToken> {
    Ok(StoredToken {
        uuid: super::uuid(row, "uuid")?,
        name: row.get("name")?,
        shown: row.get::<_, Option<String>>("shown")?.map(Secret::new),
        expires_ms: row.get("expires")?,
        created_ms: row.get("created")?,
        modified_ms: row.get("modified")?,
    })
}
