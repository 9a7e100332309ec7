//! Everything that answering a request needs, shared by all requests of one sandbox.

use crate::{
    clock::Clock, error::Error, facebook::Facebook, google::Google, limiter::Limiter,
    password::Passwords, record::Recorder, router::Router, seal::Sealer, session::Sessions,
    settings::Settings, store::Store,
};

/// The inside of a sandbox.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    pub(crate) store: Store,
    pub(crate) passwords: Passwords,
    pub(crate) sessions: Sessions,
    pub(crate) google: Google,
    pub(crate) facebook: Facebook,
    /// Present if lists show tokens.
    pub(crate) sealer: Option<Sealer>,
    /// Present if logins are limited.
    pub(crate) limiter: Option<Limiter>,
    pub(crate) router: Router,
    pub(crate) recorder: Recorder,
}

impl Engine {
    /// Takes its keys from the store, making those that are missing.
    pub(crate) async fn new(settings: Settings, clock: Clock, store: Store) -> Result<Self, Error> {
        Ok(Self {
            passwords: Passwords::new(),
            sessions: Sessions::open(&store).await?,
            google: Google::open(&store, &settings).await?,
            facebook: Facebook::new(&settings)?,
            sealer: settings.keep_sealed_tokens.then(Sealer::new).transpose()?,
            limiter: settings.login_limit.map(Limiter::new),
            router: Router::new(),
            recorder: Recorder::default(),
            settings,
            clock,
            store,
        })
    }
}
