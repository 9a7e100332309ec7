//! Tokens of the sandbox's own Google and Facebook.

use opentact_client::Secret;

use super::Engine;
use crate::{
    error::Error,
    facebook::{self, FacebookTokenOptions},
    fingerprint::Fingerprint,
    google::GoogleTokenOptions,
    populate::find_user,
    store::facebook_tokens,
};

impl Engine {
    /// A Google ID token of a user.
    pub(crate) async fn issue_google_token(
        &self,
        user: &str,
        options: &GoogleTokenOptions,
    ) -> Result<Secret, Error> {
        let (user, now_s) = (find_user(self, user).await?, self.clock.now_s());
        self.google.issue(&self.store, &user, options, now_s).await
    }

    /// A Facebook token of a user.
    pub(crate) async fn issue_facebook_token(
        &self,
        user: &str,
        options: &FacebookTokenOptions,
    ) -> Result<Secret, Error> {
        let (user, now_ms) = (find_user(self, user).await?, self.clock.now_ms());
        let app_id = &self.settings.facebook_app_id;
        facebook::issue(&self.store, app_id, &user, options, now_ms).await
    }

    /// Has the sandbox's own Facebook forget a token.
    pub(crate) async fn revoke_facebook_token(&self, token: &Secret) -> Result<(), Error> {
        let hash = Fingerprint::of(token.expose());
        let delete = move |transaction: &_| facebook_tokens::delete(transaction, hash);
        self.store.write(move |it| delete(it)).await
    }
}
