//! A server that says the same to everybody and keeps what it was told.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

pub(crate) struct Peer {
    port: u16,
    seen: Arc<Mutex<Vec<u8>>>,
}

impl Peer {
    /// Answers each connection once its request is complete, in as many writes as there are parts, and
    /// closes it.
    pub(crate) async fn start(answer: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = Vec::new();
                while !is_complete(&request) {
                    match stream.read_buf(&mut request).await {
                        Ok(read) if read > 0 => {}
                        _ => break,
                    }
                }
                *kept.lock().unwrap() = request;
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        Self { port, seen }
    }

    pub(crate) fn url(&self) -> reqwest::Url {
        format!("http://127.0.0.1:{}/", self.port).parse().unwrap()
    }

    /// The last request.
    pub(crate) fn seen(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap()).into_owned()
    }
}

/// Whether a request has come to its end: by its length, or by its last chunk.
fn is_complete(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.split("content-length: ").nth(1);
    let length = length.and_then(|it| it.lines().next()?.parse().ok());
    match length {
        Some(length) => body.len() >= length,
        None => !head.contains("chunked") || body.ends_with("0\r\n\r\n"),
    }
}
