//! Nobody sees, changes or deletes what belongs to another.

use reqwest::Method;
use serde_json::json;

use crate::world::{World, send};

#[tokio::test]
async fn nobody_sees_the_tokens_of_another() {
    let world = World::new().await;
    world.token_of_ann(json!({ "name": "hers" })).await;
    let (status, body) = send(world.by_bob(Method::GET, "/rest/token/list").await).await;
    assert_eq!((status.as_u16(), &body["payload"]), (200, &json!([])));
}

#[tokio::test]
async fn nobody_changes_the_token_of_another() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "hers" })).await;
    let path = format!("/rest/token/{}", token["uuid"].as_str().unwrap());
    let request = world
        .by_bob(Method::PATCH, &path)
        .await
        .json(&json!({ "name": "his" }));
    let (status, body) = send(request).await;
    assert_eq!(
        (status.as_u16(), &body["message"]),
        (404, &json!("Not found"))
    );
    assert_eq!(world.names_of_ann().await, ["hers"]);
}

#[tokio::test]
async fn nobody_deletes_the_token_of_another() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "hers" })).await;
    let path = format!("/rest/token/{}", token["token"].as_str().unwrap());
    let (status, body) = send(world.by_bob(Method::DELETE, &path).await).await;
    assert_eq!(
        (status.as_u16(), &body["message"]),
        (404, &json!("Token not found"))
    );
    assert_eq!(world.names_of_ann().await, ["hers"]);
}

#[tokio::test]
async fn deleting_all_deletes_ones_own() {
    let world = World::new().await;
    world.token_of_ann(json!({ "name": "hers" })).await;
    let (status, _) = send(world.by_bob(Method::DELETE, "/rest/token/all").await).await;
    assert_eq!(status, 200);
    assert_eq!(world.names_of_ann().await, ["hers"]);
}
