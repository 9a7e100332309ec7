//! Everything that answering a request needs, shared by all requests of one sandbox.

use std::sync::Arc;

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
    store::Store,
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

    /// The scheme of the API's address.
    pub(crate) const fn scheme(&self) -> &'static str {
        match self.certificate {
            Some(_) => "https",
            None => "http",
        }
    }
}
