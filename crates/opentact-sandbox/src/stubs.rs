//! Stubs: answers that a test gives to requests, whatever the contract says of them.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, StatusCode};
use chrono::{DateTime, Utc};
use serde::Serialize;

pub use self::received::ReceivedRequest;
pub use self::stub::{Stub, StubBuilder};
use crate::{error::Error, http::answer::Answer};

mod received;
mod stub;

/// How many of the requests that a stub has answered are kept.
const KEPT: usize = 100;

/// The stubs of one sandbox; see [`Owner::stubs`](crate::Owner::stubs).
///
/// A request is answered by the first stub, in the order in which they were added, that is for its
/// method and path and whose turn it is. Nothing else happens then: neither its credentials nor its
/// parameters are looked at. A fault that the request meets comes before.
///
/// ```
/// use opentact_sandbox::Sandbox;
/// use serde_json::json;
///
/// # async fn run() -> Result<(), opentact_sandbox::Error> {
/// let sandbox = Sandbox::start().await?;
/// let refusal = json!({"success": false, "message": "Not enough balance", "status": 402});
/// let stub = sandbox.stub("POST", "/rest/sms").once().reply(402, refusal)?;
/// // ... the code under test sends a text ...
/// let received = sandbox.stubs().received(stub.id);
/// assert!(received.iter().all(|request| request.path == "/rest/sms"));
/// sandbox.stubs().remove(stub.id);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct Stubs {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    last_id: u64,
    set: Vec<Set>,
}

/// A stub that is set, with the last requests that it has answered.
#[derive(Debug)]
struct Set {
    record: StubRecord,
    received: Vec<ReceivedRequest>,
}

/// A stub that is set, and how often it has answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StubRecord {
    /// Its number, by which it is removed.
    pub id: u64,
    /// What was added.
    #[serde(flatten)]
    pub stub: Stub,
    /// How many requests it has answered.
    pub met: u64,
}

impl Stubs {
    /// Sets a stub; it answers from the next request on.
    ///
    /// # Errors
    ///
    /// [`Error::Stub`] when a part of it cannot be, such as a status that HTTP does not know.
    pub fn add(&self, stub: Stub) -> Result<StubRecord, Error> {
        stub.check()?;
        let mut inner = self.inner();
        inner.last_id += 1;
        let record = StubRecord {
            id: inner.last_id,
            stub,
            met: 0,
        };
        inner.set.push(Set {
            record: record.clone(),
            received: Vec::new(),
        });
        Ok(record)
    }

    /// The stubs that are set, oldest first; one that has answered as often as it should stays
    /// until it is removed.
    #[must_use]
    pub fn list(&self) -> Vec<StubRecord> {
        let inner = self.inner();
        inner.set.iter().map(|set| set.record.clone()).collect()
    }

    /// The stub with this number.
    #[must_use]
    pub fn get(&self, id: u64) -> Option<StubRecord> {
        self.list().into_iter().find(|record| record.id == id)
    }

    /// The last 100 requests that the stub with this number has answered, oldest first, as they
    /// came, without their credentials.
    #[must_use]
    pub fn received(&self, id: u64) -> Vec<ReceivedRequest> {
        let inner = self.inner();
        let found = inner.set.iter().find(|set| set.record.id == id);
        found.map(|set| set.received.clone()).unwrap_or_default()
    }

    /// Removes a stub; whether there was one.
    pub fn remove(&self, id: u64) -> bool {
        let mut inner = self.inner();
        let before = inner.set.len();
        inner.set.retain(|set| set.record.id != id);
        inner.set.len() < before
    }

    /// Removes all stubs.
    pub fn clear(&self) {
        self.inner().set.clear();
    }

    /// The answer of the stub whose turn it is for such a request, if there is one, and its number.
    pub(crate) fn answer(
        &self,
        request: (&str, &str, Option<&str>),
        headers: &HeaderMap,
        body: &[u8],
        time: DateTime<Utc>,
    ) -> Option<(u64, Answer)> {
        let (method, path, _) = request;
        let mut inner = self.inner();
        let mut set = inner.set.iter_mut();
        let set = set.find(|set| {
            let StubRecord { stub, met, .. } = &set.record;
            stub.has_turn(*met) && stub.is_for(method, path)
        })?;
        set.record.met += 1;
        if set.received.len() == KEPT {
            set.received.remove(0);
        }
        set.received
            .push(ReceivedRequest::new(time, request, headers, body));
        let stub = &set.record.stub;
        let status = StatusCode::from_u16(stub.status).unwrap_or_default();
        let (content_type, body) = stub.content();
        Some((set.record.id, Answer::stubbed(status, content_type, body)))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
