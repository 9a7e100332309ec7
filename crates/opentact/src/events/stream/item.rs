//! What an event stream yields.

use std::fmt;
use std::time::Duration;

use super::reason::DisconnectReason;
use crate::events::{Event, EventError};

/// What an event stream yields.
///
/// Delivery is at most once. What the service sends between a
/// [`Disconnected`](Self::Disconnected) and the next [`Connected`](Self::Connected) is lost. So may
/// be what it sent just before, as it was on its way; where a connection died without a word, that
/// is all since the last event that came.
///
/// Who must not miss anything asks the API how things stand after each
/// [`Connected`](Self::Connected), the first one too, for the service says nothing of what was before
/// it. What happens while the API answers may then come twice, in its answer and as an event.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EventItem {
    /// The service took the credential: from here on events are received.
    Connected(Connected),
    /// Something happened.
    Event(Event),
    /// A message came that is no event. The connection goes on.
    Unreadable(Unreadable),
    /// The connection ended, or could not be made. The stream tries again by itself.
    Disconnected(Disconnected),
}

/// A connection whose credential the service took.
#[derive(Clone, Debug)]
pub struct Connected {
    pub(super) answer: Event,
    pub(super) reconnects: u64,
}

impl Connected {
    /// The service's answer: its payload says whose the connection is.
    pub fn answer(&self) -> &Event {
        &self.answer
    }

    /// How many connections of this stream were live before this one; 0 for the first.
    pub fn reconnects(&self) -> u64 {
        self.reconnects
    }
}

/// A message that is no event.
///
/// `Debug` leaves its content out.
#[derive(Clone, Eq, PartialEq)]
pub struct Unreadable {
    pub(super) content: Box<[u8]>,
    pub(super) error: Option<EventError>,
}

impl Unreadable {
    /// What came, which is not for a log; UTF-8 unless [`error`](Self::error) is `None`.
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// Its size in bytes.
    pub fn bytes(&self) -> usize {
        self.content.len()
    }

    /// Where reading it failed; `None` for a binary message that is no UTF-8.
    pub fn error(&self) -> Option<EventError> {
        self.error
    }
}

impl fmt::Debug for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unreadable")
            .field("bytes", &self.bytes())
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// A connection that ended, or that could not be made.
#[derive(Clone, Debug)]
pub struct Disconnected {
    pub(super) reason: DisconnectReason,
    pub(super) wait: Duration,
    pub(super) failures: u32,
    pub(super) was_live: bool,
}

impl Disconnected {
    /// Why; [`NotConnected`](DisconnectReason::NotConnected) has the whole [`Error`](crate::Error).
    pub fn reason(&self) -> &DisconnectReason {
        &self.reason
    }

    /// How long until the next attempt.
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// How many connections in a row have failed, this one included, since the last that proved
    /// stable.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// Whether events were received until now, so that a gap begins here; `false` where an attempt
    /// failed within a gap, or before the first connection.
    pub fn was_live(&self) -> bool {
        self.was_live
    }
}

impl fmt::Display for Disconnected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wait = self.wait.as_secs_f64();
        write!(f, "{}; trying again in {wait:.1} s", self.reason)
    }
}

impl std::error::Error for Disconnected {
    /// What is behind the [`reason`](Self::reason), whose own words are in `Display`.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.reason.source()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{EVENTS, Error, ErrorKind};

    #[test]
    fn end_of_a_connection_says_its_cause_once() {
        let cause = std::io::Error::other("the cause");
        let error = Error::new(ErrorKind::Transport, EVENTS, "no way").with_source(cause);
        let disconnected = Disconnected {
            reason: DisconnectReason::NotConnected(error),
            wait: Duration::from_secs(2),
            failures: 1,
            was_live: false,
        };
        let mut chain = disconnected.to_string();
        let mut next = std::error::Error::source(&disconnected);
        while let Some(error) = next {
            chain = format!("{chain}: {error}");
            next = error.source();
        }
        for part in ["no way", "the cause", "again in 2.0 s"] {
            assert_eq!(chain.matches(part).count(), 1, "{chain}");
        }
    }
}
