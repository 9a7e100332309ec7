//! The right to log in, held by one client at a time.

use std::fmt;

use opentact_client::BoxFuture;

/// What gives the right back.
type Release = Box<dyn FnOnce() -> BoxFuture<'static, ()> + Send>;

/// The right to log in, taken by [`SessionStore::try_lock`](super::SessionStore::try_lock).
///
/// Dropped without [`release`](Self::release), it ends when the lease runs out, or when what it
/// holds open is closed.
#[must_use = "the right to log in is lost when it is dropped"]
pub struct LoginLock(Release);

impl LoginLock {
    /// A right that is given back by that function.
    pub fn new(release: impl FnOnce() -> BoxFuture<'static, ()> + Send + 'static) -> Self {
        Self(Box::new(release))
    }

    /// Gives the right back. Where that fails, the lease runs out.
    ///
    /// # Cancellation
    ///
    /// Dropped before its end, the right may stay taken until the lease runs out.
    pub async fn release(self) {
        (self.0)().await;
    }
}

/// A right to log in that is given back even if its holder is stopped half-way.
pub(crate) struct HeldLock(Option<LoginLock>);

impl HeldLock {
    pub(crate) const fn new(lock: LoginLock) -> Self {
        Self(Some(lock))
    }

    /// No right.
    pub(crate) const fn none() -> Self {
        Self(None)
    }

    /// Takes the right out, if there is one.
    pub(crate) const fn take(&mut self) -> Option<LoginLock> {
        self.0.take()
    }
}

impl Drop for HeldLock {
    fn drop(&mut self) {
        if let Some(lock) = self.0.take()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            drop(runtime.spawn(lock.release()));
        }
    }
}

impl fmt::Debug for LoginLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoginLock")
    }
}
