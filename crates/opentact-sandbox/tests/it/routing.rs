//! Paths and methods that are no operation.

use reqwest::Method;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::world::{World, send};

#[tokio::test]
async fn an_unknown_path_is_not_found() {
    let world = World::new().await;
    let expected = json!({ "success": false, "message": "Not found", "status": 404 });
    for path in [
        "/",
        "/rest",
        "/auth",
        "/rest/auth/",
        "/rest/token/",
        "/rest/token/a/b",
    ] {
        let (status, body) = send(world.request(Method::GET, path)).await;
        assert_eq!((status.as_u16(), &body), (404, &expected), "{path}");
    }
}

#[tokio::test]
async fn dots_are_not_a_token() {
    let world = World::new().await;
    for path in ["/rest/token/..", "/rest/token/.", "/rest/token/%2e%2e"] {
        let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
        let request =
            format!("DELETE {path} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(
            answer.starts_with("HTTP/1.1 404 Not Found\r\n"),
            "{path}: {answer}"
        );
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_the_right_ones() {
    let world = World::new().await;
    for (method, path, allow) in [
        (Method::POST, "/rest/auth", "GET"),
        (Method::GET, "/rest/token", "POST"),
        (Method::DELETE, "/rest/token/list", "GET"),
        (Method::PATCH, "/rest/token/all", "DELETE"),
        (Method::GET, "/rest/token/made-up", "DELETE, PATCH"),
    ] {
        let response = world.request(method, path).send().await.unwrap();
        assert_eq!(response.status(), 405, "{path}");
        assert_eq!(response.headers()["allow"], allow, "{path}");
        let body: Value = response.json().await.unwrap();
        let expected = json!({ "success": false, "message": "Method not allowed", "status": 405 });
        assert_eq!(body, expected);
    }
    let head = world
        .request(Method::HEAD, "/rest/auth")
        .send()
        .await
        .unwrap();
    assert_eq!(
        (head.status().as_u16(), &head.headers()["allow"]),
        (405, &"GET".parse().unwrap())
    );
}

#[tokio::test]
async fn a_literal_path_wins_over_the_token_of_that_name() {
    let world = World::new().await;
    let (status, body) = send(world.by_ann(Method::DELETE, "/rest/token/all").await).await;
    assert_eq!((status.as_u16(), &body["payload"]), (200, &json!({})));
    let (status, _) = send(world.by_ann(Method::DELETE, "/rest/token/ALL").await).await;
    assert_eq!(status, 404);
}
