//! Everything that answering a request needs, shared by all requests of one sandbox.

use std::{future::Future, pin::pin, sync::Arc};

use tokio::sync::{Mutex, RwLock};

use crate::{
    auth::{limiter::Limiter, verifier::Verifier},
    clock::Clock,
    error::Error,
    events::Events,
    faults::Faults,
    http::router::Router,
    record::Recorder,
    seed::Seed,
    settings::Settings,
    store::{Store, clock_offset},
    stubs::Stubs,
};

/// The seed of a sandbox, and where its clock stood.
#[derive(Debug)]
pub(crate) struct Start {
    pub(crate) seed: Seed,
    pub(crate) clock_offset_ms: i64,
}

/// The inside of a sandbox.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    pub(crate) store: Store,
    pub(crate) verifier: Verifier,
    /// Present if logins are limited.
    pub(crate) limiter: Option<Limiter>,
    pub(crate) router: Router,
    pub(crate) recorder: Arc<Recorder>,
    pub(crate) faults: Arc<Faults>,
    pub(crate) stubs: Stubs,
    /// The connections of the event service.
    pub(crate) events: Arc<Events>,
    /// Held by who takes the steps that are due.
    pub(crate) stepping: Mutex<()>,
    /// What a reset goes back to; one at a time.
    pub(crate) start: Mutex<Start>,
    /// Shared by the requests at work, and a reset's alone: none of them sees half of one.
    pub(crate) at_work: RwLock<()>,
    /// What clients are to trust, in PEM; present if the API speaks TLS.
    pub(crate) certificate: Option<String>,
}

impl Engine {
    /// Takes its keys from the store, making those that are missing; nobody is in it yet.
    pub(crate) async fn new(
        settings: Settings,
        clock: Clock,
        store: Store,
        seed: Seed,
    ) -> Result<Self, Error> {
        Ok(Self {
            verifier: Verifier::open(&store, &clock, &settings).await?,
            limiter: settings.login_limit.map(Limiter::new),
            router: Router::new(),
            recorder: Arc::default(),
            faults: Arc::default(),
            stubs: Stubs::default(),
            events: Arc::default(),
            stepping: Mutex::default(),
            start: Mutex::new(Start {
                seed,
                clock_offset_ms: clock.offset_ms(),
            }),
            at_work: RwLock::new(()),
            certificate: None,
            settings,
            clock,
            store,
        })
    }

    /// Moves the clock where the data file says that it stood.
    pub(crate) async fn take_up_clock(&self) -> Result<(), Error> {
        if let Some(offset_ms) = self.store.read(clock_offset::get).await?
            && offset_ms != 0
        {
            self.clock.set_offset_ms(offset_ms);
            let now = self.clock.now();
            tracing::warn!(%now, "the clock is where it was moved to before");
        }
        Ok(())
    }

    /// Moves the clock, and has that on the disk when this returns, or else leaves it where it was.
    pub(crate) async fn move_clock(&self, by: impl FnOnce(&Clock)) -> Result<(), Error> {
        let before_ms = self.clock.offset_ms();
        by(&self.clock);
        let stored = self.store_clock().await;
        if stored.is_err() {
            self.clock.set_offset_ms(before_ms);
        }
        stored
    }

    /// Stores the moves of the clock from the call on until `stop` is done.
    pub(crate) fn store_moves<S: Future<Output = ()>>(
        self: Arc<Self>,
        stop: S,
    ) -> impl Future<Output = ()> + use<S> {
        let mut moves = self.clock.moves();
        async move {
            let mut stop = pin!(stop);
            loop {
                tokio::select! {
                    // A move before the stop is stored.
                    biased;
                    // The sender is the engine's.
                    _ = moves.changed() => {}
                    () = &mut stop => return,
                }
                if let Err(error) = self.store_clock().await {
                    tracing::error!(%error, "a move of the clock could not be stored");
                }
            }
        }
    }

    async fn store_clock(&self) -> Result<(), Error> {
        let clock = self.clock.clone();
        // Looked at when its turn comes, so that the last write has the last move.
        let write = self
            .store
            .write(move |transaction| clock_offset::put(transaction, clock.offset_ms()));
        write.await
    }

    /// The scheme of the API's address.
    pub(crate) const fn scheme(&self) -> &'static str {
        match self.certificate {
            Some(_) => "https",
            None => "http",
        }
    }
}
