//! What depends on who polls an event stream, and when.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use opentact::ManualClock;
use opentact::events::{EventItem, EventStream};
use opentact_tests::{EventPeer, Frame};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use super::{connected, event, events, item, stream};

/// The next item, where each future that `next` gives is dropped after its first poll.
async fn impatient(stream: &mut EventStream) -> EventItem {
    let item = poll_fn(|context| match pin!(stream.next()).poll(context) {
        Poll::Ready(item) => Poll::Ready(item),
        Poll::Pending => Poll::Pending,
    });
    item.await.unwrap().unwrap()
}

#[tokio::test]
async fn dropping_next_at_any_poll_loses_nothing() {
    const CONNECTIONS: usize = 10;
    const EVENTS: usize = 20;
    let peer = EventPeer::start(|mut socket, number| async move {
        socket.accept().await;
        for index in 0..EVENTS {
            // Each byte by itself, so that there is a poll in every place.
            let text = format!(r#"{{"type":"sms","n":[{number},{index}]}}"#);
            let head = [0x81, u8::try_from(text.len()).unwrap()];
            for byte in head.iter().chain(text.as_bytes()) {
                socket.bytes(&[*byte]).await;
                tokio::task::yield_now().await;
            }
        }
    })
    .await;
    let clock = ManualClock::new();
    let mut stream = stream(&peer, &clock);
    for number in 0..CONNECTIONS {
        let (first, _) = tokio::join!(impatient(&mut stream), async {
            if number > 0 {
                clock.wait_over().await;
            }
        });
        let EventItem::Connected(it) = first else {
            panic!("{first:?}");
        };
        assert_eq!(it.reconnects(), number as u64);
        for index in 0..EVENTS {
            let EventItem::Event(event) = impatient(&mut stream).await else {
                panic!("no event");
            };
            let expected = format!(r#"{{"type":"sms","n":[{number},{index}]}}"#);
            assert_eq!(event.as_str(), expected);
        }
        let last = impatient(&mut stream).await;
        assert!(matches!(last, EventItem::Disconnected(_)), "{last:?}");
    }
}

#[tokio::test]
async fn nothing_is_read_while_nobody_polls() {
    // Far more than the system keeps for both sides of a connection.
    const MOST: usize = 256 * 1024 * 1024;
    const TEXT: usize = 60_000;
    let (told, mut stuck) = mpsc::unbounded_channel();
    let peer = EventPeer::start(move |mut socket, _| {
        let told = told.clone();
        async move {
            socket.accept().await;
            let mut sent = 0;
            for number in 0.. {
                let text = format!(
                    r#"{{"type":"sms","number":{number},"fill":"{:TEXT$}"}}"#,
                    ""
                );
                let mut say = pin!(socket.say(&text));
                // Whoever read would do so while this waits.
                let mut waits = 0;
                loop {
                    let done = poll_fn(|context| Poll::Ready(say.as_mut().poll(context))).await;
                    if done.is_ready() {
                        break;
                    }
                    waits += 1;
                    if waits == 10_000 {
                        told.send(sent).unwrap();
                        say.await;
                        break;
                    }
                    tokio::task::yield_now().await;
                }
                sent += text.len();
                if sent > MOST {
                    told.send(sent).unwrap();
                    break;
                }
            }
        }
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    connected(&mut stream).await;
    let sent = stuck.recv().await.unwrap();
    assert!(sent < MOST, "{sent} bytes were taken while nobody polled");
    // All of it is there, in order, and more.
    for number in 0..2 * sent / TEXT {
        let text = event(&mut stream).await;
        assert!(text.starts_with(&format!(r#"{{"type":"sms","number":{number},"#)));
    }
}

#[tokio::test]
async fn stream_that_is_dropped_ends_its_connection_and_one_that_is_closed_says_goodbye() {
    for is_closed in [false, true] {
        let (told, mut heard) = mpsc::unbounded_channel();
        let peer = EventPeer::start(move |mut socket, _| {
            let told = told.clone();
            async move {
                socket.accept().await;
                let frame = socket.hear().await;
                if let Some(Frame { opcode: 8, payload }) = &frame {
                    // What comes in the meantime is lost.
                    socket.say(r#"{"type":"sms"}"#).await;
                    socket.frame(0x88, payload).await;
                }
                told.send(frame).unwrap();
                socket.hear_out().await;
                told.send(None).unwrap();
            }
        })
        .await;
        let mut stream = stream(&peer, &ManualClock::new());
        connected(&mut stream).await;
        let expected = is_closed.then(|| Frame {
            opcode: 8,
            payload: 1000_u16.to_be_bytes().to_vec(),
        });
        if is_closed {
            stream.close().await;
        } else {
            drop(stream);
        }
        assert_eq!(heard.recv().await, Some(expected));
        assert_eq!(heard.recv().await, Some(None));
    }
}

#[tokio::test]
async fn stream_that_is_dropped_while_it_connects_leaves_nothing_behind() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    let peer = EventPeer::start(|_, _| async {}).await;
    let events = events(&peer, &ManualClock::new()).url(url);
    let mut stream = events.stream().unwrap();
    let mut asked = Vec::new();
    let hear = async {
        let (mut connection, _) = listener.accept().await.unwrap();
        while !asked.ends_with(b"\r\n\r\n") {
            connection.read_buf(&mut asked).await.unwrap();
        }
        connection
    };
    let mut connection = tokio::select! {
        item = stream.next() => panic!("{item:?}"),
        connection = hear => connection,
    };
    drop(stream);
    assert_eq!(connection.read_buf(&mut Vec::new()).await.unwrap(), 0);
}

#[tokio::test]
async fn stream_moves_between_tasks_and_is_a_stream() {
    fn is_stream<T: Send + Unpin + 'static>(_: &T) {}
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.accept().await;
        socket.say(r#"{"type":"sms"}"#).await;
        socket.hear_out().await;
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    is_stream(&stream);
    connected(&mut stream).await;
    let mut moved = tokio::spawn(async move {
        item(&mut stream).await;
        stream
    })
    .await
    .unwrap();
    let pending = poll_fn(|context| Poll::Ready(pin!(moved.next()).poll(context).is_pending()));
    assert!(pending.await);
}
