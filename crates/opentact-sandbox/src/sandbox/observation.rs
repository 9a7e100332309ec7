//! What the owner of a sandbox sees of it, and how it gets back to its start.

use super::Sandbox;
use crate::{
    clock::Clock,
    error::Error,
    faults::Faults,
    record::{RequestRecord, Stats},
    reset,
    seed::Seed,
};

impl Sandbox {
    /// The clock by which everything is judged.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.engine.clock
    }

    /// The faults that requests meet.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.engine.faults
    }

    /// What was counted since the start, or the last reset.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.engine.stats()
    }

    /// The last 10,000 received requests, oldest first, of which the last 1,000 have their
    /// headers and bodies.
    #[must_use]
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.engine.recorder.records_after(0)
    }

    /// Forgets the received requests; what was counted stays.
    pub fn clear_requests(&self) {
        self.engine.recorder.clear();
    }

    /// The seed that a reset goes back to: what the sandbox was started with, or what was put
    /// there since.
    pub async fn seed(&self) -> Seed {
        self.engine.start.lock().await.seed().clone()
    }

    /// Goes back to the seed: users, tokens, clock, faults, requests and counts, those of the
    /// login limit too, are as they were at the start.
    ///
    /// Connections to the event service end. Users get new uuids, so that no JWT from before holds. Users of a data file who are not
    /// in the seed are deleted.
    ///
    /// Each request is answered and counted before the reset or after it: the reset waits for
    /// those at work, and those that come meanwhile wait for it.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the data file fails; nothing changes then.
    ///
    /// # Cancellation
    ///
    /// Once begun it is done, whether it is waited for or not.
    pub async fn reset(&self) -> Result<(), Error> {
        reset::reset(&self.engine, None).await
    }

    /// Takes another seed and goes back to it, as [`Sandbox::reset`] does from then on.
    ///
    /// # Errors
    ///
    /// What [`SandboxBuilder::start`](crate::SandboxBuilder::start) says of a seed that does
    /// not fit together, and [`Error::Database`] when the data file fails; nothing changes then.
    ///
    /// # Cancellation
    ///
    /// Once begun it is done, whether it is waited for or not.
    pub async fn put_seed(&self, seed: Seed) -> Result<(), Error> {
        reset::reset(&self.engine, Some(seed)).await
    }
}
