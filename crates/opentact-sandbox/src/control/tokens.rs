//! API tokens of a user.

use std::time::Duration;

use axum::extract::State;
use serde::Deserialize;

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    api_token,
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
pub(super) async fn list(
    State(owner): State<Owner>,
    Named(user): Named<String>,
) -> Reply<Vec<TokenRecord>> {
    ok(owner.tokens(&user).await?)
}

/// `POST /users/{user}/tokens`
pub(super) async fn create(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(token): Document<NewToken>,
) -> Reply<CreatedToken> {
    api_token::check_name(&token.name).map_err(|said| Refusal::field("name", said))?;
    let ttl = token.ttl.map(|ttl| Duration::from_secs(ttl.into()));
    created(owner.create_token(&user, token.name, ttl).await?)
}

/// `DELETE /users/{user}/tokens/{token}`
pub(super) async fn remove(
    State(owner): State<Owner>,
    Named((user, token)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    owner.delete_token(&user, &token).await?;
    Ok(Done)
}

/// `POST /users/{user}/tokens/{token}/expire`
pub(super) async fn expire(
    State(owner): State<Owner>,
    Named((user, token)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    owner.expire_token(&user, &token).await?;
    Ok(Done)
}
