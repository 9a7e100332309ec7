//! The table `subscriptions`: which events a user is sent. An expired one stays until it is deleted.

use opentact_client::types::{EventChannel, EventType};
use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::error::Error;

/// A stored subscription.
#[derive(Clone, Debug)]
pub(crate) struct StoredSubscription {
    pub(crate) uuid: Uuid,
    pub(crate) channel: EventChannel,
    pub(crate) event_type: EventType,
    pub(crate) is_active: bool,
    /// `None` if it does not expire.
    pub(crate) expires_ms: Option<i64>,
    pub(crate) created_ms: i64,
    pub(crate) modified_ms: i64,
}

/// Adds a subscription of the user with the row number `user`.
pub(crate) fn insert(
    connection: &Connection,
    user: i64,
    subscription: &StoredSubscription,
) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO subscriptions \
             (uuid, user, channel, type, active, expires, created, modified) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            subscription.uuid.to_string(),
            user,
            subscription.channel.as_str(),
            subscription.event_type.as_str(),
            subscription.is_active,
            subscription.expires_ms,
            subscription.created_ms,
            subscription.modified_ms,
        ))?;
    Ok(())
}

/// The subscriptions of a user, oldest first, in force or not.
pub(crate) fn list(connection: &Connection, user: i64) -> Result<Vec<StoredSubscription>, Error> {
    let subscriptions = connection
        .prepare_cached("SELECT * FROM subscriptions WHERE user = ?1 ORDER BY id")?
        .query_map([user], read)?
        .collect::<Result<_, _>>()?;
    Ok(subscriptions)
}

/// Whether a user has a subscription in force by which events of this type are sent over WebSockets.
pub(crate) fn has(
    connection: &Connection,
    user: Uuid,
    event_type: &str,
    now_ms: i64,
) -> Result<bool, Error> {
    let has = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT * FROM subscriptions \
             WHERE user = (SELECT id FROM users WHERE uuid = ?1) AND channel = ?2 \
             AND type = ?3 AND active AND (expires IS NULL OR expires > ?4))",
        )?
        .query_row(
            (
                user.to_string(),
                EventChannel::Wss.as_str(),
                event_type,
                now_ms,
            ),
            |row| row.get(0),
        )?;
    Ok(has)
}

/// Whether anybody has a subscription to events of this type, in force or not.
pub(crate) fn any(connection: &Connection, event_type: &str) -> Result<bool, Error> {
    let any = connection
        .prepare_cached("SELECT EXISTS (SELECT * FROM subscriptions WHERE type = ?1)")?
        .query_row([event_type], |row| row.get(0))?;
    Ok(any)
}

/// Deletes a subscription of a user; whether there was one.
pub(crate) fn delete(connection: &Connection, user: i64, uuid: &str) -> Result<bool, Error> {
    let deleted = connection
        .prepare_cached("DELETE FROM subscriptions WHERE user = ?1 AND uuid = ?2")?
        .execute((user, uuid))?;
    Ok(deleted > 0)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredSubscription> {
    let (channel, event_type): (String, String) = (row.get("channel")?, row.get("type")?);
    Ok(StoredSubscription {
        uuid: super::uuid(row, "uuid")?,
        channel: EventChannel::from(channel.as_str()),
        event_type: EventType::from(event_type.as_str()),
        is_active: row.get("active")?,
        expires_ms: row.get("expires")?,
        created_ms: row.get("created")?,
        modified_ms: row.get("modified")?,
    })
}
