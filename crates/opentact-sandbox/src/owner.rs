//! What the owner of a sandbox can do and see, in this process; the control port offers the same to
//! others.

use std::sync::Arc;

use crate::{
    clock::Clock,
    engine::Engine,
    error::Error,
    faults::Faults,
    record::{RequestRecord, Stats},
    seed::{Seed, reset},
    stubs::{StubBuilder, Stubs},
};

mod credentials;
mod event_service;
#[cfg(feature = "inspector")]
mod kept;
pub(crate) mod telephony;
pub(crate) mod tokens;
pub(crate) mod users;

/// The owner's side of a [`Sandbox`](crate::Sandbox), which derefs to it; clones belong
/// to the same sandbox. Once that is dropped, nobody can reach it, and a clone only reads its state.
#[derive(Clone, Debug)]
pub struct Owner {
    pub(crate) engine: Arc<Engine>,
}

impl Owner {
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

    /// The stubs that answer requests.
    #[must_use]
    pub fn stubs(&self) -> &Stubs {
        &self.engine.stubs
    }

    /// A stub for requests of this method and path, also one that the contract does not have;
    /// a segment in braces, such as `{uuid}`, stands for any. [`StubBuilder::reply`] sets it.
    pub fn stub(&self, method: &str, path: &str) -> StubBuilder<'_> {
        StubBuilder::new(&self.engine.stubs, method, path)
    }

    /// What was counted since the start, or the last reset.
    #[must_use]
    pub fn stats(&self) -> Stats {
        let (event_connections, events) = self.engine.events.counts();
        Stats {
            event_connections,
            events,
            ..self.engine.recorder.stats(self.engine.faults.met())
        }
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
        self.engine.start.lock().await.seed.clone()
    }

    /// Goes back to the seed: users, tokens, what is kept, clock, faults, stubs, requests and counts, those of the
    /// login limit too, are as they were at the start.
    ///
    /// Connections to the event service end. Users get new uuids, so that no JWT from before holds.
    /// Users of a data file who are not in the seed are deleted, and a clock that it had moved shows
    /// the system's time.
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

    /// Takes another seed and goes back to it, as [`Owner::reset`] does from then on.
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
