//! What a fault does to the answer to a credential.

use std::time::{Duration, Instant};

use opentact_sandbox::Fault;

use super::peer::{Peer, Seen};
use crate::world::{ANN, ANN_PASSWORD, World};

/// What a client sees that connects with a good credential.
async fn seen(world: &World) -> Vec<Seen> {
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let mut peer = Peer::connect(world).await;
    let first = peer.authenticate(&jwt).await;
    if matches!(first, Seen::Closed(_) | Seen::Cut) {
        return vec![first];
    }
    world.sandbox.end_connections(Some(4000)).unwrap();
    let mut all = vec![first];
    all.extend(peer.rest().await);
    all
}

#[tokio::test]
async fn each_action_as_the_client_meets_it() {
    let world = World::new().await;
    for (fault, expected) in [
        (Fault::close_after(), vec![Seen::Cut]),
        (Fault::close_midway(), vec![Seen::Cut]),
        (Fault::close(1013), vec![Seen::Closed(1013)]),
        (Fault::close(4999), vec![Seen::Closed(4999)]),
        (Fault::truncate(), vec![Seen::Garbage, Seen::Closed(4000)]),
    ] {
        let fault = world.sandbox.faults().add(fault.on_events()).unwrap();
        assert_eq!(seen(&world).await, expected, "{fault:?}");
        assert_eq!(world.sandbox.faults().get(fault.id).unwrap().met, 1);
    }
    world
        .sandbox
        .faults()
        .add(Fault::garbage().on_events())
        .unwrap();
    assert_eq!(seen(&world).await[0], Seen::Garbage);
    assert!(matches!(
        seen(&world).await[..],
        [Seen::Event(_), Seen::Closed(4000)]
    ));
    assert_eq!(world.sandbox.stats().faults, 6);
}

#[tokio::test]
async fn a_late_answer_is_late_and_whole() {
    let world = World::new().await;
    let delay = Duration::from_millis(50);
    world
        .sandbox
        .faults()
        .add(Fault::delay(delay).on_events())
        .unwrap();
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let mut peer = Peer::connect(&world).await;
    let since = Instant::now();
    assert!(matches!(peer.authenticate(&jwt).await, Seen::Event(_)));
    assert!(since.elapsed() >= delay);
}

#[tokio::test]
async fn a_stall_lasts_until_the_fault_is_removed_or_the_client_leaves() {
    let world = World::new().await;
    let fault = world
        .sandbox
        .faults()
        .add(Fault::stall().on_events().next(2))
        .unwrap();
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let message = serde_json::json!({ "type": "auth", "payload": jwt }).to_string();
    let (mut stays, mut leaves) = (Peer::connect(&world).await, Peer::connect(&world).await);
    stays.say(&message).await;
    leaves.say(&message).await;
    leaves.0.close(None).await.unwrap();
    assert_eq!(leaves.rest().await, [Seen::Closed(1005)]);
    // Nothing was done: the credential is not even looked at.
    assert_eq!(world.sandbox.connections(), []);
    world.sandbox.faults().remove(fault.id);
    assert_eq!(stays.rest().await, [Seen::Cut]);
}

#[tokio::test]
async fn the_same_seed_meets_the_same_connections_and_next_counts_them() {
    let met = async |seed: u32| {
        let world = World::new().await;
        let fault = Fault::close(1013).on_events().probability(0.5).seed(seed);
        world.sandbox.faults().add(fault).unwrap();
        let jwt = world.jwt(ANN, ANN_PASSWORD).await;
        let mut met = Vec::new();
        for _ in 0..16 {
            let mut peer = Peer::connect(&world).await;
            met.push(peer.authenticate(&jwt).await == Seen::Closed(1013));
        }
        met
    };
    let first = met(7).await;
    assert_eq!(met(7).await, first);
    assert_ne!(met(8).await, first);

    let world = World::new().await;
    world
        .sandbox
        .faults()
        .add(Fault::close(1013).on_events().next(2))
        .unwrap();
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    for refused in [true, true, false] {
        let mut peer = Peer::connect(&world).await;
        let seen = peer.authenticate(&jwt).await;
        assert_eq!(seen == Seen::Closed(1013), refused, "{seen:?}");
    }
}
