//! API tokens of a user.

use std::sync::Arc;

use axum::extract::State;
use serde::Deserialize;

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    api_token,
    engine::{
        Engine,
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
    State(engine): State<Arc<Engine>>,
    Named(user): Named<String>,
) -> Reply<Vec<TokenRecord>> {
    ok(engine.tokens(&user).await?)
}

/// `POST /users/{user}/tokens`
pub(super) async fn create(
    State(engine): State<Arc<Engine>>,
    Named(user): Named<String>,
    Document(token): Document<NewToken>,
) -> Reply<CreatedToken> {
    api_token::check_name(&token.name).map_err(|said| Refusal::field("name", said))?;
    let ttl_s = token.ttl.map(u64::from);
    created(engine.create_token(&user, token.name, ttl_s).await?)
}

/// `DELETE /users/{user}/tokens/{token}`
pub(super) async fn remove(
    State(engine): State<Arc<Engine>>,
    Named((user, token)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    engine.delete_token(&user, &token).await?;
    Ok(Done)
}

/// `POST /users/{user}/tokens/{token}/expire`
pub(super) async fn expire(
    State(engine): State<Arc<Engine>>,
    Named((user, token)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    engine.expire_token(&user, &token).await?;
    Ok(Done)
}
