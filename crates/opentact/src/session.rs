//! A login kept alive: the current JWT, and the one login that may replace it.
//!
//! # What is guaranteed
//!
//! * **One login.** Any number of callers who need a JWT at the same time make one login and share
//!   what comes of it, success or failure. A caller who is cancelled while logging in hangs nobody:
//!   the next in the queue logs in.
//! * **Renewed in time.** A JWT is replaced 60 seconds before it expires, or a tenth of its life
//!   before that if this is less. One caller does so; the others go on with the old one until the
//!   new one is there. A JWT that does not say how long it lives, or says something absurd (a life
//!   below a second, above ten years, no number), is used until the server refuses it.
//! * **No clock is trusted.** A life is the difference of two claims of the same JWT, measured on
//!   the monotonic clock. A wrong time of day changes nothing, nor do hours of sleep: what has ended
//!   meanwhile costs one refusal and one login.
//! * **A refused JWT is replaced once per call.** All who were refused with the same one share one
//!   login, and who was refused with an older one gets the newer without any.
//! * **No loop at a server that refuses every JWT.** At most 3 refused JWTs are replaced within
//!   10 seconds. Further callers get a [`Credentials`](crate::ErrorKind::Credentials) error, and the
//!   JWT stays in use for those whom the server does not refuse.
//! * **No loop at a server that refuses the credential.** That failure counts for 10 seconds: who
//!   comes within them gets the same error, and nothing is sent. A login that was refused with 429
//!   counts as long as its `Retry-After` says, 60 seconds at most, and 10 where it says nothing. The
//!   first success ends this. Other failures count for those who waited and for nobody else.
//! * **An outage of the login ends no session early.** When a login fails that was to replace a JWT
//!   that has not expired yet, or takes longer than 5 seconds or half of what the call has left, the
//!   call goes on with the old JWT, and the next attempt is made no
//!   sooner than 10 seconds later. The exception is a refused credential: it ends the session at
//!   once, although the JWT might have served for another minute, because an error now is found
//!   more easily than one that comes later.
//!
//! With a [session store](crate::session_store) besides:
//!
//! * **One login for all who share the store**, as long as it works. It is looked at when a login is
//!   due, also after a refusal, and at no other time. Who finds somebody else logging in looks again
//!   after 25 milliseconds, then after twice as long each time, up to every 500 milliseconds. After
//!   60 seconds it logs in itself; with a JWT that has not expired it does not wait at all.
//! * **No call fails because the store does.** A store that fails, or takes longer than a second, is
//!   left alone for 5 seconds, and the session goes on in memory. A warning is logged once until it
//!   works again.
//! * **Nobody is locked out.** The right to log in ends after 60 seconds, whatever became of its
//!   holder. A caller who is cancelled gives it back at once where there is a runtime to do so.
//!
//! # What is not
//!
//! * Nothing is renewed while nobody calls.
//! * A refused credential is remembered by the client and its clones, not by the store: each process
//!   finds out for itself.
//! * Several logins may be made where the store fails, where a login takes longer than 60 seconds,
//!   or where JWTs are refused that others have not used yet.
//! * A call that waits for somebody else's login waits as long as its own time limit allows, and then
//!   fails with it.
//! * A login belongs to the call that makes it, and ends with that call's time limit: where every call
//!   has less time than a login takes, none ever ends well. Give calls more time than a login needs.
//! * A login that is refused with another status than 401 and 429 is not remembered: each call asks.
//! * A server that ends sessions more often than 3 times in 10 seconds is not kept up with: calls
//!   fail until the 10 seconds are over.

mod fleet;
mod guarded_store;
mod session_jwt;
mod state;
#[cfg(test)]
mod world;

use std::future::Future;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use opentact_client::Secret;
use tokio::sync::Mutex;

pub(crate) use session_jwt::SessionJwt;

use self::fleet::{Fleet, Need};
use self::guarded_store::GuardedStore;
use self::state::{State, Step};
use crate::clock::Clock;
use crate::error::Error;
use crate::session_store::{SessionName, SessionStore};

/// How long a login may take that is to replace a JWT which is still good.
const EARLY_PATIENCE: Duration = Duration::from_secs(5);

/// The current JWT, shared by all clones of a client.
#[derive(Debug, Default)]
pub(crate) struct Session {
    clock: Clock,
    state: RwLock<State>,
    /// The queue for the login.
    queue: Mutex<()>,
    /// Those with whom the session is shared by a store.
    fleet: Option<Fleet>,
}

impl Session {
    /// A session that this client and its clones share.
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            clock,
            ..Self::default()
        }
    }

    /// The same, shared with everybody who has that store and makes the same name.
    pub(crate) fn kept_in(self, store: Arc<dyn SessionStore>, name: SessionName) -> Self {
        let store = GuardedStore::new(store, name, self.clock.clone());
        Self {
            fleet: Some(Fleet::new(store, self.clock.clone())),
            ..self
        }
    }

    /// The JWT, after a login if there is none that is good and other than `refused`, for a caller
    /// who has so much time left.
    ///
    /// # Errors
    ///
    /// The failure of the login, this caller's or the one that counts for it; and
    /// [`Credentials`](crate::ErrorKind::Credentials) where too many JWTs were refused.
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe: if it was the one logging in, the next in the queue logs in
    /// instead.
    pub(crate) async fn jwt<F>(
        &self,
        refused: Option<&Arc<SessionJwt>>,
        left: Duration,
        login: impl FnOnce() -> F,
    ) -> Result<Arc<SessionJwt>, Error>
    where
        F: Future<Output = Result<Secret, Error>>,
    {
        if let Some(refused) = refused {
            self.change().refuse(refused, self.clock.now())?;
        }
        let (step, seen) = {
            let state = self.state();
            (state.step(self.clock.now()), state.finished())
        };
        let spare = match step {
            Step::Use(jwt) => return Ok(jwt),
            Step::Fail(error) => return Err(error),
            Step::LogIn { spare } => spare,
        };

        // Held across the login on purpose: the lock is the queue. What was read before it is read
        // again behind it, so that nobody acts on what a login has changed meanwhile.
        let _turn = match spare {
            None => self.queue.lock().await,
            // Somebody is replacing it, and it is good until they are done.
            Some(jwt) => match self.queue.try_lock() {
                Ok(turn) => turn,
                Err(_) => return Ok(jwt),
            },
        };
        let step = self.state().step_in_turn(self.clock.now(), seen);
        let spare = match step {
            Step::Use(jwt) => return Ok(jwt),
            Step::Fail(error) => return Err(error),
            Step::LogIn { spare } => spare,
        };
        let Some(spare) = spare else {
            return Box::pin(self.replace(None, login)).await;
        };
        // A call does not fail because a login hangs that was not needed yet.
        let patience = EARLY_PATIENCE.min(left / 2);
        let replaced = Box::pin(self.replace(Some(Arc::clone(&spare)), login));
        match self.clock.timeout(patience, replaced).await {
            Ok(outcome) => outcome,
            Err(_) => {
                self.change().begin_early(self.clock.now());
                Ok(spare)
            }
        }
    }

    /// Makes the login, or finds what somebody else's has brought.
    async fn replace<F>(
        &self,
        spare: Option<Arc<SessionJwt>>,
        login: impl FnOnce() -> F,
    ) -> Result<Arc<SessionJwt>, Error>
    where
        F: Future<Output = Result<Secret, Error>>,
    {
        if spare.is_some() {
            self.change().begin_early(self.clock.now());
        }
        let outcome = match &self.fleet {
            None => SessionJwt::from_login(&self.clock, login)
                .await
                .map(Arc::new),
            Some(fleet) => {
                let refused = self.state().refused();
                let need = Need {
                    refused: refused.as_deref(),
                    spare: spare.as_ref(),
                };
                fleet.jwt(need, login).await
            }
        };
        let now = self.clock.now();
        match outcome {
            Ok(jwt) => {
                if !spare.is_some_and(|spare| Arc::ptr_eq(&spare, &jwt)) {
                    self.change().succeed(Arc::clone(&jwt));
                }
                Ok(jwt)
            }
            Err(error) => {
                let mut state = self.change();
                state.fail(error.clone(), now);
                // It may have been the failure of a login that was not needed yet.
                match state.step(now) {
                    Step::Use(jwt) => Ok(jwt),
                    _ => Err(error),
                }
            }
        }
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::world::{SECOND, World, failure, lasting};
    use super::*;
    use crate::error::ErrorKind;

    #[tokio::test]
    async fn herd_shares_one_login() {
        let world = World::new(Ok(lasting(86_400)));
        let callers = world.callers(10_000).await;
        world.open_gate();
        for caller in callers {
            assert_eq!(caller.await.unwrap().unwrap().secret, lasting(86_400));
        }
        assert_eq!(world.logins(), 1);
    }

    #[tokio::test]
    async fn herd_shares_a_login_however_short_its_life() {
        let world = World::new(Ok(lasting(1)));
        let callers = world.callers(100).await;
        world.clock.advance(2 * SECOND);
        world.open_gate();
        for caller in callers {
            assert!(caller.await.unwrap().is_ok());
        }
        assert_eq!(world.logins(), 1);
    }

    #[tokio::test]
    async fn herd_shares_one_failure() {
        for kind in [
            ErrorKind::Credentials,
            ErrorKind::Server,
            ErrorKind::Timeout,
            ErrorKind::RateLimited,
        ] {
            let world = World::new(Err(failure(kind)));
            let callers = world.callers(100).await;
            world.open_gate();
            for caller in callers {
                assert_eq!(caller.await.unwrap().unwrap_err().kind(), kind);
            }
            assert_eq!(world.logins(), 1, "{kind:?}");
        }
    }

    #[tokio::test]
    async fn failure_that_may_pass_is_not_remembered_for_who_comes_later() {
        for kind in [
            ErrorKind::Server,
            ErrorKind::Timeout,
            ErrorKind::Transport,
            ErrorKind::Refused,
        ] {
            let world = World::new(Err(failure(kind)));
            world.open_gate();
            assert!(world.call().await.is_err());
            assert!(world.call().await.is_err());
            assert_eq!(world.logins(), 2, "{kind:?}");
        }
    }

    #[tokio::test]
    async fn refused_credential_is_remembered_for_ten_seconds() {
        let world = World::new(Err(failure(ErrorKind::Credentials)));
        world.open_gate();
        for _ in 0..1_000 {
            let error = world.call().await.unwrap_err();
            assert_eq!(
                error.to_string(),
                failure(ErrorKind::Credentials).to_string()
            );
        }
        assert_eq!(world.logins(), 1);
        world.clock.advance(10 * SECOND - Duration::from_nanos(1));
        assert!(world.call().await.is_err());
        assert_eq!(world.logins(), 1);
        world.clock.advance(Duration::from_nanos(1));
        for _ in 0..1_000 {
            assert!(world.call().await.is_err());
        }
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn first_success_ends_the_memory() {
        let world = World::new(Err(failure(ErrorKind::Credentials)));
        world.open_gate();
        assert!(world.call().await.is_err());
        world.set(Ok(lasting(600)));
        world.clock.advance(10 * SECOND);
        let jwt = world.call().await.unwrap();
        world.set(Err(failure(ErrorKind::Server)));
        assert_eq!(
            world.refused(&jwt).await.unwrap_err().kind(),
            ErrorKind::Server
        );
        assert_eq!(world.logins(), 3);
    }

    #[tokio::test]
    async fn login_that_came_too_often_waits_as_long_as_the_server_says() {
        for (said, kept) in [
            (None, 10),
            (Some(3), 3),
            (Some(0), 0),
            (Some(60), 60),
            (Some(86_400), 60),
        ] {
            let error = failure(ErrorKind::RateLimited);
            let error = error.with_retry_after(said.map(Duration::from_secs));
            let world = World::new(Err(error));
            world.open_gate();
            assert!(world.call().await.is_err());
            if kept > 0 {
                world.clock.advance(kept * SECOND - Duration::from_nanos(1));
                let error = world.call().await.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::RateLimited);
                assert_eq!(world.logins(), 1, "{said:?}");
                world.clock.advance(Duration::from_nanos(1));
            }
            assert!(world.call().await.is_err());
            assert_eq!(world.logins(), 2, "{said:?}");
        }
    }

    #[tokio::test]
    async fn next_in_the_queue_logs_in_when_the_first_gives_up() {
        let world = World::new(Ok(lasting(86_400)));
        let mut callers = world.callers(3).await;
        callers.remove(0).abort();
        world.open_gate();
        for caller in callers {
            assert!(caller.await.unwrap().is_ok());
        }
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn jwt_is_replaced_in_its_last_minute_or_tenth() {
        for (life, margin) in [(86_400, 60), (60, 6), (10, 1)] {
            let world = World::new(Ok(lasting(life)));
            world.open_gate();
            let mut old = world.call().await.unwrap();
            for logins in 1..=3 {
                let last = Duration::from_secs(life - margin) - Duration::from_nanos(1);
                world.clock.advance(last);
                assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
                assert_eq!(world.logins(), logins, "{life}");
                world.clock.advance(Duration::from_nanos(1));
                let new = world.call().await.unwrap();
                assert!(!Arc::ptr_eq(&new, &old));
                assert_eq!(world.logins(), logins + 1, "{life}");
                old = new;
            }
        }
    }

    #[tokio::test]
    async fn who_comes_while_another_replaces_a_good_jwt_uses_that() {
        let world = World::gated_after_one_login(lasting(600)).await;
        let old = world.call().await.unwrap();
        world.clock.advance(550 * SECOND);
        let replacing = world.caller().await;
        for _ in 0..3 {
            let caller = world.caller().await;
            assert!(caller.is_finished());
            assert!(Arc::ptr_eq(&caller.await.unwrap().unwrap(), &old));
            world.clock.advance(SECOND);
        }
        assert!(!replacing.is_finished());
        world.open_gate();
        assert!(!Arc::ptr_eq(&replacing.await.unwrap().unwrap(), &old));
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn who_replaces_a_good_jwt_waits_five_seconds_for_it_and_ten_until_the_next() {
        let world = World::gated_after_one_login(lasting(600)).await;
        let old = world.call().await.unwrap();
        world.clock.advance(540 * SECOND);
        for logins in 2..=3 {
            let replacing = world.caller().await;
            world.clock.advance(5 * SECOND - Duration::from_nanos(1));
            tokio::task::yield_now().await;
            assert!(!replacing.is_finished());
            world.clock.advance(Duration::from_nanos(1));
            assert!(Arc::ptr_eq(&replacing.await.unwrap().unwrap(), &old));
            world.clock.advance(10 * SECOND - Duration::from_nanos(1));
            assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
            assert_eq!(world.logins(), logins);
            world.clock.advance(Duration::from_nanos(1));
        }
    }

    #[tokio::test]
    async fn good_jwt_outlives_a_failed_replacement_which_is_tried_again_after_ten_seconds() {
        for kind in [
            ErrorKind::Server,
            ErrorKind::Timeout,
            ErrorKind::Transport,
            ErrorKind::RateLimited,
            ErrorKind::UnexpectedAnswer,
        ] {
            let world = World::new(Ok(lasting(600)));
            world.open_gate();
            let old = world.call().await.unwrap();
            world.set(Err(failure(kind)));
            world.clock.advance(540 * SECOND);
            for _ in 0..100 {
                assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
            }
            assert_eq!(world.logins(), 2, "{kind:?}");
            world.clock.advance(10 * SECOND);
            for _ in 0..100 {
                assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
            }
            assert_eq!(world.logins(), 3, "{kind:?}");
            // Its end is the end.
            world.clock.advance(50 * SECOND);
            assert_eq!(world.call().await.unwrap_err().kind(), kind);
            assert_eq!(world.logins(), 4, "{kind:?}");
        }
    }

    #[tokio::test]
    async fn replacement_that_came_too_often_waits_as_long_as_the_server_says() {
        let world = World::new(Ok(lasting(600)));
        world.open_gate();
        world.call().await.unwrap();
        let error = failure(ErrorKind::RateLimited).with_retry_after(Some(30 * SECOND));
        world.set(Err(error));
        world.clock.advance(540 * SECOND);
        for (wait, logins) in [(0, 2), (29, 2), (1, 3)] {
            world.clock.advance(wait * SECOND);
            world.call().await.unwrap();
            assert_eq!(world.logins(), logins);
        }
    }

    #[tokio::test]
    async fn pause_is_counted_from_the_end_of_a_slow_login() {
        let world = World::gated_after_one_login(lasting(600)).await;
        world.set(Err(failure(ErrorKind::Timeout)));
        world.clock.advance(540 * SECOND);
        let replacing = world.caller().await;
        world.clock.advance(30 * SECOND);
        world.open_gate();
        replacing.await.unwrap().unwrap();
        world.clock.advance(10 * SECOND - Duration::from_nanos(1));
        world.call().await.unwrap();
        assert_eq!(world.logins(), 2);
        world.clock.advance(Duration::from_nanos(1));
        world.call().await.unwrap();
        assert_eq!(world.logins(), 3);
    }

    #[tokio::test]
    async fn replacement_that_was_cancelled_is_tried_again_after_ten_seconds() {
        let world = World::gated_after_one_login(lasting(600)).await;
        let old = world.call().await.unwrap();
        world.clock.advance(540 * SECOND);
        let replacing = world.caller().await;
        assert_eq!(world.logins(), 2);
        replacing.abort();
        assert!(replacing.await.unwrap_err().is_cancelled());
        world.open_gate();
        assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
        assert_eq!(world.logins(), 2);
        world.clock.advance(10 * SECOND);
        assert!(!Arc::ptr_eq(&world.call().await.unwrap(), &old));
        assert_eq!(world.logins(), 3);
    }

    #[tokio::test]
    async fn credential_that_is_refused_early_ends_the_session() {
        let world = World::new(Ok(lasting(600)));
        world.open_gate();
        world.call().await.unwrap();
        world.set(Err(failure(ErrorKind::Credentials)));
        world.clock.advance(540 * SECOND);
        for _ in 0..100 {
            let error = world.call().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credentials);
        }
        assert_eq!(world.logins(), 2);
        world.set(Ok(lasting(600)));
        world.clock.advance(10 * SECOND);
        world.call().await.unwrap();
        assert_eq!(world.logins(), 3);
    }

    #[tokio::test]
    async fn jwt_of_unknown_life_is_used_until_it_is_refused() {
        for text in ["opaque", "e30.eyJpYXQiOjAsImV4cCI6IjYwIn0.c2ln"] {
            let world = World::new(Ok(Secret::new(text)));
            world.open_gate();
            let jwt = world.call().await.unwrap();
            world.clock.advance(864_000 * SECOND);
            assert!(Arc::ptr_eq(&world.call().await.unwrap(), &jwt));
            assert!(!Arc::ptr_eq(&world.refused(&jwt).await.unwrap(), &jwt));
            assert_eq!(world.logins(), 2);
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn herd_with_a_refused_jwt_shares_one_login() {
        let world = World::new(Ok(lasting(86_400)));
        world.open_gate();
        let refused = world.call().await.unwrap();
        let callers: Vec<_> = (0..10_000)
            .map(|_| {
                let (world, refused) = (Arc::clone(&world), Arc::clone(&refused));
                tokio::spawn(async move { world.refused(&refused).await })
            })
            .collect();
        for caller in callers {
            assert!(!Arc::ptr_eq(&caller.await.unwrap().unwrap(), &refused));
        }
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn who_is_refused_with_an_old_jwt_gets_the_newer_one() {
        let world = World::new(Ok(lasting(86_400)));
        world.open_gate();
        let old = world.call().await.unwrap();
        let new = world.refused(&old).await.unwrap();
        assert!(Arc::ptr_eq(&world.refused(&old).await.unwrap(), &new));
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn refused_jwt_is_given_to_nobody_else() {
        let world = World::new(Ok(lasting(86_400)));
        world.open_gate();
        let refused = world.call().await.unwrap();
        world.set(Err(failure(ErrorKind::Server)));
        assert!(world.refused(&refused).await.is_err());
        assert!(world.call().await.is_err());
        assert_eq!(world.logins(), 3);
    }

    #[tokio::test]
    async fn machine_that_slept_pays_one_refusal_and_one_login() {
        // The clock has stood still; the server's has not.
        let world = World::new(Ok(lasting(60)));
        world.open_gate();
        let old = world.call().await.unwrap();
        assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
        let new = world.refused(&old).await.unwrap();
        for _ in 0..100 {
            assert!(Arc::ptr_eq(&world.call().await.unwrap(), &new));
        }
        assert_eq!(world.logins(), 2);
    }

    #[tokio::test]
    async fn server_that_refuses_every_jwt_gets_three_new_logins_in_ten_seconds() {
        let world = World::new(Ok(lasting(86_400)));
        world.open_gate();
        for round in 1..=3 {
            for call in 0..1_000 {
                let before = world.logins();
                let jwt = world.call().await.unwrap();
                let again = world.refused(&jwt).await;
                assert!(world.logins() <= before + 2, "{call}");
                if let Err(error) = again {
                    assert_eq!(error.kind(), ErrorKind::Credentials);
                    assert_eq!(error.status(), Some(401));
                }
            }
            assert_eq!(world.logins(), 1 + 3 * round);
            world.clock.advance(10 * SECOND);
        }
    }

    #[tokio::test]
    async fn refusals_of_one_do_not_take_the_jwt_from_the_others() {
        let world = World::new(Ok(lasting(86_400)));
        world.open_gate();
        for _ in 0..4 {
            let jwt = world.call().await.unwrap();
            let _ = world.refused(&jwt).await;
        }
        let kept = world.call().await.unwrap();
        assert!(world.refused(&kept).await.is_err());
        assert!(Arc::ptr_eq(&world.call().await.unwrap(), &kept));
        assert_eq!(world.logins(), 4);
    }

    impl World {
        /// A session whose first login has ended, and whose next waits at the gate.
        async fn gated_after_one_login(jwt: Secret) -> Arc<Self> {
            let world = Self::new(Ok(jwt));
            let first = world.caller().await;
            world.let_one_in();
            first.await.unwrap().unwrap();
            world
        }
    }
}
