//! The table `sip_users`: the phones of a user, each with its own way to sign in.

use rusqlite::Connection;

use super::is_duplicate;
use crate::{error::Error, fingerprint::Fingerprint};

/// Adds a SIP user of the user with the row number `user`.
///
/// # Errors
///
/// [`Error::DuplicateSipUser`] when the domain has the login already.
pub(crate) fn insert(
    connection: &Connection,
    user: i64,
    login: &str,
    domain: &str,
    ha1b: Fingerprint,
) -> Result<(), Error> {
    let inserted = connection
        .prepare_cached(
            "INSERT INTO sip_users (user, login, domain, ha1b) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((user, login, domain, ha1b));
    match inserted {
        Ok(_) => Ok(()),
        Err(error) if is_duplicate(&error) => Err(Error::DuplicateSipUser {
            login: login.to_owned(),
            domain: domain.to_owned(),
        }),
        Err(error) => Err(error.into()),
    }
}
