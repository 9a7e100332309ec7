//! API tokens of a user, and tokens of the sandbox's own Google and Facebook, good ones and bad ones.

use std::time::Duration;

use axum::extract::State;
use opentact_client::Secret;
use serde::{Deserialize, Serialize};

use super::{
    document::Document,
    document::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    auth::{api_token, facebook::FacebookTokenOptions, google::GoogleTokenOptions},
    owner::{
        Owner,
        tokens::{CreatedToken, TokenRecord},
    },
};

/// A token to be made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewToken {
    name: String,
    /// In seconds; zero makes a token that has already expired.
    #[serde(default)]
    ttl: Option<u32>,
}

/// `GET /users/{user}/tokens`
pub(super) async fn list_tokens(
    State(owner): State<Owner>,
    Named(user): Named<String>,
) -> Reply<Vec<TokenRecord>> {
    ok(owner.tokens(&user).await?)
}

/// `POST /users/{user}/tokens`
pub(super) async fn create_token(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(token): Document<NewToken>,
) -> Reply<CreatedToken> {
    api_token::check_name(&token.name).map_err(|said| Refusal::field("name", said))?;
    let ttl = token.ttl.map(|ttl| Duration::from_secs(ttl.into()));
    created(owner.create_token(&user, token.name, ttl).await?)
}

/// `DELETE /users/{user}/tokens/{token}`
pub(super) async fn remove_token(
    State(owner): State<Owner>,
    Named((user, token)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    owner.delete_token(&user, &token).await?;
    Ok(Done)
}

/// `POST /users/{user}/tokens/{token}/expire`
pub(super) async fn expire_token(
    State(owner): State<Owner>,
    Named((user, token)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    owner.expire_token(&user, &token).await?;
    Ok(Done)
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
pub(super) async fn issue_google_token(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(options): Document<GoogleTokenOptions>,
) -> Reply<Issued> {
    let token = owner.issue_google_token_with(&user, options).await?;
    created(Issued { token })
}

/// `POST /users/{user}/facebook-tokens`
pub(super) async fn issue_facebook_token(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(options): Document<FacebookTokenOptions>,
) -> Reply<Issued> {
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
