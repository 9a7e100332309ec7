//! The HTTP side: takes requests in, has them answered, remembers them.

use std::{
    error::Error as StdError,
    future::Future,
    net::{IpAddr, Ipv4Addr},
    pin::pin,
    sync::Arc,
};

use axum::{
    Router as HttpRouter,
    extract::{Request, State},
    middleware,
    response::Response,
    serve::{Listener, ListenerExt},
};
use hyper::{
    body::Incoming,
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::{rt::TokioIo, server::graceful::GracefulShutdown, service::TowerToHyperService};
use tokio::{net::TcpListener, task::JoinSet};

use crate::{
    answer::Answer,
    body,
    engine::Engine,
    error::Error,
    observer,
    operations::{self, Input},
    presented::Presented,
    record::RequestRecord,
    router::Found,
};

/// How much of a made-up method a record shows, in characters.
const LONGEST_METHOD: usize = 32;

/// Whom a connection is with.
#[derive(Clone, Copy, Debug)]
struct Peer(IpAddr);

/// Serves until `stop` is done and the requests at work are answered.
///
/// The connections end with the future.
pub(crate) async fn serve(
    listener: TcpListener,
    engine: Arc<Engine>,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let mut listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection stays without TCP_NODELAY");
        }
    });
    let look_on = middleware::from_fn_with_state(Arc::clone(&engine), observer::observed);
    let router = HttpRouter::new().fallback(handle).layer(look_on);
    let service = TowerToHyperService::new(router.with_state(engine));
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            Some(_) = connections.join_next() => continue,
            accepted = listener.accept() => accepted,
        };
        let service = service.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer.ip()));
            service.call(request)
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        connections.spawn(graceful.watch(connection));
    }
    drop(listener);
    graceful.shutdown().await;
}

async fn handle(State(engine): State<Arc<Engine>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let presented = Presented::find(&parts.headers, parts.uri.query());
    let body = body::read(body).await;
    let (operation, answer) = match engine.router.find(parts.method.as_str(), parts.uri.path()) {
        Found::Operation {
            operation,
            parameter,
        } => {
            let peer = parts.extensions.get::<Peer>();
            let input = Input {
                parameter,
                body,
                peer: peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0),
            };
            let answered = operations::answer(&engine, operation, &presented, &input).await;
            (
                Some(operation),
                answered.unwrap_or_else(|error| failed(&error)),
            )
        }
        Found::WrongMethod { allow } => (None, Answer::wrong_method(allow)),
        Found::Nothing => (None, Answer::not_found("Not found")),
    };
    let record = RequestRecord {
        operation,
        method: parts.method.as_str().chars().take(LONGEST_METHOD).collect(),
        path: engine.router.masked(parts.uri.path()),
        credentials: presented.schemes,
        status: answer.status().as_u16(),
    };
    tracing::info!(
        method = record.method,
        path = record.path,
        status = record.status,
        "answered"
    );
    engine.recorder.add(&record);
    answer.into_response()
}

fn failed(error: &Error) -> Answer {
    let source: Option<&dyn StdError> = error.source();
    tracing::error!(%error, source, "a request could not be answered");
    Answer::failed()
}
