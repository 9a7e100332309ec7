//! Waits for a request on a thread that has no async runtime.

use std::future::Future;
use std::io;
use std::sync::LazyLock;
use std::sync::mpsc::sync_channel;
use std::thread;

use tokio::runtime::{Builder, Handle};

use crate::error::{Error, ErrorKind};

/// Where requests run that are waited for: one runtime for the process, on a thread of its own.
static RUNTIME: LazyLock<io::Result<Handle>> = LazyLock::new(|| {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    thread::Builder::new()
        .name("opentact".to_owned())
        // Idle connections are looked after as well, so it never ends.
        .spawn(move || runtime.block_on(std::future::pending::<()>()))?;
    Ok(handle)
});

/// Runs a request there, and waits for what comes of it without a runtime's help.
pub(crate) fn wait<T: Send + 'static>(
    request: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    let runtime = RUNTIME.as_ref().map_err(|cause| {
        let message = format!("no thread could be started for it: {cause}");
        Error::new(ErrorKind::Configuration, "send_blocking", message)
    })?;
    let (sender, outcome) = sync_channel(1);
    runtime.spawn(async move {
        // Nobody waits any more only where the waiting thread has ended with the process.
        let _ = sender.send(request.await);
    });
    outcome.recv().unwrap_or_else(|_| {
        let message = "the request ended without an outcome";
        Err(Error::new(ErrorKind::Transport, "send_blocking", message).with_doubt(true))
    })
}
