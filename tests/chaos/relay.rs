//! A relay between a stream and the sandbox, which does to a connection what was decided.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::fate::Sabotage;
use crate::frames::Frames;
use crate::scene::Scene;

/// What is no frame: reserved bits, and an opcode that nobody has defined.
const GARBAGE: &[u8] = b"\xff\xffthis is no frame";

/// A relay on loopback. Dropping it ends it with all of its connections.
pub(crate) struct Relay {
    address: SocketAddr,
    next: Arc<Mutex<Option<Order>>>,
    task: JoinHandle<()>,
}

/// What is to be done to a connection.
pub(crate) struct Order {
    pub(crate) sabotage: Sabotage,
    /// After so many bytes to the stream.
    pub(crate) after: usize,
    /// Called before it is done.
    pub(crate) strikes: Box<dyn FnOnce() + Send>,
}

impl Relay {
    pub(crate) async fn start(scene: &Arc<Scene>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let next = Arc::new(Mutex::new(None));
        let (orders, scene) = (Arc::clone(&next), Arc::clone(scene));
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                let order = orders.lock().unwrap().take();
                connections.spawn(relay(client, order, Arc::clone(&scene)));
                while connections.try_join_next().is_some() {}
            }
        });
        Self {
            address,
            next,
            task,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("ws://{}/wss", self.address)
    }

    /// What happens to the next connection; nothing without an order.
    pub(crate) fn order(&self, order: Option<Order>) {
        *self.next.lock().unwrap() = order;
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn relay(
    mut client: TcpStream,
    mut order: Option<Order>,
    scene: Arc<Scene>,
) -> io::Result<()> {
    let mut server = TcpStream::connect(scene.sandbox.address()).await?;
    let (mut up, mut down) = (vec![0; 16 * 1024], vec![0; 16 * 1024]);
    let mut frames = Frames::new();
    let mut handed_on = 0;
    loop {
        tokio::select! {
            count = client.read(&mut up) => match count? {
                0 => return Ok(()),
                count => server.write_all(&up[..count]).await?,
            },
            count = server.read(&mut down) => {
                let piece = &down[..count?];
                if piece.is_empty() {
                    return client.shutdown().await;
                }
                let place = order.as_ref().and_then(|order| {
                    let from = order.after.saturating_sub(handed_on);
                    match order.sabotage {
                        Sabotage::Garbage => frames.read_up_to(piece, from),
                        _ => (from < piece.len()).then_some(from),
                    }
                });
                if let Some(place) = place
                    && !scene.is_calm()
                    && let Some(order) = order.take()
                {
                    (order.strikes)();
                    client.write_all(&piece[..place]).await?;
                    return sabotage(client, order.sabotage).await;
                }
                client.write_all(piece).await?;
                handed_on += piece.len();
            }
        }
    }
}

async fn sabotage(mut client: TcpStream, sabotage: Sabotage) -> io::Result<()> {
    match sabotage {
        Sabotage::Cut => client.shutdown().await,
        Sabotage::Reset => client.set_zero_linger(),
        Sabotage::Garbage => client.write_all(GARBAGE).await,
        Sabotage::Stall => {
            let mut unheard = vec![0; 1024];
            while client.read(&mut unheard).await? > 0 {}
            Ok(())
        }
    }
}
