//! The table `keys`: what signs tokens, kept so that a restart leaves sessions valid.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;

/// The key of this name.
pub(crate) fn get(connection: &Connection, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let bytes = connection
        .prepare_cached("SELECT bytes FROM keys WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    Ok(bytes)
}

/// Stores a key unless there is one of this name.
pub(crate) fn put(connection: &Connection, name: &str, bytes: &[u8]) -> Result<(), Error> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO keys (name, bytes) VALUES (?1, ?2)")?
        .execute((name, bytes))?;
    Ok(())
}

/// Stores a key in the place of the one of this name, if there is one.
pub(crate) fn replace(connection: &Connection, name: &str, bytes: &[u8]) -> Result<(), Error> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO keys (name, bytes) VALUES (?1, ?2)")?
        .execute((name, bytes))?;
    Ok(())
}
