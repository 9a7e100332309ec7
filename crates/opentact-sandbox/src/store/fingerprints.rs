//! Finds a row by the fingerprint of a secret, without telling by time how near a guess was.

use rusqlite::{Connection, Row};

use crate::{error::Error, fingerprint::Fingerprint};

/// Reads the row of `table` whose column `column` is the fingerprint.
pub(super) fn find<T>(
    connection: &Connection,
    (table, column): (&'static str, &'static str),
    fingerprint: Fingerprint,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, Error> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT * FROM {table} WHERE {column} BETWEEN ?1 AND ?2"
    ))?;
    let mut rows = statement.query(<[_; 2]>::from(fingerprint.neighbours()))?;
    while let Some(row) = rows.next()? {
        let stored: Vec<u8> = row.get(column)?;
        if fingerprint.is(&stored) {
            return Ok(Some(read(row)?));
        }
    }
    Ok(None)
}
