//! Credentials that the owner of a sandbox hands out and takes back.

use std::time::Duration;

use opentact_client::{Secret, security::SecurityScheme};

use super::Sandbox;
use crate::{
    engine::tokens::{CreatedToken, TokenRecord},
    error::Error,
    facebook::FacebookTokenOptions,
    google::GoogleTokenOptions,
    ready_made,
    seed::UserSeed,
};

impl Sandbox {
    /// The API tokens of a user, oldest first; none that has expired.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn tokens(&self, user: &str) -> Result<Vec<TokenRecord>, Error> {
        self.engine.tokens(user).await
    }

    /// A new API token of a user that lives so long, in whole seconds; `None` means as long as
    /// one whose creator does not say.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn create_token(
        &self,
        user: &str,
        name: impl Into<String>,
        ttl: Option<Duration>,
    ) -> Result<CreatedToken, Error> {
        let ttl_s = ttl.map(|ttl| ttl.as_secs());
        self.engine.create_token(user, name.into(), ttl_s).await
    }

    /// Lets an API token of a user expire now.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] and [`Error::UnknownToken`] when there is no such user or token.
    pub async fn expire_token(&self, user: &str, uuid: &str) -> Result<(), Error> {
        self.engine.expire_token(user, uuid).await
    }

    /// Deletes an API token of a user.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] and [`Error::UnknownToken`] when there is no such user or token.
    pub async fn delete_token(&self, user: &str, uuid: &str) -> Result<(), Error> {
        self.engine.delete_token(user, uuid).await
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
        self.engine.rotate_google_key().await
    }

    /// Has the sandbox's own Facebook forget a token, which is refused from the next request
    /// on. One that is not known stays so.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the tokens cannot be changed.
    pub async fn revoke_facebook_token(&self, token: &Secret) -> Result<(), Error> {
        self.engine.revoke_facebook_token(token).await
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
        self.engine.issue_google_token(email, &options).await
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
        self.engine.issue_facebook_token(email, &options).await
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
}
