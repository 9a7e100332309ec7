//! What a sandbox is started with.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

use crate::{
    clock::Clock,
    error::Error,
    sandbox::Sandbox,
    seed::{Seed, SipUserSeed, UserSeed},
    settings::{CreateStatus, Settings},
    store::{Store, users},
};

/// Sets up a [`Sandbox`]; see [`Sandbox::builder`].
#[derive(Clone, Debug)]
#[must_use]
pub struct SandboxBuilder {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    pub(crate) address: SocketAddr,
    pub(crate) data_file: Option<PathBuf>,
    pub(crate) users: Vec<UserSeed>,
    pub(crate) sip_users: Vec<(String, SipUserSeed)>,
}

impl SandboxBuilder {
    pub(crate) fn new() -> Self {
        Self {
            settings: Settings::default(),
            clock: Clock::new(),
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            data_file: None,
            users: Vec::new(),
            sip_users: Vec::new(),
        }
    }

    /// Adds a user.
    ///
    /// A user that a data file has already stays as it is stored.
    pub fn user(mut self, user: UserSeed) -> Self {
        self.users.push(user);
        self
    }

    /// Adds a SIP user to the user with the e-mail `owner`.
    ///
    /// One that a data file has already stays as it is stored.
    pub fn sip_user(
        mut self,
        owner: impl Into<String>,
        login: impl Into<String>,
        domain: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        self.sip_users
            .push((owner.into(), SipUserSeed::new(login, domain, password)));
        self
    }

    /// Adds the users of a seed.
    pub fn seed(mut self, seed: Seed) -> Self {
        self.users.extend(seed.into_users());
        self
    }

    /// Keeps the state in a file, which is made if it is missing. The default is memory.
    ///
    /// The file has the keys that sign JWTs and Google tokens, so that a restart leaves them
    /// valid; it has no password and no token in clear. On Unix it is made for its owner alone
    /// (mode 0600).
    pub fn data_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.data_file = Some(path.into());
        self
    }

    /// Listens there. The default is a free port on 127.0.0.1.
    pub const fn listen(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Uses a clock that the caller has moved, or wants to share between sandboxes.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Shows tokens in lists and changes. The default is not to.
    ///
    /// The copies are sealed with a key that lives only in this process: after a restart, lists
    /// show the older tokens without their value.
    pub const fn keep_sealed_tokens(mut self, keep: bool) -> Self {
        self.settings.keep_sealed_tokens = keep;
        self
    }

    /// How long a JWT lives, in whole seconds. The default is 24 hours.
    pub const fn jwt_ttl(mut self, ttl: Duration) -> Self {
        self.settings.jwt_ttl = ttl;
        self
    }

    /// How long an API token lives whose creator does not say, in whole seconds. The default
    /// is 24 hours.
    pub const fn default_token_ttl(mut self, ttl: Duration) -> Self {
        self.settings.default_token_ttl = ttl;
        self
    }

    /// The HTTP status of a created token. The default is 201.
    pub const fn create_status(mut self, status: CreateStatus) -> Self {
        self.settings.create_status = status;
        self
    }

    /// The client id for which Google ID tokens must have been issued.
    pub fn google_client_id(mut self, client_id: impl Into<String>) -> Self {
        self.settings.google_client_id = client_id.into();
        self
    }

    /// The issuer of Google ID tokens. The default is `https://accounts.google.com`.
    pub fn google_issuer(mut self, issuer: impl Into<String>) -> Self {
        self.settings.google_issuer = issuer.into();
        self
    }

    /// The app for which Facebook tokens must have been issued.
    pub fn facebook_app_id(mut self, app_id: impl Into<String>) -> Self {
        self.settings.facebook_app_id = app_id.into();
        self
    }

    /// Whether the data file has users already; without a data file there are none.
    ///
    /// # Errors
    ///
    /// [`Error::DataFile`], [`Error::NewerDataFile`] and [`Error::ForeignDataFile`] when the
    /// data file cannot be used.
    pub async fn has_stored_users(&self) -> Result<bool, Error> {
        match &self.data_file {
            Some(file) if file.exists() => {
                let store = Store::open(Some(file.clone())).await?;
                store.read(users::any).await
            }
            _ => Ok(false),
        }
    }

    /// Starts the sandbox; it answers when this returns.
    ///
    /// # Errors
    ///
    /// [`Error::Listen`] when the address is taken; [`Error::DataFile`],
    /// [`Error::NewerDataFile`] and [`Error::ForeignDataFile`] when the data file cannot be
    /// used; [`Error::DuplicateUser`], [`Error::DuplicateSipUser`], [`Error::UnknownUser`] and
    /// [`Error::UnusableEmail`] when the users do not fit together.
    pub async fn start(self) -> Result<Sandbox, Error> {
        Sandbox::start_with(self).await
    }
}
