//! Streams of events from a service that says exactly what a test wants.

mod auth;
mod drops;
mod frames;
mod liveness;
mod polling;
mod way;

use std::time::Duration;

use opentact::events::{Disconnected, EventItem, EventStream, Events};
use opentact::{Client, Credential, Error, ManualClock};
use opentact_tests::EventPeer;

const SECOND: Duration = Duration::from_secs(1);
/// An address that nobody calls in a test with an API token.
const NO_API: &str = "http://127.0.0.1:9";
const TOKEN: &str = "planted-api-token";

/// The events of a client with an API token.
fn events(peer: &EventPeer, clock: &ManualClock) -> Events {
    let client = Client::builder(Credential::api_token(TOKEN))
        .base_url(NO_API)
        .clock(clock.clone())
        .build()
        .unwrap();
    client.events().url(peer.url())
}

/// A stream of the events of a client with an API token.
fn stream(peer: &EventPeer, clock: &ManualClock) -> EventStream {
    events(peer, clock).stream().unwrap()
}

/// The next item of a stream that goes on.
pub(crate) async fn item(stream: &mut EventStream) -> EventItem {
    stream.next().await.unwrap().unwrap()
}

/// The next item, which is a connection; the number of those before it.
pub(crate) async fn connected(stream: &mut EventStream) -> u64 {
    match item(stream).await {
        EventItem::Connected(it) => it.reconnects(),
        other => panic!("{other:?}"),
    }
}

/// The next item, which is an event; the text of its frame.
async fn event(stream: &mut EventStream) -> String {
    match item(stream).await {
        EventItem::Event(event) => event.as_str().to_owned(),
        other => panic!("{other:?}"),
    }
}

/// The next item, which is the end of a connection.
async fn disconnected(stream: &mut EventStream) -> Disconnected {
    match item(stream).await {
        EventItem::Disconnected(it) => it,
        other => panic!("{other:?}"),
    }
}

/// The error with which a stream ends.
async fn end(stream: &mut EventStream) -> Error {
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(stream.next().await.is_none());
    assert!(stream.next().await.is_none());
    assert_eq!(stream.state(), opentact::events::EventStreamState::Ended);
    error
}

/// The next item after a wait, which is hurried, and how long it was asked to be.
async fn after_wait(stream: &mut EventStream, clock: &ManualClock) -> (EventItem, Duration) {
    tokio::join!(item(stream), clock.wait_over())
}
