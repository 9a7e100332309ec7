//! The HTTP side: takes requests in, has them answered, remembers them.

use std::{
    error::Error as StdError,
    future::Future,
    net::IpAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{body::Body, extract::Request, http::request::Parts, response::Response};
use hyper::{body::Incoming, service::service_fn};
use opentact_client::security::Operation;
use tokio::net::{TcpListener, TcpStream};

use crate::{
    answer::Answer,
    body::{self, RequestBody},
    connections::{self, Wire},
    engine::Engine,
    error::Error,
    faults::{Before, NoAnswer},
    observer,
    operations::{self, Input},
    presented::Presented,
    record::{Recorder, RequestRecord, mask},
    router::Found,
    underway::{Gone, Underway},
};

/// How much of a made-up method a record shows, in characters.
const LONGEST_METHOD: usize = 32;

/// Serves until `stop` is done and the requests at work are answered.
///
/// The connections end with the future.
pub(crate) async fn serve(
    listener: TcpListener,
    wire: impl Wire,
    engine: Arc<Engine>,
    stop: impl Future<Output = ()>,
) {
    let underway = Arc::new(Underway::default());
    let opened = |_: &TcpStream, peer| {
        let open = Recorder::connection(Arc::clone(&engine.recorder));
        let (engine, underway) = (Arc::clone(&engine), Arc::clone(&underway));
        let service = service_fn(move |request| {
            let (engine, underway) = (Arc::clone(&engine), Arc::clone(&underway));
            async move {
                let answer = |gone| observed(engine, peer, request, gone);
                underway.answered(answer).await
            }
        });
        (service, open)
    };
    connections::serve(listener, wire, opened, stop).await;
    underway.done().await;
}

async fn observed(
    engine: Arc<Engine>,
    peer: IpAddr,
    request: Request<Incoming>,
    gone: Gone,
) -> Result<Response, NoAnswer> {
    let answer = |request| handle(&engine, peer, request, gone);
    observer::observed(&engine, request, answer).await
}

async fn handle(
    engine: &Engine,
    peer: IpAddr,
    request: Request<Incoming>,
    gone: Gone,
) -> Result<Response, NoAnswer> {
    let since = Instant::now();
    let (parts, body) = request.into_parts();
    let presented = Presented::find(&parts.headers, parts.uri.query());
    let body = body::read(Body::new(body)).await;
    let found = engine.router.find(parts.method.as_str(), parts.uri.path());
    let operation = match &found {
        Found::Operation { operation, .. } => Some(*operation),
        Found::WrongMethod { .. } | Found::Nothing => None,
    };
    let mut record = received(engine, &parts, &presented, &body, operation);
    let mut fault = engine.faults.meet(operation);
    record.fault = fault.as_ref().map(|met| met.id());
    // A stalled request is remembered before it stalls, as it may never end.
    if fault.as_ref().is_some_and(|met| met.stalls()) {
        remember(engine, record.clone(), since.elapsed());
    }
    let before = match &mut fault {
        Some(met) => {
            let stalls = met.stalls();
            tokio::select! {
                before = met.before() => before,
                // A stall does nothing, and has been remembered.
                _ = gone, if stalls => Before::NoAnswer,
            }
        }
        None => Before::GoOn,
    };
    // From here to its record, a request is before a reset or after it.
    let at_work = engine.at_work.read().await;
    let answer = match before {
        Before::GoOn => Some(answer(engine, found, &presented, body, peer).await),
        Before::Answer(answer) => Some(answer),
        Before::NoAnswer => None,
    };
    record.user = answer.as_ref().and_then(Answer::user);
    let status = answer.as_ref().map(|answer| answer.status().as_u16());
    let response = match (answer, &fault) {
        (Some(answer), Some(met)) => met.after(answer),
        (Some(answer), None) => Ok(answer.into_response()),
        (None, _) => Err(NoAnswer),
    };
    record.status = response.as_ref().ok().and(status).unwrap_or(0);
    if !fault.is_some_and(|met| met.stalls()) {
        remember(engine, record, since.elapsed());
    }
    drop(at_work);
    response
}

async fn answer(
    engine: &Engine,
    found: Found,
    presented: &Presented,
    body: RequestBody,
    peer: IpAddr,
) -> Answer {
    match found {
        Found::Operation {
            operation,
            parameter,
        } => {
            let input = Input {
                parameter,
                body,
                peer,
            };
            let answered = operations::answer(engine, operation, presented, &input).await;
            answered.unwrap_or_else(|error| failed(&error))
        }
        Found::WrongMethod { allow } => Answer::wrong_method(allow),
        Found::Nothing => Answer::not_found("Not found"),
    }
}

/// What is known of a request before it is answered.
pub(crate) fn received(
    engine: &Engine,
    parts: &Parts,
    presented: &Presented,
    body: &RequestBody,
    operation: Option<Operation>,
) -> RequestRecord {
    RequestRecord {
        id: 0,
        time: engine.clock.now(),
        operation,
        method: parts.method.as_str().chars().take(LONGEST_METHOD).collect(),
        path: engine.router.masked(parts.uri.path()),
        query: mask::query(parts.uri.query()),
        credentials: presented.schemes.clone(),
        headers: mask::headers(&parts.headers),
        body: mask::body(body),
        user: None,
        status: 0,
        duration: Duration::ZERO,
        fault: None,
    }
}

/// Puts a request into the log.
pub(crate) fn remember(engine: &Engine, mut record: RequestRecord, duration: Duration) {
    record.duration = duration;
    tracing::info!(
        method = record.method,
        path = record.path,
        status = record.status,
        "answered"
    );
    engine.recorder.add(record);
}

fn failed(error: &Error) -> Answer {
    let source: Option<&dyn StdError> = error.source();
    tracing::error!(%error, source, "a request could not be answered");
    Answer::failed()
}
