//! One login for all who share a session store.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use opentact_client::Secret;
use opentact_client::security::CredentialKind;

use super::SessionJwt;
use super::guarded_store::{Away, GuardedStore};
use crate::clock::Clock;
use crate::error::Error;
use crate::session_store::{HeldLock, LoginLock};

/// How long the right to log in is taken for, and how long somebody else's is waited for.
const LEASE: Duration = Duration::from_secs(60);
/// The first wait for somebody else's login. Each is twice the one before.
const FIRST_WAIT: Duration = Duration::from_millis(25);
/// The longest wait between two looks at somebody else's login.
const LONGEST_WAIT: Duration = Duration::from_millis(500);

/// The clients that share a session by a store, seen from one of them.
#[derive(Debug)]
pub(super) struct Fleet {
    store: GuardedStore,
    clock: Clock,
}

/// What there is to replace.
#[derive(Debug, Default)]
pub(super) struct Need<'a> {
    /// The JWT that the server has refused, which is not to be taken from the store either.
    pub(super) refused: Option<&'a SessionJwt>,
    /// A JWT that is still good, so that nobody else is worth waiting for.
    pub(super) spare: Option<&'a Arc<SessionJwt>>,
}

/// How the right to log in was come by.
enum Turn {
    /// Taken.
    Held(LoginLock),
    /// Nobody gives it: the store is away, or somebody else kept it for too long.
    Without,
    /// Not at all, as there is a JWT: one that somebody has saved, or the spare one.
    Needless(Arc<SessionJwt>),
}

impl Fleet {
    pub(super) fn new(store: GuardedStore, clock: Clock) -> Self {
        Self { store, clock }
    }

    /// A JWT that somebody has saved, else the one that a login brings; the spare one while somebody
    /// else is logging in.
    ///
    /// # Cancellation
    ///
    /// Dropped while it has the right to log in, it gives that back if it runs on a runtime; else
    /// the lease ends it.
    pub(super) async fn jwt<F>(
        &self,
        need: Need<'_>,
        login: impl FnOnce() -> F,
    ) -> Result<Arc<SessionJwt>, Error>
    where
        F: Future<Output = Result<Secret, Error>>,
    {
        let mut lock = HeldLock::none();
        match self.turn(&need).await.unwrap_or(Turn::Without) {
            Turn::Needless(jwt) => return Ok(jwt),
            Turn::Without => {}
            Turn::Held(taken) => {
                lock = HeldLock::new(taken);
                // Somebody may have saved between the look and the lock.
                if let Ok(Some(jwt)) = self.saved(&need).await {
                    self.release(lock).await;
                    return Ok(jwt);
                }
            }
        }
        let outcome = SessionJwt::from_login(&self.clock, login).await;
        if let Ok(jwt) = &outcome
            && let Some(session) = jwt.to_store(self.clock.now())
        {
            // Whether it is kept or not, this client has it.
            let _ = self.store.save(&session).await;
        }
        self.release(lock).await;
        outcome.map(Arc::new)
    }

    /// Waits for a session or for the right to make one, for the length of a lease at most.
    async fn turn(&self, need: &Need<'_>) -> Result<Turn, Away> {
        let since = self.clock.now();
        let mut wait = FIRST_WAIT;
        loop {
            if let Some(jwt) = self.saved(need).await? {
                return Ok(Turn::Needless(jwt));
            }
            if let Some(lock) = self.store.try_lock(LEASE).await? {
                return Ok(Turn::Held(lock));
            }
            if let Some(spare) = need.spare {
                return Ok(Turn::Needless(Arc::clone(spare)));
            }
            let left = LEASE.saturating_sub(self.passed(since));
            if left.is_zero() {
                return Ok(Turn::Without);
            }
            self.clock.sleep(wait.min(left)).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    /// The session that somebody has saved, if it is of use.
    async fn saved(&self, need: &Need<'_>) -> Result<Option<Arc<SessionJwt>>, Away> {
        let Some(session) = self.store.load().await? else {
            return Ok(None);
        };
        let now = self.clock.now();
        let jwt = SessionJwt::from_store(&session, now);
        let is_refused = need.refused.is_some_and(|it| it.secret == jwt.secret);
        // What is in a store may have been put there by anybody.
        let can_be_sent = CredentialKind::Jwt.check(&jwt.secret).is_ok();
        let is_of_use = !is_refused && jwt.is_fresh(now) && can_be_sent;
        Ok(is_of_use.then(|| Arc::new(jwt)))
    }

    async fn release(&self, mut lock: HeldLock) {
        if let Some(lock) = lock.take() {
            self.store.release(lock).await;
        }
    }

    fn passed(&self, since: Instant) -> Duration {
        self.clock.now().saturating_duration_since(since)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use crate::error::ErrorKind;
    use crate::session::world::{Fault, JwtResult, SECOND, World, failure, lasting, named};
    use crate::session_store::StoredSession;

    use super::*;

    const FUNCTIONS: [&str; 4] = ["load", "try_lock", "save", "release"];

    #[tokio::test]
    async fn session_that_others_saved_is_used_without_a_login() {
        let world = World::shared(Ok(lasting(600)));
        world.store.put(kept("others", 500));
        for _ in 0..100 {
            assert_eq!(world.call().await.unwrap().secret, named("others", 600));
        }
        assert_eq!(world.logins(), 0);
        assert_eq!(world.store.asked(), ["load"]);
        // What is left of its life counts, not what its claims say.
        world.open_gate();
        world.clock.advance(439 * SECOND);
        world.call().await.unwrap();
        assert_eq!(world.logins(), 0);
        world.clock.advance(SECOND);
        assert_eq!(world.call().await.unwrap().secret, lasting(600));
        assert_eq!(world.logins(), 1);
    }

    #[tokio::test]
    async fn login_is_saved_for_the_others() {
        let world = World::shared(Ok(lasting(600)));
        let caller = world.caller().await;
        assert!(world.store.is_locked());
        world.clock.advance(5 * SECOND);
        world.open_gate();
        caller.await.unwrap().unwrap();
        assert_eq!(
            world.store.asked(),
            ["load", "try_lock", "load", "save", "release"]
        );
        let kept = world.store.kept().unwrap();
        assert_eq!(kept.jwt(), &lasting(600));
        assert_eq!(kept.life(), Some(600 * SECOND));
        assert_eq!(kept.left(), Some(595 * SECOND));
        assert!(!world.store.is_locked());
    }

    #[tokio::test]
    async fn two_clients_of_one_store_make_one_login() {
        let one = World::shared(Ok(named("one", 600)));
        let other = World::beside(&one, Ok(named("other", 600)));
        other.open_gate();
        let mut callers = one.callers(50).await;
        callers.extend(other.callers(50).await);
        let hand = one.clock.clone();
        let hurry = tokio::spawn(async move {
            loop {
                hand.wait_over().await;
            }
        });
        one.open_gate();
        for caller in callers {
            assert_eq!(caller.await.unwrap().unwrap().secret, named("one", 600));
        }
        hurry.abort();
        assert_eq!((one.logins(), other.logins()), (1, 0));
    }

    #[tokio::test]
    async fn who_finds_others_logging_in_waits_for_their_session() {
        let world = World::shared(Ok(lasting(600)));
        world.store.lock_by_others();
        let callers = world.callers(100).await;
        for wait in [25, 50, 100, 200, 400, 500, 500] {
            let waited = world.clock.wait_over().await;
            assert_eq!(waited, Duration::from_millis(wait));
            tokio::task::yield_now().await;
        }
        world.store.put(kept("others", 600));
        world.clock.wait_over().await;
        for caller in callers {
            assert_eq!(caller.await.unwrap().unwrap().secret, named("others", 600));
        }
        assert_eq!(world.logins(), 0);
    }

    #[tokio::test]
    async fn who_waits_takes_the_right_when_it_is_free() {
        let world = World::shared(Ok(lasting(600)));
        world.open_gate();
        world.store.lock_by_others();
        let caller = world.caller().await;
        world.clock.wait_over().await;
        tokio::task::yield_now().await;
        world.store.unlock();
        world.clock.wait_over().await;
        assert_eq!(caller.await.unwrap().unwrap().secret, lasting(600));
        assert_eq!(world.logins(), 1);
        assert!(!world.store.is_locked());
    }

    #[tokio::test]
    async fn nobody_waits_longer_than_a_lease() {
        let world = World::shared(Ok(lasting(600)));
        world.open_gate();
        world.store.lock_by_others();
        let start = world.clock.now();
        let caller = world.caller().await;
        while !caller.is_finished() {
            tokio::select! {
                _ = world.clock.wait_over() => {}
                () = tokio::task::yield_now() => {}
            }
            assert!(world.clock.now() - start <= LEASE);
        }
        caller.await.unwrap().unwrap();
        assert_eq!(world.clock.now() - start, LEASE);
        assert_eq!(world.logins(), 1);
        // It is of use to the others all the same, and their right is not touched.
        assert_eq!(world.store.kept().unwrap().jwt(), &lasting(600));
        assert!(world.store.is_locked());
    }

    #[tokio::test]
    async fn who_has_a_good_jwt_does_not_wait_for_others() {
        let world = World::shared(Ok(lasting(600)));
        world.open_gate();
        let old = world.call().await.unwrap();
        world.clock.advance(540 * SECOND);
        world.store.lock_by_others();
        for _ in 0..100 {
            assert!(Arc::ptr_eq(&outcome_of(&world).await.unwrap(), &old));
        }
        world.store.asked();
        world.store.put(kept("others", 600));
        world.clock.advance(10 * SECOND);
        assert_eq!(world.call().await.unwrap().secret, named("others", 600));
        assert_eq!(world.logins(), 1);
        assert_eq!(world.store.asked(), ["load"]);
    }

    #[tokio::test]
    async fn after_a_refusal_the_session_of_others_is_used_and_the_refused_one_is_not() {
        let world = World::shared(Ok(named("first", 600)));
        world.open_gate();
        let first = world.call().await.unwrap();
        world.set(Ok(named("second", 600)));
        let second = world.refused(&first).await.unwrap();
        assert_eq!(second.secret, named("second", 600));
        assert_eq!(world.logins(), 2);
        world.store.put(kept("third", 600));
        let third = world.refused(&second).await.unwrap();
        assert_eq!(third.secret, named("third", 600));
        assert_eq!(world.logins(), 2);
        // Nor is it taken by who was not refused with it.
        world.set(Err(failure(ErrorKind::Server)));
        assert!(world.refused(&third).await.is_err());
        assert!(world.call().await.is_err());
        assert_eq!(world.logins(), 4);
    }

    #[tokio::test]
    async fn what_is_of_no_use_is_not_taken_from_the_store() {
        for useless in [
            kept("late", 60),
            kept("over", 0),
            StoredSession::new(""),
            StoredSession::new("two words"),
            StoredSession::new("a\r\nb: c"),
            StoredSession::new("ünlike"),
        ] {
            let world = World::shared(Ok(lasting(600)));
            world.open_gate();
            world.store.put(useless);
            assert_eq!(world.call().await.unwrap().secret, lasting(600));
            assert_eq!(world.logins(), 1);
        }
    }

    #[tokio::test]
    async fn failed_login_gives_the_right_back_and_saves_nothing() {
        let world = World::shared(Err(failure(ErrorKind::Server)));
        world.open_gate();
        assert!(world.call().await.is_err());
        assert_eq!(world.store.asked(), ["load", "try_lock", "load", "release"]);
        assert!(!world.store.is_locked());
        assert_eq!(world.store.kept(), None);
    }

    #[tokio::test]
    async fn login_that_is_cut_off_gives_the_right_back() {
        let world = World::shared(Ok(lasting(600)));
        let caller = world.caller().await;
        assert!(world.store.is_locked());
        world.session.cut_off();
        let start = world.clock.now();
        world.open_gate();
        assert_eq!(world.outcome(caller).await.unwrap().secret, lasting(600));
        assert!(world.clock.now() - start < LEASE);
        assert_eq!(world.logins(), 2);
        assert!(!world.store.is_locked());
    }

    #[tokio::test]
    async fn lock_is_left_to_its_lease_where_there_is_no_runtime() {
        let lock = LoginLock::new(|| Box::pin(async {}));
        let dropped = std::thread::spawn(move || drop(HeldLock::new(lock)));
        dropped.join().unwrap();
    }

    #[tokio::test]
    async fn no_call_fails_because_the_store_does() {
        for fault in [Fault::Fails, Fault::Hangs] {
            for function in FUNCTIONS {
                let world = World::shared(Ok(lasting(600)));
                world.open_gate();
                world.store.fault(function, fault);
                let start = world.clock.now();
                let jwt = outcome_of(&world).await.unwrap();
                let case = format!("{function} {fault:?}");
                assert_eq!(jwt.secret, lasting(600), "{case}");
                assert_eq!(world.logins(), 1, "{case}");
                assert!(world.clock.now() - start <= 2 * SECOND, "{case}");
                // In memory it is there.
                assert!(Arc::ptr_eq(&world.call().await.unwrap(), &jwt), "{case}");
            }
        }
    }

    #[tokio::test]
    async fn right_is_given_back_to_a_store_that_does_not_keep() {
        for fault in [Fault::Fails, Fault::Hangs] {
            let world = World::shared(Ok(lasting(600)));
            world.open_gate();
            world.store.fault("save", fault);
            outcome_of(&world).await.unwrap();
            assert!(!world.store.is_locked(), "{fault:?}");
        }
    }

    #[tokio::test]
    async fn store_that_failed_is_left_alone_for_five_seconds() {
        for fault in [Fault::Fails, Fault::Hangs] {
            let world = World::shared(Ok(lasting(600)));
            world.open_gate();
            world.store.fault("load", fault);
            let mut jwt = outcome_of(&world).await.unwrap();
            assert_eq!(world.store.asked(), ["load"]);
            world.store.mend();
            jwt = world.refused(&jwt).await.unwrap();
            world.clock.advance(5 * SECOND - Duration::from_nanos(1));
            jwt = world.refused(&jwt).await.unwrap();
            assert_eq!(world.store.asked(), [""; 0]);
            assert_eq!(world.logins(), 3);
            world.clock.advance(Duration::from_nanos(1));
            world.set(Ok(named("kept", 600)));
            world.refused(&jwt).await.unwrap();
            assert_eq!(world.store.kept().unwrap().jwt(), &named("kept", 600));
        }
    }

    #[tokio::test]
    async fn hanging_store_does_not_fail_callers_with_less_patience() {
        let world = World::shared(Ok(lasting(600)));
        world.open_gate();
        world.store.fault("load", Fault::Hangs);
        let hurried = world.caller().await;
        world.clock.advance(Duration::from_millis(100));
        hurried.abort();
        assert!(hurried.await.unwrap_err().is_cancelled());
        let outcome = outcome_of(&world).await;
        assert_eq!(outcome.unwrap().secret, lasting(600));
        assert_eq!(world.store.asked(), ["load"]);
    }

    #[tokio::test]
    async fn store_is_warned_about_once_until_it_works_again() {
        Warnings::listen();
        let world = World::shared(Ok(lasting(600)));
        world.open_gate();
        let mut jwt = world.call().await.unwrap();
        for _ in 0..2 {
            WARNINGS.take();
            for function in FUNCTIONS {
                world.store.fault(function, Fault::Fails);
            }
            world.store.asked();
            for _ in 0..20 {
                world.clock.advance(5 * SECOND);
                jwt = world.refused(&jwt).await.unwrap();
            }
            assert_eq!(world.store.asked(), ["load"; 20]);
            let warnings = WARNINGS.take();
            assert_eq!(warnings.len(), 1);
            let text = &warnings[0];
            assert!(text.contains("made up") && !text.contains("e30."), "{text}");
            world.store.mend();
            world.clock.advance(5 * SECOND);
            jwt = world.refused(&jwt).await.unwrap();
        }
    }

    fn kept(name: &str, left: u64) -> StoredSession {
        StoredSession::new(named(name, 600)).lasting(600 * SECOND, Duration::from_secs(left))
    }

    async fn outcome_of(world: &Arc<World>) -> JwtResult {
        let caller = world.caller().await;
        world.outcome(caller).await
    }

    thread_local! {
        /// What the warnings on this thread say.
        static WARNINGS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    }

    /// Hears the warnings of the whole process: another test may be the first to reach
    /// the warning, and where it has no subscriber, it could be taken for one that nobody wants.
    struct Warnings;

    impl Warnings {
        fn listen() {
            tracing::subscriber::set_global_default(Self).unwrap();
        }
    }

    impl tracing::Subscriber for Warnings {
        fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
            metadata.is_event() && *metadata.level() == tracing::Level::WARN
        }

        fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::Id {
            tracing::Id::from_u64(1)
        }

        fn event(&self, event: &tracing::Event<'_>) {
            let mut text = String::new();
            event.record(
                &mut |field: &tracing::field::Field, value: &dyn std::fmt::Debug| {
                    text.push_str(&format!("{field}={value:?} "));
                },
            );
            WARNINGS.with_borrow_mut(|warnings| warnings.push(text));
        }

        fn record(&self, _: &tracing::Id, _: &tracing::span::Record<'_>) {}
        fn record_follows_from(&self, _: &tracing::Id, _: &tracing::Id) {}
        fn enter(&self, _: &tracing::Id) {}
        fn exit(&self, _: &tracing::Id) {}
    }
}
