//! A record in little memory.

use std::{sync::Arc, time::Duration};

use opentact_client::security::{Operation, SecurityScheme};
use uuid::Uuid;

use super::RequestRecord;
use crate::clock::time_from_ms;

/// A record whose texts are shared with others.
#[derive(Debug)]
pub(crate) struct Compact {
    pub(super) id: u64,
    time_ms: i64,
    operation: Option<Operation>,
    method: Arc<str>,
    path: Arc<str>,
    /// One bit for each scheme, by its place in [`SecurityScheme::ALL`].
    credentials: u64,
    user: Option<Uuid>,
    status: u16,
    duration: Duration,
    fault: Option<u64>,
    details: Option<Box<Details>>,
}

/// What takes much memory.
#[derive(Debug)]
struct Details {
    query: Arc<str>,
    headers: Vec<(Arc<str>, Arc<str>)>,
    body: Option<String>,
}

impl Compact {
    /// The record with its texts as `shared` gives them.
    pub(super) fn of(record: &RequestRecord, mut shared: impl FnMut(&str) -> Arc<str>) -> Self {
        let headers = record.headers.iter();
        let details = Details {
            query: shared(&record.query),
            headers: headers
                .map(|(name, value)| (shared(name), shared(value)))
                .collect(),
            body: record.body.clone(),
        };
        Self {
            id: record.id,
            time_ms: record.time.timestamp_millis(),
            operation: record.operation,
            method: shared(&record.method),
            path: shared(&record.path),
            credentials: bits(&record.credentials),
            user: record.user,
            status: record.status,
            duration: record.duration,
            fault: record.fault,
            details: Some(Box::new(details)),
        }
    }

    pub(super) fn forget_details(&mut self) {
        self.details = None;
    }

    pub(super) fn full(&self) -> RequestRecord {
        let details = self.details.as_deref();
        let headers = details.map(|it| it.headers.as_slice()).unwrap_or_default();
        RequestRecord {
            id: self.id,
            time: time_from_ms(self.time_ms),
            operation: self.operation,
            method: self.method.to_string(),
            path: self.path.to_string(),
            query: details.map(|it| it.query.to_string()).unwrap_or_default(),
            credentials: schemes(self.credentials),
            headers: headers
                .iter()
                .map(|(name, value)| (name.to_string(), value.to_string()))
                .collect(),
            body: details.and_then(|it| it.body.clone()),
            user: self.user,
            status: self.status,
            duration: self.duration,
            fault: self.fault,
        }
    }
}

fn bits(schemes: &[SecurityScheme]) -> u64 {
    let all = (0..64).zip(SecurityScheme::ALL);
    all.filter(|(_, scheme)| schemes.contains(scheme))
        .fold(0, |bits, (place, _)| bits | 1 << place)
}

fn schemes(bits: u64) -> Vec<SecurityScheme> {
    let all = (0..64).zip(SecurityScheme::ALL);
    all.filter(|(place, _)| bits >> place & 1 == 1)
        .map(|(_, scheme)| *scheme)
        .collect()
}
