//! A login kept alive: the current JWT, and the one login that may replace it.
//!
//! # What is guaranteed
//!
//! * **One login.** Any number of requests that need a JWT at the same time make one login and share
//!   its outcome, success or failure. It goes on in a task of its own when the request that began it is
//!   cancelled or out of time, and whoever comes next waits for the same one: a login that takes longer
//!   than any request may is made once. It ends with the last clone of the client. If its runtime ends,
//!   those who wait for it make another.
//! * **A login has an end of its own.** It is given 120 seconds in all, whatever the `timeout` of the
//!   requests; the `attempt_timeout` and the `max_retries` of the client count for it, and not those of
//!   a single request.
//! * **Renewed in time.** A JWT is replaced 60 seconds before it expires, or a tenth of its life before
//!   that if this is less. One request does so; the others keep using the old JWT until the new one is
//!   there. A JWT that does not say how long it lives, or says something absurd (less than a second,
//!   more than ten years, no number), is used until the server refuses it.
//! * **No clock is trusted.** A life is the difference of two claims of the same JWT, measured on the
//!   monotonic clock. A wrong time of day changes nothing. After hours of sleep, an expired JWT costs
//!   one refusal and one login.
//! * **A refused JWT is replaced once per request.** All requests that were refused with the same JWT
//!   share one login. A request that was refused with an older one takes the newer without a login.
//!   A JWT that the server has taken before stays in use for the other requests meanwhile, also where
//!   the login fails.
//! * **An endpoint that refuses everybody ends no session.** Where an endpoint refuses a JWT just made as
//!   well, its refusals cost no login for a minute, and none for as long as others take the same JWT.
//!   Where no others are asked, the minute is doubled each time, up to an hour.
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
//!   request uses the old JWT. After a failure the next login is tried 10 seconds later at the earliest. A refused
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
//!   A login that is cut off gives it back at once where there is a runtime to do so.
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
//! * A login runs on the runtime of the request that began it. Where nobody drives that runtime any more
//!   although it has not ended, others wait for the login in vain, for 240 seconds at most.
//! * A login that is refused with a status other than 401 and 429 is not remembered: each request tries
//!   again.
//! * Where a server ends sessions more often than 3 times in 10 seconds, requests fail until the
//!   10 seconds are over.

mod endpoint_refusals;
mod fleet;
mod guarded_store;
mod login_task;
mod session_jwt;
mod state;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod world;

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use opentact_client::Secret;
use opentact_client::security::Operation;
use tokio::runtime::Handle;

pub(crate) use session_jwt::SessionJwt;

use self::endpoint_refusals::EndpointRefusals;
use self::fleet::{Fleet, Need};
use self::guarded_store::GuardedStore;
use self::login_task::{LoginTask, Outcome};
use self::state::{State, Step};
use crate::clock::Clock;
use crate::error::{Error, ErrorKind};
use crate::session_store::{SessionName, SessionStore};

/// How long a login may take that is to replace a JWT which is still good.
const EARLY_PATIENCE: Duration = Duration::from_secs(5);

/// How a session stands, as far as this client knows: from [`Client::session`](crate::Client::session).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SessionStatus {
    /// Whether there is a JWT that has not expired, and that the server has not refused. A JWT that it
    /// took before counts until there is another: it may be one endpoint that refuses it.
    pub is_active: bool,
    /// How long that JWT is still good; `None` where it does not say, or where there is none.
    pub expires_in: Option<Duration>,
    /// How the last login failed; `None` where it ended well, or where there has been none.
    pub last_error: Option<Error>,
}

/// The current JWT, shared by all clones of a client. Dropping it ends a login under way.
#[derive(Debug, Default)]
pub(crate) struct Session {
    shared: Arc<Shared>,
    underway: Mutex<Option<LoginTask>>,
    refusals: RwLock<EndpointRefusals>,
}

/// What a session shares with its login.
#[derive(Debug, Default)]
struct Shared {
    clock: Clock,
    state: RwLock<State>,
    /// Those with whom the session is shared by a store.
    fleet: Option<Fleet>,
}

/// What a caller gets at once.
enum Turn {
    Jwt(Arc<SessionJwt>),
    /// A login to wait for, and the JWT that is good until it has ended.
    Wait(LoginOutcome, Option<Arc<SessionJwt>>),
}

type LoginOutcome = Pin<Box<dyn Future<Output = Option<Outcome>> + Send>>;

impl Session {
    /// A session that this client and its clones share.
    pub(crate) fn new(clock: Clock) -> Self {
        Self::of(clock, None)
    }

    /// The same, shared with everybody who has that store and makes the same name.
    pub(crate) fn kept_in(clock: Clock, store: Arc<dyn SessionStore>, name: SessionName) -> Self {
        let store = GuardedStore::new(store, name, clock.clone());
        let fleet = Fleet::new(store, clock.clone());
        Self::of(clock, Some(fleet))
    }

    fn of(clock: Clock, fleet: Option<Fleet>) -> Self {
        let shared = Shared {
            clock,
            fleet,
            ..Shared::default()
        };
        Self {
            shared: Arc::new(shared),
            ..Self::default()
        }
    }

    /// The JWT, after a login if there is none that is good and other than `refused`, for a caller
    /// who has so much time left.
    ///
    /// # Errors
    ///
    /// The failure of the login that the caller began or joined, or of an earlier one that counts for
    /// it; and [`Credentials`](crate::ErrorKind::Credentials) where too many JWTs were refused.
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe: the login goes on, and the next caller finds it.
    pub(crate) async fn jwt<F>(
        &self,
        refused: Option<&Arc<SessionJwt>>,
        left: Duration,
        login: impl Fn() -> F,
    ) -> Outcome
    where
        F: Future<Output = Result<Secret, Error>> + Send + 'static,
    {
        if let Some(refused) = refused {
            let now = self.shared.clock.now();
            self.shared.change().refuse(refused, now)?;
        }
        // The login that a caller joins may be cut off by the end of its runtime, or have begun before
        // the JWT was refused that it then finds good enough.
        for _ in 0..=1 {
            let (ended, spare) = match self.turn(refused, &login)? {
                Turn::Jwt(jwt) => return Ok(jwt),
                Turn::Wait(ended, spare) => (ended, spare),
            };
            let outcome = match spare {
                None => ended.await,
                Some(spare) => {
                    // No request fails because a login hangs that was not needed yet.
                    let patience = EARLY_PATIENCE.min(left / 2);
                    match self.shared.clock.timeout(patience, ended).await {
                        Ok(outcome) => outcome,
                        Err(_) => return Ok(spare),
                    }
                }
            };
            match outcome {
                Some(Ok(jwt)) if refused.is_some_and(|it| Arc::ptr_eq(it, &jwt)) => {}
                Some(Ok(jwt)) => return Ok(jwt),
                // It may have been the failure of a login that was not needed yet.
                Some(Err(error)) => return self.shared.jwt_in_spite_of(error, refused),
                None => {}
            }
        }
        let message = "the login was cut off, as its runtime ends";
        let error = Error::new(ErrorKind::Transport, Operation::Authenticate.id(), message);
        Err(error.with_retryable(true))
    }

    /// The JWT that is there, or the login to wait for, which begins if there is none.
    fn turn<F>(
        &self,
        refused: Option<&Arc<SessionJwt>>,
        login: impl Fn() -> F,
    ) -> Result<Turn, Error>
    where
        F: Future<Output = Result<Secret, Error>> + Send + 'static,
    {
        let shared = &self.shared;
        let now = shared.clock.now();
        if let Step::Use(jwt) = shared.state().step(now, refused) {
            return Ok(Turn::Jwt(jwt));
        }
        let mut underway = self.underway.lock().unwrap_or_else(PoisonError::into_inner);
        // A login may have ended meanwhile.
        let spare = match shared.state().step(now, refused) {
            Step::Use(jwt) => return Ok(Turn::Jwt(jwt)),
            Step::Fail(error) => return Err(error),
            Step::LogIn { spare } => spare,
        };
        let joined = underway.as_ref().filter(|it| it.is_underway(now));
        if let Some(joined) = joined {
            return Ok(match spare {
                // Somebody is replacing it, and it is good until they are done.
                Some(jwt) => Turn::Jwt(jwt),
                None => Turn::Wait(Box::pin(joined.outcome()), None),
            });
        }
        let runtime = Handle::try_current().map_err(|_| {
            let message = "there is no runtime; await the request in one of tokio's, or call \
                           `send_blocking`";
            Error::new(
                ErrorKind::Configuration,
                Operation::Authenticate.id(),
                message,
            )
        })?;
        let replacing = Arc::clone(shared).replace(spare.clone(), login());
        let begun = underway.insert(LoginTask::begin(&runtime, now, replacing));
        Ok(Turn::Wait(Box::pin(begun.outcome()), spare))
    }

    /// An endpoint has taken a JWT.
    pub(crate) fn accepted(&self, endpoint: &str, jwt: &SessionJwt) {
        jwt.accept();
        let nothing_is_known = {
            let refusals = self.refusals.read().unwrap_or_else(PoisonError::into_inner);
            refusals.is_empty()
        };
        if !nothing_is_known {
            self.refusals().accepted(endpoint);
        }
    }

    /// Whether an endpoint that refused a JWT refuses more than this one, so that another is of no use.
    pub(crate) fn is_refusal_of(&self, endpoint: &str, jwt: &SessionJwt) -> bool {
        let now = self.shared.clock.now();
        self.refusals().is_own(endpoint, jwt, now)
    }

    /// An endpoint has refused a JWT just made.
    pub(crate) fn refused_by(&self, endpoint: &str, jwt: &SessionJwt) {
        let now = self.shared.clock.now();
        self.refusals().note(endpoint, jwt, now);
    }

    fn refusals(&self) -> RwLockWriteGuard<'_, EndpointRefusals> {
        self.refusals
            .write()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Has the next caller log in, as the server may have refused that JWT without saying so.
    ///
    /// Unlike a refusal it is forgotten where there was one just now, and fails nobody.
    #[cfg(feature = "events")]
    pub(crate) fn suspect(&self, jwt: &Arc<SessionJwt>) {
        self.shared.change().suspect(jwt, self.shared.clock.now());
    }

    /// Ends the login under way, as the end of its runtime does.
    #[cfg(test)]
    fn cut_off(&self) {
        *self.underway.lock().unwrap() = None;
    }

    /// How the session stands.
    pub(crate) fn status(&self) -> SessionStatus {
        self.shared.state().status(self.shared.clock.now())
    }
}

impl Shared {
    /// Makes the login, or finds what somebody else's has brought.
    async fn replace(
        self: Arc<Self>,
        spare: Option<Arc<SessionJwt>>,
        login: impl Future<Output = Result<Secret, Error>>,
    ) -> Outcome {
        let login = || login;
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
        match &outcome {
            Ok(jwt) if spare.is_some_and(|spare| Arc::ptr_eq(&spare, jwt)) => {
                self.change().pause(self.clock.now());
            }
            Ok(jwt) => self.change().succeed(Arc::clone(jwt)),
            Err(error) => self.change().fail(error.clone(), self.clock.now()),
        }
        outcome
    }

    /// The JWT that is good although a login has failed.
    fn jwt_in_spite_of(&self, error: Error, refused: Option<&Arc<SessionJwt>>) -> Outcome {
        match self.state().step(self.clock.now(), refused) {
            Step::Use(jwt) => Ok(jwt),
            _ => Err(error),
        }
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}
