//! A thousand streams of events at once, in a process of their own.

#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

mod crowd;
mod process;

use opentact_sandbox::{Sandbox, SandboxBuilder};
use opentact_tests::watched;

use crowd::{Crowd, STREAMS, STREAMS_EACH, USERS};

/// How many events each user is sent, on each of two connections.
const EVENTS: usize = 8;
/// What a stream may cost with the sandbox's side of its connection, in KiB of resident memory.
const MOST_KIB: u64 = 128;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_streams_each_hear_their_own_events_in_order() {
    process::allow_files(3 * u64::try_from(STREAMS).unwrap());
    let users = (0..USERS).map(crowd::seed);
    let builder = users.fold(Sandbox::builder().control(), SandboxBuilder::user);
    let (builder, _watch) = watched(builder);
    let sandbox = builder.start().await.unwrap();
    let connections = format!("{}/connections", sandbox.control_url().unwrap());
    let online = async || {
        let answer = reqwest::get(&connections).await.unwrap();
        let connections: serde_json::Value = answer.json().await.unwrap();
        connections["payload"].as_array().unwrap().len()
    };
    let clients = crowd::clients(&sandbox).await;
    let before = process::resident_kib();

    let mut crowd = Crowd::of(&clients);
    crowd.connect().await;
    assert_eq!(online().await, STREAMS);
    let after = process::resident_kib();
    if let (Some(before), Some(after)) = (before, after) {
        let each = after.saturating_sub(before) / u64::try_from(STREAMS).unwrap();
        println!("resident: {before} KiB without streams, {after} KiB with {STREAMS}: {each} each");
        assert!(each <= MOST_KIB, "{each} KiB each");
    }

    for round in 0..2 {
        for number in 0..EVENTS {
            for user in 0..USERS {
                let event = crowd::event(user, round * EVENTS + number);
                let sent = sandbox.send_event(&crowd::email(user), &event).await;
                assert_eq!(sent.unwrap(), STREAMS_EACH);
            }
        }
        if round == 0 {
            // Whoever had heard anything else would say that first.
            assert_eq!(sandbox.end_connections(Some(1012)).unwrap(), STREAMS);
        }
        crowd
            .each(|mut listener| async move {
                listener.hears(round * EVENTS..(round + 1) * EVENTS).await;
                if round == 0 {
                    listener.is_closed(1012).await;
                    listener.connects(1).await;
                }
                listener
            })
            .await;
        assert_eq!(online().await, STREAMS);
    }

    crowd.close().await;
    while online().await > 0 {
        tokio::task::yield_now().await;
    }
}
