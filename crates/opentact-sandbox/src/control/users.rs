//! Users and their accounts.

use axum::extract::State;
use serde::Deserialize;

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    owner::{Owner, users::UserRecord},
    seed::UserSeed,
};

/// What can be changed about a user.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    disabled: bool,
}

/// `GET /users`
pub(super) async fn list(State(owner): State<Owner>) -> Reply<Vec<UserRecord>> {
    ok(owner.users().await?)
}

/// `POST /users`
pub(super) async fn create(
    State(owner): State<Owner>,
    Document(seed): Document<UserSeed>,
) -> Reply<UserRecord> {
    let email = seed.email().to_owned();
    owner.add_user(seed).await?;
    created(owner.user(&email).await?)
}

/// `GET /users/{user}`
pub(super) async fn show(
    State(owner): State<Owner>,
    Named(user): Named<String>,
) -> Reply<UserRecord> {
    ok(owner.user(&user).await?)
}

/// `PATCH /users/{user}`
pub(super) async fn change(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(change): Document<Change>,
) -> Reply<UserRecord> {
    match change.disabled {
        true => owner.disable_user(&user).await?,
        false => owner.enable_user(&user).await?,
    }
    ok(owner.user(&user).await?)
}

/// `DELETE /users/{user}`
pub(super) async fn remove(
    State(owner): State<Owner>,
    Named(user): Named<String>,
) -> Result<Done, Refusal> {
    owner.delete_user(&user).await?;
    Ok(Done)
}
