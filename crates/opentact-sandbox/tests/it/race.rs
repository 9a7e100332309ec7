//! What is done at the same time has the outcome of one after the other.

use reqwest::Method;
use serde_json::json;

use crate::world::{ANN, ANN_PASSWORD, World, send};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_being_deleted_leaves_no_other_behind() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let by_jwt = |method, path| world.request(method, path).header("X-Auth-Token", &jwt);
    for round in 0..200 {
        let create = by_jwt(Method::POST, "/rest/token").json(&json!({ "name": "first" }));
        let (_, first) = send(create).await;
        let second = world
            .request(Method::POST, "/rest/token")
            .bearer_auth(first["payload"]["token"].as_str().unwrap())
            .json(&json!({ "name": "second" }));
        let ((created, _), (deleted, _)) = tokio::join!(
            send(second),
            send(by_jwt(Method::DELETE, "/rest/token/all")),
        );
        assert!(matches!(created.as_u16(), 201 | 401), "{created}");
        assert_eq!(deleted, 200);
        let (_, list) = send(by_jwt(Method::GET, "/rest/token/list")).await;
        assert_eq!(list["payload"], json!([]), "round {round}: {created}");
    }
}
