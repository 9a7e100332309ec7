//! A JWT in use, and when it is to be replaced.

use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use opentact_client::Secret;

use crate::clock::Clock;
use crate::error::Error;
use crate::jwt;
use crate::session_store::StoredSession;

/// The longest time before its expiry at which a JWT is replaced.
const MARGIN: Duration = Duration::from_secs(60);
/// The share of its life at which a short-lived JWT is replaced instead: a tenth.
const MARGIN_SHARE: u32 = 10;

/// A JWT in use.
#[derive(Debug)]
pub(crate) struct SessionJwt {
    /// The token.
    pub(crate) secret: Secret,
    /// Whether it was found in a store, so that nobody knows whether it still counts.
    is_shared: bool,
    /// Whether the server has taken it.
    is_accepted: AtomicBool,
    /// Its times; `None` for a token that does not say how long it lives.
    times: Option<Times>,
}

#[derive(Clone, Copy, Debug)]
struct Times {
    life: Duration,
    replace_at: Instant,
    expires_at: Instant,
}

impl SessionJwt {
    /// What a login brings.
    pub(super) async fn from_login<F>(
        clock: &Clock,
        login: impl FnOnce() -> F,
    ) -> Result<Self, Error>
    where
        F: Future<Output = Result<Secret, Error>>,
    {
        // Its life is counted from before the request, so that a slow login makes it end early
        // rather than late.
        let started = clock.now();
        login().await.map(|secret| Self::new(secret, started))
    }

    fn new(secret: Secret, made: Instant) -> Self {
        let times = jwt::life(&secret).and_then(|life| Times::new(life, life, made));
        Self {
            secret,
            is_shared: false,
            is_accepted: AtomicBool::new(false),
            times,
        }
    }

    /// What a store has kept.
    pub(super) fn from_store(session: &StoredSession, now: Instant) -> Self {
        let times = session.life().zip(session.left());
        Self {
            secret: session.jwt().clone(),
            is_shared: true,
            is_accepted: AtomicBool::new(false),
            times: times.and_then(|(life, left)| Times::new(life, left, now)),
        }
    }

    /// What a store is to keep; `None` when there is no time left.
    pub(super) fn to_store(&self, now: Instant) -> Option<StoredSession> {
        let session = StoredSession::new(self.secret.clone());
        let (Some(times), Some(left)) = (self.times, self.left(now)) else {
            return Some(session);
        };
        (!left.is_zero()).then(|| session.lasting(times.life, left))
    }

    /// How long it can still be used, where it says so.
    pub(super) fn left(&self, now: Instant) -> Option<Duration> {
        let times = self.times?;
        Some(times.expires_at.saturating_duration_since(now))
    }

    /// Whether it was found in a store.
    pub(crate) const fn is_shared(&self) -> bool {
        self.is_shared
    }

    /// The server has taken it.
    pub(super) fn accept(&self) {
        // Where all threads write, each waits for the others.
        if !self.is_accepted() {
            self.is_accepted.store(true, Ordering::Relaxed);
        }
    }

    /// Whether the server has taken it.
    pub(super) fn is_accepted(&self) -> bool {
        self.is_accepted.load(Ordering::Relaxed)
    }

    /// Has the server prove once more that it takes it; whether it did.
    pub(super) fn forget_acceptance(&self) -> bool {
        self.is_accepted.swap(false, Ordering::Relaxed)
    }

    /// Whether it is to be used without another thought.
    pub(super) fn is_fresh(&self, now: Instant) -> bool {
        self.times.is_none_or(|times| now < times.replace_at)
    }

    /// Whether it can still be used, be it only until there is another.
    pub(super) fn is_alive(&self, now: Instant) -> bool {
        self.times.is_none_or(|times| now < times.expires_at)
    }
}

impl Times {
    /// `None` for an end that no clock can show.
    fn new(life: Duration, left: Duration, now: Instant) -> Option<Self> {
        let margin = MARGIN.min(life / MARGIN_SHARE);
        Some(Self {
            life,
            replace_at: now.checked_add(left.saturating_sub(margin))?,
            expires_at: now.checked_add(left)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::world::lasting;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn margin_is_a_tenth_of_the_life_and_a_minute_at_most() {
        let now = Instant::now();
        for (life, margin) in [(1, 0.1), (60, 6.0), (600, 60.0), (86_400, 60.0)] {
            let jwt = SessionJwt::new(lasting(life), now);
            let end = now + Duration::from_secs(life);
            let replaced = end - Duration::from_secs_f64(margin);
            assert!(jwt.is_fresh(replaced - Duration::from_nanos(1)), "{life}");
            assert!(!jwt.is_fresh(replaced), "{life}");
            assert!(jwt.is_alive(end - Duration::from_nanos(1)), "{life}");
            assert!(!jwt.is_alive(end), "{life}");
        }
    }

    #[test]
    fn what_is_left_in_the_store_decides_and_not_when_it_was_loaded() {
        let now = Instant::now();
        let life = Duration::from_secs(600);
        let kept = |left| StoredSession::new("made up").lasting(life, left);
        assert!(SessionJwt::from_store(&kept(61 * SECOND), now).is_fresh(now));
        let late = SessionJwt::from_store(&kept(60 * SECOND), now);
        assert!(!late.is_fresh(now) && late.is_alive(now));
        assert!(!SessionJwt::from_store(&kept(Duration::ZERO), now).is_alive(now));
        let unknown = SessionJwt::from_store(&StoredSession::new("made up"), now);
        assert!(unknown.is_fresh(now + 1_000_000 * SECOND));
        let absurd = StoredSession::new("made up").lasting(Duration::MAX, Duration::MAX);
        assert!(SessionJwt::from_store(&absurd, now).is_fresh(now));
    }

    #[test]
    fn store_is_told_what_is_left() {
        let now = Instant::now();
        let jwt = SessionJwt::new(lasting(600), now);
        let kept = jwt.to_store(now + 100 * SECOND).unwrap();
        assert_eq!(kept.life(), Some(600 * SECOND));
        assert_eq!(kept.left(), Some(500 * SECOND));
        assert_eq!(jwt.to_store(now + 600 * SECOND), None);
        let unknown = SessionJwt::new(Secret::new("opaque"), now);
        assert_eq!(unknown.to_store(now).unwrap().left(), None);
    }
}
