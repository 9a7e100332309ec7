//! The column `session_generation` of `users`: which JWTs still hold.

use rusqlite::Connection;

use crate::error::Error;

/// Ends the sessions of the user with the row number `user`.
pub(crate) fn end(connection: &Connection, user: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "UPDATE users SET session_generation = session_generation + 1 WHERE id = ?1",
        )?
        .execute([user])?;
    Ok(())
}

/// Ends the sessions of every user.
pub(crate) fn end_all(connection: &Connection) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE users SET session_generation = session_generation + 1")?
        .execute([])?;
    Ok(())
}
