//! A running sandbox, as its owner sees it.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use opentact_client::{Secret, security::SecurityScheme};
use tokio::{net::TcpListener, sync::oneshot, task::JoinSet};

use crate::{
    builder::SandboxBuilder,
    clock::Clock,
    engine::Engine,
    error::Error,
    facebook::{self, FacebookTokenOptions},
    fingerprint::Fingerprint,
    google::GoogleTokenOptions,
    populate, ready_made,
    record::{RequestRecord, Stats},
    seed::{SipUserSeed, UserSeed},
    server,
    store::{Store, facebook_tokens, sip_users, users},
};

/// How long requests at work may take when the sandbox is shut down.
const PATIENCE: Duration = Duration::from_secs(5);

/// A server that behaves as the contract says.
///
/// Dropping it stops it at once, whatever requests are at work; see [`Sandbox::shutdown`].
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    engine: Arc<Engine>,
    stop: oneshot::Sender<()>,
    /// The one task that serves; it ends with the set.
    server: JoinSet<()>,
}

impl Sandbox {
    /// Starts a sandbox on a free port of 127.0.0.1, in memory, without users.
    ///
    /// # Errors
    ///
    /// [`Error::Listen`] when no port is free.
    pub async fn start() -> Result<Self, Error> {
        Self::builder().start().await
    }

    /// Sets up a sandbox.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::new()
    }

    pub(crate) async fn start_with(setup: SandboxBuilder) -> Result<Self, Error> {
        let store = Store::open(setup.data_file).await?;
        let engine = Arc::new(Engine::new(setup.settings, setup.clock, store).await?);
        populate::seed(&engine, setup.users, setup.sip_users).await?;
        let refused = |source| Error::Listen {
            address: setup.address,
            source,
        };
        let listener = TcpListener::bind(setup.address).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let (stop, stopped) = oneshot::channel();
        let until_stopped = async move {
            // A dropped sender means the same as a message: the sandbox is gone.
            let _ = stopped.await;
        };
        let mut server = JoinSet::new();
        server.spawn(server::serve(listener, Arc::clone(&engine), until_stopped));
        Ok(Self {
            address,
            engine,
            stop,
            server,
        })
    }

    /// Where the sandbox is, such as `http://127.0.0.1:49152`; paths begin with `/rest`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address it listens on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The clock by which everything is judged.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.engine.clock
    }

    /// Adds a user with its SIP users: all of it or nothing.
    ///
    /// # Errors
    ///
    /// [`Error::DuplicateUser`] when the e-mail is taken, [`Error::UnusableEmail`] when it has
    /// a colon, [`Error::DuplicateSipUser`] when one of its SIP users is there already.
    pub async fn add_user(&self, user: UserSeed) -> Result<(), Error> {
        populate::add_user(&self.engine, user).await
    }

    /// Adds a SIP user to the user with the e-mail `owner`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such owner, [`Error::DuplicateSipUser`] when the
    /// domain has the login already.
    pub async fn add_sip_user(
        &self,
        owner: &str,
        login: impl Into<String>,
        domain: impl Into<String>,
        password: impl Into<String>,
    ) -> Result<(), Error> {
        let sip_user = SipUserSeed::new(login, domain, password);
        populate::add_sip_user(&self.engine, owner, sip_user).await
    }

    /// Refuses all credentials of a user from the next request on.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn disable_user(&self, email: &str) -> Result<(), Error> {
        let (email, now_ms) = (email.to_owned(), self.engine.clock.now_ms());
        let store = &self.engine.store;
        store
            .write(move |transaction| users::disable(transaction, &email, now_ms))
            .await
    }

    /// Deletes a user with its account, SIP users and API tokens; whoever is added with the
    /// same e-mail is someone else.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn delete_user(&self, email: &str) -> Result<(), Error> {
        let email = email.to_owned();
        let store = &self.engine.store;
        store
            .write(move |transaction| users::delete(transaction, &email))
            .await
    }

    /// Refuses the HA1B of a SIP user from the next request on, for good.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSipUser`] when there is no such SIP user.
    pub async fn disable_sip_user(&self, login: &str, domain: &str) -> Result<(), Error> {
        let (login, domain) = (login.to_owned(), domain.to_owned());
        let store = &self.engine.store;
        store
            .write(move |transaction| sip_users::disable(transaction, &login, &domain))
            .await
    }

    /// The public keys of the sandbox's own Google as a JWKS, the form in which an issuer
    /// publishes them; another sandbox can verify with them, see
    /// [`SandboxBuilder::google_jwks`].
    ///
    /// # Errors
    ///
    /// [`Error::Key`] when there was no key yet and none could be made.
    pub async fn google_jwks(&self) -> Result<String, Error> {
        self.engine.google.jwks(&self.engine.store).await
    }

    /// Has the sandbox's own Google sign with a new key from now on.
    ///
    /// Tokens of the key before are still good; those of the key before that are not.
    ///
    /// # Errors
    ///
    /// [`Error::Key`] when no key could be made.
    pub async fn rotate_google_key(&self) -> Result<(), Error> {
        self.engine.google.rotate_key(&self.engine.store).await
    }

    /// What the sandbox's own Facebook tells about a token, in the form of
    /// [`debug_token`](https://developers.facebook.com/docs/graph-api/reference/debug_token/);
    /// another sandbox can ask for it, see [`SandboxBuilder::facebook_inspection`].
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the tokens cannot be read.
    pub async fn inspect_facebook_token(&self, input_token: &Secret) -> Result<String, Error> {
        let Engine { store, clock, .. } = &*self.engine;
        facebook::inspection(store, input_token, clock.now_ms()).await
    }

    /// Has the sandbox's own Facebook forget a token, which is refused from the next request
    /// on. One that is not known stays so.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the tokens cannot be changed.
    pub async fn revoke_facebook_token(&self, token: &Secret) -> Result<(), Error> {
        let hash = Fingerprint::of(token.expose());
        let store = &self.engine.store;
        store
            .write(move |transaction| facebook_tokens::delete(transaction, hash))
            .await
    }

    /// A Google ID token of the user that the sandbox accepts for an hour.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn issue_google_token(&self, email: &str) -> Result<Secret, Error> {
        self.issue_google_token_with(email, GoogleTokenOptions::new())
            .await
    }

    /// A Google ID token of the user as the options say, such as one that has expired.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn issue_google_token_with(
        &self,
        email: &str,
        options: GoogleTokenOptions,
    ) -> Result<Secret, Error> {
        let Engine {
            google,
            store,
            clock,
            ..
        } = &*self.engine;
        let user = populate::find_user(&self.engine, email).await?;
        google.issue(store, &user, &options, clock.now_s()).await
    }

    /// A Facebook token of the user that the sandbox accepts for two hours.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn issue_facebook_token(&self, email: &str) -> Result<Secret, Error> {
        self.issue_facebook_token_with(email, FacebookTokenOptions::new())
            .await
    }

    /// A Facebook token of the user as the options say, such as one for another app.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn issue_facebook_token_with(
        &self,
        email: &str,
        options: FacebookTokenOptions,
    ) -> Result<Secret, Error> {
        let Engine {
            facebook,
            store,
            clock,
            ..
        } = &*self.engine;
        let user = populate::find_user(&self.engine, email).await?;
        facebook.issue(store, &user, &options, clock.now_ms()).await
    }

    /// A ready-made credential for every scheme, for a user of the sandbox; HA1B only if the
    /// seed has a SIP user.
    ///
    /// The value is what the scheme carries: `email:password` for Basic, not yet encoded. Each
    /// call makes an API token for the user.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn credentials(
        &self,
        user: &UserSeed,
    ) -> Result<Vec<(SecurityScheme, Secret)>, Error> {
        ready_made::credentials(&self.engine, user).await
    }

    /// What was counted since the start.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.engine.recorder.stats()
    }

    /// The last 10,000 answered requests, oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.engine.recorder.records()
    }

    /// Stops the sandbox after it has answered the requests at work, for which it waits up to
    /// five seconds; those that take longer are not answered.
    pub async fn shutdown(self) {
        let Self {
            stop, mut server, ..
        } = self;
        drop(stop);
        // Past its patience, the rest is the same as for a dropped sandbox.
        let _ = tokio::time::timeout(PATIENCE, server.join_next()).await;
        server.shutdown().await;
    }
}
