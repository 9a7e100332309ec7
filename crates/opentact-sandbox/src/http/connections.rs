//! The connections of one listener: takes them in, serves them, ends them.

use std::{
    error::Error as StdError,
    future::Future,
    net::IpAddr,
    pin::pin,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use axum::{
    body::Body,
    http::{Request, Response},
    serve::{Listener, ListenerExt},
};
use hyper::{
    body::Incoming,
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};

use super::patience::Patience;

/// How long the head of a request may take, and how long nothing may come between two.
const PATIENCE: Duration = Duration::from_secs(75);

/// What is spoken below HTTP.
pub(crate) trait Wire: Clone + Send + 'static {
    /// What HTTP is spoken on.
    type Stream: AsyncRead + AsyncWrite + Unpin + Send + 'static;

    /// Readies a connection for HTTP; `None` if there is nobody to speak with.
    fn open(self, stream: TcpStream) -> impl Future<Output = Option<Self::Stream>> + Send;
}

/// Nothing below HTTP.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain;

impl Wire for Plain {
    type Stream = TcpStream;

    async fn open(self, stream: TcpStream) -> Option<TcpStream> {
        Some(stream)
    }
}

/// Serves until `stop` is done and the requests at work are answered.
///
/// `opened` is called for each connection with whom it is with; it returns what serves it, and
/// lives as long as HTTP is spoken on it. The connections end with the future.
pub(crate) async fn serve<W, S>(
    listener: TcpListener,
    wire: W,
    opened: impl Fn(&TcpStream, IpAddr) -> S,
    stop: impl Future<Output = ()>,
) where
    W: Wire,
    S: Service<Request<Incoming>, Response = Response<Body>> + Send + 'static,
    S::Future: Send,
    S::Error: Into<Box<dyn StdError + Send + Sync>>,
{
    let mut listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection stays without TCP_NODELAY");
        }
    });
    let (going_on, stopped) = watch::channel(());
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            Some(_) = connections.join_next() => continue,
            accepted = listener.accept() => accepted,
        };
        let service = opened(&stream, peer.ip());
        let opening = wire.clone().open(stream);
        let mut stopped = stopped.clone();
        connections.spawn(async move {
            // Who has not begun to speak HTTP has no request at work.
            let stream = tokio::select! {
                biased;
                stream = opening => stream,
                _ = stopped.changed() => None,
            };
            if let Some(stream) = stream {
                let asked = &AtomicBool::new(false);
                let service = service_fn(move |request| {
                    asked.store(true, Ordering::Relaxed);
                    service.call(request)
                });
                let http = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(PATIENCE)
                    .serve_connection(TokioIo::new(Patience::new(stream)), service);
                let mut http = pin!(http.with_upgrades());
                tokio::select! {
                    biased;
                    // Why a connection ended is its client's business.
                    _ = http.as_mut() => {}
                    // Half of a first request's head is no request at work either.
                    _ = stopped.changed() => if asked.load(Ordering::Relaxed) {
                        http.as_mut().graceful_shutdown();
                        let _ = http.await;
                    },
                }
            }
        });
    }
    drop((listener, going_on));
    while connections.join_next().await.is_some() {}
}
