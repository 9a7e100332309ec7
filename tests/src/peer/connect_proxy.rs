//! A proxy that opens tunnels, and keeps what it could see.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::tls_peer::PROXIED;

/// A proxy on loopback that knows `CONNECT` and nothing else, and keeps every byte that clients
/// send through it.
///
/// Dropping it ends it with all of its tunnels.
#[derive(Debug)]
pub struct ConnectProxy {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<u8>>>,
    task: JoinHandle<()>,
}

impl ConnectProxy {
    /// Starts a proxy; with `password`, one that refuses (407) whoever does not show that text in
    /// `Proxy-Authorization`.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn start(password: Option<&'static str>) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let seen = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&seen);
        let task = tokio::spawn(async move {
            let mut tunnels = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                tunnels.spawn(tunnel(client, password, Arc::clone(&shared)));
            }
        });
        Ok(Self {
            address,
            seen,
            task,
        })
    }

    /// Where the proxy is: host and port.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Every byte that clients have sent, as text where it is text.
    pub fn seen(&self) -> String {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&seen).into_owned()
    }
}

impl Drop for ConnectProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn tunnel(
    mut client: TcpStream,
    password: Option<&str>,
    seen: Arc<Mutex<Vec<u8>>>,
) -> io::Result<()> {
    let note = |bytes: &[u8]| {
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.extend_from_slice(bytes);
    };
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if client.read_buf(&mut head).await? == 0 {
            note(&head);
            return Ok(());
        }
    }
    note(&head);
    let head = String::from_utf8_lossy(&head).into_owned();
    let target = head
        .strip_prefix("CONNECT ")
        .and_then(|rest| rest.split(' ').next());
    let Some(target) = target else {
        let refusal = b"HTTP/1.1 405 Method Not Allowed\r\ncontent-length: 0\r\n\r\n";
        return client.write_all(refusal).await;
    };
    if password.is_some_and(|password| !head.contains(password)) {
        let refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
        return client.write_all(refusal).await;
    }
    let mut server = TcpStream::connect(target.replace(PROXIED, "127.0.0.1")).await?;
    client
        .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
        .await?;
    let (mut from_client, mut from_server) = ([0; 4096], [0; 4096]);
    loop {
        tokio::select! {
            count = client.read(&mut from_client) => {
                let bytes = &from_client[..count?];
                if bytes.is_empty() {
                    return Ok(());
                }
                note(bytes);
                server.write_all(bytes).await?;
            }
            count = server.read(&mut from_server) => {
                let bytes = &from_server[..count?];
                if bytes.is_empty() {
                    return client.shutdown().await;
                }
                client.write_all(bytes).await?;
            }
        }
    }
}
