//! Facebook tokens: opaque strings that only their issuer can tell something about.

use std::time::Duration;

use opentact_client::Secret;

use crate::{
    clock::later_ms,
    error::Error,
    fingerprint::Fingerprint,
    random,
    store::{
        Store,
        facebook_tokens::{self, FacebookToken},
        users::StoredUser,
    },
};

/// What to issue; by default a token that the sandbox accepts for two hours.
#[derive(Clone, Debug)]
pub struct FacebookTokenOptions {
    ttl: Duration,
    app_id: Option<String>,
}

impl Default for FacebookTokenOptions {
    fn default() -> Self {
        Self {
            ttl: Duration::from_secs(7200),
            app_id: None,
        }
    }
}

impl FacebookTokenOptions {
    /// A token that is accepted for two hours.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How long it lives, in whole seconds; zero makes a token that has already expired.
    #[must_use]
    pub const fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = ttl;
        self
    }

    /// Makes it for another app than the sandbox's.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }
}

/// Issues tokens and inspects those that are presented.
#[derive(Debug)]
pub(crate) struct Facebook {
    app_id: String,
}

impl Facebook {
    pub(crate) const fn new(app_id: String) -> Self {
        Self { app_id }
    }

    /// A token for the user.
    pub(crate) async fn issue(
        &self,
        store: &Store,
        user: &StoredUser,
        options: &FacebookTokenOptions,
        now_ms: i64,
    ) -> Result<Secret, Error> {
        let token = Secret::new(format!("EAA{}", random::alphanumeric(120)?.expose()));
        let hash = Fingerprint::of(token.expose());
        let issued = FacebookToken {
            app_id: options
                .app_id
                .clone()
                .unwrap_or_else(|| self.app_id.clone()),
            facebook_user_id: user.facebook_user_id.clone(),
            expires_ms: later_ms(now_ms, options.ttl.as_secs()),
        };
        store
            .write(move |transaction| facebook_tokens::insert(transaction, hash, &issued, now_ms))
            .await?;
        Ok(token)
    }

    /// The Facebook user whose token this is, if it is for this app and alive at `now_ms`.
    pub(crate) async fn inspect(
        &self,
        store: &Store,
        token: &Secret,
        now_ms: i64,
    ) -> Result<Option<String>, Error> {
        let hash = Fingerprint::of(token.expose());
        let found = store
            .read(move |connection| facebook_tokens::find(connection, hash))
            .await?;
        Ok(found
            .filter(|token| token.app_id == self.app_id && now_ms < token.expires_ms)
            .map(|token| token.facebook_user_id))
    }
}
