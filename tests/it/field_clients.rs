//! Clients as they are found in the field, replayed over plain HTTP, byte for byte.

use std::time::Duration;

use opentact::Credential;
use opentact_tests::{EMAIL, PASSWORD, World};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An answer as it came over the wire.
struct Wire {
    status_line: String,
    body: Value,
}

/// Sends a request written by hand.
async fn send(world: &World, request_line: &str, headers: &[(&str, &str)], body: &str) -> Wire {
    let mut text = format!("{request_line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    Wire {
        status_line: head.lines().next().unwrap().to_owned(),
        body: serde_json::from_str(body).unwrap(),
    }
}

/// `Basic base64(email:password)`, as the clients write it.
fn basic() -> String {
    // base64 of "ann@example.com:made-up password"
    "Basic YW5uQGV4YW1wbGUuY29tOm1hZGUtdXAgcGFzc3dvcmQ=".to_owned()
}

#[tokio::test]
async fn a_client_that_renews_its_jwt_on_401_unauthorized_goes_on() {
    let world = World::start().await;
    let accept = ("Accept", "application/json");

    // It logs in with Basic and puts `payload.token` into X-Auth-Token.
    let login = send(
        &world,
        "GET /rest/auth",
        &[("Authorization", &basic()), accept],
        "",
    )
    .await;
    assert_eq!(login.status_line, "HTTP/1.1 200 OK");
    let jwt = login.body["payload"]["token"].as_str().unwrap().to_owned();
    let list = send(
        &world,
        "GET /rest/token/list",
        &[("X-Auth-Token", &jwt), accept],
        "",
    )
    .await;
    assert_eq!(list.status_line, "HTTP/1.1 200 OK");

    // It tells the end of the JWT by the status and by the reason phrase, which it compares.
    world.sandbox.clock().advance(Duration::from_secs(86_400));
    let refused = send(
        &world,
        "GET /rest/token/list",
        &[("X-Auth-Token", &jwt), accept],
        "",
    )
    .await;
    assert_eq!(refused.status_line, "HTTP/1.1 401 Unauthorized");
    assert_eq!(refused.body["status"], 401);
    assert!(refused.body["message"].is_string());

    // It logs in again and repeats the request.
    let login = send(
        &world,
        "GET /rest/auth",
        &[("Authorization", &basic()), accept],
        "",
    )
    .await;
    let jwt = login.body["payload"]["token"].as_str().unwrap().to_owned();
    let body = r#"{"name":"Bearer token","ttl":30000}"#;
    let headers = [
        ("X-Auth-Token", jwt.as_str()),
        ("Content-Type", "application/json"),
        accept,
    ];
    let created = send(&world, "POST /rest/token", &headers, body).await;
    assert_eq!(created.status_line, "HTTP/1.1 201 Created");
    assert_eq!(created.body["payload"]["ttl"], 30_000);
}

#[tokio::test]
async fn a_script_that_sends_bearer_in_the_query_of_a_post_works() {
    let world = World::start().await;
    let token = world
        .ann()
        .tokens()
        .create("of the script")
        .await
        .unwrap()
        .token;
    let line = format!("POST /rest/token?bearer={}", token.expose());
    let headers = [("Content-Type", "application/json")];
    let created = send(&world, &line, &headers, r#"{"name":"by query"}"#).await;
    assert_eq!(created.status_line, "HTTP/1.1 201 Created");
    // The script reads `success` and, when it is not true, `message`.
    assert_eq!(created.body["success"], true);
    let refused = send(
        &world,
        "POST /rest/token?bearer=wrong",
        &headers,
        r#"{"name":"x"}"#,
    )
    .await;
    assert_eq!(refused.status_line, "HTTP/1.1 401 Unauthorized");
    assert_eq!(
        (&refused.body["success"], &refused.body["message"]),
        (&false.into(), &"Unauthorized".into())
    );
}

#[tokio::test]
async fn basic_and_jwt_together_work_when_they_agree() {
    let world = World::start().await;
    let jwt = world.ann().whoami().await.unwrap().token.unwrap();
    let both = [("Authorization", &*basic()), ("X-Auth-Token", jwt.expose())];
    let agreed = send(&world, "GET /rest/auth", &both, "").await;
    assert_eq!(agreed.status_line, "HTTP/1.1 200 OK");

    let bob = world.client(Credential::basic(
        "bob@example.com",
        "another made-up password",
    ));
    let bobs = bob.whoami().await.unwrap().token.unwrap();
    for other in [bobs.expose(), "nonsense"] {
        let both = [("Authorization", &*basic()), ("X-Auth-Token", other)];
        let refused = send(&world, "GET /rest/auth", &both, "").await;
        assert_eq!(refused.status_line, "HTTP/1.1 401 Unauthorized");
    }
}

#[test]
fn the_basic_header_above_is_what_it_says() {
    let mut request = reqwest::Request::new(
        reqwest::Method::GET,
        "https://api.opentact.org".parse().unwrap(),
    );
    let secret = opentact::Secret::new(format!("{EMAIL}:{PASSWORD}"));
    opentact_client::security::SecurityScheme::Basic
        .apply(&mut request, &secret)
        .unwrap();
    assert_eq!(request.headers()["authorization"], basic());
}
