//! A connection ends as soon as its credential does.

use std::time::Duration;

use opentact_sandbox::{Sandbox, UserSeed};
use reqwest::Method;
use serde_json::json;

use super::peer::{Peer, Seen, ann_who_listens, call_state, subscribe};
use crate::world::{ANN, ANN_PASSWORD, World, send};

/// A token of Ann as the API made it, and a connection that was opened with it.
async fn by_token(world: &World) -> (String, String, Peer) {
    let token = world.token_of_ann(json!({ "name": "ci", "ttl": 60 })).await;
    let text = |field: &str| token[field].as_str().unwrap().to_owned();
    let peer = Peer::with(world, &text("token")).await;
    (text("uuid"), text("token"), peer)
}

async fn assert_ends(peer: Peer) {
    assert_eq!(peer.rest().await, [Seen::Closed(4401)]);
}

#[tokio::test]
async fn with_its_token() {
    let world = World::new().await;
    let (_, token, peer) = by_token(&world).await;
    let stays = Peer::ann(&world).await;
    let delete = world
        .by_ann(Method::DELETE, &format!("/rest/token/{token}"))
        .await;
    assert_eq!(send(delete).await.0, 200);
    assert_ends(peer).await;

    let (_, _, peer) = by_token(&world).await;
    let delete = world.by_ann(Method::DELETE, "/rest/token/all").await;
    assert_eq!(send(delete).await.0, 200);
    assert_ends(peer).await;

    let (uuid, _, peer) = by_token(&world).await;
    world.sandbox.expire_token(ANN, &uuid).await.unwrap();
    assert_ends(peer).await;

    let (uuid, _, peer) = by_token(&world).await;
    world.sandbox.delete_token(ANN, &uuid).await.unwrap();
    assert_ends(peer).await;

    assert_eq!(world.sandbox.connections().len(), 1);
    drop(stays);
}

#[tokio::test]
async fn with_the_life_of_its_token_by_the_clock() {
    let world = World::new().await;
    let (_, _, peer) = by_token(&world).await;
    world.sandbox.clock().advance(Duration::from_secs(59));
    assert_eq!(world.sandbox.connections().len(), 1);
    world.sandbox.clock().advance(Duration::from_secs(2));
    assert_ends(peer).await;
}

#[tokio::test]
async fn with_the_life_of_its_token_without_anybody_moving_the_clock() {
    let world = World::new().await;
    let token = world
        .sandbox
        .create_token(ANN, "ci", Some(Duration::from_secs(1)));
    let token = token.await.unwrap().token;
    assert_ends(Peer::with(&world, token.expose()).await).await;
}

#[tokio::test]
async fn not_with_a_life_that_was_made_longer() {
    let world = World::new().await;
    let (uuid, _, peer) = by_token(&world).await;
    let change = world
        .by_ann(Method::PATCH, &format!("/rest/token/{uuid}"))
        .await;
    assert_eq!(send(change.json(&json!({ "ttl": 600 }))).await.0, 200);
    world.sandbox.clock().advance(Duration::from_secs(61));
    assert_eq!(world.sandbox.connections().len(), 1);
    world.sandbox.clock().advance(Duration::from_secs(600));
    assert_ends(peer).await;
}

#[tokio::test]
async fn with_its_session() {
    let world = World::with(Sandbox::builder().jwt_ttl(Duration::from_secs(60))).await;
    let bob = Peer::bob(&world).await;
    let peer = Peer::ann(&world).await;
    world.sandbox.expire_sessions(ANN).await.unwrap();
    assert_ends(peer).await;
    assert_eq!(world.sandbox.connections().len(), 1);
    world.sandbox.expire_all_sessions().await.unwrap();
    assert_ends(bob).await;

    let peer = Peer::ann(&world).await;
    world.sandbox.clock().advance(Duration::from_secs(61));
    assert_ends(peer).await;

    // What the API refuses because it is from the future, does not stay open either.
    let peer = Peer::ann(&world).await;
    world.sandbox.clock().set(chrono::DateTime::UNIX_EPOCH);
    assert_ends(peer).await;
}

#[tokio::test]
async fn with_its_user() {
    let world = World::new().await;
    let peer = Peer::ann(&world).await;
    world.sandbox.disable_user(ANN).await.unwrap();
    assert_ends(peer).await;
    world.sandbox.enable_user(ANN).await.unwrap();
    let (peer, bob) = (Peer::ann(&world).await, Peer::bob(&world).await);
    world.sandbox.delete_user(ANN).await.unwrap();
    assert_ends(peer).await;
    assert_eq!(world.sandbox.connections().len(), 1);
    drop(bob);
}

#[tokio::test]
async fn with_a_reset_which_forgets_what_was_counted() {
    let value = "MadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp";
    let eve = UserSeed::new("eve@example.com", "made up").token("known", value);
    let world = World::with(Sandbox::builder().user(eve)).await;
    let (ann, eve) = (Peer::ann(&world).await, Peer::with(&world, value).await);
    world.sandbox.reset().await.unwrap();
    for peer in [ann, eve] {
        assert_eq!(peer.rest().await, [Seen::Closed(1012)]);
    }
    let stats = world.sandbox.stats();
    assert_eq!((stats.event_connections, stats.events), (0, 0));
    Peer::with(&world, value).await;
}

#[tokio::test]
async fn with_the_sandbox() {
    let world = World::new().await;
    let peer = Peer::ann(&world).await;
    let waiting = Peer::connect(&world).await;
    let World { sandbox, .. } = world;
    let (_, peer, waiting) = tokio::join!(sandbox.shutdown(), peer.rest(), waiting.rest());
    assert_eq!(peer, [Seen::Closed(1001)]);
    assert_eq!(waiting, [Seen::Closed(1001)]);
}

#[tokio::test]
async fn at_once_with_a_sandbox_that_is_dropped() {
    let world = World::new().await;
    let peer = Peer::ann(&world).await;
    drop(world);
    assert_eq!(peer.rest().await, [Seen::Cut]);
}

#[tokio::test]
async fn and_nothing_is_sent_to_it_once_the_end_is_acknowledged() {
    let world = World::new().await;
    for _ in 0..20 {
        let token = world.sandbox.create_token(ANN, "ci", None).await.unwrap();
        let value = token.token.expose();
        let peer = Peer::with(&world, value).await;
        subscribe(&world, &world.jwt(ANN, ANN_PASSWORD).await, json!({})).await;
        let delete = world
            .by_ann(Method::DELETE, &format!("/rest/token/{value}"))
            .await;
        assert_eq!(send(delete).await.0, 200);
        let sent = world.sandbox.send_event(ANN, &call_state(1)).await.unwrap();
        assert_eq!(sent, 0);
        assert_ends(peer).await;
    }
}

#[tokio::test]
async fn not_with_anything_else() {
    let world = World::new().await;
    let mut peer = ann_who_listens(&world).await;
    let (_, token, other) = by_token(&world).await;
    let delete = world
        .by_ann(Method::DELETE, &format!("/rest/token/{token}"))
        .await;
    assert_eq!(send(delete).await.0, 200);
    world
        .sandbox
        .add_user(UserSeed::new("eve@example.com", "made up"))
        .await
        .unwrap();
    world.sandbox.delete_user("eve@example.com").await.unwrap();
    world.sandbox.clock().advance(Duration::from_secs(80_000));
    assert_ends(other).await;
    assert_eq!(
        world.sandbox.send_event(ANN, &call_state(1)).await.unwrap(),
        1
    );
    assert_eq!(peer.next().await, Seen::Event(call_state(1)));
}

#[tokio::test]
async fn with_its_token_alone_and_together_with_all_others_of_it() {
    let world = World::new().await;
    let (_, doomed, first) = by_token(&world).await;
    let (_, _, mut other) = by_token(&world).await;
    let mut peers = vec![first];
    for _ in 1..100 {
        peers.push(Peer::with(&world, &doomed).await);
    }
    assert_eq!(world.sandbox.connections().len(), 101);
    subscribe(&world, &world.jwt(ANN, ANN_PASSWORD).await, json!({})).await;
    let delete = world
        .by_ann(Method::DELETE, &format!("/rest/token/{doomed}"))
        .await;
    assert_eq!(send(delete).await.0, 200);
    assert_eq!(
        world.sandbox.send_event(ANN, &call_state(1)).await.unwrap(),
        1
    );
    for peer in peers {
        assert_ends(peer).await;
    }
    assert_eq!(other.next().await, Seen::Event(call_state(1)));
    assert_eq!(world.sandbox.connections().len(), 1);
}

#[tokio::test]
async fn soon_with_the_sandbox_when_nothing_is_read() {
    let world = World::new().await;
    let slow = ann_who_listens(&world).await;
    let event = json!({ "type": "call_state", "message": "x".repeat(1024 * 1024) });
    for _ in 0..100 {
        world.sandbox.send_event(ANN, &event).await.unwrap();
        if world.sandbox.connections().is_empty() {
            break;
        }
    }
    let stalled = Peer::ann(&world).await;
    let World { sandbox, .. } = world;
    let stop = Duration::from_secs(4);
    tokio::time::timeout(stop, sandbox.shutdown())
        .await
        .unwrap();
    drop((slow, stalled));
}
