//! Takes everybody out of the database; the keys that sign stay.

use rusqlite::Connection;

use crate::error::Error;

/// Deletes all users with all that is theirs.
pub(crate) fn wipe(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch(
        "DELETE FROM tokens; DELETE FROM subscriptions; DELETE FROM sip_users; \
         DELETE FROM users; DELETE FROM accounts; DELETE FROM facebook_tokens;",
    )?;
    Ok(())
}

/// Deletes the user with the row number `user`, and the account if nobody else has it.
pub(crate) fn delete_user(connection: &Connection, user: i64) -> Result<(), Error> {
    for statement in [
        "DELETE FROM tokens WHERE user = ?1",
        "DELETE FROM subscriptions WHERE user = ?1",
        "DELETE FROM sip_users WHERE user = ?1",
        "DELETE FROM users WHERE id = ?1",
    ] {
        connection.prepare_cached(statement)?.execute([user])?;
    }
    connection.execute(
        "DELETE FROM accounts WHERE id NOT IN (SELECT account FROM users)",
        [],
    )?;
    Ok(())
}
