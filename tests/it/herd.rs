//! Many callers at one expired session, counted by the server.

use std::sync::Arc;
use std::time::Duration;

use opentact::session_store::MemoryStore;
use opentact::{Client, Credential, ErrorKind, ManualClock};
use opentact_tests::{EMAIL, Gate, PASSWORD, Peer, Step, World, json};

const CALLERS: usize = 1_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_callers_at_a_session_that_the_server_ended_make_one_login() {
    let world = World::start().await;
    let client = world.ann();
    client.whoami().await.unwrap();
    assert_eq!(world.sandbox.stats().logins, 1);
    world.sandbox.clock().advance(Duration::from_secs(86_400));

    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.tokens().list().await })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap().unwrap();
    }
    assert_eq!(world.sandbox.stats().logins, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_callers_at_a_session_that_is_about_to_end_make_one_login() {
    let world = World::start().await;
    let clock = ManualClock::new();
    let builder = world.builder(Credential::basic(EMAIL, PASSWORD));
    let client = builder.clock(clock.clone()).build().unwrap();
    client.whoami().await.unwrap();
    clock.advance(Duration::from_secs(86_400));

    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.tokens().list().await })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap().unwrap();
    }
    assert_eq!(world.sandbox.stats().logins, 2);
    assert_eq!(world.sandbox.stats().refused, 0);
}

#[tokio::test]
async fn callers_that_wait_for_a_refused_login_share_its_failure() {
    let world = World::start().await;
    let client = world.client(Credential::basic(EMAIL, "not the password"));
    let callers: Vec<_> = (0..100)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.tokens().list().await })
        })
        .collect();
    for caller in callers {
        let error = caller.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
    }
    // On one thread all callers queue before the first login can end.
    assert_eq!(world.sandbox.stats().requests, 1);
}

/// A peer whose login waits at the gate, and the settings of a client for it.
async fn at_a_slow_login() -> (Peer, Gate, opentact::ClientBuilder) {
    let gate = Gate::new();
    let user = r#"{"success":true,"payload":{"token":"made.up.jwt"}}"#;
    let list = r#"{"success":true,"payload":[]}"#;
    let peer = Peer::playing([
        vec![
            Step::Hear,
            Step::Wait(gate.clone()),
            Step::say(json("200 OK", user)),
        ],
        vec![Step::Hear, Step::say(json("200 OK", list))],
    ])
    .await;
    let builder = Client::builder(Credential::basic(EMAIL, PASSWORD)).base_url(peer.base_url());
    (peer, gate, builder)
}

async fn yield_often() {
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn callers_with_less_time_than_a_login_takes_make_one_login() {
    let (peer, gate, builder) = at_a_slow_login().await;
    let client = builder.build().unwrap();
    for _ in 0..400 {
        let call = client.tokens().list().into_future();
        let left = tokio::time::timeout(Duration::ZERO, call).await;
        assert!(left.is_err());
        yield_often().await;
    }
    gate.reached().await;
    gate.open();
    client.tokens().list().await.unwrap();
    assert_eq!(peer.requests().len(), 2);
}

#[tokio::test]
async fn a_client_whose_requests_all_have_too_little_time_gets_its_login() {
    let (peer, gate, builder) = at_a_slow_login().await;
    let clock = ManualClock::new();
    let second = Duration::from_secs(1);
    let client = builder
        .clock(clock.clone())
        .timeout(second)
        .build()
        .unwrap();
    for _ in 0..3 {
        let call = tokio::spawn(client.tokens().list().into_future());
        yield_often().await;
        clock.advance(second);
        let error = call.await.unwrap().unwrap_err();
        assert!(error.is_timeout() && error.is_login(), "{error}");
    }
    gate.reached().await;
    gate.open();
    while !client.session().unwrap().is_active {
        tokio::task::yield_now().await;
    }
    client.tokens().list().await.unwrap();
    assert_eq!(peer.requests().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn callers_that_block_and_have_less_time_than_a_login_takes_make_one_login() {
    let (peer, gate, builder) = at_a_slow_login().await;
    let client = builder.build().unwrap();
    let call = {
        let client = client.clone();
        move || {
            for _ in 0..5 {
                let call = client.tokens().list().timeout(Duration::from_millis(1));
                assert!(call.send_blocking().unwrap_err().is_timeout());
            }
        }
    };
    tokio::task::spawn_blocking(call).await.unwrap();
    gate.reached().await;
    gate.open();
    let call = move || client.tokens().list().send_blocking();
    tokio::task::spawn_blocking(call).await.unwrap().unwrap();
    assert_eq!(peer.requests().len(), 2);
}

#[tokio::test]
async fn a_login_ends_with_the_last_clone_of_its_client() {
    let (_peer, gate, builder) = at_a_slow_login().await;
    let store = Arc::new(MemoryStore::new());
    let client = builder.session_store(Arc::clone(&store)).build().unwrap();
    let call = tokio::spawn(client.tokens().list().into_future());
    gate.reached().await;
    call.abort();
    assert!(call.await.is_err());
    assert!(Arc::strong_count(&store) > 1);
    drop(client);
    let ended = async {
        while Arc::strong_count(&store) > 1 {
            tokio::task::yield_now().await;
        }
    };
    let ended = tokio::time::timeout(Duration::from_secs(10), ended).await;
    assert!(ended.is_ok(), "the login goes on");
}
