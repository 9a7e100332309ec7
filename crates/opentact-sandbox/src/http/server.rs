//! The HTTP side: takes requests in, has them answered, remembers them.

use std::{
    error::Error as StdError,
    future::{self, Future},
    net::IpAddr,
    sync::{Arc, Weak},
    time::{Duration, Instant},
};

use axum::{
    body::Body,
    extract::Request,
    http::{
        HeaderMap, StatusCode,
        header::{CONTENT_ENCODING, CONTENT_TYPE, HOST},
        request::Parts,
    },
    response::Response,
};
use hyper::{body::Incoming, service::service_fn, upgrade::OnUpgrade};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};

use crate::{
    contract::{self, described},
    engine::Engine,
    error::Error,
    events::{connection, handshake},
    faults::{Asked, Before, Met, NoAnswer},
    http::{
        answer::Answer,
        body::{self, LONGEST, LONGEST_FORM, RequestBody},
        connections::{self, Wire},
        input, observer,
        presented::Presented,
        router::Found,
        underway::{Client, Underway},
    },
    operations,
    record::{OpenConnection, Recorder, RequestRecord, mask},
    settings::Settings,
};

/// How much of a made-up method a record shows, in characters.
const LONGEST_METHOD: usize = 32;

/// A connection to the API, as a request on it sees it.
#[derive(Clone)]
struct ApiConnection {
    engine: Arc<Engine>,
    peer: IpAddr,
    /// Gone once its client is, whatever is still at work.
    open: Weak<OpenConnection>,
    /// Whether the server stops.
    stopping: watch::Receiver<bool>,
}

/// A connection that becomes a WebSocket, and the fault that it has met.
struct Upgrade {
    on: OnUpgrade,
    fault: Option<Met>,
}

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
    let (stops, stopping) = watch::channel(false);
    let opened = |_: &TcpStream, peer| {
        let open = Arc::new(Recorder::connection(Arc::clone(&engine.recorder)));
        let connection = ApiConnection {
            engine: Arc::clone(&engine),
            peer,
            open: Arc::downgrade(&open),
            stopping: stopping.clone(),
        };
        let underway = Arc::clone(&underway);
        service_fn(move |request| {
            // The connection is open as long as it is served.
            let _open = &open;
            let (connection, underway) = (connection.clone(), Arc::clone(&underway));
            // It is at work from here on, also if the connection ends before it is looked at again.
            underway.answered(|client| answer(connection, request, client))
        })
    };
    let stop = async move {
        stop.await;
        stops.send_replace(true);
    };
    connections::serve(listener, wire, opened, stop).await;
    underway.done().await;
}

/// Answers a request, and goes on with the connection where it has become a WebSocket.
async fn answer(connection: ApiConnection, request: Request<Incoming>, mut client: Client) {
    let engine = &connection.engine;
    let mut upgrade = None;
    let Settings { cors, observer, .. } = &engine.settings;
    let preflight = cors.as_ref().and_then(|it| it.preflight(&request));
    let mut response = match preflight {
        Some(response) => Ok(response),
        None => {
            let observed = observer::observed(observer.as_ref(), request, |request| {
                handle(&connection, request, &mut client, &mut upgrade)
            });
            observed.await
        }
    };
    if let (Some(cors), Ok(response)) = (cors, &mut response) {
        cors.allow(response);
    }
    let open = connection.open.upgrade();
    // Without a receiver there is nobody to be answered.
    let _ = client.send(response);
    let Some(Upgrade { on, fault }) = upgrade else {
        return;
    };
    // A client that has gone before the answer has nothing to go on with.
    if let Ok(upgraded) = on.await {
        let mut stopping = connection.stopping;
        let stop = async move {
            // A server that is dropped says nothing, and its connections end without a farewell.
            if stopping.wait_for(|stopping| *stopping).await.is_err() {
                future::pending::<()>().await;
            }
        };
        let io = TokioIo::new(upgraded);
        connection::serve(engine, io, connection.peer, fault, stop).await;
    }
    drop(open);
}

async fn handle(
    connection: &ApiConnection,
    request: Request<Incoming>,
    client: &mut Client,
    upgrade: &mut Option<Upgrade>,
) -> Result<Response, NoAnswer> {
    let since = Instant::now();
    let ApiConnection { engine, peer, .. } = connection;
    let (mut parts, body) = request.into_parts();
    let presented = Presented::find(&parts.headers, parts.uri.query());
    let mut found = engine.router.find(parts.method.as_str(), parts.uri.path());
    let longest = match found.operation().and_then(described).map(|it| it.body) {
        Some(contract::Body::Form(_)) => LONGEST_FORM,
        _ => LONGEST,
    };
    let body = body::read_up_to(longest, Body::new(body)).await;
    if found == Found::Events && parts.uri.path() == "/" && !handshake::is_asked_for(&parts) {
        // Who looks at the address of the API finds nothing there.
        found = Found::Nothing;
    }
    let operation = found.operation();
    let mut record = received(engine, &parts, &presented, &body, &found);
    let handshake = (found == Found::Events).then(|| handshake::answer(&parts));
    let mut fault = engine.faults.meet(match operation {
        Some(operation) => Asked::Operation(operation),
        None if handshake.is_some() => Asked::Events,
        None => Asked::Nothing,
    });
    record.fault = fault.as_ref().map(|met| met.id());
    // What happens to a credential waits until there is one.
    let switches = handshake.as_ref().is_some_and(Answer::switches);
    let later = fault.take_if(|met| switches && met.is_for_credential());
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
                () = client.closed(), if stalls => Before::NoAnswer,
            }
        }
        None => Before::GoOn,
    };
    let before = match before {
        Before::GoOn => unreadable(&parts.headers).map_or(Before::GoOn, Before::Answer),
        before => before,
    };
    // From here to its record, a request is before a reset or after it.
    let at_work = engine.at_work.read().await;
    let answer = match before {
        Before::GoOn => Some(match (handshake, stubbed(engine, &parts, &body)) {
            (Some(answer), _) => answer,
            (None, Some((stub, answer))) => {
                record.stub = Some(stub);
                answer
            }
            (None, None) => found_answer(engine, found, &parts, &presented, body, *peer).await,
        }),
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
    if record.status == StatusCode::SWITCHING_PROTOCOLS.as_u16()
        && let Some(on) = parts.extensions.remove::<OnUpgrade>()
    {
        *upgrade = Some(Upgrade { on, fault: later });
    }
    if !fault.is_some_and(|met| met.stalls()) {
        remember(engine, record, since.elapsed());
    }
    drop(at_work);
    response
}

/// The refusal of a request that says in its head that it cannot be read.
fn unreadable(headers: &HeaderMap) -> Option<Answer> {
    let refusal = |status, message| Some(Answer::failure(status, message));
    // RFC 9112, 3.2: exactly one.
    if headers.get_all(HOST).iter().count() != 1 {
        return refusal(
            StatusCode::BAD_REQUEST,
            "The header `Host` has to be there once",
        );
    }
    let mut encodings = headers.get_all(CONTENT_ENCODING).iter();
    if encodings.any(|it| !it.as_bytes().eq_ignore_ascii_case(b"identity")) {
        let message = "Bodies are taken without `Content-Encoding` alone";
        return refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, message);
    }
    None
}

/// The answer of the stub that the request meets, if it meets one.
fn stubbed(engine: &Engine, parts: &Parts, body: &RequestBody) -> Option<(u64, Answer)> {
    let body = match body {
        RequestBody::Complete(bytes) => bytes.as_slice(),
        RequestBody::TooLong(_) | RequestBody::Broken => &[],
    };
    let request = (parts.method.as_str(), parts.uri.path(), parts.uri.query());
    let now = engine.clock.now();
    engine.stubs.answer(request, &parts.headers, body, now)
}

async fn found_answer(
    engine: &Engine,
    found: Found,
    parts: &Parts,
    presented: &Presented,
    body: RequestBody,
    peer: IpAddr,
) -> Answer {
    match found {
        Found::Operation {
            operation,
            arguments,
        } => {
            let content_type = parts.headers.get(CONTENT_TYPE);
            let incoming = input::Incoming {
                operation,
                arguments,
                query: parts.uri.query(),
                content_type: content_type.and_then(|it| it.to_str().ok()),
                body,
            };
            let answered = operations::answer(engine, presented, incoming, peer).await;
            answered.unwrap_or_else(|error| failed(&error))
        }
        Found::WrongMethod { allow } => Answer::wrong_method(allow),
        Found::Events | Found::Nothing => Answer::not_found("Not found"),
    }
}

/// What is known of a request before it is answered.
pub(crate) fn received(
    engine: &Engine,
    parts: &Parts,
    presented: &Presented,
    body: &RequestBody,
    found: &Found,
) -> RequestRecord {
    let operation = found.operation();
    RequestRecord {
        id: 0,
        time: engine.clock.now(),
        operation,
        method: parts.method.as_str().chars().take(LONGEST_METHOD).collect(),
        path: engine.router.masked(parts.uri.path(), found),
        query: mask::query(parts.uri.query(), operation),
        credentials: presented.schemes.clone(),
        headers: mask::headers(&parts.headers),
        body: mask::body(body, operation),
        user: None,
        status: 0,
        duration: Duration::ZERO,
        fault: None,
        stub: None,
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
