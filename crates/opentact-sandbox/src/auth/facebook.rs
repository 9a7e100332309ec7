//! Facebook tokens: opaque strings that the sandbox issues itself, good ones and bad ones, and
//! verifies.

use std::time::Duration;

use opentact_client::Secret;
use serde::Deserialize;

use super::google::options::seconds;
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
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FacebookTokenOptions {
    ttl: u32,
    app_id: Option<String>,
}

impl Default for FacebookTokenOptions {
    fn default() -> Self {
        Self {
            ttl: 7200,
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
    pub fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = seconds(ttl);
        self
    }

    /// Makes it for another app than the sandbox's.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }
}

/// A token of the user for the app `app_id`, unless the options name another.
pub(crate) async fn issue(
    store: &Store,
    app_id: &str,
    user: &StoredUser,
    options: &FacebookTokenOptions,
    now_ms: i64,
) -> Result<Secret, Error> {
    let token = Secret::new(format!("EAA{}", random::alphanumeric(120)?.expose()));
    let hash = Fingerprint::of(token.expose());
    let issued = FacebookToken {
        app_id: options.app_id.as_deref().unwrap_or(app_id).to_owned(),
        facebook_user_id: user.facebook_user_id.clone(),
        expires_ms: later_ms(now_ms, options.ttl.into()),
    };
    store
        .write(move |transaction| facebook_tokens::insert(transaction, hash, &issued, now_ms))
        .await?;
    Ok(token)
}

/// The Facebook user whose token this is, if it is for the app `app_id` and alive at `now_ms`.
pub(crate) async fn verify(
    store: &Store,
    app_id: &str,
    token: &Secret,
    now_ms: i64,
) -> Result<Option<String>, Error> {
    let hash = Fingerprint::of(token.expose());
    let found = store.read(move |connection| facebook_tokens::find(connection, hash));
    let good = found
        .await?
        .filter(|token| token.app_id == app_id && now_ms < token.expires_ms);
    Ok(good.map(|token| token.facebook_user_id))
}
