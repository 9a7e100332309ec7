//! What is done at the same time has the outcome of one after the other.

use std::time::Duration;

use opentact_sandbox::{Sandbox, UserSeed};
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_is_wholly_before_a_reset_or_wholly_after_it() {
    let token = "E".repeat(48);
    let eve = UserSeed::new("eve@example.com", "made up").token("seed", &token);
    let world = World::of(Sandbox::builder().user(eve)).await;
    let mut after = 0;
    for round in 0..200 {
        world.sandbox.clock().advance(Duration::from_secs(1800));
        let create = world
            .request(Method::POST, "/rest/token")
            .bearer_auth(&token);
        let create = create.json(&json!({ "name": "new" }));
        let ((status, _), reset) = tokio::join!(send(create), world.sandbox.reset());
        assert_eq!((status.as_u16(), reset.is_ok()), (201, true));
        let tokens = world.sandbox.tokens("eve@example.com").await.unwrap();
        let counted = (
            world.sandbox.requests().len(),
            world.sandbox.stats().requests,
        );
        match &tokens[1..] {
            [] => assert_eq!(counted, (0, 0), "round {round}"),
            [new] => {
                assert_eq!(counted, (1, 1), "round {round}");
                assert!(
                    new.created_on <= world.sandbox.clock().now(),
                    "round {round}"
                );
                after += 1;
            }
            _ => panic!("{tokens:?}"),
        }
    }
    println!("{after} of 200 after the reset");
}
