//! SIP users of a user.

use axum::extract::State;

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created},
};
use crate::{
    error::Error,
    owner::{Owner, users::UserRecord},
    seed::SipUserSeed,
};

/// `POST /users/{user}/sip-users`
pub(super) async fn create(
    State(owner): State<Owner>,
    Named(user): Named<String>,
    Document(sip_user): Document<SipUserSeed>,
) -> Reply<UserRecord> {
    owner.add_seeded_sip_user(&user, sip_user).await?;
    created(owner.user(&user).await?)
}

/// `POST /users/{user}/sip-users/{sip_user}/disable`
pub(super) async fn disable(
    State(owner): State<Owner>,
    Named((user, sip_user)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    let (login, domain) = find(&owner, &user, &sip_user).await?;
    owner.disable_sip_user(&login, &domain).await?;
    Ok(Done)
}

/// `DELETE /users/{user}/sip-users/{sip_user}`
pub(super) async fn remove(
    State(owner): State<Owner>,
    Named((user, sip_user)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    let (login, domain) = find(&owner, &user, &sip_user).await?;
    owner.delete_sip_user(&login, &domain).await?;
    Ok(Done)
}

/// Login and domain of the user's SIP user that the path names as `login@domain`.
async fn find(owner: &Owner, user: &str, sip_user: &str) -> Result<(String, String), Error> {
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
