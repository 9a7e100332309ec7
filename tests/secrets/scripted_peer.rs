//! A server whose answer depends on what it is asked.

use std::net::SocketAddr;
use std::sync::Arc;

use opentact_tests::is_complete;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Gives the bytes of the answer to a request, given as it came.
type Script = dyn Fn(&str) -> Vec<u8> + Send + Sync;

/// A server on loopback that closes every connection after one answer.
pub(crate) struct ScriptedPeer {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl ScriptedPeer {
    pub(crate) async fn start(script: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let script: Arc<Script> = Arc::new(script);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&script)));
            }
        });
        Self { address, task }
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for ScriptedPeer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// An answer with that status line, more header lines and body.
pub(crate) fn answer(status: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    )
    .into_bytes()
}

/// An answer with JSON.
pub(crate) fn json(status: &str, body: &serde_json::Value) -> Vec<u8> {
    answer(
        status,
        "content-type: application/json\r\n",
        &body.to_string(),
    )
}

async fn serve(mut stream: TcpStream, script: Arc<Script>) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !is_complete(&request) {
        match stream.read(&mut buffer).await {
            Ok(count) if count > 0 => request.extend_from_slice(&buffer[..count]),
            _ => return,
        }
    }
    let answer = script(&String::from_utf8_lossy(&request));
    // Whoever has heard enough may leave in the middle.
    let _ = stream.write_all(&answer).await;
    let _ = stream.shutdown().await;
}
