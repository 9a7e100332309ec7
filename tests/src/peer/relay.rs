//! A relay between a client and a server, which a test can make fail.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use super::step::Gate;

/// What a relay does with a request.
#[derive(Clone, Debug)]
pub enum Fate {
    /// Hands it on, and the answer back.
    Pass,
    /// Holds it at a gate, then hands it on, and the answer back.
    Hold(Gate),
    /// Hands it on, waits for the answer and breaks the connection instead of handing that back.
    LoseAnswer,
}

/// A relay on loopback to a server that answers each request at once. What a client sends at once
/// is taken for one request.
///
/// Dropping it ends it with all of its connections.
#[derive(Debug)]
pub struct Relay {
    address: SocketAddr,
    requests: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Relay {
    /// Starts a relay to that address. The n-th request, counted from 0, has the n-th fate, and
    /// passes if there is none.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn to(server: SocketAddr, fates: impl Into<Vec<Fate>>) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let requests = Arc::new(AtomicUsize::new(0));
        let (fates, counter) = (Arc::<[Fate]>::from(fates.into()), Arc::clone(&requests));
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                let (fates, counter) = (Arc::clone(&fates), Arc::clone(&counter));
                connections.spawn(relay(client, server, fates, counter));
            }
        });
        Ok(Self {
            address,
            requests,
            task,
        })
    }

    /// The relay's address as a base URL.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many requests have come.
    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// How much is read at once, in bytes: more than any request of a test.
const LARGEST: usize = 64 * 1024;

async fn relay(
    mut client: TcpStream,
    server: SocketAddr,
    fates: Arc<[Fate]>,
    requests: Arc<AtomicUsize>,
) -> io::Result<()> {
    let mut server = TcpStream::connect(server).await?;
    let (mut request, mut answer) = (vec![0; LARGEST], vec![0; LARGEST]);
    loop {
        tokio::select! {
            count = client.read(&mut request) => {
                let request = &request[..count?];
                if request.is_empty() {
                    return Ok(());
                }
                let number = requests.fetch_add(1, Ordering::SeqCst);
                let fate = fates.get(number).cloned().unwrap_or(Fate::Pass);
                if let Fate::Hold(gate) = &fate {
                    gate.pass().await;
                }
                server.write_all(request).await?;
                if matches!(fate, Fate::LoseAnswer) {
                    let _heard = server.read(&mut answer).await?;
                    return client.set_zero_linger();
                }
            }
            count = server.read(&mut answer) => {
                let answer = &answer[..count?];
                if answer.is_empty() {
                    return client.shutdown().await;
                }
                client.write_all(answer).await?;
            }
        }
    }
}
