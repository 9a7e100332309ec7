//! What applications are told over HTTP: what waits, and what came of the rest.

use rusqlite::{Connection, OptionalExtension, Row, types::Type};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::error::Error;

/// A request to an application.
#[derive(Clone, Debug)]
pub(crate) struct StoredWebhook {
    pub(crate) id: i64,
    pub(crate) account: i64,
    /// The next is asked if one cannot be reached.
    pub(crate) urls: Vec<String>,
    pub(crate) body: String,
    pub(crate) state: WebhookState,
    pub(crate) attempts: Vec<StoredAttempt>,
    pub(crate) created_ms: i64,
}

/// What has become of a request to an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum WebhookState {
    /// It is to be sent.
    Waiting,
    /// It was answered with a success.
    Delivered,
    /// It was answered with something else, or nobody could be reached.
    Failed,
    /// It would have left this machine, which is not allowed.
    Refused,
}

/// One attempt.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct StoredAttempt {
    pub(crate) url: String,
    pub(crate) at_ms: i64,
    pub(crate) status: Option<u16>,
    pub(crate) error: Option<String>,
}

/// Has a body sent; to nobody if there is no URL.
pub(crate) fn put(
    connection: &Connection,
    account: i64,
    urls: &[String],
    body: &Value,
    now_ms: i64,
) -> Result<(), Error> {
    if urls.is_empty() {
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT INTO webhooks (account, urls, body, state, attempts, created) \
             VALUES (?1, ?2, ?3, ?4, '[]', ?5)",
        )?
        .execute((
            account,
            json(&urls)?,
            body.to_string(),
            json(&WebhookState::Waiting)?,
            now_ms,
        ))?;
    Ok(())
}

/// The first that wait, after the one with that number.
pub(crate) fn waiting(
    connection: &Connection,
    after: i64,
    most: usize,
) -> Result<Vec<StoredWebhook>, Error> {
    let sql = "SELECT * FROM webhooks WHERE state = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
    let mut statement = connection.prepare_cached(sql)?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let found = statement.query_map((json(&WebhookState::Waiting)?, after, most), read)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Notes what came of one.
pub(crate) fn end(connection: &Connection, webhook: &StoredWebhook) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE webhooks SET state = ?2, attempts = ?3 WHERE id = ?1")?
        .execute((webhook.id, json(&webhook.state)?, json(&webhook.attempts)?))?;
    Ok(())
}

/// The last 1,000, newest first.
pub(crate) fn last(connection: &Connection) -> Result<Vec<StoredWebhook>, Error> {
    let sql = "SELECT * FROM webhooks ORDER BY id DESC LIMIT 1000";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map([], read)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Has the same body sent to the same URLs once more; whether there is one of that number.
pub(crate) fn again(connection: &Connection, id: i64, now_ms: i64) -> Result<bool, Error> {
    let found = connection
        .prepare_cached("SELECT * FROM webhooks WHERE id = ?1")?
        .query_row([id], read)
        .optional()?;
    let Some(StoredWebhook {
        account,
        urls,
        body,
        ..
    }) = found
    else {
        return Ok(false);
    };
    let body = serde_json::from_str(&body).map_err(Error::Encode)?;
    put(connection, account, &urls, &body, now_ms)?;
    Ok(true)
}

fn json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(Error::Encode)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredWebhook> {
    Ok(StoredWebhook {
        id: row.get("id")?,
        account: row.get("account")?,
        urls: column(row, "urls")?,
        body: row.get("body")?,
        state: column(row, "state")?,
        attempts: column(row, "attempts")?,
        created_ms: row.get("created")?,
    })
}

fn column<T: DeserializeOwned>(row: &Row<'_>, name: &str) -> rusqlite::Result<T> {
    let text: String = row.get(name)?;
    serde_json::from_str(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(text.len(), Type::Text, Box::new(error))
    })
}
