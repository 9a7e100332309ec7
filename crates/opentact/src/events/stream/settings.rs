//! Settings of an event stream.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::EventStream;
use super::address::Address;
use super::backoff::Backoff;
use crate::error::{EVENTS, Error, ErrorKind};
use crate::transport::Transport;

/// The most bytes that a message may be allowed, 1 GiB.
const LARGEST_MESSAGE: usize = 1 << 30;

/// Times and limits of an event stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    pub(super) connect_timeout: Duration,
    pub(super) auth_timeout: Duration,
    pub(super) ping_interval: Duration,
    pub(super) ping_timeout: Duration,
    pub(super) stable_after: Duration,
    pub(super) backoff: Backoff,
    pub(super) max_message_bytes: usize,
}

impl Settings {
    pub(super) const DEFAULT: Self = Self {
        connect_timeout: Duration::from_secs(10),
        auth_timeout: Duration::from_secs(10),
        ping_interval: Duration::from_secs(15),
        ping_timeout: Duration::from_secs(30),
        stable_after: Duration::from_secs(120),
        backoff: Backoff {
            first: Duration::from_millis(800),
            longest: Duration::from_secs(30),
        },
        max_message_bytes: 1024 * 1024,
    };
}

/// The events of the user, not yet listened to: made by [`Client::events`](crate::Client::events).
///
/// | setting | default |
/// | --- | --- |
/// | `url` | `/wss` under the client's base URL |
/// | `connect_timeout` | 10 seconds for connection, TLS and upgrade |
/// | `auth_timeout` | 10 seconds for the answer to the credential |
/// | `ping_interval` | 15 seconds |
/// | `ping_timeout` | 30 seconds from a ping until anything comes |
/// | `first_wait`, `longest_wait` | 0.8 and 30 seconds |
/// | `stable_after` | 120 seconds |
/// | `max_message_bytes` | 1 MiB |
#[derive(Clone)]
#[must_use = "nothing is listened to until `stream`"]
pub struct Events {
    transport: Arc<Transport>,
    url: Option<String>,
    settings: Settings,
}

impl Events {
    pub(crate) const fn new(transport: Arc<Transport>) -> Self {
        Self {
            transport,
            url: None,
            settings: Settings::DEFAULT,
        }
    }

    /// The address of the event service: `wss://`, or `ws://` on this machine.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// How long a connection may take until it is a WebSocket. The client's own
    /// [`connect_timeout`](crate::ClientBuilder::connect_timeout) counts as well.
    pub const fn connect_timeout(mut self, limit: Duration) -> Self {
        self.settings.connect_timeout = limit;
        self
    }

    /// How long the service may take to answer to the credential.
    pub const fn auth_timeout(mut self, limit: Duration) -> Self {
        self.settings.auth_timeout = limit;
        self
    }

    /// How often a ping is sent. It cannot be zero.
    pub const fn ping_interval(mut self, interval: Duration) -> Self {
        self.settings.ping_interval = interval;
        self
    }

    /// How long nothing may come after a ping before the connection is given up. A connection that
    /// died without a word is noticed after this and [`ping_interval`](Self::ping_interval), at the
    /// latest.
    pub const fn ping_timeout(mut self, limit: Duration) -> Self {
        self.settings.ping_timeout = limit;
        self
    }

    /// How long the wait after a first failure is, at most. Each later one is twice as long as the
    /// one before; chance takes up to half off each.
    pub const fn first_wait(mut self, wait: Duration) -> Self {
        self.settings.backoff.first = wait;
        self
    }

    /// Where the doubling of the waits ends.
    pub const fn longest_wait(mut self, wait: Duration) -> Self {
        self.settings.backoff.longest = wait;
        self
    }

    /// How long a connection has to be live before the waits start over with the first.
    pub const fn stable_after(mut self, time: Duration) -> Self {
        self.settings.stable_after = time;
        self
    }

    /// How large a message may be, in bytes, from 1 to 1 GiB. A larger one ends the connection, and
    /// the stream makes another. The room for a message is made when its size is announced.
    pub const fn max_message_bytes(mut self, limit: usize) -> Self {
        self.settings.max_message_bytes = limit;
        self
    }

    /// A stream of the events. Nothing is sent until it is polled.
    ///
    /// # Errors
    ///
    /// [`Configuration`](ErrorKind::Configuration): the address or a setting cannot be used, or the
    /// TLS library finds no provider or certificate store.
    pub fn stream(self) -> Result<EventStream, Error> {
        let address = match &self.url {
            Some(url) => Address::parse(url)?,
            None => Address::of_api(&self.transport.base_url)?,
        };
        if self.settings.ping_interval.is_zero() {
            let message = "a `ping_interval` of zero would ping without end; give a longer one";
            return Err(Error::new(ErrorKind::Configuration, EVENTS, message));
        }
        if !(1..=LARGEST_MESSAGE).contains(&self.settings.max_message_bytes) {
            let message = "`max_message_bytes` is to be from 1 byte to 1 GiB";
            return Err(Error::new(ErrorKind::Configuration, EVENTS, message));
        }
        let way = self.transport.dialer.way_to(address.base())?;
        Ok(EventStream::new(
            self.transport,
            way,
            address,
            self.settings,
        ))
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An address that is refused may hold a credential.
        let url = self.url.as_deref().map(Address::parse);
        let url =
            url.map(|it| it.map_or_else(|_| "(not usable)".into(), |it| it.url().to_string()));
        f.debug_struct("Events")
            .field("url", &url)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
