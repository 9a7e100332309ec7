//! TLS on the API's port: the same API, and handshakes that come to nothing.

use std::time::Duration;

use opentact_sandbox::{Fault, Sandbox, TlsIdentity};
use reqwest::{Method, RequestBuilder, StatusCode, Version};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::Instant,
};

use crate::world::{ANN, ANN_PASSWORD, World, send, trusting};

async fn world() -> World {
    World::with(Sandbox::builder().tls(TlsIdentity::generated())).await
}

#[tokio::test]
async fn every_credential_is_taken_over_tls() {
    let world = world().await;
    assert!(world.sandbox.base_url().starts_with("https://127.0.0.1:"));
    for (scheme, secret) in world.credentials_of_ann().await {
        let status = world.auth_status(scheme, secret.expose()).await;
        assert_eq!(status, 200, "{scheme:?}");
    }
    let token = world.token_of_ann(json!({"name": "ci"})).await;
    assert_eq!(world.names_of_ann().await, ["ready-made", "ci"]);
    assert_eq!(token["name"], "ci");
}

#[tokio::test]
async fn http_1_1_is_spoken_with_who_would_speak_http_2() {
    let world = world().await;
    let response = world.request(Method::GET, "/rest/auth").send().await;
    let response = response.unwrap();
    assert_eq!(
        (response.version(), response.status().as_u16()),
        (Version::HTTP_11, 401)
    );
}

#[tokio::test]
async fn who_does_not_trust_the_certificate_is_not_served() {
    let (world, other) = (world().await, world().await);
    let stranger = trusting(other.sandbox.certificate().unwrap());
    let url = format!("{}/rest/auth", world.sandbox.base_url());
    assert!(stranger.get(url).send().await.unwrap_err().is_connect());
    assert_eq!(world.sandbox.requests(), []);
}

/// What a client sees of an answer.
async fn outcome(request: RequestBuilder) -> (Option<StatusCode>, Option<usize>) {
    match request.send().await {
        Ok(response) => {
            let status = response.status();
            (Some(status), response.bytes().await.ok().map(|it| it.len()))
        }
        Err(_) => (None, None),
    }
}

#[tokio::test]
async fn faults_are_met_over_tls_as_without() {
    let faults = [
        json!({"action": "status", "status": 503}),
        json!({"action": "rate_limit"}),
        json!({"action": "delay", "delay_ms": 1}),
        json!({"action": "close_before"}),
        json!({"action": "close_after"}),
        json!({"action": "close_midway"}),
        json!({"action": "truncate"}),
    ];
    for fault in faults {
        let mut outcomes = Vec::new();
        for builder in [
            Sandbox::builder(),
            Sandbox::builder().tls(TlsIdentity::generated()),
        ] {
            let world = World::with(builder).await;
            let fault: Fault = serde_json::from_value(fault.clone()).unwrap();
            world.sandbox.faults().add(fault).unwrap();
            let request = world.request(Method::GET, "/rest/auth");
            outcomes.push(outcome(request.basic_auth(ANN, Some(ANN_PASSWORD))).await);
        }
        // A JWT is as long as the next one; nothing else differs.
        assert_eq!(outcomes[0], outcomes[1], "{fault}");
        let (status, length) = outcomes[1];
        match fault["action"].as_str().unwrap() {
            "close_before" | "close_after" => assert_eq!(status, None),
            "close_midway" => assert_eq!((status, length), (Some(StatusCode::OK), None)),
            _ => assert!(status.is_some() && length.is_some(), "{fault}"),
        }
    }
}

#[tokio::test]
async fn a_handshake_that_does_not_end_is_dropped_and_holds_up_nobody() {
    let world = world().await;
    let address = world.sandbox.address();
    let mut silent = TcpStream::connect(address).await.unwrap();
    let mut slow = TcpStream::connect(address).await.unwrap();
    // The head of a TLS record that never comes.
    slow.write_all(&[0x16, 3, 1, 2, 0, 1]).await.unwrap();
    assert!(!world.jwt(ANN, ANN_PASSWORD).await.is_empty());

    // With the time paused, waiting takes no time once nothing else can be done.
    tokio::time::pause();
    let since = Instant::now();
    for stream in [&mut silent, &mut slow] {
        let mut answer = Vec::new();
        // That the connection is closed shows as an end or as an error.
        let _ = stream.read_to_end(&mut answer).await;
        assert!(answer.is_empty());
    }
    let waited = since.elapsed().as_secs();
    assert!((9..=11).contains(&waited), "{waited}");
}

#[tokio::test]
async fn a_handshake_that_does_not_end_does_not_hold_up_a_shutdown() {
    let world = world().await;
    let mut silent = TcpStream::connect(world.sandbox.address()).await.unwrap();
    silent.write_all(&[0x16, 3]).await.unwrap();
    // So that the connection has been taken in.
    world.jwt(ANN, ANN_PASSWORD).await;
    tokio::time::pause();
    let since = Instant::now();
    world.sandbox.shutdown().await;
    assert_eq!(since.elapsed().as_secs(), 0);
}

#[tokio::test]
async fn a_shutdown_answers_what_is_at_work() {
    let world = world().await;
    let fault = json!({"action": "delay", "delay_ms": 60_000});
    let fault: Fault = serde_json::from_value(fault).unwrap();
    world.sandbox.faults().add(fault).unwrap();
    let request = world.request(Method::GET, "/rest/auth");
    let request = tokio::spawn(send(request));
    while world.sandbox.faults().list().iter().all(|it| it.met == 0) {
        tokio::task::yield_now().await;
    }
    world.sandbox.shutdown().await;
    assert_eq!(request.await.unwrap().0, 401);
}

#[tokio::test]
async fn a_request_in_clear_is_told_that_the_port_is_wrong() {
    let world = world().await;
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    let request = "GET /rest/auth?jwt=planted-4711 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{head}");
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(
        body["message"],
        "The plain HTTP request was sent to HTTPS port"
    );
    assert!(!answer.contains("planted"));
    assert_eq!(world.sandbox.requests(), []);
}

#[tokio::test]
async fn what_is_neither_tls_nor_http_is_dropped() {
    let world = world().await;
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    stream.write_all(&[0; 100]).await.unwrap();
    let mut answer = Vec::new();
    let read = stream.read_to_end(&mut answer);
    let _ = tokio::time::timeout(Duration::from_secs(5), read)
        .await
        .unwrap();
    assert!(answer.len() < 20, "no more than an alert: {answer:?}");
}

#[tokio::test]
async fn the_control_port_offers_the_certificate_in_clear() {
    let builder = Sandbox::builder().control();
    let world = World::with(builder.tls(TlsIdentity::generated())).await;
    let control = world.sandbox.control_url().unwrap();
    assert!(control.starts_with("http://"));
    let url = format!("{control}/certificate.pem");
    let response = reqwest::get(url).await.unwrap();
    assert_eq!(response.status(), 200);
    let kind = response.headers()["content-type"].clone();
    assert_eq!(kind, "application/pem-certificate-chain");
    let pem = response.text().await.unwrap();
    assert_eq!(Some(&*pem), world.sandbox.certificate());
    assert!(!pem.contains("PRIVATE"));

    let plain = Sandbox::builder().control().start().await.unwrap();
    assert_eq!(plain.certificate(), None);
    let url = format!("{}/certificate.pem", plain.control_url().unwrap());
    assert_eq!(reqwest::get(url).await.unwrap().status(), 404);
}
