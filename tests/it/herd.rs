//! Many callers at one expired session, counted by the server.

use std::time::Duration;

use opentact::{Credential, ErrorKind, ManualClock};
use opentact_tests::{EMAIL, PASSWORD, World};

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
