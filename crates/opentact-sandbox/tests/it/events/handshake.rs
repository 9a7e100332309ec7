//! The request that becomes a WebSocket: where it is taken, what it is answered, how it is logged.

use opentact_sandbox::Fault;
use reqwest::Method;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_tungstenite::{client_async, tungstenite::Error};

use super::peer::{Peer, Seen};
use crate::world::{ANN, ANN_PASSWORD, World, send};

#[tokio::test]
async fn both_paths_lead_to_the_service_and_the_log_has_it() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    for path in ["/", "/wss", "/wss?jwt=planted"] {
        let mut peer = Peer::connect_to(&world, path).await;
        assert!(matches!(peer.authenticate(&jwt).await, Seen::Event(_)));
        let record = world.sandbox.requests().pop().unwrap();
        let logged = (record.method.as_str(), record.status, record.operation);
        assert_eq!(logged, ("GET", 101, None));
        assert_eq!(record.path, path.split('?').next().unwrap());
        assert!(!format!("{record:?}").contains("planted"));
    }
    let stats = world.sandbox.stats();
    assert!(
        stats
            .counts
            .iter()
            .any(|it| it.status == 101 && it.count == 3)
    );
}

#[tokio::test]
async fn who_does_not_ask_for_a_websocket_is_told_to() {
    let world = World::new().await;
    let response = world.request(Method::GET, "/wss").send().await.unwrap();
    assert_eq!(response.status(), 426);
    assert_eq!(response.headers()["upgrade"], "websocket");
    assert_eq!(response.headers()["sec-websocket-version"], "13");
    let body: Value = response.json().await.unwrap();
    assert_eq!(
        (&body["success"], &body["status"]),
        (&false.into(), &426.into())
    );
    // At the older path there is nothing for who asks for nothing.
    assert_eq!(send(world.request(Method::GET, "/")).await.0, 404);
    for method in [Method::POST, Method::DELETE, Method::OPTIONS] {
        assert_eq!(send(world.request(method.clone(), "/")).await.0, 404);
        let request = world.request(method, "/wss").header("upgrade", "websocket");
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 405);
        assert_eq!(response.headers()["allow"], "GET");
        let body: Value = response.json().await.unwrap();
        assert_eq!(body["success"], false);
    }
    let (status, _) = send(world.request(Method::GET, "/wss/")).await;
    assert_eq!(status, 404);
}

/// What comes back for bytes, up to the end of the connection or for as much as is asked.
async fn raw(world: &World, request: &[u8], most: u64) -> Vec<u8> {
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut answer = Vec::new();
    stream.take(most).read_to_end(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn a_handshake_in_another_version_of_http_is_refused() {
    let world = World::new().await;
    let headers = "Host: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
        Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    let request = format!("GET /wss HTTP/1.0\r\n{headers}");
    let answer = raw(&world, request.as_bytes(), 12).await;
    assert_eq!(String::from_utf8_lossy(&answer), "HTTP/1.0 400");
}

#[tokio::test]
async fn who_does_not_wait_for_the_handshake_is_understood() {
    let world = World::new().await;
    let mut bytes =
        b"GET /wss HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
        Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            .to_vec();
    bytes.extend(b"\x81\x82\0\0\0\0{}");
    let answer = raw(&world, &bytes, 10_000).await;
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 101"), "{answer}");
    assert!(answer.contains(r#""success":false"#), "{answer}");
}

#[tokio::test]
async fn a_fault_for_all_or_for_the_service_answers_the_handshake() {
    let world = World::new().await;
    let connect = async || {
        let address = world.sandbox.address();
        let stream = TcpStream::connect(address).await.unwrap();
        match client_async(format!("ws://{address}/wss"), stream).await {
            Ok(_) => 101,
            Err(Error::Http(answer)) => answer.status().as_u16(),
            Err(_) => 0,
        }
    };
    let faults = world.sandbox.faults();
    faults.add(Fault::status(503)).unwrap();
    assert_eq!(connect().await, 503);
    faults
        .add(Fault::rate_limit(std::time::Duration::from_secs(1)).on_events())
        .unwrap();
    faults.add(Fault::close_before().on_events()).unwrap();
    // Not for the rest of the API.
    world.jwt(ANN, ANN_PASSWORD).await;
    assert_eq!(
        (connect().await, connect().await, connect().await),
        (429, 0, 101)
    );
    let records = world.sandbox.requests();
    let logged: Vec<_> = records.iter().filter(|it| it.path == "/wss").collect();
    let logged: Vec<_> = logged.iter().map(|it| (it.status, it.fault)).collect();
    assert_eq!(
        logged,
        [(503, Some(1)), (429, Some(2)), (0, Some(3)), (101, None)]
    );
}
