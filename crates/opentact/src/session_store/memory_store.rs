//! Sessions in the memory of one process, shared by its clients.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use opentact_client::BoxFuture;

use super::{LoginLock, SessionName, SessionStore, StoreError, StoredSession};
use crate::clock::Clock;

/// The longest lease that is given, so that no sum of times overflows.
const LONGEST_LEASE: Duration = Duration::from_secs(86_400);

/// Sessions in the memory of one process, shared by its clients.
///
/// For a process that builds several clients of one credential; the clones of one client share
/// their session anyway. Clones share what they keep. A login lock that is dropped is
/// free at once, and no lease is longer than a day.
///
/// ```
/// use opentact::session_store::{MemoryStore, SessionName, SessionStore, StoredSession};
/// # use opentact::Credential;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), opentact::session_store::StoreError> {
/// let store = MemoryStore::new();
/// let credential = Credential::basic("me@example.com", "made up");
/// let name = SessionName::new("https://api.opentact.org", &credential);
/// store.save(&name, &StoredSession::new("made.up.jwt")).await?;
/// assert!(store.clone().load(&name).await?.is_some());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    clock: Clock,
    kept: Arc<Mutex<Kept>>,
}

#[derive(Debug, Default)]
struct Kept {
    sessions: HashMap<SessionName, (StoredSession, Instant)>,
    /// Who holds the right to log in, and until when.
    locks: HashMap<SessionName, (u64, Instant)>,
    /// How many rights were given, so that each has a number of its own.
    given: u64,
}

impl MemoryStore {
    /// A store that keeps nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look(&self, name: &SessionName) -> Option<StoredSession> {
        let now = self.clock.now();
        let mut kept = self.kept();
        kept.sessions.retain(|_, (_, until)| now < *until);
        let (session, until) = kept.sessions.get(name)?;
        let session = session.clone();
        Some(match session.life() {
            Some(life) => session.lasting(life, *until - now),
            None => session,
        })
    }

    fn keep(&self, name: &SessionName, session: &StoredSession) {
        let until = self.clock.now() + session.keep_for();
        let entry = (session.clone(), until);
        self.kept().sessions.insert(name.clone(), entry);
    }

    fn lock(&self, name: &SessionName, lease: Duration) -> Option<LoginLock> {
        let now = self.clock.now();
        let mut kept = self.kept();
        if kept.locks.get(name).is_some_and(|(_, until)| now < *until) {
            return None;
        }
        kept.given += 1;
        let number = kept.given;
        let until = now + lease.min(LONGEST_LEASE);
        kept.locks.insert(name.clone(), (number, until));
        let held = Held {
            store: self.clone(),
            name: name.clone(),
            number,
        };
        Some(LoginLock::new(move || {
            drop(held);
            Box::pin(async {})
        }))
    }
}

/// A right that ends with its holder.
struct Held {
    store: MemoryStore,
    name: SessionName,
    number: u64,
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut kept = self.store.kept();
        let holder = kept.locks.get(&self.name).map(|(number, _)| *number);
        // After the lease it may be somebody else's.
        if holder == Some(self.number) {
            kept.locks.remove(&self.name);
        }
    }
}

impl SessionStore for MemoryStore {
    fn load<'a>(
        &'a self,
        name: &'a SessionName,
    ) -> BoxFuture<'a, Result<Option<StoredSession>, StoreError>> {
        Box::pin(async move { Ok(self.look(name)) })
    }

    fn save<'a>(
        &'a self,
        name: &'a SessionName,
        session: &'a StoredSession,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            self.keep(name, session);
            Ok(())
        })
    }

    fn try_lock<'a>(
        &'a self,
        name: &'a SessionName,
        lease: Duration,
    ) -> BoxFuture<'a, Result<Option<LoginLock>, StoreError>> {
        Box::pin(async move { Ok(self.lock(name, lease)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ManualClock;
    use crate::credential::Credential;

    const MINUTE: Duration = Duration::from_secs(60);

    fn world() -> (MemoryStore, ManualClock, SessionName) {
        let clock = ManualClock::new();
        let store = MemoryStore {
            clock: Clock::Manual(clock.clone()),
            ..MemoryStore::default()
        };
        let credential = Credential::basic("me@example.com", "made up");
        let name = SessionName::new("https://api.opentact.org", &credential);
        (store, clock, name)
    }

    #[test]
    fn session_grows_old_and_ends() {
        let (store, clock, name) = world();
        let session = StoredSession::new("made.up.jwt").lasting(2 * MINUTE, MINUTE);
        store.keep(&name, &session);
        assert_eq!(store.look(&name), Some(session.clone()));
        clock.advance(MINUTE / 2);
        let older = session.lasting(2 * MINUTE, MINUTE / 2);
        assert_eq!(store.look(&name), Some(older));
        clock.advance(MINUTE / 2);
        assert_eq!(store.look(&name), None);
        assert!(store.kept().sessions.is_empty());
    }

    #[test]
    fn session_of_unknown_life_ends_after_a_day() {
        let (store, clock, name) = world();
        store.keep(&name, &StoredSession::new("made.up.jwt"));
        clock.advance(Duration::from_secs(86_399));
        assert_eq!(store.look(&name), Some(StoredSession::new("made.up.jwt")));
        clock.advance(Duration::from_secs(1));
        assert_eq!(store.look(&name), None);
    }

    #[test]
    fn lock_ends_with_its_lease_and_its_late_holder_takes_nobodys() {
        let (store, clock, name) = world();
        let first = store.lock(&name, MINUTE).unwrap();
        clock.advance(MINUTE - Duration::from_millis(1));
        assert!(store.lock(&name, MINUTE).is_none());
        clock.advance(Duration::from_millis(1));
        let second = store.lock(&name, MINUTE).unwrap();
        drop(first);
        assert!(store.lock(&name, MINUTE).is_none());
        drop(second);
        assert!(store.lock(&name, MINUTE).is_some());
    }
}
