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

impl fmt::Debug for LoginLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoginLock")
    }
}
