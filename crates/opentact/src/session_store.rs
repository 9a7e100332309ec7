//! Where the session of a login is kept, so that many clients share one login.
//!
//! A client keeps its session in its own memory. With a [`SessionStore`] it looks there before it
//! logs in, and leaves there what a login brought. All who have the same store, the same credential
//! and the same base URL then share one login.
//!
//! | store | shared by | crate | the login lock ends | age is told by |
//! | --- | --- | --- | --- | --- |
//! | [`MemoryStore`] | the clients of a process | this one | with its holder or its lease | the monotonic clock |
//! | `FileStore` | the processes of a machine | `opentact-session-stores` | with its holder | the time of day |
//! | `RedisStore` | the machines of a fleet | `opentact-session-stores` | with its lease | the Redis server |
//!
//! # What is guaranteed
//!
//! * One login for all who share a store, as long as it works: the others wait for it, and find it.
//! * A store is asked when a login is due, and at no other time.
//! * A store that fails costs no request: the client warns, and logs in for itself.
//!
//! # What is not
//!
//! * Whoever can read a store can act as its users until their JWTs end, and can test guesses of a
//!   weak password against the names; whoever can write it can have its users act as somebody else.
//!   A store outside of the process should seal what it keeps.
//! * The lock saves logins and protects nothing else: two may log in at once after a lease ran out,
//!   or after a store lost what it kept.
//! * A session is not deleted when it is refused or a client ends; it is replaced, or expires.
//!
//! # A store of your own
//!
//! Three functions; the simplest store keeps one map.
//!
//! ```
//! use std::collections::HashMap;
//! use std::sync::{Mutex, PoisonError};
//! use std::time::Duration;
//!
//! use opentact::session_store::{
//!     BoxFuture, LoginLock, SessionName, SessionStore, StoreError, StoredSession,
//! };
//!
//! #[derive(Debug, Default)]
//! struct Kept(Mutex<HashMap<SessionName, StoredSession>>);
//!
//! impl SessionStore for Kept {
//!     fn load<'a>(
//!         &'a self,
//!         name: &'a SessionName,
//!     ) -> BoxFuture<'a, Result<Option<StoredSession>, StoreError>> {
//!         Box::pin(async move {
//!             let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
//!             Ok(kept.get(name).cloned())
//!         })
//!     }
//!
//!     fn save<'a>(
//!         &'a self,
//!         name: &'a SessionName,
//!         session: &'a StoredSession,
//!     ) -> BoxFuture<'a, Result<(), StoreError>> {
//!         Box::pin(async move {
//!             let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
//!             kept.insert(name.clone(), session.clone());
//!             Ok(())
//!         })
//!     }
//!
//!     fn try_lock<'a>(
//!         &'a self,
//!         _: &'a SessionName,
//!         _: Duration,
//!     ) -> BoxFuture<'a, Result<Option<LoginLock>, StoreError>> {
//!         // Everybody may log in at once: no harm but a login too many.
//!         Box::pin(async { Ok(Some(LoginLock::new(|| Box::pin(async {})))) })
//!     }
//! }
//!
//! # use opentact::Credential;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), StoreError> {
//! let credential = Credential::basic("me@example.com", "made up");
//! let name = SessionName::new("https://api.opentact.org", &credential);
//! let store = Kept::default();
//! assert!(store.load(&name).await?.is_none());
//! store.save(&name, &StoredSession::new("made.up.jwt")).await?;
//! let loaded = store.load(&name).await?.map(|it| it.jwt().clone());
//! assert_eq!(loaded, Some("made.up.jwt".into()));
//! # Ok(())
//! # }
//! ```

mod login_lock;
mod memory_store;
mod session_name;
mod store_error;
mod stored_session;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub(crate) use login_lock::HeldLock;
pub use login_lock::LoginLock;
pub use memory_store::MemoryStore;
pub use opentact_client::BoxFuture;
pub use session_name::SessionName;
pub use store_error::StoreError;
pub use stored_session::StoredSession;

/// A place for sessions that several clients share.
///
/// A login waits for each answer, and a client goes on without it after a second. None may panic.
/// Dropping a future of theirs leaves the store as it was or as it should become,
/// nothing between.
pub trait SessionStore: fmt::Debug + Send + Sync {
    /// The session kept under that name, if there is one that has not expired.
    ///
    /// Something kept that cannot be read counts as no session.
    ///
    /// # Errors
    ///
    /// [`StoreError`]: the store cannot be reached, or refuses.
    fn load<'a>(
        &'a self,
        name: &'a SessionName,
    ) -> BoxFuture<'a, Result<Option<StoredSession>, StoreError>>;

    /// Keeps a session under that name instead of the one before, for
    /// [`keep_for`](StoredSession::keep_for).
    ///
    /// # Errors
    ///
    /// [`StoreError`]: the store cannot be reached, or refuses.
    fn save<'a>(
        &'a self,
        name: &'a SessionName,
        session: &'a StoredSession,
    ) -> BoxFuture<'a, Result<(), StoreError>>;

    /// Takes the right to log in under that name, for `lease` at most; `None` while somebody else
    /// has it. It does not wait for them.
    ///
    /// The right is a courtesy among clients that saves logins; nothing breaks when two hold it. A
    /// store whose locks end with their holders may let one last longer than `lease`, so whoever
    /// waits for somebody else's waits no longer than that.
    ///
    /// # Errors
    ///
    /// [`StoreError`]: the store cannot be reached, or refuses.
    fn try_lock<'a>(
        &'a self,
        name: &'a SessionName,
        lease: Duration,
    ) -> BoxFuture<'a, Result<Option<LoginLock>, StoreError>>;
}

impl<S: SessionStore + ?Sized> SessionStore for Arc<S> {
    fn load<'a>(
        &'a self,
        name: &'a SessionName,
    ) -> BoxFuture<'a, Result<Option<StoredSession>, StoreError>> {
        (**self).load(name)
    }

    fn save<'a>(
        &'a self,
        name: &'a SessionName,
        session: &'a StoredSession,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        (**self).save(name, session)
    }

    fn try_lock<'a>(
        &'a self,
        name: &'a SessionName,
        lease: Duration,
    ) -> BoxFuture<'a, Result<Option<LoginLock>, StoreError>> {
        (**self).try_lock(name, lease)
    }
}
