//! Sessions in Redis, shared by the machines of a fleet.

mod bounded;
mod connection;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use opentact::Secret;
use opentact::session_store::{
    BoxFuture, LoginLock, SessionName, SessionStore, StoreError, StoredSession,
};
use tokio::runtime::Handle;
use tracing::debug;

use self::connection::Connection;
use crate::SealKey;
use crate::record::{Record, time_of_day};

/// What the keys begin with, unless asked otherwise.
const PREFIX: &str = "opentact:";
/// A value, and how long it is kept in milliseconds: together, so that the time is that of the value.
const LOOK: &str = "return {redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])}";
/// Sets a value that expires where there is none, and says whose is there: also when it is asked
/// again because the first answer was lost.
const TAKE: &str = "\
    if redis.call('EXISTS', KEYS[1]) == 0 then \
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) \
    end \
    return redis.call('GET', KEYS[1])";
/// Deletes a value if it is still that one.
const GIVE_BACK: &str = "\
    if redis.call('GET', KEYS[1]) == ARGV[1] then \
        return redis.call('DEL', KEYS[1]) \
    end \
    return 0";

/// Sessions in Redis, shared by the machines of a fleet. Needs the feature `redis`.
///
/// Two keys for each session: `opentact:session:NAME` and `opentact:lock:NAME`, with the text of the
/// [`SessionName`], or its keyed hash when there is a key. Both expire by the clock of the Redis
/// server, so the clocks of the machines do not matter.
///
/// * Building one connects to nothing; the first command does, and so does the first after the
///   connection was lost. The clones of a store share one connection.
/// * Connecting takes a second at most, a command half a second, and both together two. A Redis that
///   is down costs its error and no call. An answer has a mebibyte at most.
/// * A connection on which there was an error is given up: after a failover the address may lead to
///   another server than the one that says `READONLY`, `LOADING` or `MASTERDOWN`. The command is
///   sent once more over a new one.
/// * The login lock is a key with a random value that expires after the lease, and is deleted by
///   its holder alone. A Redis that loses its memory loses locks and sessions with it: one login
///   more, or two at once.
/// * `Debug`, errors and events show its host and port, and nothing else of its address. What the
///   server says in errors is left out, for it repeats what it was sent.
///
/// One server, or what behaves like one: redirections of Redis Cluster are not followed. It needs
/// the commands `GET`, `SET`, `DEL`, `EXISTS`, `PTTL` and `EVAL`.
///
/// Without a [`SealKey`] whoever can read that Redis, or the network to it where the address is
/// `redis://`, can act as the users of its sessions until the JWTs end.
///
/// ```
/// use opentact_session_stores::RedisStore;
///
/// # fn main() -> Result<(), opentact::session_store::StoreError> {
/// let store = RedisStore::new("redis://fleet:made-up@redis.example:6379/0")?.prefix("calls:");
/// assert!(!format!("{store:?}").contains("made-up"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RedisStore {
    connection: Arc<Connection>,
    prefix: String,
    key: Option<SealKey>,
}

impl RedisStore {
    /// A store in the Redis at that address: `redis://user:password@host:port/database`, the same
    /// with `rediss://` for TLS, or `unix:///path?db=database&pass=password` for a socket of this
    /// machine. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`StoreError`]: the address is none of these, or needs the feature `redis-tls`, which is off.
    pub fn new(url: impl Into<Secret>) -> Result<Self, StoreError> {
        Ok(Self {
            connection: Arc::new(Connection::new(&url.into())?),
            prefix: PREFIX.to_owned(),
            key: None,
        })
    }

    /// The same store, with keys that begin with that text instead of `opentact:`.
    #[must_use]
    pub fn prefix(self, prefix: impl Into<String>) -> Self {
        Self {
            prefix: prefix.into(),
            ..self
        }
    }

    /// The same store, with everything in it sealed by that key.
    #[must_use]
    pub fn sealed_by(self, key: SealKey) -> Self {
        Self {
            key: Some(key),
            ..self
        }
    }

    fn key_of(&self, what: &str, name: &SessionName) -> String {
        let sealed = self.key.as_ref().map(|key| key.name(name));
        let text = sealed.as_deref().unwrap_or_else(|| name.as_str());
        format!("{}{what}:{text}", self.prefix)
    }

    async fn read(&self, name: &SessionName) -> Result<Option<StoredSession>, StoreError> {
        let key = self.key_of("session", name);
        let command = script(LOOK, &key);
        let (bytes, left): (Option<Vec<u8>>, i64) = self.connection.ask(&command).await?;
        let record = bytes.and_then(|bytes| {
            Record::read(&bytes, name, self.key.as_ref(), self.connection.place())
        });
        Ok(record.and_then(|record| match u64::try_from(left) {
            Ok(0) => None,
            Ok(left) => Some(record.session_with(Duration::from_millis(left))),
            // Somebody took the expiry away.
            Err(_) => record.session_at(time_of_day()),
        }))
    }

    async fn write(&self, name: &SessionName, session: &StoredSession) -> Result<(), StoreError> {
        let key = self.key_of("session", name);
        let left = millis(session.keep_for());
        let mut command = redis::Cmd::new();
        if left == 0 {
            command.arg("DEL").arg(&key);
        } else {
            let record = Record::new(session, time_of_day());
            let bytes = record.write(name, self.key.as_ref())?;
            command.arg("SET").arg(&key).arg(bytes.as_slice());
            command.arg("PX").arg(left);
        }
        self.connection.ask(&command).await
    }

    async fn lock(
        &self,
        name: &SessionName,
        lease: Duration,
    ) -> Result<Option<LoginLock>, StoreError> {
        let key = self.key_of("lock", name);
        let ours = format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
        let mut command = script(TAKE, &key);
        command.arg(&ours).arg(millis(lease).max(1));
        let connection = Arc::clone(&self.connection);
        let mine = ours.clone();
        let mut asked = Asked(Some(LoginLock::new(move || {
            Box::pin(async move {
                let mut command = script(GIVE_BACK, &key);
                command.arg(&mine);
                if let Err(error) = connection.ask::<()>(&command).await {
                    debug!(%error, "a login lock was not given back, and ends with its lease");
                }
            })
        })));
        let holder: Option<String> = self.connection.ask(&command).await?;
        let lock = asked.0.take();
        Ok(lock.filter(|_| holder == Some(ours)))
    }
}

/// A lock that was asked for: who stops waiting for the answer may have it all the same, and gives it
/// back.
struct Asked(Option<LoginLock>);

impl Drop for Asked {
    fn drop(&mut self) {
        if let Some(lock) = self.0.take()
            && let Ok(runtime) = Handle::try_current()
        {
            drop(runtime.spawn(lock.release()));
        }
    }
}

/// A script about one key. Its arguments are to follow.
fn script(text: &str, key: &str) -> redis::Cmd {
    let mut command = redis::Cmd::new();
    command.arg("EVAL").arg(text).arg(1).arg(key);
    command
}

fn millis(time: Duration) -> u64 {
    // Redis refuses a time that overflows its clock; 136 years do not.
    let longest = u64::from(u32::MAX) * 1000;
    u64::try_from(time.as_millis()).map_or(longest, |it| it.min(longest))
}

impl SessionStore for RedisStore {
    fn load<'a>(
        &'a self,
        name: &'a SessionName,
    ) -> BoxFuture<'a, Result<Option<StoredSession>, StoreError>> {
        Box::pin(self.read(name))
    }

    fn save<'a>(
        &'a self,
        name: &'a SessionName,
        session: &'a StoredSession,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(self.write(name, session))
    }

    fn try_lock<'a>(
        &'a self,
        name: &'a SessionName,
        lease: Duration,
    ) -> BoxFuture<'a, Result<Option<LoginLock>, StoreError>> {
        Box::pin(self.lock(name, lease))
    }
}

impl fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisStore")
            .field("place", &self.connection.place())
            .field("prefix", &self.prefix)
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}
