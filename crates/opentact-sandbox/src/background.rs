//! Work off the async threads, and work that is done to its end whoever goes on waiting for it.

use std::future::Future;

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

/// Runs `work` in a task of its own: what is written and what is remembered stay together.
///
/// # Errors
///
/// [`Error::Stopped`] when the runtime is shutting down or the work panicked.
///
/// # Cancellation
///
/// The work goes on.
pub(crate) async fn uninterrupted<T: Send + 'static>(
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    tokio::spawn(work).await.map_err(|_| Error::Stopped)?
}
