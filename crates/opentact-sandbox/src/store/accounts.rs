//! The table `accounts`: who pays for what its users do.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::error::Error;

/// A stored account.
#[derive(Clone, Debug)]
pub(crate) struct StoredAccount {
    pub(crate) uuid: Uuid,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) balance: f64,
    pub(crate) created_ms: i64,
    pub(crate) modified_ms: i64,
}

/// The columns that [`StoredAccount::from_row`] reads, of the table alias `a`.
pub(crate) const COLUMNS: &str = "a.uuid AS account_uuid, a.email AS account_email, \
     a.name AS account_name, a.balance AS account_balance, \
     a.created AS account_created, a.modified AS account_modified";

impl StoredAccount {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            uuid: super::uuid(row, "account_uuid")?,
            email: row.get("account_email")?,
            name: row.get("account_name")?,
            balance: row.get("account_balance")?,
            created_ms: row.get("account_created")?,
            modified_ms: row.get("account_modified")?,
        })
    }
}

/// Adds an account and returns its row's number.
pub(crate) fn insert(
    connection: &Connection,
    email: &str,
    name: &str,
    balance: f64,
    now_ms: i64,
) -> Result<i64, Error> {
    connection
        .prepare_cached(
            "INSERT INTO accounts (uuid, email, name, balance, created, modified) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        )?
        .execute((Uuid::new_v4().to_string(), email, name, balance, now_ms))?;
    Ok(connection.last_insert_rowid())
}
