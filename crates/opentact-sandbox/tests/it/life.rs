//! The life of an API token.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use opentact_sandbox::{Sandbox, SecurityScheme};
use reqwest::Method;
use serde_json::{Value, json};

use crate::world::{World, keys, send};

fn time(value: &Value) -> DateTime<Utc> {
    value.as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_token_lives_as_long_as_asked() {
    let world = World::new().await;
    let token = world
        .token_of_ann(json!({ "name": "ci", "ttl": 3600 }))
        .await;
    let life = time(&token["expired_on"]) - time(&token["created_on"]);
    assert_eq!(life, TimeDelta::seconds(3600));
    world.sandbox.clock().advance(Duration::from_secs(3595));
    let text = token["token"].as_str().unwrap();
    assert_eq!(world.auth_status(SecurityScheme::Bearer, text).await, 200);
    world.sandbox.clock().advance(Duration::from_secs(5));
    assert_eq!(world.auth_status(SecurityScheme::Bearer, text).await, 401);
}

#[tokio::test]
async fn a_token_without_ttl_lives_as_long_as_set() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    assert_eq!(token["ttl"], 86_400);
    let short = Sandbox::builder().default_token_ttl(Duration::from_secs(90));
    let token = World::with(short)
        .await
        .token_of_ann(json!({ "name": "ci" }))
        .await;
    assert_eq!(token["ttl"], 90);
}

#[tokio::test]
async fn a_list_is_oldest_first_and_without_what_has_expired() {
    let world = World::new().await;
    for (name, ttl) in [("one", 600), ("two", 60), ("three", 600)] {
        world
            .token_of_ann(json!({ "name": name, "ttl": ttl }))
            .await;
    }
    assert_eq!(world.names_of_ann().await, ["one", "two", "three"]);
    world.sandbox.clock().advance(Duration::from_secs(60));
    assert_eq!(world.names_of_ann().await, ["one", "three"]);
}

#[tokio::test]
async fn an_expired_token_can_be_neither_changed_nor_deleted() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci", "ttl": 60 })).await;
    world.sandbox.clock().advance(Duration::from_secs(60));
    let path = |field: &str| format!("/rest/token/{}", token[field].as_str().unwrap());
    let change = world
        .by_ann(Method::PATCH, &path("uuid"))
        .await
        .json(&json!({ "ttl": 600 }));
    assert_eq!(send(change).await.0, 404);
    assert_eq!(
        send(world.by_ann(Method::DELETE, &path("token")).await)
            .await
            .0,
        404
    );
}

#[tokio::test]
async fn a_new_ttl_restarts_the_life_from_now() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci", "ttl": 60 })).await;
    world.sandbox.clock().advance(Duration::from_secs(30));
    let path = format!("/rest/token/{}", token["uuid"].as_str().unwrap());
    let request = world
        .by_ann(Method::PATCH, &path)
        .await
        .json(&json!({ "ttl": 600 }));
    let (_, body) = send(request).await;
    let changed = &body["payload"];
    assert_eq!(
        time(&changed["expired_on"]) - time(&changed["modified_on"]),
        TimeDelta::seconds(600)
    );
    assert!(time(&changed["modified_on"]) > time(&changed["created_on"]));
    assert_eq!(changed["name"], "ci");
    world.sandbox.clock().advance(Duration::from_secs(300));
    let text = token["token"].as_str().unwrap();
    assert_eq!(world.auth_status(SecurityScheme::Bearer, text).await, 200);
}

#[tokio::test]
async fn a_new_name_leaves_the_life_alone_and_nothing_changes_nothing() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let path = format!("/rest/token/{}", token["uuid"].as_str().unwrap());
    world.sandbox.clock().advance(Duration::from_secs(1));
    let patch = |body: Value| {
        let (world, path) = (&world, &path);
        async move {
            let request = world.by_ann(Method::PATCH, path).await.json(&body);
            send(request).await.1["payload"].clone()
        }
    };
    let untouched = patch(json!({ "other": 1 })).await;
    for field in ["name", "expired_on", "modified_on"] {
        assert_eq!(untouched[field], token[field], "{field}");
    }
    let renamed = patch(json!({ "name": "cd" })).await;
    assert_eq!(
        (&renamed["name"], &renamed["expired_on"]),
        (&json!("cd"), &token["expired_on"])
    );
    assert_ne!(renamed["modified_on"], token["modified_on"]);
}

#[tokio::test]
async fn deleting_all_ends_api_tokens_but_no_session() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let jwt = world
        .jwt(crate::world::ANN, crate::world::ANN_PASSWORD)
        .await;
    let request = world
        .request(Method::DELETE, "/rest/token/all")
        .header("X-Auth-Token", &jwt);
    assert_eq!(send(request).await.0, 200);
    let text = token["token"].as_str().unwrap();
    assert_eq!(world.auth_status(SecurityScheme::Bearer, text).await, 401);
    assert_eq!(world.auth_status(SecurityScheme::Jwt, &jwt).await, 200);
}

#[tokio::test]
async fn a_token_may_end_itself() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let text = token["token"].as_str().unwrap();
    let delete = || {
        let path = format!("/rest/token/{text}");
        send(world.request(Method::DELETE, &path).bearer_auth(text))
    };
    assert_eq!(delete().await.0, 200);
    assert_eq!(delete().await.0, 401);
}

#[tokio::test]
async fn lists_and_changes_show_tokens_only_if_told_to() {
    let world = World::with(Sandbox::builder().show_tokens(true)).await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let (_, list) = send(world.by_ann(Method::GET, "/rest/token/list").await).await;
    assert_eq!(list["payload"][0]["token"], token["token"]);
    let path = format!("/rest/token/{}", token["uuid"].as_str().unwrap());
    let request = world.by_ann(Method::PATCH, &path).await.json(&json!({}));
    let (_, changed) = send(request).await;
    assert_eq!(changed["payload"]["token"], token["token"]);
    let expected = [
        "created_on",
        "expired_on",
        "modified_on",
        "name",
        "token",
        "uuid",
    ];
    assert_eq!(keys(&changed["payload"]), expected);
}
