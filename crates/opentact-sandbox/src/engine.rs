//! Everything that answering a request needs, shared by all requests of one sandbox.

use std::sync::Arc;

use tokio::sync::{Mutex, RwLock};

use crate::{
    clock::Clock,
    error::Error,
    events::Events,
    faults::Faults,
    google::Google,
    limiter::Limiter,
    record::{Recorder, Stats},
    reset::Start,
    router::Router,
    seal::Sealer,
    seed::Seed,
    session::Sessions,
    settings::Settings,
    store::Store,
    uninterrupted::uninterrupted,
};

mod connections;
mod issued;
pub(crate) mod people;
pub(crate) mod tokens;

/// The inside of a sandbox.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    pub(crate) store: Store,
    pub(crate) sessions: Sessions,
    pub(crate) google: Google,
    /// Present if lists show tokens.
    pub(crate) sealer: Option<Sealer>,
    /// Present if logins are limited.
    pub(crate) limiter: Option<Limiter>,
    pub(crate) router: Router,
    pub(crate) recorder: Arc<Recorder>,
    pub(crate) faults: Arc<Faults>,
    /// The connections of the event service.
    pub(crate) events: Arc<Events>,
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
            sessions: Sessions::open(&store).await?,
            google: Google::open(&store, &settings).await?,
            sealer: settings.keep_sealed_tokens.then(Sealer::new).transpose()?,
            limiter: settings.login_limit.map(Limiter::new),
            router: Router::new(),
            recorder: Arc::default(),
            faults: Arc::default(),
            events: Arc::default(),
            start: Mutex::new(Start::new(seed, clock.offset_ms())),
            at_work: RwLock::new(()),
            certificate: None,
            settings,
            clock,
            store,
        })
    }

    /// The scheme of the API's address.
    pub(crate) const fn scheme(&self) -> &'static str {
        match self.certificate {
            Some(_) => "https",
            None => "http",
        }
    }

    /// Has the sandbox's own Google sign with a new key.
    ///
    /// # Cancellation
    ///
    /// It is done all the same.
    pub(crate) async fn rotate_google_key(self: &Arc<Self>) -> Result<(), Error> {
        let engine = Arc::clone(self);
        uninterrupted(async move { engine.google.rotate_key(&engine.store).await }).await
    }

    /// What was counted, faults and events with it.
    pub(crate) fn stats(&self) -> Stats {
        let (event_connections, events) = self.events.counts();
        Stats {
            event_connections,
            events,
            ..self.recorder.stats(self.faults.met())
        }
    }
}
