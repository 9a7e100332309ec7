//! The runtime of the command, for which the system has to have threads.

use std::{
    io,
    sync::{Mutex, PoisonError},
    thread,
};

use tokio::runtime::{Builder, Runtime};

use super::failure::Failure;

/// The database takes one at a time, and a signature takes one: more would only cost memory.
const BLOCKING_THREADS: usize = 4;

/// Starts the runtime.
pub(crate) fn start() -> Result<Runtime, Failure> {
    let workers = thread::available_parallelism()?.get();
    // tokio panics where it gets none, and waits for good where it gets too few.
    try_threads(workers + BLOCKING_THREADS).map_err(Failure::Thread)?;
    let runtime = Builder::new_multi_thread()
        .worker_threads(workers)
        .max_blocking_threads(BLOCKING_THREADS)
        .enable_all()
        .build()?;
    Ok(runtime)
}

/// Makes so many threads at once, which end again.
fn try_threads(count: usize) -> io::Result<()> {
    let gate = Mutex::new(());
    let wait = || drop(gate.lock());
    thread::scope(|scope| {
        let closed = gate.lock().unwrap_or_else(PoisonError::into_inner);
        let threads: Vec<_> = (0..count)
            .map(|_| thread::Builder::new().spawn_scoped(scope, wait))
            .collect();
        drop(closed);
        for thread in threads {
            // None of them has anything to panic about.
            let _ = thread?.join();
        }
        Ok(())
    })
}
