//! A server that says exactly what a test wants, byte for byte.

mod closed_port;
mod connect_proxy;
mod connection;
mod relay;
mod script;
mod step;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

pub use closed_port::ClosedPort;
pub use connect_proxy::ConnectProxy;
pub use connection::is_complete;
pub use relay::{Fate, Relay};
pub use step::{Gate, Step, json};

use self::script::Script;

/// A server on loopback that plays a script, and keeps what it was asked.
///
/// A script is a list of turns, and a turn a list of [`Step`]s. Each request takes the next turn,
/// on whichever connection it comes; a turn that does not begin by hearing a request is taken by
/// the next connection. The last turn is played for ever.
///
/// Dropping it ends it with all of its connections.
#[derive(Debug)]
pub struct Peer {
    address: SocketAddr,
    script: Arc<Script>,
    task: JoinHandle<()>,
}

impl Peer {
    /// Starts a peer that answers with these bytes and closes the connection.
    pub async fn saying(answer: impl Into<Vec<u8>>) -> Self {
        Self::repeating([Step::Hear, Step::say(answer), Step::Close]).await
    }

    /// Starts a peer that begins with these bytes and then keeps the connection and says no more.
    pub async fn stalling_after(beginning: impl Into<Vec<u8>>) -> Self {
        Self::repeating([Step::Hear, Step::say(beginning), Step::Stall]).await
    }

    /// Starts a peer that answers with that status line, type and body.
    pub async fn answering(status: &str, content_type: &str, body: &str) -> Self {
        let length = body.len();
        Self::saying(format!(
            "HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\r\n{body}"
        ))
        .await
    }

    /// Starts a peer that plays the same turn for every request.
    pub async fn repeating(turn: impl Into<Vec<Step>>) -> Self {
        Self::playing([turn.into()]).await
    }

    /// Starts a peer that plays these turns, the last one for ever.
    #[expect(
        clippy::expect_used,
        reason = "a test ends where its peer does not start"
    )]
    pub async fn playing(turns: impl IntoIterator<Item = Vec<Step>>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        Self::listening(listener.expect("a free port"), turns).expect("an address")
    }

    fn listening(
        listener: TcpListener,
        turns: impl IntoIterator<Item = Vec<Step>>,
    ) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let script = Arc::new(Script::new(turns));
        let shared = Arc::clone(&script);
        let task = tokio::spawn(async move {
            // The connections end with the task.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let number = shared.connected();
                connections.spawn(connection::play(stream, number, Arc::clone(&shared)));
            }
        });
        Ok(Self {
            address,
            script,
            task,
        })
    }

    /// Plays these turns from now on, the last one for ever, and forgets the requests so far.
    ///
    /// A connection that waits for a request goes on with them.
    pub fn play(&self, turns: impl IntoIterator<Item = Vec<Step>>) {
        self.script.replace(turns);
    }

    /// The peer's address as a base URL.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port of the peer.
    pub const fn port(&self) -> u16 {
        self.address.port()
    }

    /// The requests so far, as they came: request line, headers, an empty line, body.
    pub fn requests(&self) -> Vec<String> {
        let arrivals = self.script.arrivals();
        arrivals.into_iter().map(|(_, request)| request).collect()
    }

    /// For each request so far, the number of its connection, counted from 0.
    pub fn connections_of_requests(&self) -> Vec<usize> {
        let arrivals = self.script.arrivals();
        arrivals.into_iter().map(|(number, _)| number).collect()
    }

    /// How many connections have been accepted, whether or not a request came on them.
    pub fn connections(&self) -> usize {
        self.script.connections()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.task.abort();
    }
}
