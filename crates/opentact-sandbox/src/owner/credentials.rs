//! Credentials that the owner of a sandbox hands out and takes back: those of Google and Facebook,
//! good ones and bad ones, and one of each kind for a user.

use opentact_client::{
    Secret,
    security::{CredentialKind, SecurityScheme},
};

use super::Owner;
use crate::{
    auth::{
        facebook::{self, FacebookTokenOptions},
        google::GoogleTokenOptions,
        password::ha1b,
    },
    background::uninterrupted,
    error::Error,
    fingerprint::Fingerprint,
    seed::UserSeed,
    store::{
        facebook_tokens,
        users::{self, StoredUser},
    },
};

impl Owner {
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
        let (user, engine) = (self.stored(email).await?, &self.engine);
        let google = &engine.verifier.google;
        google
            .issue(&engine.store, &user, &options, engine.clock.now_s())
            .await
    }

    /// Has the sandbox's own Google sign with a new key from now on.
    ///
    /// Tokens of the key before are still good; those of the key before that are not.
    ///
    /// # Errors
    ///
    /// [`Error::Key`] when no key could be made.
    ///
    /// # Cancellation
    ///
    /// Once begun it is done, whether it is waited for or not.
    pub async fn rotate_google_key(&self) -> Result<(), Error> {
        let engine = self.engine.clone();
        let rotate = async move { engine.verifier.google.rotate_key(&engine.store).await };
        uninterrupted(rotate).await
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
        let (user, engine) = (self.stored(email).await?, &self.engine);
        let app_id = &engine.settings.facebook_app_id;
        facebook::issue(
            &engine.store,
            app_id,
            &user,
            &options,
            engine.clock.now_ms(),
        )
        .await
    }

    /// Has the sandbox's own Facebook forget a token, which is refused from the next request
    /// on. One that is not known stays so.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the tokens cannot be changed.
    pub async fn revoke_facebook_token(&self, token: &Secret) -> Result<(), Error> {
        let hash = Fingerprint::of(token.expose());
        let delete = move |transaction: &_| facebook_tokens::delete(transaction, hash);
        self.engine.store.write(move |it| delete(it)).await
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
        let mut credentials = Vec::new();
        for kind in CredentialKind::ALL.iter().copied() {
            let Some(secret) = self.credential(user, kind).await? else {
                continue;
            };
            let carried = |scheme: &SecurityScheme| (*scheme, secret.clone());
            credentials.extend(kind.schemes().iter().map(carried));
        }
        Ok(credentials)
    }

    async fn credential(
        &self,
        seed: &UserSeed,
        kind: CredentialKind,
    ) -> Result<Option<Secret>, Error> {
        let email = &*seed.email;
        Ok(Some(match kind {
            CredentialKind::Basic => Secret::new(format!("{email}:{}", seed.password.expose())),
            CredentialKind::Jwt => {
                let (user, engine) = (self.stored(email).await?, &self.engine);
                let (now_s, ttl) = (engine.clock.now_s(), engine.settings.jwt_ttl);
                engine.verifier.sessions.mint(&user, now_s, ttl)?
            }
            CredentialKind::Bearer => self.create_token(email, "ready-made", None).await?.token,
            CredentialKind::Google => self.issue_google_token(email).await?,
            CredentialKind::Facebook => self.issue_facebook_token(email).await?,
            CredentialKind::Ha1b => {
                let Some(sip_user) = seed.sip_users.first() else {
                    return Ok(None);
                };
                let password = sip_user.password.expose();
                ha1b(&sip_user.login, &sip_user.domain, password)
            }
            _ => return Ok(None),
        }))
    }

    async fn stored(&self, user: &str) -> Result<StoredUser, Error> {
        let name = user.to_owned();
        let named = move |connection: &_| users::named(connection, &name);
        self.engine.store.read(move |it| named(it)).await
    }
}
