//! Tokens of the sandbox's own Google and Facebook, good ones and bad ones.

use std::time::Duration;

use axum::extract::State;
use opentact_client::Secret;
use serde::{Deserialize, Serialize};

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created},
};
use crate::{facebook::FacebookTokenOptions, google::GoogleTokenOptions, owner::Owner};

/// How a Google ID token differs from a good one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GoogleOptions {
    #[serde(default)]
    ttl: Option<u32>,
    #[serde(default)]
    issued_in: Option<u32>,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    audience: Option<String>,
    #[serde(default)]
    foreign_key: bool,
}

/// How a Facebook token differs from a good one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FacebookOptions {
    #[serde(default)]
    ttl: Option<u32>,
    #[serde(default)]
    app_id: Option<String>,
}

/// A token that was issued.
#[derive(Debug, Serialize)]
pub(super) struct Issued {
    token: Secret,
}

/// A token to be revoked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Revoked {
    token: Secret,
}

/// `POST /users/{user}/google-tokens`
pub(super) async fn google(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(asked): Document<GoogleOptions>,
) -> Reply<Issued> {
    let mut options = GoogleTokenOptions::new();
    if let Some(ttl) = asked.ttl {
        options = options.ttl(seconds(ttl));
    }
    if let Some(issued_in) = asked.issued_in {
        options = options.issued_in(seconds(issued_in));
    }
    if let Some(issuer) = asked.issuer {
        options = options.issuer(issuer);
    }
    if let Some(audience) = asked.audience {
        options = options.audience(audience);
    }
    if asked.foreign_key {
        options = options.foreign_key();
    }
    let token = owner.issue_google_token_with(&user, options).await?;
    created(Issued { token })
}

/// `POST /users/{user}/facebook-tokens`
pub(super) async fn facebook(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(asked): Document<FacebookOptions>,
) -> Reply<Issued> {
    let mut options = FacebookTokenOptions::new();
    if let Some(ttl) = asked.ttl {
        options = options.ttl(seconds(ttl));
    }
    if let Some(app_id) = asked.app_id {
        options = options.app_id(app_id);
    }
    let token = owner.issue_facebook_token_with(&user, options).await?;
    created(Issued { token })
}

/// `POST /google/rotate`
pub(super) async fn rotate_google_key(State(owner): State<Owner>) -> Result<Done, Refusal> {
    owner.rotate_google_key().await?;
    Ok(Done)
}

/// `POST /facebook/revoke`
pub(super) async fn revoke_facebook_token(
    State(owner): State<Owner>,
    Document(Revoked { token }): Document<Revoked>,
) -> Result<Done, Refusal> {
    owner.revoke_facebook_token(&token).await?;
    Ok(Done)
}

fn seconds(count: u32) -> Duration {
    Duration::from_secs(count.into())
}
