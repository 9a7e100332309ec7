//! What says in its head that it cannot be read is refused, and nothing is done.

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::world::{ANN, ANN_PASSWORD, World};

/// `{"name":"zip"}`, compressed by gzip.
const GZIP: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xab\x56\xca\x4b\xcc\x4d\x55\
    \xb2\x52\xaa\xca\x2c\x50\xaa\x05\x00\x08\xea\x85\x10\x0e\x00\x00\x00";

/// The status and the message of the answer to Ann's request for a token.
async fn asked(world: &World, headers: &str, body: &[u8]) -> (u16, String) {
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let length = body.len();
    let head = format!(
        "POST /rest/token HTTP/1.1\r\n{headers}X-Auth-Token: {jwt}\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(body).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["success"], status == 201);
    let message = body["message"].as_str().unwrap_or_default();
    (status, message.to_owned())
}

#[tokio::test]
async fn a_body_that_is_or_claims_to_be_compressed_is_refused() {
    let world = World::new().await;
    let names = world.names_of_ann().await;
    let plain = br#"{"name":"plain"}"#.as_slice();
    let host = "Host: sandbox\r\n";
    for (coding, body) in [
        ("gzip", GZIP),
        ("gzip", plain),
        ("GZIP", GZIP),
        ("identity, gzip", GZIP),
        ("br", plain),
        ("", plain),
    ] {
        let headers = format!("{host}Content-Encoding: {coding}\r\n");
        let (status, message) = asked(&world, &headers, body).await;
        assert_eq!(status, 415, "{coding:?}: {message}");
        assert!(message.contains("`Content-Encoding`"), "{message}");
    }
    let twice = format!("{host}Content-Encoding: identity\r\nContent-Encoding: gzip\r\n");
    assert_eq!(asked(&world, &twice, GZIP).await.0, 415);
    // It is HTTP's own, which no contract lists.
    let undocumented = world.watch.take();
    assert_eq!(undocumented.len(), 7, "{undocumented:?}");
    assert_eq!(world.names_of_ann().await, names);
    for coding in ["identity", "Identity"] {
        let headers = format!("{host}Content-Encoding: {coding}\r\n");
        assert_eq!(asked(&world, &headers, plain).await.0, 201, "{coding}");
    }
}

#[tokio::test]
async fn a_request_has_one_host() {
    let world = World::new().await;
    let names = world.names_of_ann().await;
    let body = br#"{"name":"ci"}"#;
    for headers in [
        "",
        "Host: sandbox\r\nHost: sandbox\r\n",
        "Host: sandbox\r\nHost: another\r\n",
    ] {
        let (status, message) = asked(&world, headers, body).await;
        assert_eq!(status, 400, "{headers}: {message}");
        assert!(message.contains("`Host`"), "{message}");
    }
    assert_eq!(world.names_of_ann().await, names);
    assert_eq!(asked(&world, "Host: sandbox\r\n", body).await.0, 201);
}
