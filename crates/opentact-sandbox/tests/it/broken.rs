//! A body that breaks off is refused before anything is done.

use reqwest::Method;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::world::{ANN, ANN_PASSWORD, World, send};

/// The head line and the body of the answer to a request that ends with these bytes.
async fn answer(world: &World, line: &str, headers: &str, body: &str) -> (String, Value) {
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    let request =
        format!("{line} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n{headers}\r\n\r\n{body}");
    stream.write_all(request.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let line = head.lines().next().unwrap().to_owned();
    (line, serde_json::from_str(body).unwrap())
}

#[tokio::test]
async fn a_broken_body_is_refused_and_nothing_is_done() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "kept" })).await;
    let [uuid, text] = ["uuid", "token"].map(|field| token[field].as_str().unwrap());
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let chunks = format!("X-Auth-Token: {jwt}\r\nTransfer-Encoding: chunked");
    let length = format!("X-Auth-Token: {jwt}\r\nContent-Length: 500");
    let valid = r#"{"name":"no"}"#;
    let refusal = json!({
        "success": false,
        "message": "Validation failed",
        "status": 400,
        "fields": { "params": { "message": "invalid body" } },
    });
    for (line, headers, body) in [
        (
            "POST /rest/token",
            &chunks,
            format!("d\r\n{valid}\r\nzz\r\n"),
        ),
        ("POST /rest/token", &chunks, format!("d\r\n{valid}\r\n")),
        ("POST /rest/token", &length, valid.to_owned()),
        (
            &format!("PATCH /rest/token/{uuid}"),
            &length,
            valid.to_owned(),
        ),
        (
            &format!("DELETE /rest/token/{text}"),
            &length,
            String::new(),
        ),
        ("DELETE /rest/token/all", &length, String::new()),
        ("DELETE /rest/token/all", &chunks, "zz\r\n".to_owned()),
        ("GET /rest/auth", &length, String::new()),
        ("GET /rest/token/list", &length, String::new()),
    ] {
        let (status, answer) = answer(&world, line, headers, &body).await;
        assert_eq!(
            (status.as_str(), &answer),
            ("HTTP/1.1 400 Bad Request", &refusal),
            "{line}"
        );
    }
    assert_eq!(world.names_of_ann().await, ["kept"]);
}

#[tokio::test]
async fn who_asks_is_judged_before_a_broken_body() {
    let world = World::new().await;
    let (status, _) = answer(&world, "POST /rest/token", "Content-Length: 500", "{").await;
    assert_eq!(status, "HTTP/1.1 401 Unauthorized");
}

#[tokio::test]
async fn a_whole_body_is_no_matter_to_an_operation_without_one() {
    let world = World::new().await;
    let request = world.by_ann(Method::DELETE, "/rest/token/all").await;
    assert_eq!(send(request.body("{")).await.0, 200);
}
