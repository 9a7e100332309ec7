//! SIP users of a user.

use std::sync::Arc;

use axum::extract::State;

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created},
};
use crate::{
    engine::{Engine, people::UserRecord},
    error::Error,
    populate,
    seed::SipUserSeed,
};

/// `POST /users/{user}/sip-users`
pub(super) async fn create(
    State(engine): State<Arc<Engine>>,
    Named(user): Named<String>,
    Document(sip_user): Document<SipUserSeed>,
) -> Reply<UserRecord> {
    populate::add_sip_user(&engine, &user, sip_user).await?;
    created(engine.user(&user).await?)
}

/// `POST /users/{user}/sip-users/{sip_user}/disable`
pub(super) async fn disable(
    State(engine): State<Arc<Engine>>,
    Named((user, sip_user)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    let (login, domain) = find(&engine, &user, &sip_user).await?;
    engine.disable_sip_user(&login, &domain).await?;
    Ok(Done)
}

/// `DELETE /users/{user}/sip-users/{sip_user}`
pub(super) async fn remove(
    State(engine): State<Arc<Engine>>,
    Named((user, sip_user)): Named<(String, String)>,
) -> Result<Done, Refusal> {
    let (login, domain) = find(&engine, &user, &sip_user).await?;
    engine.delete_sip_user(&login, &domain).await?;
    Ok(Done)
}

/// Login and domain of the user's SIP user that the path names as `login@domain`.
async fn find(engine: &Engine, user: &str, sip_user: &str) -> Result<(String, String), Error> {
    // A domain has no @, whatever the login has.
    let (login, domain) = sip_user.rsplit_once('@').unwrap_or((sip_user, ""));
    let mut of_user = engine.user(user).await?.sip_users.into_iter();
    let found = of_user.find(|it| it.login == login && it.domain.eq_ignore_ascii_case(domain));
    let found = found.ok_or_else(|| Error::UnknownSipUser {
        login: login.to_owned(),
        domain: domain.to_owned(),
    })?;
    Ok((found.login, found.domain))
}
