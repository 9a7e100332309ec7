//! What the sandbox was asked: the log, what of it is asked for, and as it grows.

use std::{collections::VecDeque, convert::Infallible};

use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{Stream, stream};
use opentact_client::security::Operation;
use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::reply::{Done, Refusal, Reply, ok};
use crate::{
    owner::Owner,
    record::{News, RequestRecord},
};

/// `GET /requests`; a parameter that is not known is an error.
pub(super) async fn list(State(owner): State<Owner>, uri: Uri) -> Reply<Vec<RequestRecord>> {
    let (mut after, mut asked) = (0, None);
    for (name, value) in form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()) {
        match &*name {
            "after" => {
                let number = value.parse();
                after = number.map_err(|_| Refusal::field(name, "has to be a number"))?;
            }
            "operation" => asked = Some(operation(&value)?),
            _ => return Err(Refusal::field(name, "is not a parameter of this")),
        }
    }
    let mut records = owner.engine.recorder.records_after(after);
    records.retain(|record| asked.is_none() || record.operation == asked);
    ok(records)
}

/// `DELETE /requests`
pub(super) async fn clear(State(owner): State<Owner>) -> Done {
    owner.clear_requests();
    Done
}

fn operation(id: &str) -> Result<Operation, Refusal> {
    let found = Operation::ALL.iter().find(|operation| operation.id() == id);
    found
        .copied()
        .ok_or_else(|| Refusal::field("operation", "is not the id of an operation"))
}

/// `GET /requests/stream`
pub(super) async fn follow(State(owner): State<Owner>, headers: HeaderMap) -> Response {
    let last = headers.get("last-event-id");
    let last = last.and_then(|id| id.to_str().ok()?.parse().ok());
    match owner.engine.recorder.follow(last) {
        Some((past, live)) => Sse::new(events(past.into(), live))
            .keep_alive(KeepAlive::default())
            .into_response(),
        None => Sse::new(stream::empty::<Result<Event, Infallible>>()).into_response(),
    }
}

/// First what is past, then what comes in. A listener who is too slow is told how much it has
/// missed.
fn events(
    past: VecDeque<RequestRecord>,
    live: Receiver<News>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold((past, live), async |(mut past, mut live)| {
        if let Some(record) = past.pop_front() {
            return Some((Ok(event(&record)), (past, live)));
        }
        let event = match live.recv().await {
            Ok(News::Received(record)) => event(&record),
            Ok(News::Cleared) => Event::default().event("cleared").data("null"),
            Err(RecvError::Lagged(count)) => {
                Event::default().event("missed").data(count.to_string())
            }
            Err(RecvError::Closed) => return None,
        };
        Some((Ok(event), (past, live)))
    })
}

fn event(record: &RequestRecord) -> Event {
    // Nothing in it can fail to be written as JSON.
    let data = serde_json::to_string(record).unwrap_or_default();
    Event::default()
        .event("request")
        .id(record.id.to_string())
        .data(data)
}
