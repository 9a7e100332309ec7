//! What a sandbox remembers of the requests it answered.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use opentact_client::security::{Operation, SecurityScheme};

/// How many requests are remembered.
const KEPT: usize = 10_000;

/// How many different texts are shared between records.
const SHARED: usize = 1000;

/// One answered request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestRecord {
    /// The operation that was asked for; `None` for a path or method that is no operation.
    pub operation: Option<Operation>,
    /// The method, such as `GET`.
    pub method: String,
    /// The path without its query. Everything is masked that is neither a word of the
    /// contract's paths nor a uuid: a deleted token shows as `/rest/token/[redacted]`.
    pub path: String,
    /// Every place in which the request carried a credential, readable or not.
    pub credentials: Vec<SecurityScheme>,
    /// The HTTP status of the answer.
    pub status: u16,
}

/// What a sandbox has counted since it started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// Requests that were answered.
    pub requests: u64,
    /// Successful `GET /rest/auth` with a login credential: Basic, Google, Facebook or HA1B,
    /// not a JWT or an API token alone.
    pub logins: u64,
    /// Requests that were answered with 401.
    pub refused: u64,
}

/// Remembers and counts.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    stats: Stats,
    records: VecDeque<Compact>,
    texts: BTreeSet<Arc<str>>,
}

/// A record whose texts are shared with others, so that many take little memory.
#[derive(Debug)]
struct Compact {
    operation: Option<Operation>,
    method: Arc<str>,
    path: Arc<str>,
    /// One bit for each scheme, by its place in [`SecurityScheme::ALL`].
    credentials: u64,
    status: u16,
}

impl Recorder {
    pub(crate) fn add(&self, record: &RequestRecord) {
        let mut kept = self.kept();
        kept.stats.requests += 1;
        kept.stats.refused += u64::from(record.status == 401);
        let compact = Compact {
            operation: record.operation,
            method: kept.shared(&record.method),
            path: kept.shared(&record.path),
            credentials: bits(&record.credentials),
            status: record.status,
        };
        if kept.records.len() == KEPT {
            kept.records.pop_front();
        }
        kept.records.push_back(compact);
    }

    pub(crate) fn add_login(&self) {
        self.kept().stats.logins += 1;
    }

    pub(crate) fn stats(&self) -> Stats {
        self.kept().stats
    }

    pub(crate) fn records(&self) -> Vec<RequestRecord> {
        let full = |compact: &Compact| RequestRecord {
            operation: compact.operation,
            method: compact.method.to_string(),
            path: compact.path.to_string(),
            credentials: schemes(compact.credentials),
            status: compact.status,
        };
        self.kept().records.iter().map(full).collect()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// The text, in the same memory for all records that have it.
    fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(shared) = self.texts.get(text) {
            return Arc::clone(shared);
        }
        if self.texts.len() == SHARED {
            self.texts.clear();
        }
        let shared: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&shared));
        shared
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_records_are_dropped_but_stay_counted() {
        let recorder = Recorder::default();
        for number in 0..KEPT + 5 {
            recorder.add(&RequestRecord {
                operation: None,
                method: number.to_string(),
                path: String::new(),
                credentials: Vec::new(),
                status: 404,
            });
        }
        let records = recorder.records();
        assert_eq!(records[KEPT - 1].method, (KEPT + 4).to_string());
        assert_eq!((records.len(), records[0].method.as_str()), (KEPT, "5"));
        assert_eq!(recorder.stats().requests, KEPT as u64 + 5);
    }

    #[test]
    fn a_record_comes_back_as_it_was() {
        let recorder = Recorder::default();
        let record = |credentials: &[SecurityScheme], operation| RequestRecord {
            operation,
            method: "GET".to_owned(),
            path: "/rest/auth".to_owned(),
            credentials: credentials.to_vec(),
            status: 200,
        };
        let records = [
            record(SecurityScheme::ALL, Some(Operation::Authenticate)),
            record(&[], None),
        ];
        for record in &records {
            recorder.add(record);
        }
        assert_eq!(recorder.records(), records);
    }
}
