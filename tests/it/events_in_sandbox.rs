//! Streams of events from the sandbox, which hold the two to one another.

use std::time::Duration;

use opentact::events::{DisconnectReason, EventItem, EventStream};
use opentact_sandbox::{AuthAnswer, Sandbox, SandboxBuilder, TlsIdentity};
use opentact_tests::{EMAIL, World};

async fn item(stream: &mut EventStream) -> EventItem {
    stream.next().await.unwrap().unwrap()
}

/// The next item, which is a connection; the number of those before it.
async fn connected(stream: &mut EventStream) -> u64 {
    match item(stream).await {
        EventItem::Connected(it) => it.reconnects(),
        other => panic!("{other:?}"),
    }
}

/// The next item, which is an end by the sandbox; its close code.
async fn closed(stream: &mut EventStream) -> Option<u16> {
    match item(stream).await {
        EventItem::Disconnected(it) => match it.reason() {
            DisconnectReason::Closed { code, .. } => *code,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// A login, an event, an outage and the end of the session.
async fn a_life(builder: SandboxBuilder) {
    let world = World::with(builder).await;
    let ann = world.ann();
    ann.subscriptions().create("call_state").await.unwrap();
    let events = ann.events().first_wait(Duration::ZERO);
    let mut stream = events.stream().unwrap();
    assert_eq!(connected(&mut stream).await, 0);

    let event = serde_json::json!({ "type": "call_state", "payload": { "state": "live" } });
    let sent = world.sandbox.send_event(EMAIL, &event).await.unwrap();
    assert_eq!(sent, 1);
    let EventItem::Event(came) = item(&mut stream).await else {
        panic!("no event");
    };
    assert_eq!(came.as_str(), event.to_string());

    assert_eq!(world.sandbox.end_connections(Some(1012)).unwrap(), 1);
    assert_eq!(closed(&mut stream).await, Some(1012));
    assert_eq!(connected(&mut stream).await, 1);

    world.sandbox.expire_sessions(EMAIL).await.unwrap();
    assert_eq!(closed(&mut stream).await, Some(4401));
    assert_eq!(connected(&mut stream).await, 2);
}

#[tokio::test]
async fn a_stream_outlives_its_connections_and_its_session() {
    a_life(Sandbox::builder()).await;
}

#[tokio::test]
async fn so_it_does_with_the_older_answer_and_over_tls() {
    let builder = Sandbox::builder().auth_answer(AuthAnswer::Form2021);
    a_life(builder.tls(TlsIdentity::generated())).await;
}
