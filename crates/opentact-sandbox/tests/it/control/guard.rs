//! A web page cannot drive the control port.

use opentact_sandbox::{Error, Sandbox};
use reqwest::Method;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::port::{Port, check};

#[tokio::test]
async fn other_hosts_and_origins_are_refused_whatever_they_ask() {
    let port = Port::new().await;
    let own = port.url.clone();
    for (method, path) in [
        (Method::GET, "/users"),
        (Method::POST, "/reset"),
        (Method::DELETE, "/faults"),
    ] {
        for (name, value, status) in [
            ("host", "rebound.example.com", 403),
            ("host", "localhost:1", 200),
            ("origin", "https://page.example.com", 403),
            ("origin", "null", 403),
            ("origin", own.as_str(), 200),
            ("sec-fetch-site", "cross-site", 403),
            ("sec-fetch-site", "same-origin", 200),
        ] {
            let request = port.request(method.clone(), path).header(name, value);
            let (found, answer) = check(&method, path, request.send().await.unwrap()).await;
            assert_eq!(found, status, "{method} {name}: {value}: {answer}");
        }
    }
}

#[tokio::test]
async fn what_is_refused_is_not_done() {
    let port = Port::new().await;
    let request = port
        .request(Method::POST, "/faults")
        .json(&json!({ "action": "stall" }));
    let refused = request.header("origin", "https://page.example.com");
    assert_eq!(refused.send().await.unwrap().status(), 403);
    assert_eq!(port.get("/faults").await, json!([]));
}

#[tokio::test]
async fn a_page_gets_no_leave_to_read_or_to_ask() {
    let port = Port::new().await;
    let asked = port.request(Method::OPTIONS, "/faults");
    let asked = asked.header("origin", "https://page.example.com");
    let answer = asked.send().await.unwrap();
    assert_eq!(answer.status(), 403);
    assert!(
        !answer
            .headers()
            .keys()
            .any(|it| it.as_str().starts_with("access-control"))
    );
}

#[tokio::test]
async fn a_request_without_a_host_is_refused() {
    let port = Port::new().await;
    let address = port.url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream
        .write_all(b"GET /users HTTP/1.0\r\n\r\n")
        .await
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.0 403"), "{answer}");
}

#[tokio::test]
async fn the_control_port_does_not_leave_this_machine() {
    let address = "0.0.0.0:0".parse().unwrap();
    let error = Sandbox::builder().control_on(address).start().await;
    assert!(matches!(error.unwrap_err(), Error::ControlAddress { .. }));
}
