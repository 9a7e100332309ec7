//! The table `sip_users`: the phones of a user, each with its own way to sign in.

use rusqlite::Connection;

use super::is_duplicate;
use crate::{error::Error, fingerprint::Fingerprint};

/// Deletes a SIP user.
///
/// # Errors
///
/// [`Error::UnknownSipUser`] when there is no such SIP user.
pub(crate) fn delete(connection: &Connection, login: &str, domain: &str) -> Result<(), Error> {
    let deleted = connection
        .prepare_cached("DELETE FROM sip_users WHERE login = ?1 AND domain = ?2 COLLATE NOCASE")?
        .execute((login, domain))?;
    if deleted == 0 {
        return Err(Error::UnknownSipUser {
            login: login.to_owned(),
            domain: domain.to_owned(),
        });
    }
    Ok(())
}

/// Adds a SIP user of the user with the row number `user`.
///
/// # Errors
///
/// [`Error::DuplicateSipUser`] when the domain, in whatever case, has the login already.
pub(crate) fn insert(
    connection: &Connection,
    user: i64,
    login: &str,
    domain: &str,
    ha1b: Fingerprint,
) -> Result<(), Error> {
    let duplicate = || Error::DuplicateSipUser {
        login: login.to_owned(),
        domain: domain.to_owned(),
    };
    let is_there = connection
        .prepare_cached("SELECT 1 FROM sip_users WHERE login = ?1 AND domain = ?2 COLLATE NOCASE")?
        .exists((login, domain))?;
    if is_there {
        return Err(duplicate());
    }
    let inserted = connection
        .prepare_cached(
            "INSERT INTO sip_users (user, login, domain, ha1b) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((user, login, domain, ha1b));
    match inserted {
        Ok(_) => Ok(()),
        Err(error) if is_duplicate(&error) => Err(duplicate()),
        Err(error) => Err(error.into()),
    }
}

/// Login and domain of each SIP user of the user with the row number `user`, oldest first.
pub(crate) fn list(connection: &Connection, user: i64) -> Result<Vec<(String, String)>, Error> {
    let sip_users = connection
        .prepare_cached("SELECT login, domain FROM sip_users WHERE user = ?1 ORDER BY id")?
        .query_map([user], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(sip_users)
}
