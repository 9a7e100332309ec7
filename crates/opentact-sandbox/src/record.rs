//! What a sandbox remembers of the requests it received.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};
use opentact_client::security::{Operation, SecurityScheme};
use serde::{Serialize, Serializer};
use serde_json::json;
use tokio::sync::broadcast;
use uuid::Uuid;

pub use self::stats::{RequestCount, Stats};
use self::stats::{is_none, operation};

pub(crate) mod mask;
mod stats;

/// How many requests are remembered.
const KEPT: usize = 10_000;

/// How many of them with their headers and bodies.
const DETAILED: usize = 1000;

/// How many records a listener may be behind before it misses some.
const BEHIND: usize = 256;

/// One received request; nothing in it is a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RequestRecord {
    /// Its number, counted from 1 since the start of the sandbox.
    pub id: u64,
    /// When it came in, by the sandbox's clock.
    pub time: DateTime<Utc>,
    /// The operation that was asked for; `None` for a path or method that is no operation.
    #[serde(serialize_with = "operation", skip_serializing_if = "Option::is_none")]
    pub operation: Option<Operation>,
    /// The method, such as `GET`.
    pub method: String,
    /// The path without its query. Everything is masked that is neither a word of the
    /// contract's paths nor a uuid: a deleted token shows as `/rest/token/[redacted]`.
    pub path: String,
    /// The query with its values masked, and the names that no scheme of the contract has.
    ///
    /// This, the headers and the body are kept for the last 1,000 requests.
    pub query: String,
    /// Every place in which the request carried a credential, readable or not.
    #[serde(serialize_with = "schemes")]
    pub credentials: Vec<SecurityScheme>,
    /// Names and values of the headers; only values that are known to be harmless are shown.
    #[serde(serialize_with = "headers")]
    pub headers: Vec<(String, String)>,
    /// The body, if there was one: its properties, with only the values of those shown that
    /// the contract has and that are no secret, or its size.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The uuid of the user whose credentials the request carried, if they held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<Uuid>,
    /// The HTTP status of the answer; 0 if a fault closed the connection without one.
    #[serde(skip_serializing_if = "is_none")]
    pub status: u16,
    /// How long it took to answer, by the real clock.
    #[serde(rename = "duration_ms", serialize_with = "milliseconds")]
    pub duration: Duration,
    /// The number of the fault that it met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<u64>,
    /// The number of the stub that has answered it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stub: Option<u64>,
}

fn schemes<S: Serializer>(schemes: &[SecurityScheme], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(schemes.iter().map(|it| it.name()))
}

fn headers<S: Serializer>(headers: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    let header = |(name, value): &(String, String)| json!({ "name": name, "value": value });
    serializer.collect_seq(headers.iter().map(header))
}

fn milliseconds<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(duration.as_secs_f64() * 1000.0)
}

impl RequestRecord {
    /// Leaves out what is kept for the last requests only.
    fn forget_details(&mut self) {
        self.query = String::new();
        self.headers = Vec::new();
        self.body = None;
    }
}

/// What those hear who follow the requests.
#[derive(Clone, Debug)]
pub(crate) enum News {
    /// A request was received.
    Received(Arc<RequestRecord>),
    /// The records were forgotten.
    Cleared,
}

/// Remembers and counts.
#[derive(Debug)]
pub(crate) struct Recorder {
    kept: Mutex<Kept>,
    connections: AtomicU64,
}

#[derive(Debug)]
struct Kept {
    last_id: u64,
    logins: u64,
    refused_logins: u64,
    counts: BTreeMap<(Option<Operation>, u16), u64>,
    records: VecDeque<RequestRecord>,
    /// Gone when the sandbox stops, so that those who listen come to an end.
    live: Option<broadcast::Sender<News>>,
}

impl Default for Recorder {
    fn default() -> Self {
        let kept = Kept {
            last_id: 0,
            logins: 0,
            refused_logins: 0,
            counts: BTreeMap::new(),
            records: VecDeque::new(),
            live: Some(broadcast::Sender::new(BEHIND)),
        };
        Self {
            kept: Mutex::new(kept),
            connections: AtomicU64::new(0),
        }
    }
}

impl Recorder {
    /// Adds a record and gives it its number.
    pub(crate) fn add(&self, mut record: RequestRecord) {
        let mut kept = self.kept();
        kept.last_id += 1;
        record.id = kept.last_id;
        let of_login = record.operation == Some(Operation::Authenticate);
        kept.refused_logins += u64::from(of_login && record.status == 401);
        let counted = (record.operation, record.status);
        *kept.counts.entry(counted).or_default() += 1;
        if kept.records.len() == KEPT {
            kept.records.pop_front();
        }
        if let Some(live) = kept.live.as_ref().filter(|it| it.receiver_count() > 0) {
            // Without receivers there is nobody to miss it.
            let _ = live.send(News::Received(Arc::new(record.clone())));
        }
        kept.records.push_back(record);
        if let Some(older) = kept.records.len().checked_sub(DETAILED + 1) {
            kept.records[older].forget_details();
        }
    }

    pub(crate) fn add_login(&self) {
        self.kept().logins += 1;
    }

    /// A connection that is open until what this returns is dropped.
    pub(crate) fn connection(recorder: Arc<Self>) -> OpenConnection {
        recorder.connections.fetch_add(1, Ordering::Relaxed);
        OpenConnection(recorder)
    }

    /// What was counted; faults and events are counted elsewhere.
    pub(crate) fn stats(&self, faults: u64) -> Stats {
        let connections = self.connections.load(Ordering::Relaxed);
        let kept = self.kept();
        let count = |(&(operation, status), &count): (&(_, u16), &u64)| RequestCount {
            operation,
            status,
            count,
        };
        let counts: Vec<_> = kept.counts.iter().map(count).collect();
        let sum = |counts: &mut dyn Iterator<Item = &RequestCount>| counts.map(|it| it.count).sum();
        Stats {
            requests: sum(&mut counts.iter()),
            logins: kept.logins,
            refused: sum(&mut counts.iter().filter(|it| it.status == 401)),
            refused_logins: kept.refused_logins,
            connections,
            faults,
            counts,
            ..Stats::default()
        }
    }

    /// The records with a number above `after`, oldest first.
    pub(crate) fn records_after(&self, after: u64) -> Vec<RequestRecord> {
        self.kept().after(after)
    }

    /// How many records are kept, and the newest `most` of those that have a number above `after`
    /// and fit, newest first.
    #[cfg(feature = "inspector")]
    pub(crate) fn newest(
        &self,
        most: usize,
        after: u64,
        fits: impl Fn(&RequestRecord) -> bool,
    ) -> (usize, Vec<RequestRecord>) {
        let kept = self.kept();
        let newer = kept.records.iter().rev().take_while(|it| it.id > after);
        let fitting = newer.filter(|it| fits(it)).take(most).cloned();
        (kept.records.len(), fitting.collect())
    }

    /// The record with this number, if it is kept.
    #[cfg(feature = "inspector")]
    pub(crate) fn get(&self, id: u64) -> Option<RequestRecord> {
        let kept = self.kept();
        let place = kept.records.binary_search_by_key(&id, |record| record.id);
        place.ok().map(|place| kept.records[place].clone())
    }

    /// The records with a number above `after`, and those to come; `None` if the sandbox stops.
    pub(crate) fn follow(
        &self,
        after: Option<u64>,
    ) -> Option<(Vec<RequestRecord>, broadcast::Receiver<News>)> {
        let kept = self.kept();
        let live = kept.live.as_ref()?.subscribe();
        Some((kept.after(after.unwrap_or(kept.last_id)), live))
    }

    /// Forgets the records, not what was counted.
    pub(crate) fn clear(&self) {
        self.kept().forget();
    }

    /// Forgets records and counts; numbers go on, so that no record is taken for another.
    pub(crate) fn reset(&self) {
        let mut kept = self.kept();
        kept.counts.clear();
        (kept.logins, kept.refused_logins) = (0, 0);
        kept.forget();
    }

    /// Ends what those who follow hear.
    pub(crate) fn stop(&self) {
        self.kept().live = None;
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn forget(&mut self) {
        self.records.clear();
        if let Some(live) = &self.live {
            // Without receivers there is nobody to tell.
            let _ = live.send(News::Cleared);
        }
    }

    fn after(&self, after: u64) -> Vec<RequestRecord> {
        let start = self.records.partition_point(|record| record.id <= after);
        self.records.range(start..).cloned().collect()
    }
}

/// Counts a connection as open while it lives.
#[derive(Debug)]
pub(crate) struct OpenConnection(Arc<Recorder>);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(operation: Option<Operation>, status: u16) -> RequestRecord {
        RequestRecord {
            id: 0,
            time: DateTime::UNIX_EPOCH,
            operation,
            method: "GET".to_owned(),
            path: "/rest/auth".to_owned(),
            query: "jwt=[redacted]".to_owned(),
            credentials: SecurityScheme::ALL.to_vec(),
            headers: vec![("host".to_owned(), "made up".to_owned())],
            body: Some("{}".to_owned()),
            user: Some(Uuid::nil()),
            status,
            duration: Duration::from_micros(12),
            fault: Some(3),
            stub: None,
        }
    }

    #[test]
    fn the_oldest_records_are_dropped_but_stay_counted() {
        let recorder = Recorder::default();
        for _ in 0..KEPT + 5 {
            recorder.add(record(None, 404));
        }
        let records = recorder.records_after(0);
        assert_eq!((records.len(), records[0].id), (KEPT, 6));
        let detailed = records.iter().filter(|it| it.body.is_some()).count();
        assert_eq!(detailed, DETAILED);
        assert!(records[KEPT - DETAILED].body.is_some());
        let stats = recorder.stats(0);
        assert_eq!(stats.requests, KEPT as u64 + 5);
        recorder.clear();
        assert_eq!(recorder.records_after(0), []);
        assert_eq!(recorder.stats(0), stats);
        recorder.add(record(None, 404));
        assert_eq!(recorder.records_after(0)[0].id, KEPT as u64 + 6);
    }

    #[test]
    fn requests_are_counted_by_operation_and_status() {
        let recorder = Recorder::default();
        for (operation, status) in [
            (Some(Operation::Authenticate), 401),
            (Some(Operation::ListTokens), 401),
            (Some(Operation::ListTokens), 401),
            (None, 404),
        ] {
            recorder.add(record(operation, status));
        }
        let open = Arc::new(Recorder::default());
        let connection = Recorder::connection(Arc::clone(&open));
        assert_eq!(open.stats(0).connections, 1);
        drop(connection);
        assert_eq!(open.stats(0).connections, 0);
        let stats = recorder.stats(2);
        assert_eq!(
            (stats.requests, stats.refused, stats.refused_logins),
            (4, 3, 1)
        );
        let counts: Vec<_> = stats
            .counts
            .iter()
            .map(|it| (it.status, it.count))
            .collect();
        assert_eq!(
            (counts, stats.faults),
            (vec![(404, 1), (401, 1), (401, 2)], 2)
        );
        recorder.reset();
        assert_eq!(recorder.stats(0), Stats::default());
    }

    #[tokio::test]
    async fn who_follows_hears_every_record_once_and_the_end() {
        let recorder = Recorder::default();
        recorder.add(record(None, 404));
        recorder.add(record(None, 405));
        assert_eq!(recorder.follow(None).unwrap().0, []);
        let (past, mut live) = recorder.follow(Some(1)).unwrap();
        assert_eq!(past.iter().map(|it| it.id).collect::<Vec<_>>(), [2]);
        recorder.add(record(None, 406));
        let received = live.recv().await.unwrap();
        assert!(matches!(received, News::Received(record) if record.id == 3));
        recorder.clear();
        recorder.reset();
        for _ in 0..2 {
            assert!(matches!(live.recv().await.unwrap(), News::Cleared));
        }
        recorder.stop();
        assert!(live.recv().await.is_err() && recorder.follow(None).is_none());
    }
}
