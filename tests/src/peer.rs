//! A server that says exactly what a test wants, byte for byte.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A server on loopback that gives every request the same answer, and keeps what it was asked.
#[derive(Debug)]
pub struct Peer {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Peer {
    /// Starts a peer that answers with these bytes and closes the connection.
    pub async fn saying(answer: impl Into<Vec<u8>>) -> Self {
        Self::start(answer.into(), false).await
    }

    /// Starts a peer that begins with these bytes and then keeps the connection and says no more.
    pub async fn stalling_after(beginning: impl Into<Vec<u8>>) -> Self {
        Self::start(beginning.into(), true).await
    }

    #[expect(
        clippy::expect_used,
        reason = "a test ends where its peer does not start"
    )]
    async fn start(answer: Vec<u8>, stalls: bool) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (answer, kept) = (Arc::<[u8]>::from(answer), Arc::clone(&requests));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(
                    stream,
                    Arc::clone(&answer),
                    stalls,
                    Arc::clone(&kept),
                ));
            }
        });
        Self {
            address,
            requests,
            task,
        }
    }

    /// Starts a peer that answers with that status line, type and body.
    pub async fn answering(status: &str, content_type: &str, body: &str) -> Self {
        let length = body.len();
        Self::saying(format!(
            "HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\r\n{body}"
        ))
        .await
    }

    /// The peer's address as a base URL.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far, as they came: request line, headers, an empty line, body.
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    answer: Arc<[u8]>,
    stalls: bool,
    requests: Arc<Mutex<Vec<String>>>,
) {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    while !is_complete(&bytes) {
        match stream.read(&mut buffer).await {
            Ok(count) if count > 0 => bytes.extend_from_slice(&buffer[..count]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&bytes).into_owned();
    requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(request);
    // Whoever has heard enough may leave in the middle.
    let _ = stream.write_all(&answer).await;
    if stalls {
        // Until the other side gives up.
        while stream.read(&mut buffer).await.is_ok_and(|count| count > 0) {}
    }
    let _ = stream.shutdown().await;
}

/// Whether a request's head is there, and as much of a body as it announces.
fn is_complete(bytes: &[u8]) -> bool {
    let Some(end) = bytes.windows(4).position(|it| it == b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok())
        .unwrap_or(0);
    bytes.len() - (end + 4) >= length
}
