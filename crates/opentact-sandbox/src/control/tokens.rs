//! API tokens of a user.

use std::sync::Arc;

use axum::extract::State;
use opentact_client::limits::create_token_request::{NAME_MAX_LENGTH, NAME_MIN_LENGTH};
use serde::Deserialize;

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::engine::{
    Engine,
    tokens::{CreatedToken, TokenRecord},
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
    let length = token.name.chars().count();
    if !(NAME_MIN_LENGTH..=NAME_MAX_LENGTH).contains(&length) {
        let said = format!("has to have {NAME_MIN_LENGTH} to {NAME_MAX_LENGTH} characters");
        return Err(Refusal::field("name", said));
    }
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
