//! The table `clock`: how far the clock was moved, kept so that a restart leaves it there.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;

/// How far the clock was ahead of the system's time, in milliseconds.
pub(crate) fn get(connection: &Connection) -> Result<Option<i64>, Error> {
    let offset_ms = connection
        .prepare_cached("SELECT offset_ms FROM clock WHERE id = 0")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(offset_ms)
}

/// Stores how far it is ahead.
pub(crate) fn put(connection: &Connection, offset_ms: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO clock (id, offset_ms) VALUES (0, ?1) ON CONFLICT DO UPDATE \
             SET offset_ms = excluded.offset_ms WHERE offset_ms <> excluded.offset_ms",
        )?
        .execute([offset_ms])?;
    Ok(())
}
