//! A sandbox that is gone does nothing any more.

use std::{path::Path, time::Duration};

use opentact_sandbox::Sandbox;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{Instant, timeout},
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

/// A world, and a connection that has sent half of a head.
async fn half_a_head() -> (World, TcpStream) {
    let world = World::new().await;
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    stream.write_all(b"GET /rest/auth HT").await.unwrap();
    while world.sandbox.stats().connections == 0 {
        tokio::task::yield_now().await;
    }
    tokio::time::pause();
    // Before a second has passed, everything has been read that could be.
    tokio::time::advance(Duration::from_secs(1)).await;
    (world, stream)
}

#[tokio::test]
async fn half_a_head_is_no_request_at_work() {
    let (world, stream) = half_a_head().await;
    let since = Instant::now();
    world.sandbox.shutdown().await;
    assert!(since.elapsed() < Duration::from_secs(1));
    drop(stream);
}

#[tokio::test]
async fn half_a_head_is_not_waited_for_for_ever() {
    let (world, mut stream) = half_a_head().await;
    let mut answer = Vec::new();
    let end = stream.read_to_end(&mut answer);
    let end = timeout(Duration::from_secs(120), end).await;
    assert!(end.is_ok() && answer.is_empty());
    assert_eq!(world.sandbox.requests().len(), 0);
}
