//! What a client may not do: be silent, send too much, read too slowly, break the protocol.

use std::time::Duration;

use futures_util::SinkExt;
use serde_json::json;
use tokio::{io::AsyncWriteExt, time::Instant};
use tokio_tungstenite::tungstenite::{
    Message,
    protocol::frame::{
        Frame,
        coding::{Data, OpCode},
    },
};

use super::peer::{Peer, Seen, ann_who_listens, call_state};
use crate::world::{ANN, ANN_PASSWORD, World};

#[tokio::test]
async fn who_is_silent_is_closed_after_ten_seconds() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    tokio::time::pause();
    let since = Instant::now();
    let mut peer = Peer::connect(&world).await;
    // Pings are no credential.
    peer.0.send(Message::Ping("made up".into())).await.unwrap();
    assert_eq!(peer.rest().await, [Seen::Closed(4408)]);
    let elapsed = since.elapsed();
    assert!((10..12).contains(&elapsed.as_secs()), "{elapsed:?}");
    tokio::time::resume();
    assert_eq!(world.sandbox.connections(), []);
    Peer::with(&world, &jwt).await;
}

#[tokio::test]
async fn the_ten_seconds_pass_with_the_sandboxs_clock_too() {
    let world = World::new().await;
    let silent = Peer::connect(&world).await;
    let mut halfway = Peer::connect(&world).await;
    // Half a credential is none, however slowly the rest comes.
    let half = b"\x81\xfe\x01\x00\0\0\0\0{\"type\":";
    halfway.0.get_mut().write_all(half).await.unwrap();
    let accepted = Peer::ann(&world).await;
    world.sandbox.clock().advance(Duration::from_secs(9));
    assert_eq!(world.sandbox.stats().event_connections, 1);
    let rests = async {
        world.sandbox.clock().advance(Duration::from_secs(1));
        for peer in [silent, halfway] {
            assert_eq!(peer.rest().await, [Seen::Closed(4408)]);
        }
    };
    let at_once = Duration::from_secs(5);
    tokio::time::timeout(at_once, rests).await.unwrap();
    assert_eq!(world.sandbox.connections().len(), 1);
    drop(accepted);
}

#[tokio::test]
async fn who_was_accepted_may_be_silent() {
    let world = World::new().await;
    let mut peer = ann_who_listens(&world).await;
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(3600)).await;
    tokio::time::resume();
    assert_eq!(
        world.sandbox.send_event(ANN, &call_state(1)).await.unwrap(),
        1
    );
    assert_eq!(peer.next().await, Seen::Event(call_state(1)));
}

#[tokio::test]
async fn a_message_may_have_64_kib() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let empty = json!({ "type": "auth", "payload": jwt, "more": "" }).to_string();
    let padded = |length: usize| {
        let more = "x".repeat(length - empty.len());
        json!({ "type": "auth", "payload": jwt, "more": more }).to_string()
    };
    let mut peer = Peer::connect(&world).await;
    peer.say(&padded(65_536)).await;
    assert!(matches!(peer.next().await, Seen::Event(answer) if answer["type"] == "auth"));
    let mut peer = Peer::connect(&world).await;
    peer.say(&padded(65_537)).await;
    assert_eq!(peer.rest().await, [Seen::Closed(1009)]);
    // The same in pieces.
    let mut peer = Peer::connect(&world).await;
    for first in [true, false] {
        let opcode = OpCode::Data(if first { Data::Text } else { Data::Continue });
        let frame = Frame::message(vec![b' '; 40_000], opcode, false);
        peer.0.send(Message::Frame(frame)).await.unwrap();
    }
    assert_eq!(peer.rest().await, [Seen::Closed(1009)]);
    // And from who was accepted.
    let mut peer = Peer::with(&world, &jwt).await;
    peer.say(&"x".repeat(65_537)).await;
    assert_eq!(peer.rest().await, [Seen::Closed(1009)]);
    assert_eq!(world.sandbox.stats().event_connections, 1);
}

#[tokio::test]
async fn who_breaks_the_protocol_is_told_so() {
    let world = World::new().await;
    for (bytes, code) in [
        (b"\x81\x02{}".as_slice(), 1002), // not masked
        (b"\xc1\x80\0\0\0\0", 1002),      // a reserved bit
        (b"\x83\x80\0\0\0\0", 1002),      // an opcode that nobody has defined
        (b"\x81\x81\0\0\0\0\xff", 1007),  // no UTF-8
        (b"\x88\x81\0\0\0\0x", 1002),     // half a close code
    ] {
        let mut peer = Peer::connect(&world).await;
        peer.0.get_mut().write_all(bytes).await.unwrap();
        assert_eq!(peer.rest().await, [Seen::Closed(code)], "{bytes:x?}");
    }
}

#[tokio::test]
async fn who_reads_too_slowly_is_ended_and_holds_up_nobody() {
    let world = World::new().await;
    let slow = ann_who_listens(&world).await;
    // Beside what waits in the sandbox, the system has taken some megabytes.
    let length = 16 * 1024;
    let event = json!({ "type": "call_state", "message": "x".repeat(length) });
    let mut sent = 0;
    while world.sandbox.send_event(ANN, &event).await.unwrap() == 1 {
        sent += 1;
        assert!(sent * length < 32 * 1024 * 1024, "there has to be an end");
    }
    assert_eq!(world.sandbox.connections(), []);
    let mut quick = Peer::ann(&world).await;
    assert_eq!(
        world.sandbox.send_event(ANN, &call_state(1)).await.unwrap(),
        1
    );
    assert_eq!(quick.next().await, Seen::Event(call_state(1)));
    // What was on its way may still come; then the connection ends.
    let rest = slow.rest().await;
    assert!(rest.len() <= sent + 1);
    assert!(matches!(rest.last(), Some(Seen::Cut | Seen::Closed(1008))));
}

#[tokio::test]
async fn an_event_may_have_megabytes() {
    let world = World::new().await;
    let mut peer = ann_who_listens(&world).await;
    let event = json!({ "type": "call_state", "message": "x".repeat(5 * 1024 * 1024) });
    for _ in 0..2 {
        assert_eq!(world.sandbox.send_event(ANN, &event).await.unwrap(), 1);
        assert_eq!(peer.next().await, Seen::Event(event.clone()));
    }
}
