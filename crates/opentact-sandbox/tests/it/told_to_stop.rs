//! How the command ends: by signals, and with its parent.

#![cfg(unix)]

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::Command,
};

use crate::launched::{BINARY, Launched, kill};

const BODY: &[u8] = br#"{"name":"late"}"#;

/// A request that is at work, as it lacks its body.
async fn at_work(launched: &Launched) -> TcpStream {
    let mut stream = TcpStream::connect(launched.address()).await.unwrap();
    let head = format!(
        "POST /rest/token HTTP/1.1\r\nHost: sandbox\r\nContent-Length: {}\r\n\
         Authorization: Basic ZGVtb0BleGFtcGxlLmNvbTpkZW1vIHBhc3N3b3Jk\r\n\
         Expect: 100-continue\r\n\r\n",
        BODY.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream
}

/// Waits until nobody listens any more: the signal has come.
async fn closed(launched: &Launched) {
    while TcpStream::connect(launched.address()).await.is_ok() {}
}

#[tokio::test]
async fn a_signal_lets_the_request_at_work_have_its_answer() {
    for signal in ["-TERM", "-INT"] {
        let mut launched = Launched::with(&[]).await;
        let mut stream = at_work(&launched).await;
        launched.signal(signal).await;
        closed(&launched).await;
        stream.write_all(BODY).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 201 Created\r\n"), "{answer}");
        assert_eq!(launched.code().await, Some(0), "{signal}");
    }
}

#[tokio::test]
async fn a_second_signal_ends_it_at_once() {
    let mut launched = Launched::with(&[]).await;
    let mut stream = at_work(&launched).await;
    launched.signal("-TERM").await;
    closed(&launched).await;
    launched.signal("-INT").await;
    assert_eq!(launched.code().await, Some(1));
    let mut answer = Vec::new();
    // That the connection is closed shows as an end or as an error.
    let _ = stream.read_to_end(&mut answer).await;
    assert!(answer.is_empty());
}

#[tokio::test]
async fn it_ends_with_a_parent_that_is_killed() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "\"$@\" & wait", "sh", BINARY, "--json"]);
    shell.args(["--exit-with-parent", "--listen", "127.0.0.1:0"]);
    // What is started is the parent of the command, which has its stdout.
    let mut parent = Launched::of(shell).await;
    let sandbox = parent.ready["pid"].to_string();
    assert_ne!(parent.child.id().unwrap().to_string(), sandbox);
    assert_eq!(parent.login("demo@example.com", "demo password").await, 200);
    parent.signal("-9").await;
    assert_eq!(parent.code().await, None);
    let rest = parent.rest().await;
    if rest.is_none() {
        kill("-9", &sandbox).await;
    }
    assert_eq!(rest, Some(Vec::new()), "the sandbox is still there");
}
