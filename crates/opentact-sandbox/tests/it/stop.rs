//! A sandbox that is gone does nothing any more.

use std::path::Path;

use opentact_sandbox::Sandbox;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::world::{ANN, ANN_PASSWORD, World};

const BODY: &[u8] = br#"{"name":"late"}"#;

/// A world on a file, and a request to create a token that lacks its body.
async fn half_sent(file: &Path) -> (World, TcpStream) {
    let world = World::with(Sandbox::builder().data_file(file)).await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    let head = format!(
        "POST /rest/token HTTP/1.1\r\nHost: sandbox\r\nX-Auth-Token: {jwt}\r\n\
         Expect: 100-continue\r\nContent-Length: {}\r\n\r\n",
        BODY.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    (world, stream)
}

/// Sends the body; there must be no answer, and nothing in the file.
async fn assert_no_effect(mut stream: TcpStream, file: &Path) {
    let mut answer = Vec::new();
    // That the connection is closed shows as an end or as an error.
    let _ = stream.write_all(BODY).await;
    let _ = stream.read_to_end(&mut answer).await;
    assert_eq!(String::from_utf8_lossy(&answer), "");
    let tokens: i64 = rusqlite::Connection::open(file)
        .unwrap()
        .query_row("SELECT count(*) FROM tokens", [], |row| row.get(0))
        .unwrap();
    assert_eq!(tokens, 0);
}

#[tokio::test]
async fn a_request_that_is_half_sent_ends_with_a_dropped_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let (world, stream) = half_sent(&file).await;
    drop(world);
    assert_no_effect(stream, &file).await;
}

#[tokio::test]
async fn a_request_that_is_half_sent_ends_with_the_patience_of_a_shutdown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let (world, stream) = half_sent(&file).await;
    // With the time paused, waiting takes no time once nothing else can be done.
    tokio::time::pause();
    world.sandbox.shutdown().await;
    assert_no_effect(stream, &file).await;
}

#[tokio::test]
async fn a_shutdown_answers_what_is_sent_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let (world, mut stream) = half_sent(&folder.path().join("data")).await;
    let sent = async {
        stream.write_all(BODY).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    };
    let ((), answer) = tokio::join!(world.sandbox.shutdown(), sent);
    assert!(answer.starts_with("HTTP/1.1 201 Created\r\n"), "{answer}");
}
