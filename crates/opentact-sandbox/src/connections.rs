//! The connections of one listener: takes them in, serves them, ends them.

use std::{error::Error as StdError, future::Future, net::IpAddr, pin::pin};

use axum::{
    body::Body,
    http::{Request, Response},
    serve::{Listener, ListenerExt},
};
use hyper::{body::Incoming, server::conn::http1, service::Service};
use hyper_util::{rt::TokioIo, server::graceful::GracefulShutdown};
use tokio::{net::TcpListener, task::JoinSet};

/// Serves until `stop` is done and the requests at work are answered.
///
/// `opened` is called for each connection with whom it is with; it returns what serves it, and
/// what lives as long. The connections end with the future.
pub(crate) async fn serve<S, G>(
    listener: TcpListener,
    opened: impl Fn(IpAddr) -> (S, G),
    stop: impl Future<Output = ()>,
) where
    S: Service<Request<Incoming>, Response = Response<Body>> + Send + 'static,
    S::Future: Send,
    S::Error: Into<Box<dyn StdError + Send + Sync>>,
    G: Send + 'static,
{
    let mut listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection stays without TCP_NODELAY");
        }
    });
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            Some(_) = connections.join_next() => continue,
            accepted = listener.accept() => accepted,
        };
        let (service, open) = opened(peer.ip());
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        let served = graceful.watch(connection);
        connections.spawn(async move {
            // Why a connection ended is its client's business.
            let _ = served.await;
            drop(open);
        });
    }
    drop(listener);
    graceful.shutdown().await;
}
