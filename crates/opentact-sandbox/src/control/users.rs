//! Users and their accounts.

use std::sync::Arc;

use axum::extract::State;
use serde::Deserialize;

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    engine::{Engine, people::UserRecord},
    populate,
    seed::UserSeed,
};

/// What can be changed about a user.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    disabled: bool,
}

/// `GET /users`
pub(super) async fn list(State(engine): State<Arc<Engine>>) -> Reply<Vec<UserRecord>> {
    ok(engine.users().await?)
}

/// `POST /users`
pub(super) async fn create(
    State(engine): State<Arc<Engine>>,
    Document(seed): Document<UserSeed>,
) -> Reply<UserRecord> {
    let email = seed.email().to_owned();
    populate::add_user(&engine, seed).await?;
    created(engine.user(&email).await?)
}

/// `GET /users/{user}`
pub(super) async fn show(
    State(engine): State<Arc<Engine>>,
    Named(user): Named<String>,
) -> Reply<UserRecord> {
    ok(engine.user(&user).await?)
}

/// `PATCH /users/{user}`
pub(super) async fn change(
    State(engine): State<Arc<Engine>>,
    Named(user): Named<String>,
    Document(change): Document<Change>,
) -> Reply<UserRecord> {
    engine.set_disabled(&user, change.disabled).await?;
    ok(engine.user(&user).await?)
}

/// `DELETE /users/{user}`
pub(super) async fn remove(
    State(engine): State<Arc<Engine>>,
    Named(user): Named<String>,
) -> Result<Done, Refusal> {
    engine.delete_user(&user).await?;
    Ok(Done)
}
