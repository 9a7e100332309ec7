//! What is told of the life of API tokens, to those who have a subscription to it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::peer::{Peer, Seen, subscribe};
use crate::world::{ANN, ANN_PASSWORD, World, send};

/// Ann, connected by a JWT and subscribed to the life of tokens.
async fn ann_who_hears_of_tokens(world: &World) -> Peer {
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    subscribe(world, &jwt, json!({ "type": "token" })).await;
    Peer::with(world, &jwt).await
}

/// The next event: what has become of which token.
async fn told(peer: &mut Peer) -> (String, Value) {
    let Seen::Event(event) = peer.next().await else {
        panic!("no event")
    };
    assert_eq!(event["type"], "token");
    let state = event["payload"]["state"].as_str().unwrap();
    (state.to_owned(), event)
}

#[tokio::test]
async fn each_step_is_told_once() {
    let world = World::new().await;
    let mut peer = ann_who_hears_of_tokens(&world).await;
    let token = world.token_of_ann(json!({ "name": "ci", "ttl": 60 })).await;
    let (state, event) = told(&mut peer).await;
    assert_eq!(state, "created");
    assert_eq!(event["ref_id"], token["uuid"]);
    assert_eq!(event["message"], "Token ci - created");
    assert_eq!(event["payload"]["expired_on"], token["expired_on"]);
    assert_eq!(event["user"]["email"], ANN);
    assert_eq!(event["account"]["email"], ANN);
    let value = token["token"].as_str().unwrap();
    assert!(!event.to_string().contains(value));

    let path = format!("/rest/token/{}", token["uuid"].as_str().unwrap());
    for (change, is_told) in [(json!({}), false), (json!({ "name": "cd" }), true)] {
        let patch = world.by_ann(Method::PATCH, &path).await.json(&change);
        assert_eq!(send(patch).await.0, 200);
        if is_told {
            let (state, event) = told(&mut peer).await;
            assert_eq!(
                (state.as_str(), &event["payload"]["name"]),
                ("updated", &json!("cd"))
            );
        }
    }
    let path = format!("/rest/token/{value}");
    assert_eq!(send(world.by_ann(Method::DELETE, &path).await).await.0, 200);
    assert_eq!(told(&mut peer).await.0, "deleted");

    for name in ["one", "two"] {
        world.token_of_ann(json!({ "name": name })).await;
        assert_eq!(told(&mut peer).await.0, "created");
    }
    let all = world.by_ann(Method::DELETE, "/rest/token/all").await;
    assert_eq!(send(all).await.0, 200);
    for name in ["one", "two"] {
        let (state, event) = told(&mut peer).await;
        assert_eq!(
            (state.as_str(), &event["payload"]["name"]),
            ("deleted", &json!(name))
        );
    }
    world.sandbox.end_connections(Some(4000)).unwrap();
    assert_eq!(peer.rest().await, [Seen::Closed(4000)]);
}

#[tokio::test]
async fn the_end_of_a_life_is_told_once_however_it_comes() {
    let world = World::new().await;
    world
        .token_of_ann(json!({ "name": "before", "ttl": 60 }))
        .await;
    world.sandbox.clock().advance(Duration::from_secs(61));
    let mut peer = ann_who_hears_of_tokens(&world).await;
    let create = async |name: &str, ttl_s: u64| {
        let ttl = Some(Duration::from_secs(ttl_s));
        world.sandbox.create_token(ANN, name, ttl).await.unwrap()
    };
    let ended = create("ended", 600).await;
    assert_eq!(told(&mut peer).await.0, "created");
    let uuid = ended.record.uuid.to_string();
    world.sandbox.expire_token(ANN, &uuid).await.unwrap();
    let (state, event) = told(&mut peer).await;
    assert_eq!(
        (state.as_str(), &event["payload"]["name"]),
        ("expired", &json!("ended"))
    );

    // By nobody's doing.
    create("short", 1).await;
    assert_eq!(told(&mut peer).await.0, "created");
    let (state, event) = told(&mut peer).await;
    assert_eq!(
        (state.as_str(), &event["payload"]["name"]),
        ("expired", &json!("short"))
    );

    // By the clock, and before another token takes its place.
    create("long", 3600).await;
    assert_eq!(told(&mut peer).await.0, "created");
    world.sandbox.clock().advance(Duration::from_secs(3600));
    let last = create("last", 3600).await;
    let (state, event) = told(&mut peer).await;
    assert_eq!(
        (state.as_str(), &event["payload"]["name"]),
        ("expired", &json!("long"))
    );
    assert_eq!(told(&mut peer).await.0, "created");
    let uuid = last.record.uuid.to_string();
    world.sandbox.delete_token(ANN, &uuid).await.unwrap();
    assert_eq!(told(&mut peer).await.0, "deleted");
    world.sandbox.end_connections(Some(4000)).unwrap();
    assert_eq!(peer.rest().await, [Seen::Closed(4000)]);
}

#[tokio::test]
async fn neither_another_account_nor_who_has_not_asked_is_told() {
    let world = World::new().await;
    let ann = Peer::ann(&world).await;
    let bob = world
        .jwt(crate::world::BOB, crate::world::BOB_PASSWORD)
        .await;
    subscribe(&world, &bob, json!({ "type": "token" })).await;
    let bob = Peer::with(&world, &bob).await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let value = token["token"].as_str().unwrap();
    let by_token = Peer::with(&world, value).await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    subscribe(&world, &jwt, json!({ "type": "token" })).await;
    // Who was connected by it hears that it is gone by being closed.
    let delete = world
        .by_ann(Method::DELETE, &format!("/rest/token/{value}"))
        .await;
    assert_eq!(send(delete).await.0, 200);
    assert_eq!(by_token.rest().await, [Seen::Closed(4401)]);
    world.sandbox.end_connections(Some(4000)).unwrap();
    assert_eq!(bob.rest().await, [Seen::Closed(4000)]);
    let rest = ann.rest().await;
    assert!(
        matches!(&rest[..], [Seen::Event(it), Seen::Closed(4000)] if it["payload"]["state"] == "deleted")
    );
}
