//! What an account pays, and what it has left.

use rusqlite::Connection;

use crate::error::Error;

/// Takes an amount from an account; `false` if it has less, and nothing changes then.
pub(crate) fn charge(connection: &Connection, account: i64, amount: f64) -> Result<bool, Error> {
    // Rounded to what money is counted in here, as sums of fractions drift.
    let sql = "UPDATE accounts SET balance = round(balance - ?2, 6) \
               WHERE id = ?1 AND round(balance - ?2, 6) >= 0";
    Ok(connection.prepare_cached(sql)?.execute((account, amount))? > 0)
}

/// Gives an amount back.
pub(crate) fn refund(connection: &Connection, account: i64, amount: f64) -> Result<(), Error> {
    let sql = "UPDATE accounts SET balance = round(balance + ?2, 6) WHERE id = ?1";
    connection.prepare_cached(sql)?.execute((account, amount))?;
    Ok(())
}

/// The row number of a user's account.
pub(crate) fn of_user(connection: &Connection, user: i64) -> Result<i64, Error> {
    let sql = "SELECT account FROM users WHERE id = ?1";
    let account = connection
        .prepare_cached(sql)?
        .query_row([user], |row| row.get(0))?;
    Ok(account)
}
