//! Streams of events from the sandbox, which hold the two to one another.

use std::time::Duration;

use opentact::events::{DisconnectReason, EventItem, EventStream};
use opentact::{Credential, ManualClock};
use opentact_sandbox::{AuthAnswer, Fault, Sandbox, SandboxBuilder, TlsIdentity};
use opentact_tests::{EMAIL, PASSWORD, World};

use crate::event_stream::{connected, item};

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

/// A line that is dead although nobody has closed it.
#[tokio::test]
async fn a_stream_notices_a_stalled_connection_by_itself_and_comes_back() {
    let world = World::start().await;
    let clock = ManualClock::new();
    let ann = world.builder(Credential::basic(EMAIL, PASSWORD));
    let ann = ann.clock(clock.clone()).build().unwrap();
    ann.subscriptions().create("call_state").await.unwrap();
    let events = ann.events().first_wait(Duration::ZERO);
    let mut stream = events.stream().unwrap();
    assert_eq!(connected(&mut stream).await, 0);

    let fault = world
        .sandbox
        .faults()
        .add(Fault::stall().on_delivery().probability(1.0))
        .unwrap();
    let event = serde_json::json!({ "type": "call_state", "payload": { "state": "live" } });
    world.sandbox.send_event(EMAIL, &event).await.unwrap();
    let time_passes = async {
        for _ in 0..20 {
            clock.advance(Duration::from_secs(15));
            // Whoever would answer a ping has had time for it.
            ann.whoami().await.unwrap();
        }
    };
    let ended = tokio::select! {
        ended = item(&mut stream) => ended,
        () = time_passes => panic!("the stream does not notice"),
    };
    let EventItem::Disconnected(ended) = ended else {
        panic!("{ended:?}");
    };
    let silent = matches!(ended.reason(), DisconnectReason::Silent { .. });
    assert!(silent, "{ended:?}");

    assert!(world.sandbox.faults().remove(fault.id));
    assert_eq!(connected(&mut stream).await, 1);
    world.sandbox.send_event(EMAIL, &event).await.unwrap();
    let EventItem::Event(came) = item(&mut stream).await else {
        panic!("no event");
    };
    assert_eq!(came.as_str(), event.to_string());
}
