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
    owner::{Owner, users::UserRecord},
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

/// `POST /users/{user}/sip-users/{sip_user}/disable`
pub(super) async fn disable_sip_user(
    State(owner): State<Owner>,
    Named((user, sip_user)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    let (login, domain) = find_sip_user(&owner, &user, &sip_user).await?;
    owner.disable_sip_user(&login, &domain).await?;
    Ok(Done)
}

/// `DELETE /users/{user}/sip-users/{sip_user}`
pub(super) async fn remove_sip_user(
    State(owner): State<Owner>,
    Named((user, sip_user)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    let (login, domain) = find_sip_user(&owner, &user, &sip_user).await?;
    owner.delete_sip_user(&login, &domain).await?;
    Ok(Done)
}

/// Login and domain of the user's SIP user that the path names as `login@domain`.
async fn find_sip_user(
    owner: &Owner,
    user: &str,
    sip_user: &str,
) -> Result<(String, String), Error> {
    // A domain has no @, whatever the login has.
    let (login, domain) = sip_user.rsplit_once('@').unwrap_or((sip_user, ""));
    let mut of_user = owner.user(user).await?.sip_users.into_iter();
    let found = of_user.find(|it| it.login == login && it.domain.eq_ignore_ascii_case(domain));
    let found = found.ok_or_else(|| Error::UnknownSipUser {
        login: login.to_owned(),
        domain: domain.to_owned(),
    })?;
    Ok((found.login, found.domain))
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
