//! The runtime in which a blocking client makes its calls.

use std::future::Future;

use tokio::runtime::{Builder, Handle};

use crate::error::{Error, ErrorKind};

/// The runtime in which a blocking client makes its calls, with one thread of its own.
#[derive(Debug)]
pub(super) struct Runtime(Option<tokio::runtime::Runtime>);

impl Runtime {
    pub(super) fn new() -> Result<Self, Error> {
        // A thread of its own, so that idle connections are looked after between two calls.
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("opentact")
            .enable_all()
            .build()
            .map_err(|cause| {
                let message = "no thread could be started for the calls";
                Error::new(ErrorKind::Configuration, "Client::builder", message).with_source(cause)
            })?;
        Ok(Self(Some(runtime)))
    }

    /// Waits for what a call brings.
    pub(super) fn wait<T>(&self, call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        match &self.0 {
            Some(runtime) if Handle::try_current().is_err() => runtime.block_on(call),
            _ => {
                let message = "a blocking call inside an async runtime would stall it; use `opentact::Client` there";
                Err(Error::new(ErrorKind::Configuration, "blocking", message))
            }
        }
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        // The usual end waits for the thread, which is not allowed inside another runtime.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
