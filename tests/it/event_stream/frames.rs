//! Frames that a service should not send, and those that it may.

use opentact::ManualClock;
use opentact::events::{DisconnectReason, EventItem, EventStreamState};
use opentact_tests::EventPeer;
use tokio::sync::mpsc;

use super::{connected, disconnected, event, events, item, stream};

#[tokio::test]
async fn message_that_is_no_event_is_told_and_the_connection_goes_on() {
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.accept().await;
        for text in ["planted", "", "[]", "\"planted\"", r#"{"type":"planted""#] {
            socket.say(text).await;
        }
        socket.frame(0x82, b"planted\xFF").await;
        socket.frame(0x82, br#"{"type":"sms"}"#).await;
        socket.hear_out().await;
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    connected(&mut stream).await;
    for (content, is_utf8) in [
        (b"planted".as_slice(), true),
        (b"", true),
        (b"[]", true),
        (b"\"planted\"", true),
        (br#"{"type":"planted""#, true),
        (b"planted\xFF", false),
    ] {
        let EventItem::Unreadable(it) = item(&mut stream).await else {
            panic!("an event: {content:?}");
        };
        assert_eq!(it.content(), content);
        assert_eq!((it.bytes(), it.error().is_some()), (content.len(), is_utf8));
        assert!(!format!("{it:?}").contains("planted"), "{it:?}");
    }
    event(&mut stream).await;
    assert_eq!(stream.state(), EventStreamState::Live);
}

#[tokio::test]
async fn message_may_come_in_fragments_with_pings_between() {
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.accept().await;
        socket
            .frame(0x01, r#"{"type":"sms","text":"gr"#.as_bytes())
            .await;
        socket.frame(0x89, b"").await;
        // In the middle of a letter.
        socket.frame(0x00, &[0xc3]).await;
        socket.frame(0x00, b"").await;
        socket.frame(0x8a, b"asked by nobody").await;
        socket
            .frame(0x80, &[&[0xbc], r#"n"}"#.as_bytes()].concat())
            .await;
        socket.hear_out().await;
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    connected(&mut stream).await;
    assert_eq!(event(&mut stream).await, r#"{"type":"sms","text":"grün"}"#);
}

#[tokio::test]
async fn message_above_the_limit_ends_the_connection_before_it_is_there() {
    const LIMIT: usize = 1000;
    // Announced and never sent; in fragments without end.
    for endless in [false, true] {
        let peer = EventPeer::start(move |mut socket, _| async move {
            socket.accept().await;
            if endless {
                socket.frame(0x01, b"{").await;
                while socket.bytes(&[0x00, 1, b' ']).await {}
            } else {
                let mut head = vec![0x81, 127];
                head.extend((1_u64 << 62).to_be_bytes());
                socket.bytes(&head).await;
                socket.hear_out().await;
            }
        })
        .await;
        let events = events(&peer, &ManualClock::new()).max_message_bytes(LIMIT);
        let mut stream = events.stream().unwrap();
        connected(&mut stream).await;
        let it = disconnected(&mut stream).await;
        assert!(
            matches!(it.reason(), DisconnectReason::TooLarge { limit: LIMIT, .. }),
            "{it:?}"
        );
    }
}

#[tokio::test]
async fn whatever_breaks_the_protocol_ends_the_connection() {
    let broken: [&[u8]; 9] = [
        &[0x83, 0],             // an opcode that is not defined
        &[0xc1, 1, b'x'],       // a reserved bit
        &[0x09, 0],             // a ping in fragments
        &[0x89, 126, 0, 126],   // a long ping
        &[0x80, 0],             // the rest of nothing
        &[0x01, 0, 0x81, 0],    // a message within a message
        &[0x81, 2, 0xc3, 0x28], // no UTF-8
        &[0x88, 1, 3],          // half a close code
        &[0x88, 2, 3, 0xed],    // a close code that is never sent
    ];
    for bytes in broken {
        let peer = EventPeer::start(move |mut socket, _| async move {
            socket.accept().await;
            socket.bytes(bytes).await;
            socket.hear_out().await;
        })
        .await;
        let mut stream = stream(&peer, &ManualClock::new());
        connected(&mut stream).await;
        let it = disconnected(&mut stream).await;
        assert!(
            matches!(it.reason(), DisconnectReason::Violation),
            "{bytes:?}: {it:?}"
        );
    }
}

#[tokio::test]
async fn close_is_answered_and_may_have_no_code() {
    let (told, mut heard) = mpsc::unbounded_channel();
    let peer = EventPeer::start(move |mut socket, _| {
        let told = told.clone();
        async move {
            socket.accept().await;
            socket.frame(0x88, b"").await;
            told.send(socket.hear().await.unwrap().opcode).unwrap();
        }
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    connected(&mut stream).await;
    let it = disconnected(&mut stream).await;
    assert!(
        matches!(it.reason(), DisconnectReason::Closed { code: None, .. }),
        "{it:?}"
    );
    assert_eq!(heard.recv().await, Some(8));
}
