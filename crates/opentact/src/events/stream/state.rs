//! Where the life of an event stream stands.

use std::time::Instant;

/// Where the life of an event stream stands.
///
/// It changes only while the stream is polled: a stream that nobody polls says what it said last.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum EventStreamState {
    /// A token is fetched, and a connection made.
    Connecting,
    /// The connection is there and its credential sent; the service has not answered.
    Authenticating,
    /// The service took the credential. Events are received.
    Live,
    /// The connection ended or could not be made.
    Waiting {
        /// When the next attempt begins, by the clock of the client.
        until: Instant,
    },
    /// It is over, and not connected any more. The stream yields nothing further.
    Ended,
}
