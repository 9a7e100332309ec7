//! One connection of an event stream, from the credential to its end.

use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use super::item::{EventItem, Unreadable};
use super::reason::DisconnectReason;
use super::settings::Settings;
use super::socket::{Broken, Incoming, Socket};
use super::timer::{Timer, after};
use super::token::Token;
use crate::clock::Clock;
use crate::events::{AuthAnswer, AuthMessage, AuthRefusal, Event, EventError};

/// How long the service has to answer to a goodbye.
const GOODBYE: Duration = Duration::from_secs(5);

/// What comes of a connection.
pub(super) enum Progress {
    /// The service took the credential.
    Accepted(Event),
    /// The service refused the credential.
    Refused(AuthRefusal),
    /// Something for the caller.
    Item(EventItem),
    /// It is over.
    Ended(DisconnectReason),
}

/// One connection, on which the credential has been sent.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) token: Token,
    socket: Socket,
    clock: Clock,
    settings: Settings,
    opened_at: Instant,
    live_since: Option<Instant>,
    /// Ends when the next of the moments below has come.
    timer: Timer,
    ping_at: Instant,
    /// When the first ping was due since something came; `None` while no ping is unanswered.
    asked_at: Option<Instant>,
    /// The bytes that had come when this was looked at last.
    heard: u64,
}

impl Connection {
    /// Sends the credential on a connection that was made just now.
    pub(super) fn open(token: Token, mut socket: Socket, clock: Clock, settings: Settings) -> Self {
        socket.send(&AuthMessage::new(token.secret.clone()).frame());
        let now = clock.now();
        let ping_at = after(now, settings.ping_interval);
        let first = ping_at.min(after(now, settings.auth_timeout));
        Self {
            token,
            socket,
            timer: Timer::at(&clock, first),
            clock,
            settings,
            opened_at: now,
            live_since: None,
            ping_at,
            asked_at: None,
            heard: 0,
        }
    }

    /// Whether the service took the credential.
    pub(super) const fn is_live(&self) -> bool {
        self.live_since.is_some()
    }

    /// How long it has been live.
    pub(super) fn lived(&self) -> Duration {
        let now = self.clock.now();
        self.live_since
            .map_or(Duration::ZERO, |since| now.saturating_duration_since(since))
    }

    /// What comes next.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Progress> {
        self.keep_alive(context);
        self.socket.begin_turn();
        loop {
            let incoming = self.socket.poll_incoming(context);
            self.note_what_came();
            let incoming = match incoming {
                Poll::Ready(Ok(incoming)) => incoming,
                Poll::Ready(Err(broken)) => return Poll::Ready(self.over(&broken)),
                // What had come is read before anybody is called late.
                Poll::Pending => return self.late().map_or(Poll::Pending, Poll::Ready),
            };
            let outcome = match incoming {
                Incoming::PingOrPong => continue,
                Incoming::Close { code } => Progress::Ended(DisconnectReason::Closed { code }),
                Incoming::Text(text) => self.read(text),
                Incoming::Binary(payload) => match std::str::from_utf8(&payload) {
                    Ok(text) => self.read(text.into()),
                    Err(_) => unreadable(payload.as_ref().into(), None),
                },
            };
            // Something else than the answer does not prolong the wait for it.
            return Poll::Ready(match outcome {
                Progress::Item(item) => self.late_for_the_answer().unwrap_or(Progress::Item(item)),
                outcome => outcome,
            });
        }
    }

    fn read(&mut self, text: Box<str>) -> Progress {
        let event = match Event::from_text(text) {
            Ok(event) => event,
            Err((text, error)) => return unreadable(text.into_boxed_bytes(), Some(error)),
        };
        // Later on, an event of this kind tells of another connection.
        let answer = (!self.is_live()).then(|| AuthAnswer::of(&event)).flatten();
        match answer {
            None => Progress::Item(EventItem::Event(event)),
            Some(AuthAnswer::Refused(refusal)) => Progress::Refused(refusal),
            Some(AuthAnswer::Accepted) => {
                self.live_since = Some(self.clock.now());
                Progress::Accepted(event)
            }
        }
    }

    /// Sends a ping if it is time, and looks when it is time again.
    fn keep_alive(&mut self, context: &mut Context<'_>) {
        while self.timer.poll(context).is_ready() {
            let now = self.clock.now();
            if now >= self.ping_at {
                // A peer that takes nothing is asked once; more would fill the memory.
                if matches!(self.socket.poll_room(context), Poll::Ready(Ok(()))) {
                    self.socket.ping();
                }
                self.asked_at.get_or_insert(now);
                self.ping_at = after(now, self.settings.ping_interval);
            }
            let limits = [self.answer_due(), self.sign_of_life_due()];
            let next = limits.into_iter().flatten().filter(|moment| *moment > now);
            let next = next.fold(self.ping_at, Instant::min);
            self.timer = Timer::at(&self.clock, next);
        }
    }

    fn note_what_came(&mut self) {
        let received = self.socket.received();
        if received != self.heard {
            self.heard = received;
            self.asked_at = None;
        }
    }

    fn answer_due(&self) -> Option<Instant> {
        (!self.is_live()).then(|| after(self.opened_at, self.settings.auth_timeout))
    }

    fn sign_of_life_due(&self) -> Option<Instant> {
        let asked = self.asked_at?;
        Some(after(asked, self.settings.ping_timeout))
    }

    fn late_for_the_answer(&self) -> Option<Progress> {
        let limit = self.settings.auth_timeout;
        let is_late = self.answer_due().is_some_and(|due| self.clock.now() >= due);
        is_late.then_some(Progress::Ended(DisconnectReason::NoAnswer { limit }))
    }

    fn late(&self) -> Option<Progress> {
        self.late_for_the_answer().or_else(|| {
            let limit = self.settings.ping_timeout;
            let due = self.sign_of_life_due()?;
            let is_dead = self.clock.now() >= due;
            is_dead.then_some(Progress::Ended(DisconnectReason::Silent { limit }))
        })
    }

    fn over(&self, broken: &Broken) -> Progress {
        Progress::Ended(match broken {
            Broken::Lost(kind) => DisconnectReason::Lost(*kind),
            Broken::TooLarge => DisconnectReason::TooLarge {
                limit: self.settings.max_message_bytes,
            },
            Broken::Violation => DisconnectReason::Violation,
        })
    }

    /// Says goodbye, and gives the service a little time to say it too.
    pub(super) async fn close(mut self) {
        let goodbye = std::future::poll_fn(|context| self.socket.poll_close(context));
        // Whether it did makes no difference: the connection ends here.
        let _ = self.clock.timeout(GOODBYE, goodbye).await;
    }
}

fn unreadable(content: Box<[u8]>, error: Option<EventError>) -> Progress {
    Progress::Item(EventItem::Unreadable(Unreadable { content, error }))
}

#[cfg(test)]
mod tests {
    use std::task::Waker;

    use opentact_client::Secret;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

    use super::*;
    use crate::ManualClock;

    const SECOND: Duration = Duration::from_secs(1);

    /// A connection, its peer, and its clock.
    fn open() -> (Connection, DuplexStream, ManualClock) {
        let clock = ManualClock::new();
        let (near, far) = duplex(64 * 1024);
        let token = Token {
            secret: Secret::new("planted"),
            session: None,
        };
        let socket = Socket::over(near, 1024);
        let settings = Settings::DEFAULT;
        let connection = Connection::open(token, socket, Clock::Manual(clock.clone()), settings);
        (connection, far, clock)
    }

    fn poll(connection: &mut Connection) -> Poll<Progress> {
        connection.poll(&mut Context::from_waker(Waker::noop()))
    }

    async fn say(peer: &mut DuplexStream, text: &str) {
        send(peer, 0x81, text.as_bytes()).await;
    }

    async fn send(peer: &mut DuplexStream, opcode: u8, content: &[u8]) {
        let length = u8::try_from(content.len()).unwrap();
        peer.write_all(&[opcode, length]).await.unwrap();
        peer.write_all(content).await.unwrap();
    }

    async fn live() -> (Connection, DuplexStream, ManualClock) {
        let (mut connection, mut peer, clock) = open();
        say(&mut peer, r#"{"type":"auth","payload":{"user":{}}}"#).await;
        let outcome = poll(&mut connection);
        assert!(matches!(outcome, Poll::Ready(Progress::Accepted(_))));
        (connection, peer, clock)
    }

    #[tokio::test]
    async fn other_messages_do_not_prolong_the_wait_for_the_answer() {
        let (mut connection, mut peer, clock) = open();
        for _ in 0..3 {
            say(&mut peer, r#"{"type":"sms"}"#).await;
        }
        clock.advance(10 * SECOND - Duration::from_nanos(1));
        let outcome = poll(&mut connection);
        assert!(matches!(outcome, Poll::Ready(Progress::Item(_))));
        clock.advance(Duration::from_nanos(1));
        let outcome = poll(&mut connection);
        let no_answer = DisconnectReason::NoAnswer { limit: 10 * SECOND };
        assert!(
            matches!(outcome, Poll::Ready(Progress::Ended(it)) if it.to_string() == no_answer.to_string())
        );
    }

    #[tokio::test]
    async fn answer_that_came_in_time_counts_whenever_it_is_read() {
        let (mut connection, mut peer, clock) = open();
        say(&mut peer, r#"{"type":"auth","payload":{"user":{}}}"#).await;
        clock.advance(3600 * SECOND);
        let outcome = poll(&mut connection);
        assert!(matches!(outcome, Poll::Ready(Progress::Accepted(_))));
    }

    #[tokio::test]
    async fn binary_message_that_holds_an_event_is_taken_for_one() {
        let (mut connection, mut peer, _clock) = open();
        for (content, has_error) in [(b"planted".as_slice(), true), (b"\xFFplanted", false)] {
            send(&mut peer, 0x82, content).await;
            let Poll::Ready(Progress::Item(EventItem::Unreadable(it))) = poll(&mut connection)
            else {
                panic!("{content:?}");
            };
            assert_eq!(it.content(), content);
            assert_eq!(it.error().is_some(), has_error);
        }
        send(&mut peer, 0x82, br#"{"type":"auth","payload":{"user":{}}}"#).await;
        let outcome = poll(&mut connection);
        assert!(matches!(outcome, Poll::Ready(Progress::Accepted(_))));
        send(&mut peer, 0x82, br#"{"type":"sms"}"#).await;
        let outcome = poll(&mut connection);
        assert!(matches!(
            outcome,
            Poll::Ready(Progress::Item(EventItem::Event(_)))
        ));
        let (mut connection, mut peer, _clock) = open();
        send(&mut peer, 0x82, br#"{"type":"auth","success":false}"#).await;
        let outcome = poll(&mut connection);
        assert!(matches!(outcome, Poll::Ready(Progress::Refused(_))));
    }

    #[tokio::test]
    async fn pong_that_came_in_time_counts_whenever_it_is_read() {
        let (mut connection, mut peer, clock) = live().await;
        clock.advance(15 * SECOND);
        assert!(poll(&mut connection).is_pending());
        peer.write_all(&[0x8a, 0]).await.unwrap();
        clock.advance(3600 * SECOND);
        assert!(poll(&mut connection).is_pending());
        // The ping of that poll may be the one that was answered, so the next is the one that counts.
        clock.advance(15 * SECOND);
        assert!(poll(&mut connection).is_pending());
        clock.advance(30 * SECOND - Duration::from_nanos(1));
        assert!(poll(&mut connection).is_pending());
        clock.advance(Duration::from_nanos(1));
        assert!(matches!(
            poll(&mut connection),
            Poll::Ready(Progress::Ended(DisconnectReason::Silent { .. }))
        ));
    }

    #[tokio::test]
    async fn pings_come_at_their_interval_and_no_oftener() {
        let (mut connection, mut peer, clock) = live().await;
        let mut bytes = vec![0; 1024];
        let auth = peer.read(&mut bytes).await.unwrap();
        assert!(auth > 6);
        for _ in 0..4 {
            for _ in 0..15 {
                assert!(poll(&mut connection).is_pending());
                assert!(poll(&mut connection).is_pending());
                clock.advance(SECOND);
            }
            assert!(poll(&mut connection).is_pending());
            assert_eq!(peer.read(&mut bytes).await.unwrap(), 6);
            assert_eq!(bytes[..2], [0x89, 0x80]);
            peer.write_all(&[0x8a, 0]).await.unwrap();
        }
    }
}
