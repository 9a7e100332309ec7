//! Everything that answering a request needs, shared by all requests of one sandbox.

use crate::{
    clock::Clock, error::Error, facebook::Facebook, google::Google, password::Passwords,
    record::Recorder, router::Router, seal::Sealer, session::Sessions, settings::Settings,
    store::Store,
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
    pub(crate) router: Router,
    pub(crate) recorder: Recorder,
}

impl Engine {
    /// Takes its keys from the store, making those that are missing.
    pub(crate) async fn new(settings: Settings, clock: Clock, store: Store) -> Result<Self, Error> {
        let (issuer, client_id) = (
            settings.google_issuer.clone(),
            settings.google_client_id.clone(),
        );
        Ok(Self {
            passwords: Passwords::new(),
            sessions: Sessions::open(&store).await?,
            google: Google::open(&store, issuer, client_id).await?,
            facebook: Facebook::new(settings.facebook_app_id.clone()),
            sealer: settings.keep_sealed_tokens.then(Sealer::new).transpose()?,
            router: Router::new(),
            recorder: Recorder::default(),
            settings,
            clock,
            store,
        })
    }
}
