//! A login kept alive: the current JWT, and the one login that may replace it.

use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use opentact_client::Secret;
use tokio::sync::Mutex;

use crate::clock::Clock;
use crate::error::Error;
use crate::jwt;

/// The longest time before its expiry at which a JWT is replaced.
const MARGIN: Duration = Duration::from_secs(60);
/// The share of its life at which a short-lived JWT is replaced instead: a tenth.
const MARGIN_SHARE: u32 = 10;

/// A JWT in use.
#[derive(Debug)]
pub(crate) struct SessionJwt {
    /// The token.
    pub(crate) secret: Secret,
    /// When to replace it; `None` for a token that does not say how long it lives.
    replace_at: Option<Instant>,
}

impl SessionJwt {
    fn new(secret: Secret, received: Instant) -> Self {
        let replace_at = jwt::life(&secret).map(|life| {
            let margin = MARGIN.min(life / MARGIN_SHARE);
            received + (life - margin)
        });
        Self { secret, replace_at }
    }

    fn is_fresh(&self, now: Instant) -> bool {
        self.replace_at.is_none_or(|moment| now < moment)
    }
}

/// The current JWT, shared by all clones of a client.
#[derive(Debug, Default)]
pub(crate) struct Session {
    clock: Clock,
    /// For callers who need no login: they never queue.
    current: RwLock<Option<Arc<SessionJwt>>>,
    /// The queue for the login, and the failure of the last one.
    queue: Mutex<Option<Error>>,
    /// How many logins have ended, well or badly.
    finished: AtomicU64,
}

impl Session {
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            clock,
            ..Self::default()
        }
    }

    /// The JWT, after a login if there is none that is fresh and other than `refused`.
    ///
    /// Callers that come while a login is under way wait for it and share its outcome, failure
    /// included. Dropping the future is safe: if it was the one logging in, the next in the queue
    /// logs in instead.
    pub(crate) async fn jwt<F>(
        &self,
        refused: Option<&Arc<SessionJwt>>,
        login: impl FnOnce() -> F,
    ) -> Result<Arc<SessionJwt>, Error>
    where
        F: Future<Output = Result<Secret, Error>>,
    {
        if let Some(jwt) = self.usable(refused) {
            return Ok(jwt);
        }
        let seen = self.finished.load(Ordering::Acquire);

        // Held across the login on purpose: the lock is the queue. What was read before it is read
        // again behind it, so that nobody acts on what a login has changed meanwhile.
        let mut failure = self.queue.lock().await;
        if let Some(jwt) = self.usable(refused) {
            return Ok(jwt);
        }
        let waited_for_a_login = self.finished.load(Ordering::Acquire) != seen;
        if let Some(failure) = failure.as_ref().filter(|_| waited_for_a_login) {
            return Err(failure.clone());
        }

        let started = self.clock.now();
        let outcome = login()
            .await
            .map(|secret| Arc::new(SessionJwt::new(secret, started)));
        *failure = outcome.as_ref().err().cloned();
        if let Ok(jwt) = &outcome {
            *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(jwt));
        }
        self.finished.fetch_add(1, Ordering::Release);
        outcome
    }

    fn usable(&self, refused: Option<&Arc<SessionJwt>>) -> Option<Arc<SessionJwt>> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        let jwt = current.as_ref()?;
        let is_refused = refused.is_some_and(|refused| Arc::ptr_eq(refused, jwt));
        (!is_refused && jwt.is_fresh(self.clock.now())).then(|| Arc::clone(jwt))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use tokio::sync::Semaphore;
    use tokio::task::JoinHandle;

    use super::*;
    use crate::clock::ManualClock;
    use crate::error::ErrorKind;

    #[tokio::test]
    async fn herd_shares_one_login() {
        let world = World::new(Ok(lasting(86_400)));
        let callers = world.callers(100).await;
        world.open_gate();
        for caller in callers {
            assert_eq!(caller.await.unwrap().unwrap().secret, lasting(86_400));
        }
        assert_eq!(world.logins(), 1);
    }

    #[tokio::test]
    async fn herd_shares_one_failure() {
        let world = World::new(Err(Error::new(
            ErrorKind::Credentials,
            "authenticate",
            "refused",
        )));
        let callers = world.callers(100).await;
        world.open_gate();
        for caller in callers {
            assert_eq!(
                caller.await.unwrap().unwrap_err().kind(),
                ErrorKind::Credentials
            );
        }
        assert_eq!(world.logins(), 1);
    }

    #[tokio::test]
    async fn failure_is_not_remembered_for_who_comes_later() {
        let world = World::new(Err(Error::new(ErrorKind::Server, "authenticate", "down")));
        world.open_gate();
        assert!(world.call().await.is_err());
        assert!(world.call().await.is_err());
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn next_in_the_queue_logs_in_when_the_first_gives_up() {
        let world = World::new(Ok(lasting(86_400)));
        let mut callers = world.callers(2).await;
        callers.remove(0).abort();
        world.open_gate();
        assert!(callers.remove(0).await.unwrap().is_ok());
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn jwt_is_replaced_a_minute_before_its_end() {
        let world = World::new(Ok(lasting(86_400)));
        world.open_gate();
        world.call().await.unwrap();
        world.clock.advance(Duration::from_secs(86_400 - 61));
        world.call().await.unwrap();
        assert_eq!(world.logins(), 1);
        world.clock.advance(Duration::from_secs(1));
        world.call().await.unwrap();
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn short_life_has_a_short_margin() {
        let world = World::new(Ok(lasting(60)));
        world.open_gate();
        world.call().await.unwrap();
        world.clock.advance(Duration::from_secs(53));
        world.call().await.unwrap();
        assert_eq!(world.logins(), 1);
        world.clock.advance(Duration::from_secs(1));
        world.call().await.unwrap();
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn jwt_of_unknown_life_is_used_until_it_is_refused() {
        let world = World::new(Ok(Secret::new("opaque")));
        world.open_gate();
        let jwt = world.call().await.unwrap();
        world.clock.advance(Duration::from_secs(10 * 86_400));
        assert!(Arc::ptr_eq(&world.call().await.unwrap(), &jwt));
        let replaced = world
            .session
            .jwt(Some(&jwt), || world.login())
            .await
            .unwrap();
        assert!(!Arc::ptr_eq(&replaced, &jwt));
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn herd_with_a_refused_jwt_shares_one_login() {
        let world = World::new(Ok(lasting(86_400)));
        world.open_gate();
        let refused = world.call().await.unwrap();
        let callers: Vec<_> = (0..100)
            .map(|_| {
                let (world, refused) = (Arc::clone(&world), Arc::clone(&refused));
                tokio::spawn(
                    async move { world.session.jwt(Some(&refused), || world.login()).await },
                )
            })
            .collect();
        for caller in callers {
            assert!(!Arc::ptr_eq(&caller.await.unwrap().unwrap(), &refused));
        }
        assert_eq!(world.logins(), 2);
    }

    /// One session, one scripted login behind a gate, one stopped clock.
    struct World {
        session: Session,
        clock: ManualClock,
        outcome: Result<Secret, Error>,
        gate: Semaphore,
        logins: AtomicUsize,
    }

    impl World {
        fn new(outcome: Result<Secret, Error>) -> Arc<Self> {
            let clock = ManualClock::new();
            Arc::new(Self {
                session: Session::new(Clock::Manual(clock.clone())),
                clock,
                outcome,
                gate: Semaphore::new(0),
                logins: AtomicUsize::new(0),
            })
        }

        async fn login(&self) -> Result<Secret, Error> {
            self.logins.fetch_add(1, Ordering::SeqCst);
            drop(self.gate.acquire().await);
            self.outcome.clone()
        }

        async fn call(&self) -> Result<Arc<SessionJwt>, Error> {
            self.session.jwt(None, || self.login()).await
        }

        /// Starts callers and returns once the first is inside the login and the rest are queued.
        async fn callers(
            self: &Arc<Self>,
            n: usize,
        ) -> Vec<JoinHandle<Result<Arc<SessionJwt>, Error>>> {
            let callers = (0..n)
                .map(|_| {
                    let world = Arc::clone(self);
                    tokio::spawn(async move { world.call().await })
                })
                .collect();
            // The test runtime has one thread, so one yield polls every caller once.
            tokio::task::yield_now().await;
            callers
        }

        /// Lets every login end, so that a surplus one is counted and does not hang the test.
        fn open_gate(&self) {
            self.gate.close();
        }

        fn logins(&self) -> usize {
            self.logins.load(Ordering::SeqCst)
        }
    }

    fn lasting(seconds: u64) -> Secret {
        let claims = format!(r#"{{"iat":1000,"exp":{}}}"#, 1000 + seconds);
        Secret::new(format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims)))
    }
}
