//! What was counted.

use axum::extract::State;
use serde::Serialize;

use super::reply::{Reply, ok};
use crate::owner::Owner;

/// The counts as the control port shows them.
#[derive(Debug, Serialize)]
pub(super) struct ShownStats {
    requests: u64,
    logins: u64,
    refused: u64,
    refused_logins: u64,
    connections: u64,
    event_connections: u64,
    events: u64,
    faults: u64,
    counts: Vec<ShownCount>,
}

#[derive(Debug, Serialize)]
struct ShownCount {
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    count: u64,
}

/// `GET /stats`
pub(super) async fn show(State(owner): State<Owner>) -> Reply<ShownStats> {
    let stats = owner.stats();
    let count = |it: &crate::record::RequestCount| ShownCount {
        operation: it.operation.map(|operation| operation.id()),
        status: Some(it.status).filter(|status| *status != 0),
        count: it.count,
    };
    ok(ShownStats {
        requests: stats.requests,
        logins: stats.logins,
        refused: stats.refused,
        refused_logins: stats.refused_logins,
        connections: stats.connections,
        event_connections: stats.event_connections,
        events: stats.events,
        faults: stats.faults,
        counts: stats.counts.iter().map(count).collect(),
    })
}
