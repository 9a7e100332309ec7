//! What the sandbox was asked: the log, what of it is asked for, and as it grows.

use std::{collections::VecDeque, convert::Infallible, str::FromStr};

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
use uuid::Uuid;

use super::reply::{Done, Refusal, Reply, ok};
use crate::{
    owner::Owner,
    record::{News, RequestRecord},
};

/// `GET /requests`
pub(super) async fn list(State(owner): State<Owner>, uri: Uri) -> Reply<Vec<RequestRecord>> {
    let filter = RequestFilter::read(uri.query().unwrap_or_default())?;
    let records = owner.engine.recorder.records_after(filter.after);
    ok(filter.choose(records))
}

/// `DELETE /requests`
pub(super) async fn clear(State(owner): State<Owner>) -> Done {
    owner.clear_requests();
    Done
}

/// How many requests are listed unless said otherwise.
const LIMIT: usize = 1000;

/// The parameters of `GET /requests`.
#[derive(Debug)]
pub(super) struct RequestFilter {
    pub(super) after: u64,
    operation: Option<Operation>,
    method: Option<String>,
    status: Option<u16>,
    user: Option<Uuid>,
    limit: usize,
}

impl RequestFilter {
    /// Reads a query; a parameter that is not known is an error.
    pub(super) fn read(query: &str) -> Result<Self, Refusal> {
        let mut filter = Self {
            after: 0,
            operation: None,
            method: None,
            status: None,
            user: None,
            limit: LIMIT,
        };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "after" => filter.after = parsed(&name, &value)?,
                "operation" => filter.operation = Some(operation(&value)?),
                "method" => filter.method = Some(value.into_owned()),
                "status" => filter.status = Some(parsed(&name, &value)?),
                "user" => filter.user = Some(parsed(&name, &value)?),
                "limit" => filter.limit = parsed(&name, &value)?,
                _ => return Err(Refusal::field(name, "is not a parameter of this")),
            }
        }
        Ok(filter)
    }

    /// The last records that fit, oldest first.
    pub(super) fn choose(&self, mut records: Vec<RequestRecord>) -> Vec<RequestRecord> {
        records.retain(|record| self.fits(record));
        records.split_off(records.len().saturating_sub(self.limit))
    }

    fn fits(&self, record: &RequestRecord) -> bool {
        self.operation.is_none_or(|it| record.operation == Some(it))
            && self.method.as_ref().is_none_or(|it| record.method == *it)
            && self.status.is_none_or(|it| record.status == it)
            && self.user.is_none_or(|it| record.user == Some(it))
    }
}

fn operation(id: &str) -> Result<Operation, Refusal> {
    let found = Operation::ALL.iter().find(|operation| operation.id() == id);
    found
        .copied()
        .ok_or_else(|| Refusal::field("operation", "is not the id of an operation"))
}

fn parsed<T: FromStr>(name: &str, value: &str) -> Result<T, Refusal> {
    let wrong = |_| Refusal::field(name, "has a wrong value");
    value.parse().map_err(wrong)
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
