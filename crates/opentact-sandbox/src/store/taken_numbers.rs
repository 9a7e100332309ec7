//! Which numbers of the stock somebody has, and by which lease.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;

/// The lease of a number: whose it is, and its key.
pub(crate) type Taken = (i64, String);

/// Takes a number for an account; `false` if somebody has it.
pub(crate) fn take(
    connection: &Connection,
    tn: &str,
    (account, lease): (i64, &str),
) -> Result<bool, Error> {
    let inserted = connection
        .prepare_cached(
            "INSERT OR IGNORE INTO taken_numbers (tn, account, lease) VALUES (?1, ?2, ?3)",
        )?
        .execute((tn, account, lease))?;
    Ok(inserted > 0)
}

/// Gives a number back.
pub(crate) fn give_back(connection: &Connection, tn: &str) -> Result<(), Error> {
    connection
        .prepare_cached("DELETE FROM taken_numbers WHERE tn = ?1")?
        .execute([tn])?;
    Ok(())
}

/// Who has a number, if anybody has.
pub(crate) fn find(connection: &Connection, tn: &str) -> Result<Option<Taken>, Error> {
    let found = connection
        .prepare_cached("SELECT account, lease FROM taken_numbers WHERE tn = ?1")?
        .query_row([tn], |row| Ok((row.get("account")?, row.get("lease")?)))
        .optional()?;
    Ok(found)
}
