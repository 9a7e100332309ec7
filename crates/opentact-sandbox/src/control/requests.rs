//! The requests that the sandbox has received, without their secrets.

use axum::{extract::State, http::Uri};
use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::{
    reply::{Done, Reply, ok},
    request_filter::RequestFilter,
};
use crate::{owner::Owner, record::RequestRecord};

/// A request as the control port shows it.
#[derive(Debug, Serialize)]
pub(super) struct ShownRequest {
    pub(super) id: u64,
    time: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<&'static str>,
    method: String,
    path: String,
    query: String,
    credentials: Vec<&'static str>,
    headers: Vec<Header>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    duration_ms: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<u64>,
}

#[derive(Debug, Serialize)]
struct Header {
    name: String,
    value: String,
}

impl ShownRequest {
    pub(super) fn new(record: RequestRecord) -> Self {
        let header = |(name, value)| Header { name, value };
        Self {
            id: record.id,
            time: record.time,
            operation: record.operation.map(|operation| operation.id()),
            method: record.method,
            path: record.path,
            query: record.query,
            credentials: record.credentials.iter().map(|it| it.name()).collect(),
            headers: record.headers.into_iter().map(header).collect(),
            body: record.body,
            user: record.user,
            status: Some(record.status).filter(|status| *status != 0),
            duration_ms: record.duration.as_secs_f64() * 1000.0,
            fault: record.fault,
        }
    }
}

/// `GET /requests`
pub(super) async fn list(State(owner): State<Owner>, uri: Uri) -> Reply<Vec<ShownRequest>> {
    let filter = RequestFilter::read(uri.query().unwrap_or_default())?;
    let records = owner.engine.recorder.records_after(filter.after);
    let shown = filter.choose(records).into_iter();
    ok(shown.map(ShownRequest::new).collect())
}

/// `DELETE /requests`
pub(super) async fn clear(State(owner): State<Owner>) -> Done {
    owner.clear_requests();
    Done
}
