//! An event service that says exactly what a test wants, frame for frame.

mod event_socket;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

pub use event_socket::{EventSocket, Frame};

use crate::tls_peer::{CLASSIC, certified};

/// What the service of 2021 says to a good credential.
pub const YES_2021: &str = r#"{"success":true,"type":"auth","message":"success","payload":{"uuid":"8f2f6b0e-7f0e-4d52-9a52-5c0f6d3d7c11","ip":"::ffff:192.0.2.7","user":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","email":"ann@example.com"},"account":{}}}"#;
/// What the service of 2024 says to a good credential.
pub const YES_2024: &str = r#"{"uuid":"f0b9a0a4-52ce-4f0c-8a5c-6c2b6a1f4c22","type":"auth","message":"WSS connection 8f2f6b0e-7f0e-4d52-9a52-5c0f6d3d7c11@192.0.2.7 - success auth ann@example.com","payload":{"uuid":"8f2f6b0e-7f0e-4d52-9a52-5c0f6d3d7c11","ip":"192.0.2.7","user":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","email":"ann@example.com"},"account":{}},"delivery_report":[],"call":null,"sms":null}"#;

/// An event service on loopback. What it says on a connection, and when, is the test's function; it
/// begins after the upgrade.
///
/// Dropping it ends it with all of its connections.
#[derive(Debug)]
pub struct EventPeer {
    address: SocketAddr,
    authority: Option<String>,
    heads: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl EventPeer {
    /// Starts a service. The function gets each connection with its number, counted from 0.
    pub async fn start<F, T>(serve: F) -> Self
    where
        F: Fn(EventSocket, usize) -> T + Clone + Send + 'static,
        T: Future<Output = ()> + Send + 'static,
    {
        Self::listen(serve, None).await
    }

    /// Starts a service that speaks TLS, with a certificate of an authority of its own.
    ///
    /// # Panics
    ///
    /// When no certificate can be made.
    #[expect(
        clippy::expect_used,
        reason = "a test ends where its peer does not start"
    )]
    pub async fn start_tls<F, T>(serve: F) -> Self
    where
        F: Fn(EventSocket, usize) -> T + Clone + Send + 'static,
        T: Future<Output = ()> + Send + 'static,
    {
        let (authority, config) = certified(CLASSIC).expect("a certificate");
        let acceptor = TlsAcceptor::from(Arc::new(config));
        Self::listen(serve, Some((authority, acceptor))).await
    }

    #[expect(
        clippy::expect_used,
        reason = "a test ends where its peer does not start"
    )]
    async fn listen<F, T>(serve: F, tls: Option<(String, TlsAcceptor)>) -> Self
    where
        F: Fn(EventSocket, usize) -> T + Clone + Send + 'static,
        T: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        let listener = listener.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (authority, acceptor) = tls.unzip();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&heads);
        let task = tokio::spawn(async move {
            // The connections end with the task.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let (serve, seen, acceptor) = (serve.clone(), Arc::clone(&seen), acceptor.clone());
                connections.spawn(async move {
                    if let Some((socket, number)) = upgrade(stream, acceptor, &seen).await {
                        serve(socket, number).await;
                    }
                });
            }
        });
        Self {
            address,
            authority,
            heads,
            task,
        }
    }

    /// The service's address.
    pub fn url(&self) -> String {
        let scheme = if self.authority.is_some() {
            "wss"
        } else {
            "ws"
        };
        format!("{scheme}://{}/wss", self.address)
    }

    /// The port of the service.
    pub const fn port(&self) -> u16 {
        self.address.port()
    }

    /// The certificate of the service's own authority, as PEM text; empty without TLS.
    pub fn authority(&self) -> &str {
        self.authority.as_deref().unwrap_or_default()
    }

    /// The heads of the requests for an upgrade so far, in the order in which they came.
    pub fn heads(&self) -> Vec<String> {
        let heads = self.heads.lock();
        heads.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for EventPeer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn upgrade(
    stream: TcpStream,
    acceptor: Option<TlsAcceptor>,
    seen: &Mutex<Vec<String>>,
) -> Option<(EventSocket, usize)> {
    let (socket, head) = match acceptor {
        None => EventSocket::upgrade(stream).await?,
        Some(acceptor) => EventSocket::upgrade(acceptor.accept(stream).await.ok()?).await?,
    };
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    seen.push(head);
    Some((socket, seen.len() - 1))
}
