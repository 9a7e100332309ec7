//! Who is asking: every credential of a request must hold, and all must name the same user.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use opentact_client::{
    Secret,
    security::{CredentialKind, Operation},
};

use crate::{
    engine::Engine,
    error::Error,
    fingerprint::Fingerprint,
    presented::Presented,
    store::users::{self, StoredUser, UserKey},
};

/// The user for whom a request is answered.
#[derive(Debug)]
pub(crate) struct Caller {
    pub(crate) user: StoredUser,
    /// One of the credentials was not itself handed out by the API.
    pub(crate) by_login: bool,
}

/// Verifies what a request presents against what the operation accepts.
///
/// `None` means that the request is refused.
pub(crate) async fn authenticate(
    engine: &Engine,
    operation: Operation,
    presented: &Presented,
) -> Result<Option<Caller>, Error> {
    if presented.malformed {
        return Ok(None);
    }
    let mut caller: Option<Caller> = None;
    for (scheme, secret) in &presented.credentials {
        if !operation.security().contains(scheme) {
            return Ok(None);
        }
        let kind = scheme.credential();
        let by_login = !matches!(kind, CredentialKind::Jwt | CredentialKind::Bearer);
        let Some(user) = verify(engine, kind, secret)
            .await?
            .filter(|user| !user.disabled)
        else {
            return Ok(None);
        };
        match &mut caller {
            None => caller = Some(Caller { user, by_login }),
            Some(caller) if caller.user.id == user.id => caller.by_login |= by_login,
            Some(_) => return Ok(None),
        }
    }
    Ok(caller)
}

/// The user whom a credential of this kind names, if it holds.
async fn verify(
    engine: &Engine,
    kind: CredentialKind,
    secret: &Secret,
) -> Result<Option<StoredUser>, Error> {
    let now_ms = engine.clock.now_ms();
    let key = match kind {
        CredentialKind::Basic => basic(engine, secret).await?,
        CredentialKind::Bearer => Some(UserKey::Token {
            token: Fingerprint::of(secret.expose()),
            now_ms,
        }),
        CredentialKind::Jwt => engine
            .sessions
            .verify(secret, engine.clock.now_s())
            .map(UserKey::Uuid),
        CredentialKind::Google => engine
            .google
            .verify(secret, engine.clock.now_s())
            .map(UserKey::Gmail),
        CredentialKind::Facebook => engine
            .facebook
            .inspect(&engine.store, secret, now_ms)
            .await?
            .map(UserKey::Facebook),
        CredentialKind::Ha1b => Some(UserKey::Ha1b(Fingerprint::of(secret.expose()))),
        _ => None,
    };
    let Some(key) = key else { return Ok(None) };
    engine
        .store
        .read(move |connection| users::find(connection, &key))
        .await
}

/// The e-mail of `base64(email:password)`, if the password is right.
async fn basic(engine: &Engine, secret: &Secret) -> Result<Option<UserKey>, Error> {
    let Some((email, password)) = email_and_password(secret) else {
        return Ok(None);
    };
    let of_user = email.clone();
    let stored = engine
        .store
        .read(move |connection| users::password_hash(connection, &of_user))
        .await?;
    let right = engine.passwords.verify(&password, stored).await?;
    Ok(right.then_some(UserKey::Email(email)))
}

fn email_and_password(secret: &Secret) -> Option<(String, Secret)> {
    let text = String::from_utf8(STANDARD.decode(secret.expose()).ok()?).ok()?;
    let (email, password) = text.split_once(':')?;
    Some((email.to_owned(), Secret::new(password)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_may_have_colons_and_any_letters() {
        let secret = Secret::new(STANDARD.encode("ann@example.com:a:b:ü"));
        let (email, password) = email_and_password(&secret).unwrap();
        assert_eq!(
            (email.as_str(), password.expose()),
            ("ann@example.com", "a:b:ü")
        );
    }

    #[test]
    fn what_is_not_e_mail_and_password_is_none() {
        for bytes in [b"no colon" as &[u8], b"\xff\xfe:x", b""] {
            assert!(email_and_password(&Secret::new(STANDARD.encode(bytes))).is_none());
        }
        assert!(email_and_password(&Secret::new("not base64!")).is_none());
    }
}
