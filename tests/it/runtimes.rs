//! One client in several runtimes.

use opentact::{Client, Credential};
use opentact_tests::{EMAIL, Gate, PASSWORD, Peer, Step, World, json};
use tokio::runtime::{Builder, Runtime};

fn single() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

#[test]
fn a_client_serves_one_runtime_after_the_other_with_one_session() {
    let server = Runtime::new().unwrap();
    let world = server.block_on(World::start());
    let client = world.client(Credential::basic(EMAIL, PASSWORD));
    for _ in 0..3 {
        // Each ends with the connections that it made.
        single().block_on(async {
            client.tokens().create("x").await.unwrap();
            client.tokens().list().await.unwrap();
        });
        client.tokens().list().send_blocking().unwrap();
    }
    assert_eq!(world.sandbox.stats().logins, 1);
}

#[test]
fn a_client_serves_two_runtimes_at_the_same_time() {
    let server = Runtime::new().unwrap();
    let world = server.block_on(World::start());
    let client = world.client(Credential::basic(EMAIL, PASSWORD));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                single().block_on(async {
                    for _ in 0..50 {
                        client.tokens().list().await.unwrap();
                    }
                });
            });
        }
    });
}

#[test]
fn a_login_whose_runtime_ends_is_made_once_more_for_those_who_wait() {
    let server = Runtime::new().unwrap();
    let gate = Gate::new();
    let user = r#"{"success":true,"payload":{"token":"made.up.jwt"}}"#;
    let list = r#"{"success":true,"payload":[]}"#;
    let says = |body| vec![Step::Hear, Step::say(json("200 OK", body))];
    let slow = vec![Step::Hear, Step::Wait(gate.clone())];
    let peer = server.block_on(Peer::playing([slow, says(user), says(list)]));
    let client = Client::builder(Credential::basic(EMAIL, PASSWORD))
        .base_url(peer.base_url())
        .build()
        .unwrap();

    let first = single();
    let begun = first.spawn(client.tokens().list().into_future());
    first.block_on(gate.reached());
    let second = single();
    let waiting = second.spawn(client.tokens().list().into_future());
    // The second waits for the login of the first.
    second.block_on(async {
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    });
    assert_eq!(peer.requests().len(), 1);
    drop((begun, first));
    second.block_on(waiting).unwrap().unwrap();
    assert_eq!(peer.requests().len(), 3);
}
