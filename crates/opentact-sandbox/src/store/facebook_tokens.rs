//! The table `facebook_tokens`: what the sandbox's own Facebook has issued.

use rusqlite::{Connection, OptionalExtension};

use crate::{error::Error, fingerprint::Fingerprint};

/// What Facebook knows of a token.
#[derive(Clone, Debug)]
pub(crate) struct FacebookToken {
    pub(crate) app_id: String,
    pub(crate) facebook_user_id: String,
    pub(crate) expires_ms: i64,
}

/// Stores an issued token.
pub(crate) fn insert(
    connection: &Connection,
    hash: Fingerprint,
    token: &FacebookToken,
) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO facebook_tokens (hash, app_id, facebook_user_id, expires) \
             VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((
            hash,
            &token.app_id,
            &token.facebook_user_id,
            token.expires_ms,
        ))?;
    Ok(())
}

/// What was stored for a token.
pub(crate) fn find(
    connection: &Connection,
    hash: Fingerprint,
) -> Result<Option<FacebookToken>, Error> {
    let token = connection
        .prepare_cached(
            "SELECT app_id, facebook_user_id, expires FROM facebook_tokens WHERE hash = ?1",
        )?
        .query_row([hash], |row| {
            Ok(FacebookToken {
                app_id: row.get(0)?,
                facebook_user_id: row.get(1)?,
                expires_ms: row.get(2)?,
            })
        })
        .optional()?;
    Ok(token)
}
