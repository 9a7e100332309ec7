//! What is still to become of messages and orders, and when.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;

/// The next thing that happens to a message or an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A message is handed to the carrier.
    HandOver,
    /// A message arrives.
    Arrive,
    /// An order is taken up.
    Process,
    /// An order's numbers are leased.
    Fulfil,
}

const NAMES: [(Step, &str); 4] = [
    (Step::HandOver, "hand over"),
    (Step::Arrive, "arrive"),
    (Step::Process, "process"),
    (Step::Fulfil, "fulfil"),
];

/// A step whose time has come.
#[derive(Debug)]
pub(crate) struct Due {
    pub(crate) account: i64,
    pub(crate) step: Step,
    pub(crate) key: String,
}

/// Has a step taken at that time.
pub(crate) fn put(
    connection: &Connection,
    account: i64,
    step: Step,
    key: &str,
    due_ms: i64,
) -> Result<(), Error> {
    let name = NAMES.iter().find(|(it, _)| *it == step);
    connection
        .prepare_cached("INSERT INTO steps (due, account, kind, key) VALUES (?1, ?2, ?3, ?4)")?
        .execute((due_ms, account, name.map(|(_, name)| name), key))?;
    Ok(())
}

/// When the next step is due.
pub(crate) fn next_ms(connection: &Connection) -> Result<Option<i64>, Error> {
    let next = connection
        .prepare_cached("SELECT due FROM steps ORDER BY due, id LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(next)
}

/// Takes the first step that is due; it has to be done in the same transaction.
pub(crate) fn take(connection: &Connection, now_ms: i64) -> Result<Option<Due>, Error> {
    let taken = connection
        .prepare_cached(
            "DELETE FROM steps WHERE id = \
             (SELECT id FROM steps WHERE due <= ?1 ORDER BY due, id LIMIT 1) \
             RETURNING account, kind, key",
        )?
        .query_row([now_ms], |row| {
            let kind: String = row.get("kind")?;
            let step = NAMES.iter().find(|(_, name)| *name == kind);
            Ok(step
                .map(|(step, _)| *step)
                .zip(Some((row.get("account")?, row.get("key")?))))
        })
        .optional()?;
    let due = taken.flatten();
    Ok(due.map(|(step, (account, key))| Due { account, step, key }))
}
