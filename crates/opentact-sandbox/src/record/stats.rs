//! What a sandbox has counted.

use opentact_client::security::Operation;

/// What a sandbox has counted since it started or was reset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// Requests that were received.
    pub requests: u64,
    /// Successful `GET /rest/auth` with a login credential: Basic, Google, Facebook or HA1B,
    /// not a JWT or an API token alone.
    pub logins: u64,
    /// Requests that were answered with 401.
    pub refused: u64,
    /// `GET /rest/auth` that was answered with 401, whatever credential it carried.
    pub refused_logins: u64,
    /// Connections to the API that are open now.
    pub connections: u64,
    /// Connections of the event service that are open now and whose credential was accepted.
    pub event_connections: u64,
    /// Events that were put on their way, counted for each connection.
    pub events: u64,
    /// Requests, and events on their way to a connection, that have met a fault.
    pub faults: u64,
    /// The requests by operation and status.
    pub counts: Vec<RequestCount>,
}

/// How many requests for an operation had a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestCount {
    /// The operation; `None` for paths and methods that are no operation.
    pub operation: Option<Operation>,
    /// The status of the answer; 0 if a fault closed the connection without one.
    pub status: u16,
    /// How many.
    pub count: u64,
}
