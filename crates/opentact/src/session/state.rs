//! What a session knows, and what it does next: no waiting, no clock, no server.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::StatusCode;
use opentact_client::security::Operation;

use super::{SessionJwt, SessionStatus};
use crate::error::{Error, ErrorKind};

/// How long a refused login counts for those who come later.
const MEMORY: Duration = Duration::from_secs(10);
/// The longest that a login is put off because the server said "later".
const LONGEST_MEMORY: Duration = Duration::from_secs(60);
/// How long a login that is not yet needed is put off after one that failed.
const PAUSE: Duration = Duration::from_secs(10);
/// How many refused JWTs are replaced within [`REPLACEMENT_TIME`].
const REPLACEMENTS: usize = 3;
/// The time in which no more than [`REPLACEMENTS`] refused JWTs are replaced.
const REPLACEMENT_TIME: Duration = Duration::from_secs(10);

/// What a session knows.
#[derive(Debug, Default)]
pub(super) struct State {
    current: Option<Arc<SessionJwt>>,
    /// The last JWT that the server refused.
    refused: Option<Arc<SessionJwt>>,
    /// When refused JWTs were given up, as far as that still counts.
    given_up: Vec<Instant>,
    /// When a JWT was last given up although the server had not refused it.
    #[cfg(feature = "events")]
    suspected: Option<Instant>,
    /// How the last login failed, if it did.
    failure: Option<Error>,
    /// Until when that counts for everybody.
    failure_counts_until: Option<Instant>,
    /// Until when a JWT that is still good is not replaced.
    paused_until: Option<Instant>,
}

/// What a caller does next.
#[derive(Debug)]
pub(super) enum Step {
    /// Send this JWT.
    Use(Arc<SessionJwt>),
    /// Give up.
    Fail(Error),
    /// Log in, or wait for who does. `spare` is the JWT that is good until then, if there is one.
    LogIn { spare: Option<Arc<SessionJwt>> },
}

impl State {
    /// What a request does that comes now, and that was refused with that JWT.
    pub(super) fn step(&self, now: Instant, refused: Option<&Arc<SessionJwt>>) -> Step {
        let is_refused = |jwt| refused.is_some_and(|refused| Arc::ptr_eq(refused, jwt));
        let current = self.current.as_ref().filter(|jwt| !is_refused(jwt));
        let alive = current.filter(|jwt| jwt.is_alive(now));
        let until = |moment: Option<Instant>| moment.is_some_and(|moment| now < moment);
        match (alive, &self.failure) {
            (Some(jwt), _) if jwt.is_fresh(now) => Step::Use(Arc::clone(jwt)),
            (Some(jwt), _) if until(self.paused_until.max(self.failure_counts_until)) => {
                Step::Use(Arc::clone(jwt))
            }
            (None, Some(failure)) if until(self.failure_counts_until) => {
                Step::Fail(failure.clone())
            }
            (spare, _) => Step::LogIn {
                spare: spare.cloned(),
            },
        }
    }

    /// How the session stands.
    pub(super) fn status(&self, now: Instant) -> SessionStatus {
        let alive = self.current.as_ref().filter(|jwt| jwt.is_alive(now));
        SessionStatus {
            is_active: alive.is_some(),
            expires_in: alive.and_then(|jwt| jwt.left(now)),
            last_error: self.failure.clone(),
        }
    }

    /// The last JWT that the server refused.
    pub(super) fn refused(&self) -> Option<Arc<SessionJwt>> {
        self.refused.clone()
    }

    /// Gives up a JWT that the server refused, if it is still the one in use. One that it has taken
    /// before stays in use for the others until there is another: it may be good elsewhere.
    ///
    /// # Errors
    ///
    /// So many were given up just now that another login would help no more.
    pub(super) fn refuse(&mut self, jwt: &Arc<SessionJwt>, now: Instant) -> Result<(), Error> {
        if !self.current.as_ref().is_some_and(|it| Arc::ptr_eq(it, jwt)) {
            return Ok(());
        }
        if self.refused.as_ref().is_some_and(|it| Arc::ptr_eq(it, jwt)) {
            return Ok(());
        }
        self.given_up
            .retain(|at| now.saturating_duration_since(*at) < REPLACEMENT_TIME);
        if self.given_up.len() >= REPLACEMENTS {
            let message = format!(
                "the server refused the JWT of the session, and the {REPLACEMENTS} before it, \
                 within {} seconds; the next login is made after that time",
                REPLACEMENT_TIME.as_secs()
            );
            let error = Error::new(
                ErrorKind::Credentials,
                Operation::Authenticate.id(),
                message,
            );
            return Err(error.with_status(StatusCode::UNAUTHORIZED));
        }
        self.given_up.push(now);
        self.refused = Some(Arc::clone(jwt));
        if !jwt.is_accepted() {
            self.current = None;
        }
        Ok(())
    }

    /// Gives up a JWT that the server may have refused without saying so, if it is still the one in
    /// use; once within [`REPLACEMENT_TIME`], as the server may just as well be out of order.
    #[cfg(feature = "events")]
    pub(super) fn suspect(&mut self, jwt: &Arc<SessionJwt>, now: Instant) {
        let is_current = self.current.as_ref().is_some_and(|it| Arc::ptr_eq(it, jwt));
        let since = |at| now.saturating_duration_since(at);
        let was_just_now = self
            .suspected
            .is_some_and(|at| since(at) < REPLACEMENT_TIME);
        if is_current && !was_just_now {
            self.suspected = Some(now);
            self.refused = self.current.take();
        }
    }

    /// Somebody else is replacing the JWT in use, which is still good.
    pub(super) fn pause(&mut self, now: Instant) {
        self.paused_until = now.checked_add(PAUSE);
    }

    /// A login has ended well.
    pub(super) fn succeed(&mut self, jwt: Arc<SessionJwt>) {
        self.current = Some(jwt);
        self.failure = None;
        self.failure_counts_until = None;
        self.paused_until = None;
    }

    /// A login has failed.
    pub(super) fn fail(&mut self, error: Error, now: Instant) {
        let memory = match error.kind() {
            ErrorKind::Credentials => {
                // Who may not log in has no session either, and has to hear of it.
                self.current = None;
                Some(MEMORY)
            }
            ErrorKind::RateLimited => {
                Some(error.retry_after().unwrap_or(MEMORY).min(LONGEST_MEMORY))
            }
            _ => None,
        };
        self.failure_counts_until = memory.and_then(|memory| now.checked_add(memory));
        self.paused_until = now.checked_add(PAUSE);
        self.failure = Some(error);
    }
}
