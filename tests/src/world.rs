//! A sandbox with two users, and clients for it.

use opentact::{Client, ClientBuilder, Credential, CredentialKind};
use opentact_referee::Watch;
use opentact_sandbox::{Sandbox, SandboxBuilder, UserSeed};

use crate::watched;

/// The e-mail address of the user that most tests are about.
pub const EMAIL: &str = "ann@example.com";
/// That user's password.
pub const PASSWORD: &str = "made-up password";
/// The login of that user's SIP user.
pub const SIP_LOGIN: &str = "1000";
/// The domain of that SIP user.
pub const DOMAIN: &str = "example.sip.opentact.org";
/// The password of that SIP user.
pub const SIP_PASSWORD: &str = "made-up SIP password";

/// A sandbox with two users, Ann and Bob, and clients for it.
#[derive(Debug)]
pub struct World {
    /// The server.
    pub sandbox: Sandbox,
    /// Who judges each of its answers by the contract, and fails the test by being dropped.
    pub watch: Watch,
}

impl World {
    /// Starts a sandbox with Ann, who has everything, and Bob, who is somebody else.
    pub async fn start() -> Self {
        Self::with(Sandbox::builder()).await
    }

    /// The same in a sandbox with these settings.
    #[expect(
        clippy::expect_used,
        reason = "a test ends where its world does not start"
    )]
    pub async fn with(builder: SandboxBuilder) -> Self {
        let ann = UserSeed::new(EMAIL, PASSWORD)
            .name("Ann", "Example")
            .sip_user(SIP_LOGIN, DOMAIN, SIP_PASSWORD);
        let bob = UserSeed::new("bob@example.com", "another made-up password");
        let (builder, watch) = watched(builder.user(ann).user(bob));
        Self {
            sandbox: builder.start().await.expect("the sandbox starts"),
            watch,
        }
    }

    /// The settings of a client for this sandbox.
    pub fn builder(&self, credential: Credential) -> ClientBuilder {
        let builder = Client::builder(credential).base_url(self.sandbox.base_url());
        match self.sandbox.certificate() {
            Some(certificate) => builder.root_certificate(certificate),
            None => builder,
        }
    }

    /// A client with that credential and a session.
    #[expect(
        clippy::expect_used,
        reason = "a test ends where its client cannot be built"
    )]
    pub fn client(&self, credential: Credential) -> Client {
        self.builder(credential)
            .build()
            .expect("the client is built")
    }

    /// A client that sends that credential with every call.
    #[expect(
        clippy::expect_used,
        reason = "a test ends where its client cannot be built"
    )]
    pub fn direct(&self, credential: Credential) -> Client {
        let builder = self.builder(credential).without_session();
        builder.build().expect("the client is built")
    }

    /// Ann, with her password and a session.
    pub fn ann(&self) -> Client {
        self.client(Credential::basic(EMAIL, PASSWORD))
    }

    /// A good credential of Ann's, of that kind.
    #[expect(
        clippy::expect_used,
        clippy::panic,
        reason = "a test ends where its credential cannot be made"
    )]
    pub async fn credential(&self, kind: CredentialKind) -> Credential {
        let ann = self.direct(Credential::basic(EMAIL, PASSWORD));
        match kind {
            CredentialKind::Basic => Credential::basic(EMAIL, PASSWORD),
            CredentialKind::Bearer => Credential::api_token(
                ann.tokens()
                    .create("of the test")
                    .await
                    .expect("a token")
                    .token,
            ),
            CredentialKind::Jwt => {
                Credential::jwt(ann.whoami().await.expect("a login").token.expect("a JWT"))
            }
            CredentialKind::Google => Credential::google(
                self.sandbox
                    .issue_google_token(EMAIL)
                    .await
                    .expect("a token"),
            ),
            CredentialKind::Facebook => Credential::facebook(
                self.sandbox
                    .issue_facebook_token(EMAIL)
                    .await
                    .expect("a token"),
            ),
            CredentialKind::Ha1b => Credential::ha1b_from(SIP_LOGIN, DOMAIN, SIP_PASSWORD),
            other => panic!("this world has no {} credential", other.name()),
        }
    }
}
