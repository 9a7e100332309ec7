//! A stream of events that outlives its connections.

mod address;
mod backoff;
mod connection;
mod dialer;
mod finality;
mod item;
mod reason;
mod settings;
mod socket;
mod state;
mod timer;
mod token;
mod upgrade;
mod wire;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use futures_core::Stream;
use futures_core::stream::FusedStream;

pub(crate) use dialer::Dialer;
pub use item::{Connected, Disconnected, EventItem, Unreadable};
pub use reason::DisconnectReason;
pub use settings::Events;
pub use state::EventStreamState;

use self::address::Address;
use self::connection::{Connection, Progress};
use self::dialer::Way;
use self::settings::Settings;
use self::socket::Socket;
use self::timer::{Moment, after};
use self::token::Token;
use super::event::Event;
use crate::error::Error;
use crate::session::SessionJwt;
use crate::telemetry;
use crate::transport::Transport;

/// The longest `Retry-After` that counts.
const LONGEST_SERVER_WAIT: Duration = Duration::from_secs(60);
/// The events of the user, over one connection after the other.
///
/// [`Client::events`](crate::Client::events) has the settings and makes it. It connects, sends the
/// credential, yields what comes, and connects again when the connection ends; each of these shows as
/// an [`EventItem`].
///
/// ```no_run
/// use opentact::events::EventItem;
///
/// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
/// let mut events = client.events().stream()?;
/// while let Some(item) = events.next().await {
///     match item? {
///         EventItem::Connected(_) => println!("listening; now ask the API how things stand"),
///         EventItem::Event(event) => println!("{}: {:?}", event.kind(), event.payload()),
///         EventItem::Disconnected(it) => println!("missing events until it is back: {it}"),
///         other => println!("{other:?}"),
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// It is a `Stream` of the crate `futures-core` as well, so that it can be combined with others. It is polled in
/// a runtime of tokio.
///
/// # What is guaranteed
///
/// * **No gap is hidden.** What comes between two connections is lost, as the service keeps nothing
///   meanwhile. Each end of a connection is an item, and so is each failed attempt and
///   each connection; [`EventItem`] says what to make of it.
/// * **Driven by the caller.** There is no task that reads: while nobody polls, nothing is read, and
///   what the service sends waits in the sockets. Only a login that has begun goes on by itself, as
///   others may wait for it; it ends with the stream.
/// * **Cancel-safe.** All state is in the stream. A `next()` that is dropped has lost nothing.
/// * **Bounded memory.** A message has at most
///   [`max_message_bytes`](Events::max_message_bytes), in however many frames, and a size that is
///   announced is judged before it comes. What is held for a stream is a few times that, whatever
///   the service sends. Pings of a service that does not read the pongs are no longer read.
/// * **The credential goes into one frame.** The request for the upgrade has none. An address without
///   TLS is refused unless it is on this machine; redirects are not followed.
/// * **The client's way.** Its proxy, its root certificates and its TLS library are those of the
///   stream, and `localhost` means this machine.
/// * **A fresh token for each attempt.** A login credential is traded for a JWT by the client's
///   session; a JWT that the service refuses is replaced once, and the next refusal is final. A JWT or
///   an API token is sent as it is, and a refusal is final.
/// * **Every wait has an end.** The client's total timeout for a login, 10 seconds for a connection, 10
///   for the answer to the credential, 45 until a silent connection is given up. The waits between
///   attempts double from 0.8 to 30 seconds, and start over after a connection that was live for 120
///   seconds. A `Retry-After` of the service counts, up to 60 seconds. All of it by the client's clock,
///   and all of it but this can be set.
///
/// # What ends a stream
///
/// An error, after which the stream yields nothing more, of the kinds that no repetition mends:
/// [`Credentials`](crate::ErrorKind::Credentials), [`Configuration`](crate::ErrorKind::Configuration),
/// [`Input`](crate::ErrorKind::Input) and [`Redirected`](crate::ErrorKind::Redirected). Everything
/// else is tried again without end: see [`Disconnected::failures`] to give up earlier.
///
/// What the service says to a credential that it refuses is the error's `source`, an
/// [`AuthRefusal`](super::AuthRefusal).
///
/// # What is not
///
/// * A caller who does not poll loses the connection in the end: pings are answered when the stream is
///   polled. The next polls then yield what had come, and the [`Disconnected`].
/// * What the service says before its answer to the credential is yielded as it comes.
/// * A connection that ends without an answer to the credential, or gets none in time, is tried again,
///   with another JWT the first time; but the close codes 1008, 3000 and 3003 are a refusal. A client
///   makes one such login within 10 seconds, however many streams it has.
#[must_use = "a stream does nothing unless it is polled"]
pub struct EventStream {
    transport: Arc<Transport>,
    way: Way,
    address: Address,
    settings: Settings,
    phase: Phase,
    /// How many in a row have failed since the last stable connection.
    failures: u32,
    /// How many connections were live.
    connections: u64,
    /// The JWT that the next attempt replaces.
    refused: Option<Arc<SessionJwt>>,
    /// Whether a refused JWT was replaced since the service took one.
    renewed: bool,
    /// Whether a JWT to which there was no answer was doubted since then.
    suspected: bool,
}

type Connecting = Pin<Box<dyn Future<Output = Result<(Token, Socket), Error>> + Send>>;

enum Phase {
    Connecting(Connecting),
    Open(Box<Connection>),
    Waiting { until: Instant, over: Moment },
    Ended,
}

impl EventStream {
    fn new(transport: Arc<Transport>, way: Way, address: Address, settings: Settings) -> Self {
        let mut stream = Self {
            transport,
            way,
            address,
            settings,
            phase: Phase::Ended,
            failures: 0,
            connections: 0,
            refused: None,
            renewed: false,
            suspected: false,
        };
        stream.connect();
        stream
    }

    /// Waits for what comes next; `None` when the stream has ended.
    ///
    /// # Errors
    ///
    /// What ends the stream, once: see [`EventStream`](Self#what-ends-a-stream).
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe: the next one goes on where it was.
    pub async fn next(&mut self) -> Option<Result<EventItem, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Where its life stands.
    pub fn state(&self) -> EventStreamState {
        match &self.phase {
            Phase::Connecting(_) => EventStreamState::Connecting,
            Phase::Open(connection) if connection.is_live() => EventStreamState::Live,
            Phase::Open(_) => EventStreamState::Authenticating,
            Phase::Waiting { until, .. } => EventStreamState::Waiting { until: *until },
            Phase::Ended => EventStreamState::Ended,
        }
    }

    /// Says goodbye to the service and ends. What comes in the meantime is lost.
    ///
    /// The service has 5 seconds to answer. Dropping a stream instead ends its connection without
    /// a word.
    ///
    /// # Cancellation
    ///
    /// Dropping the future ends the connection without waiting.
    pub async fn close(mut self) {
        if let Phase::Open(connection) = std::mem::replace(&mut self.phase, Phase::Ended) {
            connection.close().await;
        }
    }

    /// Begins to connect.
    fn connect(&mut self) {
        let (transport, way) = (Arc::clone(&self.transport), self.way.clone());
        let (address, settings) = (self.address.clone(), self.settings);
        let refused = self.refused.take();
        self.phase = Phase::Connecting(Box::pin(async move {
            let token = token::fetch(Arc::clone(&transport), refused).await?;
            let limit = settings.connect_timeout;
            let wire = upgrade::upgrade(&way, &address, &transport.clock, limit).await?;
            Ok((token, Socket::over(wire, settings.max_message_bytes)))
        }));
    }

    /// Ends for good.
    fn end(&mut self, error: Error) -> Error {
        self.phase = Phase::Ended;
        telemetry::events_ended(self.address.host(), self.address.port(), &error);
        error
    }

    /// Waits for the next attempt.
    fn disconnect(&mut self, reason: DisconnectReason, was_live: bool) -> EventItem {
        self.failures = self.failures.saturating_add(1);
        let mut wait = self.settings.backoff.wait(self.failures, fastrand::f64());
        if let DisconnectReason::NotConnected(error) = &reason
            && let Some(asked) = error.retry_after()
        {
            wait = wait.max(asked.min(LONGEST_SERVER_WAIT));
        }
        let clock = self.transport.clock.clone();
        let until = after(clock.now(), wait);
        self.phase = Phase::Waiting {
            until,
            // Counted from now, whenever the stream is polled again.
            over: Box::pin(async move {
                let left = until.saturating_duration_since(clock.now());
                clock.sleep(left).await;
            }),
        };
        let item = Disconnected {
            reason,
            wait,
            failures: self.failures,
            was_live,
        };
        telemetry::events_disconnected(self.address.host(), self.address.port(), &item);
        EventItem::Disconnected(item)
    }

    /// The service refused the token of this connection: another one is tried, once.
    fn refuse(&mut self, jwt: Option<Arc<SessionJwt>>, error: Error) -> Option<Error> {
        if let Some(jwt) = jwt
            && !self.renewed
        {
            self.renewed = true;
            self.refused = Some(jwt);
            self.connect();
            return None;
        }
        Some(self.end(error))
    }

    /// A connection ended.
    fn lose(
        &mut self,
        reason: DisconnectReason,
        was_live: bool,
        lived: Duration,
        jwt: Option<Arc<SessionJwt>>,
    ) -> Option<Result<EventItem, Error>> {
        if !was_live {
            if let Some(error) = finality::refused_by(&reason) {
                return self.refuse(jwt, error).map(Err);
            }
            // Nobody knows whether this is how the service refuses.
            if !self.suspected
                && let Some(jwt) = jwt
                && let Some((_, session)) = &self.transport.session
            {
                self.suspected = true;
                session.suspect(&jwt);
            }
        }
        if was_live && lived >= self.settings.stable_after {
            self.failures = 0;
        }
        Some(Ok(self.disconnect(reason, was_live)))
    }

    /// Goes one step further; `None` where the caller need not know of it.
    fn step(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<EventItem, Error>>> {
        match &mut self.phase {
            Phase::Ended => Poll::Pending,
            Phase::Waiting { over, .. } => {
                ready!(over.as_mut().poll(context));
                self.connect();
                Poll::Ready(None)
            }
            Phase::Connecting(connecting) => match ready!(connecting.as_mut().poll(context)) {
                Ok((token, socket)) => {
                    let clock = self.transport.clock.clone();
                    let connection = Connection::open(token, socket, clock, self.settings);
                    self.phase = Phase::Open(Box::new(connection));
                    Poll::Ready(None)
                }
                Err(error) if finality::is_final(&error) => Poll::Ready(Some(Err(self.end(error)))),
                Err(error) => {
                    let reason = DisconnectReason::NotConnected(error);
                    Poll::Ready(Some(Ok(self.disconnect(reason, false))))
                }
            },
            Phase::Open(connection) => {
                let outcome = ready!(connection.poll(context));
                let jwt = connection.token.session.clone();
                let (was_live, lived) = (connection.is_live(), connection.lived());
                Poll::Ready(match outcome {
                    Progress::Item(item) => Some(Ok(item)),
                    Progress::Accepted(answer) => Some(Ok(self.go_live(answer))),
                    Progress::Refused(refusal) => {
                        self.refuse(jwt, finality::refused(refusal)).map(Err)
                    }
                    Progress::Ended(reason) => self.lose(reason, was_live, lived, jwt),
                })
            }
        }
    }

    fn go_live(&mut self, answer: Event) -> EventItem {
        (self.renewed, self.suspected) = (false, false);
        let reconnects = self.connections;
        self.connections += 1;
        telemetry::events_connected(self.address.host(), self.address.port(), reconnects);
        EventItem::Connected(Connected { answer, reconnects })
    }
}

impl Stream for EventStream {
    type Item = Result<EventItem, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while !self.is_terminated() {
            if let Some(item) = ready!(self.step(context)) {
                return Poll::Ready(Some(item));
            }
        }
        Poll::Ready(None)
    }
}

impl FusedStream for EventStream {
    fn is_terminated(&self) -> bool {
        matches!(self.phase, Phase::Ended)
    }
}

impl fmt::Debug for EventStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("url", &self.address.url().as_str())
            .field("state", &self.state())
            .field("connections", &self.connections)
            .field("failures", &self.failures)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
