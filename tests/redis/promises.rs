//! The store in Redis, held to what every store promises and to what it promises alone.

use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

use opentact::Credential;
use opentact::session_store::{SessionName, SessionStore, StoreError, StoredSession};
use opentact_session_stores::{RedisStore, SealKey};
use opentact_tests::{Doors, RedisServer};

const HOUR: Duration = Duration::from_secs(3600);

fn name() -> SessionName {
    let credential = Credential::basic("me@example.com", "made up");
    SessionName::new("https://api.opentact.org", &credential)
}

fn session() -> StoredSession {
    StoredSession::new("planted-4711").lasting(HOUR, HOUR)
}

async fn loaded(store: &RedisStore) -> Option<String> {
    let session = store.load(&name()).await.unwrap();
    session.map(|it| it.jwt().expose().to_owned())
}

/// All that can be seen of an error.
fn shown(error: &StoreError) -> String {
    assert!(error.source().is_none());
    format!("{error} {error:?}")
}

#[tokio::test]
async fn redis_keeps_the_promises_plain_and_sealed() {
    for key in [None, Some(SealKey::new([7; 32]))] {
        let server = RedisServer::start();
        let open = || {
            let store = RedisStore::new(server.url()).unwrap();
            match &key {
                Some(key) => store.sealed_by(key.clone()),
                None => store,
            }
        };
        let (first, second) = (open(), open());
        let doors = Doors(&first, &second);
        doors.keep_sessions().await;
        doors.give_one_right_at_a_time().await;
        doors.end_rights_with_their_lease().await;
    }
}

#[tokio::test]
async fn everything_expires_and_is_under_the_prefix() {
    let server = RedisServer::start();
    for prefix in ["opentact:", "calls:"] {
        let store = RedisStore::new(server.url()).unwrap().prefix(prefix);
        store.save(&name(), &session()).await.unwrap();
        let lock = store.try_lock(&name(), HOUR).await.unwrap();
        let keys = server.tell(&format!("KEYS {prefix}*"));
        for what in ["session", "lock"] {
            let key = format!("{prefix}{what}:{}", name().as_str());
            assert!(keys.contains(&key), "{keys}");
            let left = server.tell(&format!("PTTL {key}"));
            let left = left.lines().next().unwrap().trim_start_matches(':');
            let left: u128 = left.parse().unwrap();
            assert!(left > 0 && left <= HOUR.as_millis(), "{left}");
        }
        drop(lock);
    }
}

#[tokio::test]
async fn with_a_key_neither_name_nor_session_is_to_be_read() {
    let server = RedisServer::start();
    let store = RedisStore::new(server.url()).unwrap();
    let sealed = store.clone().sealed_by(SealKey::new([7; 32]));
    sealed.save(&name(), &session()).await.unwrap();
    let keys = server.tell("KEYS *");
    assert!(keys.contains("opentact:session:") && !keys.contains(name().as_str()));
    let key = keys
        .lines()
        .find(|line| line.starts_with("opentact:"))
        .unwrap();
    let value = server.tell(&format!("GET {key}"));
    assert!(
        !value.contains("planted") && !value.contains("jwt"),
        "{value}"
    );
    // Neither does who has another key or none read it, nor does that stop a login.
    assert_eq!(loaded(&store).await, None);
    let other = store.clone().sealed_by(SealKey::new([8; 32]));
    assert_eq!(loaded(&other).await, None);
    assert_eq!(loaded(&sealed).await.as_deref(), Some("planted-4711"));
}

#[tokio::test]
async fn what_is_not_ours_is_no_session_and_is_replaced() {
    let server = RedisServer::start();
    let store = RedisStore::new(server.url()).unwrap();
    let key = format!("opentact:session:{}", name().as_str());
    for value in ["garbage", r#"'{"version":2}'"#, r#""\x01\x02""#] {
        assert!(server.tell(&format!("SET {key} {value}")).contains("OK"));
        assert_eq!(loaded(&store).await, None);
        store.save(&name(), &session()).await.unwrap();
        assert_eq!(loaded(&store).await.as_deref(), Some("planted-4711"));
    }
    // A session whose expiry somebody took away grows old all the same.
    server.tell(&format!("PERSIST {key}"));
    let kept = store.load(&name()).await.unwrap().unwrap();
    assert!(kept.left().is_some_and(|left| left <= HOUR));
    // A key of another type is an error, and the server's words are not repeated.
    server.tell(&format!("DEL {key}"));
    server.tell(&format!("LPUSH {key} planted-4711"));
    let error = store.load(&name()).await.unwrap_err();
    assert!(shown(&error).contains("answered with the error"), "{error}");
}

#[tokio::test]
async fn a_redis_that_comes_back_is_used_again_by_the_first_command() {
    let mut server = RedisServer::start();
    let store = RedisStore::new(server.url()).unwrap();
    store.save(&name(), &session()).await.unwrap();
    server.restart();
    assert_eq!(loaded(&store).await, None);
    store.save(&name(), &session()).await.unwrap();

    server.kill();
    for _ in 0..2 {
        let error = store.load(&name()).await.unwrap_err();
        let expected = format!(
            "Redis at {} cannot be reached; check that it runs there",
            server.url()
        );
        assert_eq!(error.to_string(), expected);
    }
    server.restart();
    assert_eq!(loaded(&store).await, None);
    let lock = store.try_lock(&name(), HOUR).await.unwrap();
    server.restart();
    lock.unwrap().release().await;
    assert!(store.try_lock(&name(), HOUR).await.unwrap().is_some());
}

#[tokio::test]
async fn a_redis_that_says_nothing_costs_seconds_and_not_the_call() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let store = RedisStore::new(format!("redis://:planted-4711@{address}")).unwrap();
    let started = Instant::now();
    let error = store.load(&name()).await.unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(5));
    let expected = format!("Redis at redis://{address} did not answer in time");
    assert_eq!(error.to_string(), expected);
    shown(&error);
}

#[tokio::test]
async fn what_is_no_redis_is_not_quoted() {
    for (answer, expected) in [
        ("-planted-4711 it says\r\n", "what was not expected"),
        ("-ERR unknown command planted-4711\r\n", "the error ERR"),
        ("+planted-4711\r\n", "what was not expected"),
        ("HTTP/1.1 400 planted-4711\r\n\r\n", "Redis at"),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("redis://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let mut stream = listener.accept().unwrap().0;
            let mut question = [0; 4096];
            while let Ok(length) = stream.read(&mut question)
                && length > 0
            {
                let commands = question[..length].iter().filter(|byte| **byte == b'*');
                let sent = stream.write_all(answer.repeat(commands.count()).as_bytes());
                drop(sent);
            }
        });
        let store = RedisStore::new(url).unwrap();
        let error = store.load(&name()).await.unwrap_err();
        let text = shown(&error);
        assert!(!text.contains("planted"), "{text}");
        assert!(text.contains(expected), "{text}");
    }
}

#[tokio::test]
async fn no_secret_is_in_what_redis_complains_about() {
    let protected = RedisServer::start_with(&["--requirepass", "right"]);
    let renamed = RedisServer::start_with(&[
        "--rename-command",
        "SET",
        "",
        "--rename-command",
        "AUTH",
        "",
    ]);
    let with =
        |server: &RedisServer, user: &str| format!("redis://{user}127.0.0.1:{}", server.port());
    for (url, word) in [
        (with(&protected, ":planted-4711@"), "user name and password"),
        (
            with(&protected, "planted-4711:planted-4711@"),
            "user name and password",
        ),
        (with(&protected, ""), "user name and password"),
        // It would repeat what it was sent: the session, or the password.
        (with(&renamed, ""), "error"),
        (with(&renamed, ":planted-4711@"), "user name and password"),
    ] {
        let store = RedisStore::new(url).unwrap();
        let error = store.save(&name(), &session()).await.unwrap_err();
        let text = format!("{} {store:?}", shown(&error));
        assert!(text.contains(word), "{word}: {text}");
        assert!(!text.contains("planted"), "{text}");
    }
    let store = RedisStore::new(with(&protected, ":right@")).unwrap();
    store.save(&name(), &session()).await.unwrap();
}

/// Whoever stops waiting for the answer may hold the lock all the same, and has to give it back.
#[tokio::test]
async fn a_lock_that_nobody_waited_for_is_given_back() {
    let server = RedisServer::start();
    let store = RedisStore::new(server.url()).unwrap();
    assert!(store.load(&name()).await.unwrap().is_none());
    for turns in 0..20 {
        let impatient = async {
            for _ in 0..turns {
                tokio::task::yield_now().await;
            }
        };
        let name = name();
        tokio::select! {
            biased;
            taken = store.try_lock(&name, HOUR) => {
                taken.unwrap().unwrap().release().await;
            }
            () = impatient => {}
        }
        let lock = tokio::time::timeout(Duration::from_secs(10), async {
            loop {
                if let Some(lock) = store.try_lock(&name, HOUR).await.unwrap() {
                    return lock;
                }
            }
        });
        lock.await.unwrap().release().await;
    }
}
