//! What is wrong with a request is told in the API's words, all of it at once.

use reqwest::Method;
use serde_json::{Value, json};

use crate::world::{World, send};

fn invalid(fields: Value) -> Value {
    json!({ "success": false, "message": "Validation failed", "status": 400, "fields": fields })
}

#[tokio::test]
async fn creation_tells_all_that_is_wrong() {
    let world = World::new().await;
    let long = "x".repeat(256);
    for (body, fields) in [
        (
            json!({}),
            json!({ "params.name": { "message": "'name' is required" } }),
        ),
        (
            json!({ "ttl": 59 }),
            json!({
                "params.name": { "message": "'name' is required" },
                "params.ttl": { "message": "min 60", "value": 59 },
            }),
        ),
        (
            json!({ "name": 5, "ttl": "60" }),
            json!({
                "params.name": { "message": "invalid string value", "value": 5 },
                "params.ttl": { "message": "invalid integer number", "value": "60" },
            }),
        ),
        (
            json!({ "name": null, "ttl": null }),
            json!({
                "params.name": { "message": "invalid string value", "value": null },
                "params.ttl": { "message": "invalid integer number", "value": null },
            }),
        ),
        (
            json!({ "name": "" }),
            json!({ "params.name": { "message": "minLength 1", "value": "" } }),
        ),
        (
            json!({ "name": long }),
            json!({ "params.name": { "message": "maxLength 255", "value": long } }),
        ),
        (
            json!({ "name": "ci", "ttl": 2_147_483_648_u64 }),
            json!({ "params.ttl": { "message": "max 2147483647", "value": 2_147_483_648_u64 } }),
        ),
        (
            json!({ "name": "ci", "ttl": 60.5 }),
            json!({ "params.ttl": { "message": "invalid integer number", "value": 60.5 } }),
        ),
        (
            json!([]),
            json!({ "params": { "message": "invalid object", "value": [] } }),
        ),
    ] {
        let request = world.by_ann(Method::POST, "/rest/token").await.json(&body);
        let (status, answer) = send(request).await;
        assert_eq!((status.as_u16(), answer), (400, invalid(fields)), "{body}");
    }
    assert!(world.names_of_ann().await.is_empty());
}

#[tokio::test]
async fn bodies_that_are_no_json_are_told_apart() {
    let world = World::new().await;
    let too_long = format!(r#"{{"name":"{}"}}"#, "x".repeat(100 * 1024));
    for (body, message) in [
        (Vec::new(), "'params' is required"),
        (b"{".to_vec(), "invalid JSON"),
        (b"{\"name\":\"\xff\"}".to_vec(), "invalid JSON"),
        (b"\xef\xbb\xbf{".to_vec(), "invalid JSON"),
        (too_long.into_bytes(), "longer than 102400 bytes"),
    ] {
        let request = world.by_ann(Method::POST, "/rest/token").await.body(body);
        let (status, answer) = send(request).await;
        let fields = json!({ "params": { "message": message } });
        assert_eq!((status.as_u16(), answer), (400, invalid(fields)));
    }
}

#[tokio::test]
async fn the_longest_name_and_life_are_accepted() {
    let world = World::new().await;
    let body = json!({ "name": "ü".repeat(255), "ttl": 2_147_483_647 });
    let token = world.token_of_ann(body.clone()).await;
    assert_eq!(
        (&token["name"], &token["ttl"]),
        (&body["name"], &body["ttl"])
    );
}

#[tokio::test]
async fn a_change_tells_what_is_wrong_with_path_and_body() {
    let world = World::new().await;
    let pattern = "Not match in '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'";
    let request = world.by_ann(Method::PATCH, "/rest/token/made%20up").await;
    let (status, answer) = send(request.json(&json!({ "ttl": 1 }))).await;
    let fields = json!({
        "token": { "message": pattern },
        "params.ttl": { "message": "min 60", "value": 1 },
    });
    assert_eq!((status.as_u16(), answer), (400, invalid(fields)));

    let path = "/rest/token/60e9fa76-20e7-45ee-bf24-8c4a95143dad";
    let (status, answer) = send(world.by_ann(Method::PATCH, path).await).await;
    let fields = json!({ "params": { "message": "'params' is required" } });
    assert_eq!((status.as_u16(), answer), (400, invalid(fields)));

    let request = world.by_ann(Method::PATCH, path).await.json(&json!({}));
    let (status, answer) = send(request).await;
    let expected = json!({ "success": false, "message": "Not found", "status": 404 });
    assert_eq!((status.as_u16(), answer), (404, expected));
}

#[tokio::test]
async fn who_asks_is_judged_before_what_is_asked() {
    let world = World::new().await;
    let request = world.request(Method::POST, "/rest/token").body("{");
    assert_eq!(send(request).await.0, 401);
    let request = world
        .request(Method::PATCH, "/rest/token/made-up")
        .body("{");
    assert_eq!(send(request).await.0, 401);
}

#[tokio::test]
async fn an_unknown_token_is_told_as_such_whatever_it_looks_like() {
    let world = World::new().await;
    for text in [
        "x",
        "%ff",
        "%zz",
        "a%2Fb",
        "%00",
        "60e9fa76-20e7-45ee-bf24-8c4a95143dad",
    ] {
        let request = world
            .by_ann(Method::DELETE, &format!("/rest/token/{text}"))
            .await;
        let (status, answer) = send(request).await;
        let expected = json!({ "success": false, "message": "Token not found", "status": 404 });
        assert_eq!((status.as_u16(), answer), (404, expected), "{text}");
    }
}
