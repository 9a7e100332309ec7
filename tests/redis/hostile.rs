//! What listens at Redis's address and is no Redis, or no longer the one to ask.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use opentact::Credential;
use opentact::session_store::{SessionName, SessionStore, StoredSession};
use opentact_session_stores::RedisStore;

/// What a session that is not there is answered with.
const NOTHING: &str = "*2\r\n$-1\r\n:-2\r\n";
/// More than anything that listens may have a client take: the buffers of both sockets and an answer.
const MOST: usize = 32 * 1024 * 1024;

fn name() -> SessionName {
    let credential = Credential::basic("me@example.com", "made up");
    SessionName::new("https://api.opentact.org", &credential)
}

/// Takes one connection after the other, and gives each to the function with its number.
fn serve(mut connection: impl FnMut(usize, TcpStream) + Send + 'static) -> RedisStore {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("redis://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for (number, stream) in listener.incoming().enumerate() {
            connection(number, stream.unwrap());
        }
    });
    RedisStore::new(url).unwrap()
}

/// Answers what comes by the function; `None` ends the connection.
fn answer(mut stream: TcpStream, mut answers: impl FnMut(&str) -> Option<String>) {
    let mut question = [0; 4096];
    while let Ok(length @ 1..) = stream.read(&mut question) {
        let text = String::from_utf8_lossy(&question[..length]);
        let answer = if text.contains("CLIENT") {
            // What the library says of itself, a command for each of its `*`.
            Some("+OK\r\n".repeat(text.matches('*').count()))
        } else {
            answers(&text)
        };
        if answer.is_none_or(|answer| stream.write_all(answer.as_bytes()).is_err()) {
            return;
        }
    }
}

#[tokio::test]
async fn a_redis_that_lost_its_office_is_left_for_the_one_at_its_address() {
    for state in [
        "READONLY You can't write against a read only replica.",
        "LOADING Redis is loading the dataset in memory",
        "MASTERDOWN Link with MASTER is down",
        "CLUSTERDOWN The cluster is down",
        "TRYAGAIN Multiple keys request during rehashing of slot",
        "MOVED 3999 127.0.0.1:6381",
        "NOREPLICAS Not enough good replicas to write.",
        "NOAUTH Authentication required.",
    ] {
        // The first connection leads to the old master, which has resigned before it is written to.
        let store = serve(move |number, stream| {
            std::thread::spawn(move || {
                answer(stream, |question| {
                    Some(match (number, question.contains("PTTL")) {
                        (_, true) => NOTHING.to_owned(),
                        (0, false) => format!("-{state}\r\n"),
                        (_, false) => "+OK\r\n".to_owned(),
                    })
                });
            });
        });
        assert!(store.load(&name()).await.unwrap().is_none());
        let (name, session) = (name(), StoredSession::new("planted-4711"));
        assert!(store.save(&name, &session).await.is_ok(), "{state}");
    }
}

#[tokio::test]
async fn a_state_that_stays_is_an_error_and_costs_a_connection_each_time() {
    let (made, connections) = channel();
    let store = serve(move |number, stream| {
        made.send(number).unwrap();
        std::thread::spawn(|| {
            answer(stream, |_| Some("-LOADING planted-4711\r\n".to_owned()));
        });
    });
    for turn in 0..3 {
        let error = store.load(&name()).await.unwrap_err().to_string();
        assert!(error.contains("the error LOADING"), "{error}");
        assert_eq!(connections.try_iter().collect::<Vec<_>>(), [turn]);
    }
}

/// Sends the beginning and then the same for ever, to the first question or after the greeting, and
/// tells how much went out.
fn flood(begin: &'static str, again: &'static str, greets: bool) -> (RedisStore, Receiver<usize>) {
    let (done, sent) = channel();
    let store = serve(move |_, stream| {
        let done = done.clone();
        std::thread::spawn(move || {
            let mut stream = stream;
            if greets {
                answer(stream.try_clone().unwrap(), |_| None);
            } else {
                let _ = stream.read(&mut [0; 4096]).unwrap();
            }
            let chunk = again.repeat(64 * 1024 / again.len());
            let mut all = begin.len();
            let mut going = stream.write_all(begin.as_bytes()).is_ok();
            while going && all < 20 * MOST {
                going = stream.write_all(chunk.as_bytes()).is_ok();
                all += chunk.len();
            }
            // Who no longer waits for it has what it looks for.
            let _ = done.send(all);
        });
    });
    (store, sent)
}

#[tokio::test]
async fn an_answer_without_end_costs_neither_memory_nor_time() {
    for (begin, again) in [
        ("+", "planted-4711"),
        ("$2000000000\r\n", "planted-4711"),
        ("*2000000000\r\n", "_\r\n"),
        ("*2000000000\r\n", "*2000000000\r\n"),
        ("", "+OK\r\n"),
        (">2000000000\r\n", "$12\r\nplanted-4711\r\n"),
    ] {
        for greets in [false, true] {
            let (store, sent) = flood(begin, again, greets);
            let started = Instant::now();
            let outcome = store.load(&name()).await;
            let took = started.elapsed();
            assert!(took < Duration::from_secs(5), "{begin:?}: {took:?}");
            let error = outcome.unwrap_err();
            let text = format!("{error} {error:?}");
            assert!(!text.contains("planted"), "{text}");
            drop(store);
            // The runtime goes on meanwhile, and ends what the store has left behind.
            let waiting = move || sent.recv_timeout(Duration::from_secs(10));
            let all = tokio::task::spawn_blocking(waiting).await.unwrap().unwrap();
            assert!(all < MOST, "{begin:?} {again:?}: {all} bytes");
        }
    }
}
