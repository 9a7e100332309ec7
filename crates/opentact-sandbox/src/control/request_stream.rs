//! The requests as they come in, as server-sent events.

use std::{collections::VecDeque, convert::Infallible, sync::Arc};

use axum::{
    extract::State,
    http::HeaderMap,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{Stream, stream};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::requests::ShownRequest;
use crate::{
    owner::Owner,
    record::{News, RequestRecord},
};

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
            return Some((Ok(event(record)), (past, live)));
        }
        let event = match live.recv().await {
            Ok(News::Received(record)) => event(Arc::unwrap_or_clone(record)),
            Ok(News::Cleared) => Event::default().event("cleared").data("null"),
            Err(RecvError::Lagged(count)) => {
                Event::default().event("missed").data(count.to_string())
            }
            Err(RecvError::Closed) => return None,
        };
        Some((Ok(event), (past, live)))
    })
}

fn event(record: RequestRecord) -> Event {
    let shown = ShownRequest::new(record);
    // Nothing in it can fail to be written as JSON.
    let data = serde_json::to_string(&shown).unwrap_or_default();
    Event::default()
        .event("request")
        .id(shown.id.to_string())
        .data(data)
}
