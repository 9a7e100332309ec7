//! What a sandbox is started with.

use std::{
    net::{Ipv4Addr, SocketAddr},
    num::NonZeroU32,
    path::PathBuf,
    time::Duration,
};

#[cfg(feature = "tls")]
use crate::http::{redirect::RedirectStatus, tls::TlsIdentity};
use crate::{
    auth::limiter::LoginLimit,
    clock::Clock,
    error::Error,
    http::observer::{Exchange, Observer},
    sandbox::Sandbox,
    seed::{Seed, UserSeed},
    settings::{AuthAnswer, CreateStatus, Settings},
};

/// Sets up a [`Sandbox`]; see [`Sandbox::builder`].
#[derive(Clone, Debug)]
#[must_use]
pub struct SandboxBuilder {
    pub(crate) settings: Settings,
    pub(crate) clock: Option<Clock>,
    pub(crate) address: SocketAddr,
    pub(crate) data_file: Option<PathBuf>,
    pub(crate) seed: Seed,
    pub(crate) user_if_none: Option<UserSeed>,
    pub(crate) control: Option<SocketAddr>,
    pub(crate) cors: Option<String>,
    #[cfg(feature = "tls")]
    pub(crate) tls: Option<TlsIdentity>,
    #[cfg(feature = "tls")]
    pub(crate) redirect: Option<SocketAddr>,
    #[cfg(feature = "tls")]
    pub(crate) redirect_status: RedirectStatus,
}

impl SandboxBuilder {
    pub(crate) fn new() -> Self {
        Self {
            settings: Settings::default(),
            clock: None,
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            data_file: None,
            seed: Seed::new(),
            user_if_none: None,
            control: None,
            cors: None,
            #[cfg(feature = "tls")]
            tls: None,
            #[cfg(feature = "tls")]
            redirect: None,
            #[cfg(feature = "tls")]
            redirect_status: RedirectStatus::default(),
        }
    }

    /// Adds a user.
    ///
    /// A user that a data file has already stays as it is stored.
    pub fn user(mut self, user: UserSeed) -> Self {
        self.seed = self.seed.user(user);
        self
    }

    /// Adds this user if there would be none: neither the seed nor the data file has any.
    ///
    /// It then belongs to the seed, with the SIP users that were added for its e-mail.
    pub fn user_if_none(mut self, user: UserSeed) -> Self {
        self.user_if_none = Some(user);
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
        self.seed = self.seed.sip_user(owner, login, domain, password);
        self
    }

    /// Adds the users and faults of a seed.
    pub fn seed(mut self, seed: Seed) -> Self {
        self.seed = self.seed.and(seed);
        self
    }

    /// Keeps the state in a file, which is made if it is missing. The default is memory.
    ///
    /// The file has the keys that sign JWTs and Google tokens, so that a restart leaves them
    /// valid; it has no password and, unless lists are to show them, no token in clear. On Unix it
    /// is made for its owner alone (mode 0600). One sandbox at a time uses it.
    ///
    /// A clock that was moved stays so over a restart, unless [`SandboxBuilder::clock`] gives another.
    ///
    /// What was acknowledged is on the disk: neither the end of the process, however sudden, nor
    /// a power cut takes it back. A request that was not answered was done or was not.
    pub fn data_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.data_file = Some(path.into());
        self
    }

    /// Listens there. The default is a free port on 127.0.0.1.
    pub const fn listen(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Opens the control port too, on a free port of 127.0.0.1. The default is not to.
    ///
    /// What it offers is a call of [`Sandbox`] as well; it is there for other processes.
    pub fn control(self) -> Self {
        self.control_on((Ipv4Addr::LOCALHOST, 0).into())
    }

    /// Opens the control port there, which has to be a loopback address.
    pub const fn control_on(mut self, address: SocketAddr) -> Self {
        self.control = Some(address);
        self
    }

    /// Lets the pages of this origin, such as `http://localhost:5173`, call the API from a browser:
    /// answers their preflights, which come in no log and meet no fault, and lets them read all
    /// answers. `*` stands for all origins. The default is none; the control port lets in none.
    pub fn cors(mut self, origin: impl Into<String>) -> Self {
        self.cors = Some(origin.into());
        self
    }

    /// Uses a clock that the caller has moved, or wants to share between sandboxes. The default is
    /// one that shows the system's time, or is ahead of it as far as the data file says that it was
    /// moved before; a reset goes back to the system's time.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = Some(clock);
        self
    }

    /// Shows tokens in lists and changes, and stores them for it in clear. The default is not to.
    pub const fn show_tokens(mut self, show: bool) -> Self {
        self.settings.show_tokens = show;
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

    /// How long each step of a message takes, in whole seconds: until it is handed to the carrier,
    /// and until it arrives. The default is no time.
    pub const fn sms_delay(mut self, delay: Duration) -> Self {
        self.settings.sms_delay = delay;
        self
    }

    /// How long each step of an order takes, in whole seconds: until it is taken up, and until its
    /// numbers are leased. The default is no time.
    pub const fn order_delay(mut self, delay: Duration) -> Self {
        self.settings.order_delay = delay;
        self
    }

    /// Sends webhooks to other machines too. The default is this machine alone.
    pub const fn webhooks_anywhere(mut self, anywhere: bool) -> Self {
        self.settings.webhooks_anywhere = anywhere;
        self
    }

    /// The HTTP status with which a creation, of a token or a subscription, is answered. The default
    /// is 201.
    pub const fn create_status(mut self, status: CreateStatus) -> Self {
        self.settings.create_status = status;
        self
    }

    /// The form in which the event service answers a good credential. The default is that of 2024.
    pub const fn auth_answer(mut self, form: AuthAnswer) -> Self {
        self.settings.auth_answer = form;
        self
    }

    /// The client id for which Google ID tokens must have been issued.
    pub fn google_audience(mut self, client_id: impl Into<String>) -> Self {
        self.settings.google_audience = client_id.into();
        self
    }

    /// Answers logins with 429 and `Retry-After` once `attempts` of them have come within
    /// `window`, from one address (the first 64 bits of an IPv6 address) or, by Basic, for one
    /// e-mail. The default is not to.
    ///
    /// A login is a request that carries Basic, Google, Facebook or HA1B, right or wrong: a
    /// success clears nothing. A window begins with an attempt and ends by the sandbox's clock;
    /// what is refused meanwhile does not count.
    pub const fn login_limit(mut self, attempts: NonZeroU32, window: Duration) -> Self {
        self.settings.login_limit = Some(LoginLimit { attempts, window });
        self
    }

    /// The app for which Facebook tokens must have been issued.
    pub fn facebook_app_id(mut self, app_id: impl Into<String>) -> Self {
        self.settings.facebook_app_id = app_id.into();
        self
    }

    /// Shows each exchange to `look` before its answer is sent, such as to a test that judges
    /// the answers. The exchange has every secret in clear.
    pub fn observer(mut self, look: impl Fn(&Exchange<'_>) + Send + Sync + 'static) -> Self {
        self.settings.observer = Some(Observer::new(look));
        self
    }

    /// Starts the sandbox; it answers when this returns.
    ///
    /// # Errors
    ///
    /// [`Error::Listen`] when an address is taken; [`Error::ControlAddress`] when other machines
    /// could reach the control port; [`Error::Origin`] when what was given to
    /// [`SandboxBuilder::cors`] is none; [`Error::DataFile`], [`Error::DataFileInUse`],
    /// [`Error::DataFileLock`], [`Error::OtherVersionDataFile`], [`Error::ForeignDataFile`] and
    /// [`Error::ReadOnlyDataFile`] when the data file cannot be used; [`Error::DuplicateUser`],
    /// [`Error::DuplicateSipUser`], [`Error::DuplicateToken`], [`Error::UnknownUser`],
    /// [`Error::UnusableEmail`], [`Error::UnusableToken`] and [`Error::Fault`] when the seed does
    /// not fit together; [`Error::RedirectWithoutTls`] and [`Error::MakeCertificate`].
    /// Addresses come first: when one is taken, the data file is left alone.
    ///
    /// # Cancellation
    ///
    /// Dropped before it returns, it leaves nobody listening. The data file may have been made,
    /// and has all users of the seed or none.
    pub async fn start(self) -> Result<Sandbox, Error> {
        Sandbox::start_with(self).await
    }
}

#[cfg(feature = "tls")]
impl SandboxBuilder {
    /// Speaks TLS on the API's port, so that its URL is `https`. The default is not to.
    ///
    /// The control port stays as it is. Clients have to trust
    /// [`Sandbox::certificate`](crate::Sandbox::certificate):
    ///
    /// ```
    /// use opentact_sandbox::{Sandbox, TlsIdentity};
    ///
    /// # async fn run() -> Result<(), opentact_sandbox::Error> {
    /// let sandbox = Sandbox::builder().tls(TlsIdentity::generated()).start().await?;
    /// assert!(sandbox.base_url().starts_with("https://127.0.0.1:"));
    /// let trust = sandbox.certificate(); // "-----BEGIN CERTIFICATE-----..."
    /// # assert!(trust.is_some());
    /// # Ok(())
    /// # }
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(run()).unwrap();
    /// ```
    pub fn tls(mut self, identity: TlsIdentity) -> Self {
        self.tls = Some(identity);
        self
    }

    /// Opens a port as well, free and of 127.0.0.1, on which plain http is redirected to https.
    /// The default is not to. It needs [`SandboxBuilder::tls`].
    ///
    /// Whatever is asked there, nothing is done: faults and the login limit are for the API
    /// alone. The observer is not shown these answers; the request log is.
    pub fn redirect(self) -> Self {
        self.redirect_on((Ipv4Addr::LOCALHOST, 0).into())
    }

    /// The same, on that address.
    pub const fn redirect_on(mut self, address: SocketAddr) -> Self {
        self.redirect = Some(address);
        self
    }

    /// The HTTP status of the redirect. The default is 302.
    pub const fn redirect_status(mut self, status: RedirectStatus) -> Self {
        self.redirect_status = status;
        self
    }
}
