//! Users, their SIP users and their sessions.

use axum::extract::State;
use serde::Deserialize;

use super::{
    document::Document,
    document::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    error::Error,
    owner::{
        Owner,
        users::{SipUserRecord, UserRecord},
    },
    seed::{SipUserSeed, UserSeed},
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

/// `POST /users/{user}/sip-users`
pub(super) async fn create_sip_user(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(sip_user): Document<SipUserSeed>,
) -> Reply<UserRecord> {
    owner.add_seeded_sip_user(&user, sip_user).await?;
    created(owner.user(&user).await?)
}

/// `DELETE /users/{user}/sip-users/{sip_user}`
pub(super) async fn remove_sip_user(
    State(owner): State<Owner>,
    Named((user, sip_user)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    // The path has `login@domain`. A domain has no @, whatever the login has.
    let (login, domain) = sip_user.rsplit_once('@').unwrap_or((&sip_user, ""));
    let of_user = owner.user(&user).await?.sip_users;
    let is_it = |it: &SipUserRecord| it.login == login && it.domain.eq_ignore_ascii_case(domain);
    if !of_user.iter().any(is_it) {
        let (login, domain) = (login.to_owned(), domain.to_owned());
        return Err(Error::UnknownSipUser { login, domain }.into());
    }
    owner.delete_sip_user(login, domain).await?;
    Ok(Done)
}

/// `DELETE /users/{user}/sessions`
pub(super) async fn expire_sessions(
    State(owner): State<Owner>,
    Named(user): Named<String>,
) -> Result<Done, Refusal> {
    owner.expire_sessions(&user).await?;
    Ok(Done)
}

/// `DELETE /sessions`
pub(super) async fn expire_all_sessions(State(owner): State<Owner>) -> Result<Done, Refusal> {
    owner.expire_all_sessions().await?;
    Ok(Done)
}
