//! A login kept alive: the current JWT, and the one login that may replace it.
//!
//! # What is guaranteed
//!
//! * **One login.** Any number of requests that need a JWT at the same time make one login and share
//!   its outcome, success or failure. If the request that logs in is cancelled, nobody hangs: the next
//!   in the queue logs in.
//! * **Renewed in time.** A JWT is replaced 60 seconds before it expires, or a tenth of its life before
//!   that if this is less. One request does so; the others keep using the old JWT until the new one is
//!   there. A JWT that does not say how long it lives, or says something absurd (less than a second,
//!   more than ten years, no number), is used until the server refuses it.
//! * **No clock is trusted.** A life is the difference of two claims of the same JWT, measured on the
//!   monotonic clock. A wrong time of day changes nothing. After hours of sleep, an expired JWT costs
//!   one refusal and one login.
//! * **A refused JWT is replaced once per request.** All requests that were refused with the same JWT
//!   share one login. A request that was refused with an older one takes the newer without a login.
//! * **No loop at a server that refuses every JWT.** At most 3 refused JWTs are replaced within
//!   10 seconds. Further requests get a [`Credentials`](crate::ErrorKind::Credentials) error, and the
//!   JWT stays in use for requests that the server does not refuse.
//! * **No loop at a server that refuses the credential.** That failure counts for 10 seconds: requests
//!   within them get the same error, and nothing is sent. A login that was refused with 429 counts as
//!   long as its `Retry-After` says, 60 seconds at most, or 10 where it says nothing. The first success
//!   ends this. Other failures count only for the requests that waited for that login.
//! * **No JWT is kept that no request can carry.** A login that brings one, be it empty or with a line
//!   break, fails with [`UnexpectedResponse`](crate::ErrorKind::UnexpectedResponse); one in a store is
//!   passed over.
//! * **An outage of the login ends no session early.** Where a login would replace a JWT that has not
//!   expired, and fails, or takes longer than 5 seconds or half of the request's remaining time, the
//!   request uses the old JWT, and the next login is tried 10 seconds later at the earliest. A refused
//!   credential is the exception: it ends the session at once, although the JWT might have served for
//!   another minute, because an error now is easier to find than one that comes later.
//!
//! With a [session store](crate::session_store):
//!
//! * **One login for all who share the store**, as long as it works. The store is read when a login is
//!   due, also after a refusal, and at no other time. While another client logs in, this one reads the
//!   store again after 25 milliseconds, then after twice as long each time, up to every
//!   500 milliseconds. After 60 seconds it logs in itself. With a JWT that has not expired it does not
//!   wait.
//! * **No request fails because the store does.** A store that fails, or takes longer than a second, is
//!   left alone for 5 seconds, and the session goes on in memory. One warning is logged until the store
//!   works again.
//! * **Nobody is locked out.** The right to log in ends after 60 seconds, whatever became of its holder.
//!   A cancelled request gives it back at once where there is a runtime to do so.
//!
//! # What is not
//!
//! * Nothing is renewed while nothing is requested.
//! * A refused credential is remembered by the client and its clones, not by the store: each process
//!   finds out for itself.
//! * Several logins may be made where the store fails, where a login takes longer than 60 seconds, or
//!   where JWTs are refused that others have not used yet.
//! * A request that waits for another client's login fails when its own
//!   [`timeout`](crate::Request::timeout) is over.
//! * A login belongs to the request that makes it: it has that request's limits, and ends with it. Where
//!   every request has less time than a login takes, none ever succeeds. Give requests more time than a
//!   login needs.
//! * A login that is refused with a status other than 401 and 429 is not remembered: each request tries
//!   again.
//! * Where a server ends sessions more often than 3 times in 10 seconds, requests fail until the
//!   10 seconds are over.

mod fleet;
mod guarded_store;
mod session_jwt;
mod state;
#[cfg(test)]
mod tests;
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

/// How a session stands, as far as this client knows: from [`Client::session`](crate::Client::session).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SessionStatus {
    /// Whether there is a JWT that has not expired, and that the server has not refused.
    pub is_active: bool,
    /// How long that JWT is still good; `None` where it does not say, or where there is none.
    pub expires_in: Option<Duration>,
    /// How the last login failed; `None` where it ended well, or where there has been none.
    pub last_error: Option<Error>,
}

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
        // No request fails because a login hangs that was not needed yet.
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

    /// Has the next caller log in, as the server may have refused that JWT without saying so.
    ///
    /// Unlike a refusal it is forgotten where there was one just now, and fails nobody.
    #[cfg(feature = "events")]
    pub(crate) fn suspect(&self, jwt: &Arc<SessionJwt>) {
        self.change().suspect(jwt, self.clock.now());
    }

    /// How the session stands.
    pub(crate) fn status(&self) -> SessionStatus {
        self.state().status(self.clock.now())
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}
