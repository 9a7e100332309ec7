//! One session, one scripted login, one scripted store and one stopped clock, for tests.

use std::collections::HashMap;
use std::future::Future;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use opentact_client::Secret;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use super::{Session, SessionJwt};
use crate::clock::{Clock, ManualClock};
use crate::credential::Credential;
use crate::error::{Error, ErrorKind};
use crate::session_store::{
    BoxFuture, LoginLock, SessionName, SessionStore, StoreError, StoredSession,
};

pub(super) const SECOND: Duration = Duration::from_secs(1);

pub(super) type JwtResult = Result<Arc<SessionJwt>, Error>;

/// One session, one scripted login behind a gate, one stopped clock.
pub(super) struct World {
    pub(super) session: Session,
    pub(super) clock: ManualClock,
    pub(super) store: ScriptedStore,
    outcome: Mutex<Result<Secret, Error>>,
    gate: Semaphore,
    logins: AtomicUsize,
}

impl World {
    /// A session of its own.
    pub(super) fn new(outcome: Result<Secret, Error>) -> Arc<Self> {
        let clock = ManualClock::new();
        let store = ScriptedStore::new(&clock);
        let session = Session::new(Clock::Manual(clock.clone()));
        Self::of(session, clock, store, outcome)
    }

    /// A session whose first login has ended, and whose next waits at the gate.
    pub(super) async fn gated_after_one_login(jwt: Secret) -> Arc<Self> {
        let world = Self::new(Ok(jwt));
        let first = world.caller().await;
        world.let_one_in();
        first.await.unwrap().unwrap();
        world
    }

    /// A session in a store.
    pub(super) fn shared(outcome: Result<Secret, Error>) -> Arc<Self> {
        let clock = ManualClock::new();
        let store = ScriptedStore::new(&clock);
        Self::in_store(clock, store, outcome)
    }

    /// A session in the store of another, by the same clock.
    pub(super) fn beside(other: &Self, outcome: Result<Secret, Error>) -> Arc<Self> {
        Self::in_store(other.clock.clone(), other.store.clone(), outcome)
    }

    fn in_store(
        clock: ManualClock,
        store: ScriptedStore,
        outcome: Result<Secret, Error>,
    ) -> Arc<Self> {
        let shared = Arc::new(store.clone());
        let session = Session::kept_in(Clock::Manual(clock.clone()), shared, name());
        Self::of(session, clock, store, outcome)
    }

    fn of(
        session: Session,
        clock: ManualClock,
        store: ScriptedStore,
        outcome: Result<Secret, Error>,
    ) -> Arc<Self> {
        Arc::new(Self {
            session,
            clock,
            store,
            outcome: Mutex::new(outcome),
            gate: Semaphore::new(0),
            logins: AtomicUsize::new(0),
        })
    }

    /// What logins bring from now on.
    pub(super) fn set(&self, outcome: Result<Secret, Error>) {
        *self.outcome.lock().unwrap() = outcome;
    }

    fn login(self: &Arc<Self>) -> impl Future<Output = Result<Secret, Error>> + use<> {
        let world = Arc::clone(self);
        async move {
            world.logins.fetch_add(1, Ordering::SeqCst);
            if let Ok(permit) = world.gate.acquire().await {
                permit.forget();
            }
            world.outcome.lock().unwrap().clone()
        }
    }

    pub(super) async fn call(self: &Arc<Self>) -> JwtResult {
        self.session.jwt(None, Duration::MAX, || self.login()).await
    }

    /// A call whose request was refused with that JWT.
    pub(super) async fn refused(self: &Arc<Self>, jwt: &Arc<SessionJwt>) -> JwtResult {
        self.session
            .jwt(Some(jwt), Duration::MAX, || self.login())
            .await
    }

    /// Waits for a caller, and moves the clock by a second whenever nothing else goes on.
    pub(super) async fn outcome(&self, caller: JoinHandle<JwtResult>) -> JwtResult {
        while !caller.is_finished() {
            self.clock.advance(SECOND);
            // Once for who waits for the store, once for who waits for them.
            tokio::task::yield_now().await;
            tokio::task::yield_now().await;
        }
        caller.await.unwrap()
    }

    /// Starts one caller, and returns once it waits for something.
    pub(super) async fn caller(self: &Arc<Self>) -> JoinHandle<JwtResult> {
        self.callers(1).await.remove(0)
    }

    /// Starts callers and returns once the first is inside the login and the rest are queued.
    pub(super) async fn callers(self: &Arc<Self>, n: usize) -> Vec<JoinHandle<JwtResult>> {
        let callers = (0..n)
            .map(|_| {
                let world = Arc::clone(self);
                tokio::spawn(async move { world.call().await })
            })
            .collect();
        // The test runtime has one thread: a yield polls every caller once, the next the login.
        for _ in 0..3 {
            tokio::task::yield_now().await;
        }
        callers
    }

    /// Lets every login end, so that a surplus one is counted and does not hang the test.
    pub(super) fn open_gate(&self) {
        self.gate.close();
    }

    /// Lets one login end.
    pub(super) fn let_one_in(&self) {
        self.gate.add_permits(1);
    }

    pub(super) fn logins(&self) -> usize {
        self.logins.load(Ordering::SeqCst)
    }
}

/// A JWT of that life, in seconds.
pub(super) fn lasting(seconds: u64) -> Secret {
    named("", seconds)
}

/// A JWT of that life, in seconds, and of its own text.
pub(super) fn named(name: &str, seconds: u64) -> Secret {
    let claims = format!(r#"{{"iat":1000,"exp":{},"jti":"{name}"}}"#, 1000 + seconds);
    Secret::new(format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims)))
}

pub(super) fn failure(kind: ErrorKind) -> Error {
    Error::new(kind, "authenticate", "made up")
}

fn name() -> SessionName {
    SessionName::new("https://h.example", &Credential::api_token("made up"))
}

/// How a function of the store goes wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fault {
    Fails,
    Hangs,
}

/// A store with a lock that a lease ends, whose functions fail as a test says.
#[derive(Clone, Debug)]
pub(super) struct ScriptedStore {
    clock: ManualClock,
    inner: Arc<Mutex<Inner>>,
}

#[derive(Debug, Default)]
struct Inner {
    /// The session, and when it was put there.
    kept: Option<(StoredSession, Instant)>,
    locked_until: Option<Instant>,
    faults: HashMap<&'static str, Fault>,
    asked: Vec<&'static str>,
}

impl ScriptedStore {
    fn new(clock: &ManualClock) -> Self {
        Self {
            clock: clock.clone(),
            inner: Arc::default(),
        }
    }

    /// Makes a function go wrong: `load`, `try_lock`, `save` or `release`.
    pub(super) fn fault(&self, function: &'static str, fault: Fault) {
        self.inner.lock().unwrap().faults.insert(function, fault);
    }

    /// Makes everything work again.
    pub(super) fn mend(&self) {
        self.inner.lock().unwrap().faults.clear();
    }

    /// Somebody else takes the right to log in, for good.
    pub(super) fn lock_by_others(&self) {
        self.inner.lock().unwrap().locked_until = Some(self.clock.now() + 3_600 * SECOND);
    }

    /// The right to log in is free.
    pub(super) fn unlock(&self) {
        self.inner.lock().unwrap().locked_until = None;
    }

    pub(super) fn is_locked(&self) -> bool {
        let until = self.inner.lock().unwrap().locked_until;
        until.is_some_and(|until| self.clock.now() < until)
    }

    /// Somebody else saves a session.
    pub(super) fn put(&self, session: StoredSession) {
        self.inner.lock().unwrap().kept = Some((session, self.clock.now()));
    }

    pub(super) fn kept(&self) -> Option<StoredSession> {
        let (session, put) = self.inner.lock().unwrap().kept.clone()?;
        let (Some(life), Some(left)) = (session.life(), session.left()) else {
            return Some(session);
        };
        let left = left.saturating_sub(self.clock.now() - put);
        Some(session.lasting(life, left))
    }

    /// What was asked of the store since the last time.
    pub(super) fn asked(&self) -> Vec<&'static str> {
        std::mem::take(&mut self.inner.lock().unwrap().asked)
    }

    async fn enter(&self, function: &'static str) -> Result<(), StoreError> {
        let fault = {
            let mut inner = self.inner.lock().unwrap();
            inner.asked.push(function);
            inner.faults.get(function).copied()
        };
        match fault {
            None => Ok(()),
            Some(Fault::Fails) => Err(StoreError::new("made up")),
            Some(Fault::Hangs) => std::future::pending().await,
        }
    }
}

impl SessionStore for ScriptedStore {
    fn load<'a>(
        &'a self,
        _: &'a SessionName,
    ) -> BoxFuture<'a, Result<Option<StoredSession>, StoreError>> {
        Box::pin(async {
            self.enter("load").await?;
            Ok(self.kept())
        })
    }

    fn save<'a>(
        &'a self,
        _: &'a SessionName,
        session: &'a StoredSession,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async {
            self.enter("save").await?;
            self.put(session.clone());
            Ok(())
        })
    }

    fn try_lock<'a>(
        &'a self,
        _: &'a SessionName,
        lease: Duration,
    ) -> BoxFuture<'a, Result<Option<LoginLock>, StoreError>> {
        Box::pin(async move {
            self.enter("try_lock").await?;
            if self.is_locked() {
                return Ok(None);
            }
            self.inner.lock().unwrap().locked_until = Some(self.clock.now() + lease);
            let store = self.clone();
            Ok(Some(LoginLock::new(move || {
                Box::pin(async move {
                    if store.enter("release").await.is_ok() {
                        store.unlock();
                    }
                })
            })))
        })
    }
}
