//! Sessions: the JWTs that logins have handed out.

use std::sync::Arc;

use axum::extract::State;

use super::{
    named::Named,
    reply::{Done, Refusal},
};
use crate::engine::Engine;

/// `DELETE /users/{user}/sessions`
pub(super) async fn expire(
    State(engine): State<Arc<Engine>>,
    Named(user): Named<String>,
) -> Result<Done, Refusal> {
    engine.expire_sessions(&user).await?;
    Ok(Done)
}

/// `DELETE /sessions`
pub(super) async fn expire_all(State(engine): State<Arc<Engine>>) -> Result<Done, Refusal> {
    engine.expire_all_sessions().await?;
    Ok(Done)
}
