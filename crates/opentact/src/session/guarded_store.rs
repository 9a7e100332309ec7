//! A session store that may fail or hang, and costs no more than a second when it does.

use std::error::Error as _;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::clock::Clock;
use crate::session_store::{LoginLock, SessionName, SessionStore, StoreError, StoredSession};

/// How long the store may take for one answer.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long a store is left alone after a failure.
const LEFT_ALONE: Duration = Duration::from_secs(5);
/// Only if a request that is cancelled has waited this long does the store count as failed.
const SLOW: Duration = Duration::from_millis(100);

/// A store, the name of a session in it, and the store's health.
#[derive(Debug)]
pub(super) struct GuardedStore {
    store: Arc<dyn SessionStore>,
    name: SessionName,
    clock: Clock,
    /// While the store does not work: until when it is left alone.
    outage: Mutex<Option<Instant>>,
}

/// The store does not work, or did not a moment ago.
#[derive(Debug)]
pub(super) struct Away;

impl GuardedStore {
    pub(super) fn new(store: Arc<dyn SessionStore>, name: SessionName, clock: Clock) -> Self {
        Self {
            store,
            name,
            clock,
            outage: Mutex::default(),
        }
    }

    pub(super) async fn load(&self) -> Result<Option<StoredSession>, Away> {
        self.ask("load", || self.store.load(&self.name)).await
    }

    pub(super) async fn save(&self, session: &StoredSession) -> Result<(), Away> {
        self.ask("save", || self.store.save(&self.name, session))
            .await
    }

    pub(super) async fn try_lock(&self, lease: Duration) -> Result<Option<LoginLock>, Away> {
        self.ask("try_lock", || self.store.try_lock(&self.name, lease))
            .await
    }

    /// Gives the right to log in back, also to a store that just failed: others may be waiting.
    pub(super) async fn release(&self, lock: LoginLock) {
        let released = self.clock.timeout(PATIENCE, lock.release()).await;
        if released.is_err() {
            self.fails("release", &slow());
        }
    }

    async fn ask<T, F>(&self, what: &'static str, call: impl FnOnce() -> F) -> Result<T, Away>
    where
        F: Future<Output = Result<T, StoreError>>,
    {
        let since = self.clock.now();
        if self.outage().is_some_and(|until| since < until) {
            return Err(Away);
        }
        let mut asked = Asked {
            store: self,
            what,
            since,
            answered: false,
        };
        let answer = self.clock.timeout(PATIENCE, call()).await;
        asked.answered = true;
        match answer {
            Ok(Ok(answer)) => {
                self.works();
                Ok(answer)
            }
            Ok(Err(cause)) => {
                self.fails(what, &cause);
                Err(Away)
            }
            Err(_) => {
                self.fails(what, &slow());
                Err(Away)
            }
        }
    }

    fn works(&self) {
        if self.set_outage(None).is_some() {
            tracing::info!("the session store works again");
        }
    }

    fn fails(&self, what: &'static str, cause: &StoreError) {
        let until = self.clock.now().checked_add(LEFT_ALONE);
        if self.set_outage(until).is_none() {
            tracing::warn!(
                operation = what,
                error = %cause,
                cause = cause.source().map(tracing::field::display),
                "the session store failed; the session goes on in memory, and the store is tried \
                 again every {} seconds at most",
                LEFT_ALONE.as_secs()
            );
        }
    }

    fn outage(&self) -> Option<Instant> {
        *self.outage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_outage(&self, until: Option<Instant>) -> Option<Instant> {
        let mut outage = self.outage.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *outage, until)
    }
}

fn slow() -> StoreError {
    StoreError::new("the store did not answer in time")
}

/// A question to the store, which may be dropped without an answer.
struct Asked<'a> {
    store: &'a GuardedStore,
    what: &'static str,
    since: Instant,
    answered: bool,
}

impl Drop for Asked<'_> {
    fn drop(&mut self) {
        let waited = self.store.clock.now().saturating_duration_since(self.since);
        // Else a hanging store would fail every call that is more hurried than `PATIENCE`.
        if !self.answered && waited >= SLOW {
            self.store.fails(self.what, &slow());
        }
    }
}
