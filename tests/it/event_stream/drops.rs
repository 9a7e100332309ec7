//! Connections that end, and the waits until the next.

use std::sync::Arc;
use std::time::Duration;

use opentact::events::{DisconnectReason, EventItem, EventStreamState};
use opentact::{ErrorKind, ManualClock};
use opentact_tests::{ClosedPort, EventPeer, Gate, Peer, Step};
use tokio::sync::Semaphore;

use super::{SECOND, after_wait, connected, disconnected, end, event, events, item, stream};

/// The longest wait after so many failures.
fn longest(failures: u32) -> Duration {
    let full = Duration::from_millis(800) * 2_u32.pow((failures - 1).min(10));
    full.min(30 * SECOND)
}

#[tokio::test]
async fn a_hundred_drops_are_all_told_and_survived() {
    let peer = EventPeer::start(|mut socket, number| async move {
        socket.accept().await;
        socket
            .say(&format!(r#"{{"type":"sms","number":{number}}}"#))
            .await;
        match number % 5 {
            0 => {}
            1 => socket.close(1001, "").await,
            // A frame that a client would send.
            2 => drop(socket.bytes(&[0x81, 0x81, 0, 0, 0, 0, b'x']).await),
            3 => socket.frame(0x82, &vec![0; 1024 * 1024 + 1]).await,
            // Half a message.
            _ => drop(socket.bytes(&[0x81, 10, b'{']).await),
        }
    })
    .await;
    let clock = ManualClock::new();
    let mut stream = stream(&peer, &clock);
    let mut next = item(&mut stream).await;
    for number in 0..100_u32 {
        let EventItem::Connected(it) = next else {
            panic!("{number}: {next:?}");
        };
        assert_eq!(it.reconnects(), u64::from(number));
        let expected = format!(r#"{{"type":"sms","number":{number}}}"#);
        assert_eq!(event(&mut stream).await, expected);
        let it = disconnected(&mut stream).await;
        assert!(it.was_live());
        assert_eq!(it.failures(), number + 1);
        let reason = it.reason();
        let is_right = match number % 5 {
            0 | 4 => matches!(reason, DisconnectReason::Lost(_)),
            1 => matches!(
                reason,
                DisconnectReason::Closed {
                    code: Some(1001),
                    ..
                }
            ),
            2 => matches!(reason, DisconnectReason::Violation),
            _ => matches!(
                reason,
                DisconnectReason::TooLarge {
                    limit: 1_048_576,
                    ..
                }
            ),
        };
        assert!(is_right, "{number}: {it:?}");
        let longest = longest(it.failures());
        assert!(it.wait() <= longest && it.wait() >= longest / 2, "{it:?}");
        let until = clock.now() + it.wait();
        assert_eq!(stream.state(), EventStreamState::Waiting { until });
        let (item, waited) = after_wait(&mut stream, &clock).await;
        assert_eq!(waited, it.wait());
        next = item;
    }
    assert_eq!(peer.heads().len(), 101);
}

#[tokio::test]
async fn waits_begin_anew_after_a_stable_connection_and_not_before() {
    let gate = Arc::new(Semaphore::new(0));
    let passes = Arc::clone(&gate);
    let peer = EventPeer::start(move |mut socket, _| {
        let passes = Arc::clone(&passes);
        async move {
            socket.accept().await;
            passes.acquire().await.unwrap().forget();
        }
    })
    .await;
    let clock = ManualClock::new();
    let mut stream = stream(&peer, &clock);
    connected(&mut stream).await;
    let nanosecond = Duration::from_nanos(1);
    for (life, failures) in [
        (SECOND, 1),
        (SECOND, 2),
        (120 * SECOND - nanosecond, 3),
        (120 * SECOND, 1),
        (SECOND, 2),
    ] {
        clock.advance(life);
        gate.add_permits(1);
        let it = disconnected(&mut stream).await;
        assert_eq!(it.failures(), failures, "{life:?}");
        assert!(it.wait() <= longest(failures));
        after_wait(&mut stream, &clock).await;
    }
}

#[tokio::test]
async fn failed_attempts_do_not_make_a_gap_of_their_own() {
    let nobody = ClosedPort::take().unwrap();
    let clock = ManualClock::new();
    let peer = EventPeer::start(|_, _| async {}).await;
    let url = nobody.base_url().replace("http", "ws");
    let mut stream = events(&peer, &clock).url(url).stream().unwrap();
    let mut it = disconnected(&mut stream).await;
    for failures in 1..=10 {
        assert!(!it.was_live());
        assert_eq!(it.failures(), failures);
        let DisconnectReason::NotConnected(error) = it.reason() else {
            panic!("{it:?}");
        };
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert!(it.wait() <= longest(failures) && it.wait() >= longest(failures) / 2);
        let (EventItem::Disconnected(next), _) = after_wait(&mut stream, &clock).await else {
            panic!("connected to nobody");
        };
        it = next;
    }
}

#[tokio::test]
async fn another_answer_than_an_upgrade_is_told() {
    let clock = ManualClock::new();
    let peer = EventPeer::start(|_, _| async {}).await;
    for (answer, kind) in [
        (
            "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi",
            ErrorKind::UnexpectedResponse,
        ),
        (
            "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n",
            ErrorKind::UnexpectedResponse,
        ),
        (
            "HTTP/1.1 503 No\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n",
            ErrorKind::Server,
        ),
        (
            "HTTP/1.1 429 No\r\nretry-after: 7200\r\ncontent-length: 0\r\n\r\n",
            ErrorKind::RateLimited,
        ),
        (
            "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: AAAA\r\n\r\n",
            ErrorKind::UnexpectedResponse,
        ),
        ("planted\r\n\r\n", ErrorKind::Transport),
    ] {
        let http = Peer::saying(answer).await;
        let url = http.base_url().replace("http", "ws");
        let mut stream = events(&peer, &clock).url(url).stream().unwrap();
        let it = disconnected(&mut stream).await;
        let DisconnectReason::NotConnected(error) = it.reason() else {
            panic!("{it:?}");
        };
        assert_eq!(error.kind(), kind, "{answer}: {error:?}");
        assert!(!format!("{error} {error:?}").contains("planted"));
        match kind {
            ErrorKind::Server => assert_eq!(it.wait(), 7 * SECOND),
            ErrorKind::RateLimited => assert_eq!(it.wait(), 60 * SECOND),
            _ => assert!(it.wait() < SECOND),
        }
        assert!(!http.requests()[0].contains("planted"));
    }
    let http = Peer::saying("HTTP/1.1 302 Found\r\nlocation: https://planted/\r\n\r\n").await;
    let url = http.base_url().replace("http", "ws");
    let mut stream = events(&peer, &clock).url(url).stream().unwrap();
    let error = end(&mut stream).await;
    assert_eq!(error.kind(), ErrorKind::Redirected);
    assert!(!format!("{error} {error:?}").contains("planted"));
}

#[tokio::test]
async fn connection_that_is_not_made_in_time_is_given_up() {
    let clock = ManualClock::new();
    let peer = EventPeer::start(|_, _| async {}).await;
    let gate = Gate::new();
    let silent = vec![Step::Hear, Step::Wait(gate.clone())];
    let http = Peer::repeating(silent).await;
    let url = http.base_url().replace("http", "ws");
    let mut stream = events(&peer, &clock).url(url).stream().unwrap();
    let hurry = async {
        gate.reached().await;
        clock.advance(10 * SECOND);
    };
    let (it, ()) = tokio::join!(disconnected(&mut stream), hurry);
    let DisconnectReason::NotConnected(error) = it.reason() else {
        panic!("{it:?}");
    };
    assert_eq!(error.kind(), ErrorKind::Timeout);
}
