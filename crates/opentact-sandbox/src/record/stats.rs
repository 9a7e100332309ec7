//! What a sandbox has counted.

use opentact_client::security::Operation;
use serde::{Serialize, Serializer};

/// What a sandbox has counted since it started or was reset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RequestCount {
    /// The operation; `None` for paths and methods that are no operation.
    #[serde(serialize_with = "operation", skip_serializing_if = "Option::is_none")]
    pub operation: Option<Operation>,
    /// The status of the answer; 0 if a fault closed the connection without one.
    #[serde(skip_serializing_if = "is_none")]
    pub status: u16,
    /// How many.
    pub count: u64,
}

/// Writes an operation as its id.
#[expect(clippy::ref_option, reason = "the form in which serde calls it")]
pub(super) fn operation<S: Serializer>(
    operation: &Option<Operation>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    operation.map(|it| it.id()).serialize(serializer)
}

/// Whether a status is that of no answer.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the form in which serde calls it"
)]
pub(super) const fn is_none(status: &u16) -> bool {
    *status == 0
}
