//! The event service: who is connected, what they are sent, and the end of connections.

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    document::Document,
    document::Named,
    reply::{Done, Payload, Refusal, Reply, ok},
};
use crate::{events::EventConnection, owner::Owner};

/// An event and whose it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sending {
    user: String,
    event: Value,
}

/// How many connections something has happened to.
#[derive(Debug, Serialize)]
pub(super) struct Count {
    connections: usize,
}

/// `POST /events`
pub(super) async fn send(
    State(owner): State<Owner>,
    Document(Sending { user, event }): Document<Sending>,
) -> Reply<Count> {
    let connections = owner.send_event(&user, &event).await?;
    Ok(Payload(StatusCode::ACCEPTED, Count { connections }))
}

/// `GET /connections`
pub(super) async fn list(State(owner): State<Owner>) -> Reply<Vec<EventConnection>> {
    ok(owner.connections())
}

/// `DELETE /connections`
pub(super) async fn end_all(State(owner): State<Owner>, RawQuery(query): RawQuery) -> Reply<Count> {
    let connections = owner.end_connections(code(query.as_deref())?)?;
    ok(Count { connections })
}

/// `DELETE /connections/{connection}`
pub(super) async fn end(
    State(owner): State<Owner>,
    Named(connection): Named<String>,
    RawQuery(query): RawQuery,
) -> Result<Done, Refusal> {
    owner.end_connection(&connection, code(query.as_deref())?)?;
    Ok(Done)
}

/// The close code in a query, if there is one; any other parameter is an error.
fn code(query: Option<&str>) -> Result<Option<u16>, Refusal> {
    let mut code = None;
    for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        if name != "code" {
            return Err(Refusal::field(name, "is not a parameter of this"));
        }
        let wrong = |_| Refusal::field("code", "has to be a number");
        code = Some(value.parse().map_err(wrong)?);
    }
    Ok(code)
}
