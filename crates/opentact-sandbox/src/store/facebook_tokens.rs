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

/// Stores an issued token and removes what has expired.
pub(crate) fn insert(
    connection: &Connection,
    hash: Fingerprint,
    token: &FacebookToken,
    now_ms: i64,
) -> Result<(), Error> {
    connection
        .prepare_cached("DELETE FROM facebook_tokens WHERE expires <= ?1")?
        .execute([now_ms])?;
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
        .prepare_cached("SELECT * FROM facebook_tokens WHERE hash = ?1")?
        .query_row([hash], |row| {
            Ok(FacebookToken {
                app_id: row.get("app_id")?,
                facebook_user_id: row.get("facebook_user_id")?,
                expires_ms: row.get("expires")?,
            })
        })
        .optional()?;
    Ok(token)
}

/// Deletes a token, if it is there.
pub(crate) fn delete(connection: &Connection, hash: Fingerprint) -> Result<(), Error> {
    connection
        .prepare_cached("DELETE FROM facebook_tokens WHERE hash = ?1")?
        .execute([hash])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[tokio::test]
    async fn what_has_expired_is_removed_when_one_is_issued() {
        let store = Store::open(None).await.unwrap();
        let issue = |name: &'static str, now_ms: i64| {
            store.write(move |transaction| {
                let token = FacebookToken {
                    app_id: "made up".to_owned(),
                    facebook_user_id: "1".to_owned(),
                    expires_ms: now_ms + 10,
                };
                insert(transaction, Fingerprint::of(name), &token, now_ms)?;
                let count = "SELECT count(*) FROM facebook_tokens";
                Ok(transaction.query_row(count, [], |row| row.get::<_, i64>(0))?)
            })
        };
        assert_eq!(issue("one", 0).await.unwrap(), 1);
        assert_eq!(issue("two", 9).await.unwrap(), 2);
        assert_eq!(issue("three", 10).await.unwrap(), 2);
    }
}
