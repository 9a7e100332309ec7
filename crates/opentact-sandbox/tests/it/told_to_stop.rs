//! How the command ends: by signals, and with its parent.

#![cfg(unix)]

use std::{fs::File, process::Stdio};

use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
    process::{Child, Command},
    task::spawn_blocking,
    time::timeout,
};

use crate::launched::{BINARY, Launched, PATIENCE, kill};

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

/// Files that the command reads at its start, as pipes: it waits for what never comes.
const READ_AT_THE_START: [&str; 2] = ["--seed FIFO", "--tls-cert FIFO --tls-key FIFO"];

/// A command line with a pipe in it, once something reads from that.
async fn starting(mut command: Command, flags: &str) -> (Child, TempDir, File) {
    let folder = tempfile::tempdir().unwrap();
    let fifo = folder.path().join("fifo");
    let made = Command::new("mkfifo").arg(&fifo).status().await.unwrap();
    assert!(made.success());
    let flags = flags.replace("FIFO", fifo.to_str().unwrap());
    command
        .args(flags.split(' '))
        .args(["--listen", "127.0.0.1:0"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let child = command.kill_on_drop(true).spawn().unwrap();
    // Opening it waits for who reads.
    let open = move || File::options().write(true).open(fifo).unwrap();
    let writer = spawn_blocking(open).await.unwrap();
    (child, folder, writer)
}

#[tokio::test]
async fn a_signal_ends_a_start_that_takes_long() {
    for flags in READ_AT_THE_START {
        for signal in ["-TERM", "-INT"] {
            let (mut child, _folder, _writer) = starting(Command::new(BINARY), flags).await;
            kill(signal, &child.id().unwrap().to_string()).await;
            let ended = timeout(PATIENCE, child.wait()).await;
            let ended = ended.unwrap_or_else(|_| panic!("{flags} {signal}: it is still there"));
            assert_eq!(ended.unwrap().code(), Some(0), "{flags} {signal}");
        }
    }
}

#[tokio::test]
async fn a_start_that_takes_long_ends_with_its_parent() {
    for flags in READ_AT_THE_START {
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo $$; \"$@\" & echo $!; wait", "sh", BINARY]);
        shell.arg("--exit-with-parent");
        let (mut child, _folder, _writer) = starting(shell, flags).await;
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        lines.next_line().await.unwrap();
        let sandbox = lines.next_line().await.unwrap().unwrap();
        child.kill().await.unwrap();
        // Its stdout ends with it.
        let end = timeout(PATIENCE, lines.next_line()).await;
        if end.is_err() {
            kill("-9", &sandbox).await;
        }
        assert_eq!(end.expect("it is still there").unwrap(), None, "{flags}");
    }
}

/// Who has taken an orphan on is not its parent. What tells is the pipe that the parent held.
#[tokio::test]
async fn a_parent_that_was_gone_before_the_start_is_missed() {
    let mut shell = Command::new("sh");
    let orphan = "exec 3<&0; { read -r go; exec \"$@\"; } <&3 &";
    shell.args(["-c", orphan, "sh", BINARY, "--json"]);
    shell.args(["--exit-with-parent", "--listen", "127.0.0.1:0"]);
    shell.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut shell = shell.spawn().unwrap();
    let mut held = shell.stdin.take().unwrap();
    let mut lines = BufReader::new(shell.stdout.take().unwrap()).lines();
    assert!(shell.wait().await.unwrap().success());
    held.write_all(b"go\n").await.unwrap();
    let ready = lines.next_line().await.unwrap().unwrap();
    let ready: Value = serde_json::from_str(&ready).unwrap();
    drop(held);
    let end = timeout(PATIENCE, lines.next_line()).await;
    if end.is_err() {
        kill("-9", &ready["pid"].to_string()).await;
    }
    assert_eq!(end.expect("it is still there").unwrap(), None);
}
