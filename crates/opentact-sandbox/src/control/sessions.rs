//! Sessions: the JWTs that logins have handed out.

use axum::extract::State;

use super::{
    named::Named,
    reply::{Done, Refusal},
};
use crate::owner::Owner;

/// `DELETE /users/{user}/sessions`
pub(super) async fn expire(
    State(owner): State<Owner>,
    Named(user): Named<String>,
) -> Result<Done, Refusal> {
    owner.expire_sessions(&user).await?;
    Ok(Done)
}

/// `DELETE /sessions`
pub(super) async fn expire_all(State(owner): State<Owner>) -> Result<Done, Refusal> {
    owner.expire_all_sessions().await?;
    Ok(Done)
}
