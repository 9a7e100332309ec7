//! The one way to work that would hold up an async thread.

use crate::error::Error;

/// Runs `work` on a thread that may wait or compute for long.
///
/// # Errors
///
/// [`Error::Stopped`] when the runtime is shutting down or the work panicked.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Error::Stopped)
}
