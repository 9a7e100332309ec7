//! What a fault does to an event on its way to a connection.

use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use opentact_sandbox::{Fault, FaultRecord};
use tokio_tungstenite::tungstenite::Message;

use super::peer::{Peer, Seen, ann_who_listens, call_state};
use crate::world::{ANN, World};

fn add(world: &World, fault: Fault) -> FaultRecord {
    world.sandbox.faults().add(fault.on_delivery()).unwrap()
}

async fn send(world: &World, number: usize) -> usize {
    let event = call_state(number);
    world.sandbox.send_event(ANN, &event).await.unwrap()
}

#[tokio::test]
async fn each_action_as_the_client_meets_it() {
    let event = |number| Seen::Event(call_state(number));
    let world = World::new().await;
    for (fault, expected) in [
        (Fault::close_before(), vec![event(0), Seen::Cut]),
        (Fault::close_after(), vec![event(0), event(1), Seen::Cut]),
        (Fault::close_midway(), vec![event(0), Seen::Cut]),
        (Fault::close(1013), vec![event(0), Seen::Closed(1013)]),
        (
            Fault::truncate(),
            vec![event(0), Seen::Garbage, event(2), Seen::Closed(4000)],
        ),
        (
            Fault::delay(Duration::from_secs(60)),
            vec![event(0), event(1), event(2), Seen::Closed(4000)],
        ),
    ] {
        let peer = ann_who_listens(&world).await;
        assert_eq!(send(&world, 0).await, 1);
        let fault = add(&world, fault);
        assert_eq!(send(&world, 1).await, 1);
        // Whether the fault or the owner comes first, both have what was on its way before.
        send(&world, 2).await;
        world.sandbox.end_connections(Some(4000)).unwrap();
        assert_eq!(peer.rest().await, expected, "{fault:?}");
        assert_eq!(world.sandbox.faults().get(fault.id).unwrap().met, 1);
    }
    let mut peer = ann_who_listens(&world).await;
    add(&world, Fault::garbage());
    send(&world, 0).await;
    assert_eq!(peer.next().await, Seen::Garbage);
    assert_eq!(world.sandbox.stats().faults, 7);
}

#[tokio::test]
async fn a_fault_ends_a_live_connection_by_itself() {
    let world = World::new().await;
    for (fault, expected) in [
        (Fault::close_before(), vec![Seen::Cut]),
        (
            Fault::close_after(),
            vec![Seen::Event(call_state(0)), Seen::Cut],
        ),
        (Fault::close_midway(), vec![Seen::Cut]),
        (Fault::close(4999), vec![Seen::Closed(4999)]),
    ] {
        let peer = ann_who_listens(&world).await;
        let fault = add(&world, fault);
        send(&world, 0).await;
        assert_eq!(peer.rest().await, expected, "{fault:?}");
    }
}

#[tokio::test]
async fn a_late_event_is_late_and_whole_and_those_behind_it_wait() {
    let world = World::new().await;
    let mut peer = ann_who_listens(&world).await;
    let delay = Duration::from_millis(50);
    add(&world, Fault::delay(delay));
    let since = Instant::now();
    for number in 0..3 {
        send(&world, number).await;
    }
    for number in 0..3 {
        assert_eq!(peer.next().await, Seen::Event(call_state(number)));
        assert!(since.elapsed() >= delay);
    }
}

#[tokio::test]
async fn nothing_comes_of_a_stalled_connection_until_the_fault_is_removed() {
    let world = World::new().await;
    let mut peer = ann_who_listens(&world).await;
    send(&world, 0).await;
    let fault = add(&world, Fault::stall());
    for number in 1..4 {
        assert_eq!(send(&world, number).await, 1);
    }
    assert_eq!(peer.next().await, Seen::Event(call_state(0)));
    peer.0.send(Message::Ping("there?".into())).await.unwrap();
    // Whoever would answer the ping has had time for it.
    let mut other = ann_who_listens(&world).await;
    send(&world, 4).await;
    assert_eq!(other.next().await, Seen::Event(call_state(4)));
    assert!(world.sandbox.faults().remove(fault.id));
    let next = peer.0.next().await;
    assert!(!matches!(next, Some(Ok(_))), "{next:?}");
}

#[tokio::test]
async fn a_stalled_connection_ends_as_any_other() {
    let world = World::new().await;
    add(&world, Fault::stall().next(10));
    for code in [4000, 4401] {
        let peer = ann_who_listens(&world).await;
        send(&world, 0).await;
        send(&world, 1).await;
        if code == 4401 {
            world.sandbox.expire_sessions(ANN).await.unwrap();
        } else {
            assert_eq!(world.sandbox.end_connections(Some(code)).unwrap(), 1);
        }
        assert_eq!(peer.rest().await, [Seen::Closed(code)]);
    }
}

#[tokio::test]
async fn next_counts_deliveries_over_connections_the_oldest_first() {
    let world = World::new().await;
    let (first, second) = (ann_who_listens(&world).await, ann_who_listens(&world).await);
    let mut third = ann_who_listens(&world).await;
    let fault = add(&world, Fault::close(1013).next(2));
    assert_eq!(send(&world, 0).await, 3);
    assert_eq!(first.rest().await, [Seen::Closed(1013)]);
    assert_eq!(second.rest().await, [Seen::Closed(1013)]);
    assert_eq!(third.next().await, Seen::Event(call_state(0)));
    assert_eq!(world.sandbox.faults().get(fault.id).unwrap().met, 2);
    assert_eq!(world.sandbox.stats().events, 3);
}

#[tokio::test]
async fn the_same_seed_meets_the_same_deliveries() {
    let met = async |seed: u32| {
        let world = World::new().await;
        let peer = ann_who_listens(&world).await;
        add(&world, Fault::truncate().probability(0.5).seed(seed));
        for number in 0..16 {
            send(&world, number).await;
        }
        world.sandbox.end_connections(Some(4000)).unwrap();
        let seen = peer.rest().await;
        assert_eq!(seen.len(), 17);
        let met = seen.iter().map(|it| *it == Seen::Garbage);
        met.collect::<Vec<_>>()
    };
    let first = met(7).await;
    assert_eq!(met(7).await, first);
    assert_ne!(met(8).await, first);
}

#[tokio::test]
async fn a_fault_for_all_requests_or_for_the_handshake_is_none_for_deliveries() {
    let world = World::new().await;
    let mut peer: Peer = ann_who_listens(&world).await;
    let faults = world.sandbox.faults();
    faults.add(Fault::close_before().probability(1.0)).unwrap();
    let on_events = Fault::garbage().on_events().probability(1.0);
    faults.add(on_events).unwrap();
    send(&world, 0).await;
    assert_eq!(peer.next().await, Seen::Event(call_state(0)));
    assert_eq!(world.sandbox.stats().faults, 0);
}
