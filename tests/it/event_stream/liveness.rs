//! Pings, pongs and silence.

use opentact::events::{DisconnectReason, EventStreamState};
use opentact::{Client, Credential, ManualClock};
use opentact_tests::{EventPeer, EventSocket, Frame};
use tokio::sync::mpsc;

use super::{SECOND, TOKEN, connected, disconnected, event, stream};

const PING: u8 = 9;
const PONG: u8 = 10;

#[tokio::test]
async fn pings_keep_a_silent_connection() {
    let (told, mut heard) = mpsc::unbounded_channel();
    let peer = EventPeer::start(move |mut socket, _| {
        let told = told.clone();
        async move {
            socket.accept().await;
            while let Some(frame) = socket.hear().await {
                socket.frame(0x80 | PONG, &frame.payload).await;
                told.send(frame.opcode).unwrap();
            }
        }
    })
    .await;
    let clock = ManualClock::new();
    let mut stream = stream(&peer, &clock);
    connected(&mut stream).await;
    let hurry = async {
        for _ in 0..20 {
            clock.advance(15 * SECOND);
            assert_eq!(heard.recv().await, Some(PING));
        }
    };
    tokio::select! {
        item = stream.next() => panic!("{item:?}"),
        () = hurry => {}
    }
    assert_eq!(stream.state(), EventStreamState::Live);
}

#[tokio::test]
async fn connection_that_says_nothing_after_a_ping_is_dead() {
    let (told, mut heard) = mpsc::unbounded_channel();
    let peer = EventPeer::start(move |mut socket, _| {
        let told = told.clone();
        async move {
            socket.accept().await;
            while let Some(frame) = socket.hear().await {
                told.send(frame.opcode).unwrap();
            }
        }
    })
    .await;
    let clock = ManualClock::new();
    let mut stream = stream(&peer, &clock);
    connected(&mut stream).await;
    let start = clock.now();
    let hurry = async {
        for _ in 0..2 {
            clock.advance(15 * SECOND);
            assert_eq!(heard.recv().await, Some(PING));
        }
        clock.advance(15 * SECOND);
    };
    let (it, ()) = tokio::join!(disconnected(&mut stream), hurry);
    let limit = 30 * SECOND;
    assert!(
        matches!(it.reason(), DisconnectReason::Silent { limit: it, .. } if *it == limit),
        "{it:?}"
    );
    assert_eq!(clock.now() - start, 45 * SECOND);
}

/// A message that takes long is no silence.
#[tokio::test]
async fn part_of_a_message_is_a_sign_of_life() {
    let (told, mut heard) = mpsc::unbounded_channel();
    let text = r#"{"type":"sms","slowly":true}"#;
    let peer = EventPeer::start(move |mut socket, _| {
        let told = told.clone();
        async move {
            socket.accept().await;
            socket
                .bytes(&[0x81, u8::try_from(text.len()).unwrap()])
                .await;
            for byte in text.as_bytes() {
                socket.hear().await;
                socket.bytes(&[*byte]).await;
                told.send(()).unwrap();
            }
            socket.hear_out().await;
        }
    })
    .await;
    let clock = ManualClock::new();
    let mut stream = stream(&peer, &clock);
    connected(&mut stream).await;
    let hurry = async {
        for _ in 0..text.len() {
            clock.advance(15 * SECOND);
            heard.recv().await;
            // So that the stream sees the byte before the clock goes on.
            tokio::task::yield_now().await;
        }
    };
    let (slow, ()) = tokio::join!(event(&mut stream), hurry);
    assert_eq!(slow, text);
}

#[tokio::test]
async fn pings_of_the_service_are_answered() {
    let (told, mut heard) = mpsc::unbounded_channel();
    let peer = EventPeer::start(move |mut socket, _| {
        let told = told.clone();
        async move {
            socket.accept().await;
            socket.frame(0x80 | PING, b"are you there").await;
            told.send(socket.hear().await.unwrap()).unwrap();
            socket.say(r#"{"type":"sms"}"#).await;
            socket.hear_out().await;
        }
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    connected(&mut stream).await;
    event(&mut stream).await;
    let expected = Frame {
        opcode: PONG,
        payload: b"are you there".to_vec(),
    };
    assert_eq!(heard.recv().await, Some(expected));
}

#[tokio::test]
async fn caller_who_was_away_gets_what_had_come_and_then_asks_before_giving_up() {
    let (told, mut heard) = mpsc::unbounded_channel();
    let peer = EventPeer::start(move |mut socket, _| {
        let told = told.clone();
        async move {
            socket.accept().await;
            socket.say(r#"{"type":"sms"}"#).await;
            told.send(None).unwrap();
            while let Some(frame) = socket.hear().await {
                told.send(Some(frame.opcode)).unwrap();
            }
        }
    })
    .await;
    let clock = ManualClock::new();
    let mut stream = stream(&peer, &clock);
    connected(&mut stream).await;
    assert_eq!(heard.recv().await, Some(None));
    clock.advance(3600 * SECOND);
    event(&mut stream).await;
    clock.advance(3600 * SECOND);
    let hurry = async {
        // One from the first poll and one from this.
        assert_eq!(heard.recv().await, Some(Some(PING)));
        assert_eq!(heard.recv().await, Some(Some(PING)));
        clock.advance(30 * SECOND);
    };
    let (it, ()) = tokio::join!(disconnected(&mut stream), hurry);
    assert!(matches!(it.reason(), DisconnectReason::Silent { .. }));
}

/// A service that restarts says much at once and is gone.
#[tokio::test]
async fn what_had_come_is_yielded_although_nobody_hears_the_pongs() {
    const EVENTS: usize = 100;
    for (is_closed, by_tls) in [(true, false), (false, false), (true, true), (false, true)] {
        let (told, mut gone) = mpsc::unbounded_channel();
        let serve = move |mut socket: EventSocket, _| {
            let told = told.clone();
            async move {
                socket.accept().await;
                for number in 0..EVENTS {
                    socket.frame(0x80 | PING, b"are you there").await;
                    socket
                        .say(&format!(r#"{{"type":"sms","number":{number}}}"#))
                        .await;
                }
                if is_closed {
                    socket.frame(0x88, &1001_u16.to_be_bytes()).await;
                }
                drop(socket);
                told.send(()).unwrap();
            }
        };
        let peer = if by_tls {
            EventPeer::start_tls(serve).await
        } else {
            EventPeer::start(serve).await
        };
        let mut client = Client::builder(Credential::api_token(TOKEN)).clock(ManualClock::new());
        if by_tls {
            client = client.root_certificate(peer.authority());
        }
        let events = client.build().unwrap().events().url(peer.url());
        let mut stream = events.stream().unwrap();
        connected(&mut stream).await;
        gone.recv().await;
        for number in 0..EVENTS {
            let expected = format!(r#"{{"type":"sms","number":{number}}}"#);
            assert_eq!(event(&mut stream).await, expected);
        }
        let it = disconnected(&mut stream).await;
        let is_right = match it.reason() {
            DisconnectReason::Closed { code, .. } => is_closed && *code == Some(1001),
            DisconnectReason::Lost(_) => !is_closed,
            _ => false,
        };
        assert!(is_right, "{it:?}");
    }
}
