//! Who is sent which event: those who asked for it, once, in order, and nobody else.

use std::time::Duration;

use opentact_sandbox::{Error, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

use super::peer::{Peer, Seen, ann_who_listens, call_state, subscribe};
use crate::world::{ANN, ANN_PASSWORD, BOB, BOB_PASSWORD, World, send};

/// What a connection has been sent, which is closed for it.
async fn received(world: &World, peer: Peer) -> Vec<Value> {
    world.sandbox.end_connections(Some(4000)).unwrap();
    let mut rest = peer.rest().await;
    assert_eq!(rest.pop(), Some(Seen::Closed(4000)));
    let events = rest.into_iter().map(|seen| match seen {
        Seen::Event(event) => event,
        other => panic!("{other:?}"),
    });
    events.collect()
}

#[tokio::test]
async fn events_come_once_and_in_order() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    // Twice the same: still one event.
    subscribe(&world, &jwt, json!({})).await;
    subscribe(&world, &jwt, json!({})).await;
    let (peer, other) = (
        Peer::with(&world, &jwt).await,
        Peer::with(&world, &jwt).await,
    );
    let sent: Vec<_> = (0..200).map(call_state).collect();
    for event in &sent {
        assert_eq!(world.sandbox.send_event(ANN, event).await.unwrap(), 2);
    }
    let counts: Vec<_> = world
        .sandbox
        .connections()
        .iter()
        .map(|it| it.events)
        .collect();
    assert_eq!(counts, [200, 200]);
    let stats = world.sandbox.stats();
    assert_eq!((stats.event_connections, stats.events), (2, 400));
    assert_eq!(received(&world, peer).await, sent);
    assert_eq!(received(&world, other).await, sent);
    assert_eq!(world.sandbox.stats().event_connections, 0);
}

#[tokio::test]
async fn nobody_is_sent_the_events_of_another_account() {
    let world = World::new().await;
    let ann = ann_who_listens(&world).await;
    let jwt = world.jwt(BOB, BOB_PASSWORD).await;
    subscribe(&world, &jwt, json!({})).await;
    let bob = Peer::with(&world, &jwt).await;
    assert_eq!(
        world.sandbox.send_event(ANN, &call_state(1)).await.unwrap(),
        1
    );
    assert_eq!(
        world.sandbox.send_event(BOB, &call_state(2)).await.unwrap(),
        1
    );
    world.sandbox.end_connections(Some(4000)).unwrap();
    let seen = |number| [Seen::Event(call_state(number)), Seen::Closed(4000)];
    assert_eq!(ann.rest().await, seen(1));
    assert_eq!(bob.rest().await, seen(2));
}

/// A sandbox in which Bob belongs to Ann's account.
async fn one_account() -> (World, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(Sandbox::builder().data_file(&file)).await;
    world.sandbox.shutdown().await;
    let join = "UPDATE users SET account = (SELECT account FROM users WHERE email = ?1)";
    let stored = rusqlite::Connection::open(&file).unwrap();
    assert_eq!(stored.execute(join, [ANN]).unwrap(), 2);
    drop(stored);
    (
        World::with(Sandbox::builder().data_file(&file)).await,
        folder,
    )
}

#[tokio::test]
async fn each_user_of_an_account_hears_of_it_by_subscriptions_of_their_own() {
    let (world, _folder) = one_account().await;
    let (ann, bob) = (
        world.jwt(ANN, ANN_PASSWORD).await,
        world.jwt(BOB, BOB_PASSWORD).await,
    );
    subscribe(&world, &ann, json!({ "type": "sms" })).await;
    subscribe(&world, &ann, json!({})).await;
    subscribe(&world, &bob, json!({})).await;
    subscribe(&world, &bob, json!({ "type": "auth" })).await;
    let bobs = Peer::with(&world, &bob).await;
    let anns = Peer::with(&world, &ann).await;
    let sms = json!({ "type": "sms" });
    for (user, event, count) in [
        (ANN, call_state(1), 2),
        (BOB, call_state(2), 2),
        (BOB, sms.clone(), 1),
    ] {
        let sent = world.sandbox.send_event(user, &event).await.unwrap();
        assert_eq!(sent, count, "{event}");
    }
    let events = received(&world, anns).await;
    assert_eq!(events, [call_state(1), call_state(2), sms]);
    let mut rest = bobs.rest().await;
    let Seen::Event(auth) = rest.remove(0) else {
        panic!("{rest:?}")
    };
    assert_eq!(auth["payload"]["user"]["email"], ANN);
    let expected = [call_state(1), call_state(2)].map(Seen::Event);
    assert_eq!(rest[..2], expected);
    assert_eq!(rest[2..], [Seen::Closed(4000)]);
}

#[tokio::test]
async fn all_hear_what_is_sent_at_the_same_time_in_the_same_order() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    subscribe(&world, &jwt, json!({})).await;
    let mut peers = Vec::new();
    for _ in 0..3 {
        peers.push(Peer::with(&world, &jwt).await);
    }
    let event = |sender: usize, number: usize| json!({ "type": "call_state", "payload": { "from": sender.to_string(), "duration": number } });
    let send = async |sender: usize| {
        for number in 0..40 {
            let event = event(sender, number);
            assert_eq!(world.sandbox.send_event(ANN, &event).await.unwrap(), 3);
        }
    };
    futures_util::future::join_all((0..6).map(send)).await;
    world.sandbox.end_connections(Some(4000)).unwrap();
    let mut all = Vec::new();
    for peer in peers {
        all.push(peer.rest().await);
    }
    assert!(all.iter().all(|it| *it == all[0]));
    assert_eq!(all[0].len(), 241);
    for sender in 0..6 {
        let own: Vec<_> = (0..40)
            .map(|number| Seen::Event(event(sender, number)))
            .collect();
        let heard = all[0].iter().filter(|it| own.contains(it)).cloned();
        assert_eq!(heard.collect::<Vec<_>>(), own);
    }
}

#[tokio::test]
async fn only_a_subscription_in_force_for_the_type_counts() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let peer = Peer::with(&world, &jwt).await;
    let sent = async || world.sandbox.send_event(ANN, &call_state(1)).await.unwrap();
    assert_eq!(sent().await, 0, "without any subscription");
    subscribe(&world, &jwt, json!({ "type": "sms" })).await;
    assert_eq!(sent().await, 0, "of another type");
    subscribe(&world, &jwt, json!({ "channel": "webhook" })).await;
    assert_eq!(sent().await, 0, "of another channel");
    subscribe(&world, &jwt, json!({ "is_active": false })).await;
    assert_eq!(sent().await, 0, "inactive");
    subscribe(
        &world,
        &jwt,
        json!({ "expired_on": "2020-01-01T00:00:00Z" }),
    )
    .await;
    assert_eq!(sent().await, 0, "expired");
    let soon = world.sandbox.clock().now() + Duration::from_secs(60);
    subscribe(&world, &jwt, json!({ "expired_on": soon })).await;
    assert_eq!(sent().await, 1);
    world.sandbox.clock().advance(Duration::from_secs(61));
    assert_eq!(sent().await, 0, "expired meanwhile");
    let uuid = subscribe(&world, &jwt, json!({})).await;
    assert_eq!(sent().await, 1);
    let path = format!("/rest/event/subscription/{uuid}");
    let delete = world
        .request(Method::DELETE, &path)
        .header("X-Auth-Token", &jwt);
    assert_eq!(send(delete).await.0, 200);
    assert_eq!(sent().await, 0, "deleted");
    assert_eq!(received(&world, peer).await, [call_state(1), call_state(1)]);
}

#[tokio::test]
async fn what_is_sent_while_nobody_listens_is_lost() {
    let world = World::new().await;
    let first = ann_who_listens(&world).await;
    drop(first);
    while !world.sandbox.connections().is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(
        world.sandbox.send_event(ANN, &call_state(1)).await.unwrap(),
        0
    );
    let waiting = Peer::connect(&world).await;
    let second = Peer::ann(&world).await;
    assert_eq!(
        world.sandbox.send_event(ANN, &call_state(2)).await.unwrap(),
        1
    );
    assert_eq!(received(&world, second).await, [call_state(2)]);
    drop(waiting);
}

#[tokio::test]
async fn an_event_is_an_object_with_a_type() {
    let world = World::new().await;
    for event in [
        json!(null),
        json!([]),
        json!("sms"),
        json!({}),
        json!({ "type": 1 }),
    ] {
        let refused = world.sandbox.send_event(ANN, &event).await;
        assert!(matches!(refused, Err(Error::Event { .. })), "{event}");
    }
    let unknown = world
        .sandbox
        .send_event("eve@example.com", &call_state(1))
        .await;
    assert!(matches!(unknown, Err(Error::UnknownUser { .. })));
}

#[tokio::test]
async fn what_a_client_says_after_its_credential_is_ignored_and_pings_are_answered() {
    use futures_util::{SinkExt, StreamExt};
    use tokio_tungstenite::tungstenite::Message;
    let world = World::with(Sandbox::builder()).await;
    let mut peer = ann_who_listens(&world).await;
    peer.say(r#"{"type":"auth","payload":"something else"}"#)
        .await;
    peer.say("hello").await;
    peer.0.send(Message::binary(vec![1, 2, 3])).await.unwrap();
    peer.0.send(Message::Ping("made up".into())).await.unwrap();
    let pong = peer.0.next().await.unwrap().unwrap();
    assert_eq!(pong, Message::Pong("made up".into()));
    assert_eq!(
        world.sandbox.send_event(ANN, &call_state(1)).await.unwrap(),
        1
    );
    assert_eq!(received(&world, peer).await, [call_state(1)]);
}
