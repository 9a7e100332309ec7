//! Who is asking: every credential of a request must hold, and all must name the same user.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use opentact_client::{
    Secret,
    security::{CredentialKind, Operation},
};
use rusqlite::Connection;

use crate::{
    engine::Engine,
    error::Error,
    facebook,
    fingerprint::Fingerprint,
    limiter::is_login,
    password,
    presented::Presented,
    store::{
        Store,
        users::{self, StoredUser, UserKey},
    },
};

/// The user for whom a request is answered.
#[derive(Debug)]
pub(crate) struct Caller {
    pub(crate) user: StoredUser,
    /// One of the credentials was not itself handed out by the API.
    pub(crate) by_login: bool,
    /// What the credentials name the user by.
    keys: Vec<UserKey>,
}

impl Caller {
    /// Runs `work` on the caller's row number in one transaction, in which the credentials must
    /// still hold; `None` if they do not.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        store: &Store,
        work: impl FnOnce(&Connection, i64) -> Result<T, Error> + Send + 'static,
    ) -> Result<Option<T>, Error> {
        let (id, keys) = (self.user.id, self.keys.clone());
        let write = store.write(move |transaction| {
            for key in &keys {
                let user = users::find(transaction, key)?;
                if !user.is_some_and(|user| user.id == id && !user.disabled) {
                    return Ok(None);
                }
            }
            work(transaction, id).map(Some)
        });
        write.await
    }
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
        let by_login = is_login(kind);
        let Some(key) = verify(engine, kind, secret).await? else {
            return Ok(None);
        };
        let of_user = key.clone();
        let found = engine
            .store
            .read(move |connection| users::find(connection, &of_user));
        let Some(user) = found.await?.filter(|user| !user.disabled) else {
            return Ok(None);
        };
        let caller = caller.get_or_insert_with(|| Caller {
            user: user.clone(),
            by_login,
            keys: Vec::new(),
        });
        if caller.user.id != user.id {
            return Ok(None);
        }
        caller.by_login |= by_login;
        caller.keys.push(key);
    }
    Ok(caller)
}

/// What a credential of this kind names its user by, if it holds.
async fn verify(
    engine: &Engine,
    kind: CredentialKind,
    secret: &Secret,
) -> Result<Option<UserKey>, Error> {
    let now_ms = engine.clock.now_ms();
    Ok(match kind {
        CredentialKind::Basic => basic(engine, secret).await?,
        CredentialKind::Bearer => Some(UserKey::Token {
            token: Fingerprint::of(secret.expose()),
            now_ms,
        }),
        CredentialKind::Jwt => engine
            .sessions
            .verify(secret, engine.clock.now_s())
            .map(|(uuid, generation)| UserKey::Session { uuid, generation }),
        CredentialKind::Google => engine
            .google
            .verify(secret, engine.clock.now_s())
            .await
            .map(UserKey::Gmail),
        CredentialKind::Facebook => {
            let app_id = &engine.settings.facebook_app_id;
            facebook::verify(&engine.store, app_id, secret, now_ms)
                .await?
                .map(UserKey::Facebook)
        }
        CredentialKind::Ha1b => Some(UserKey::Ha1b(Fingerprint::of(secret.expose()))),
        _ => None,
    })
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
    let right = password::verify(&password, stored.as_deref())?;
    Ok(right.then_some(UserKey::Email(email)))
}

/// The two parts of `base64(email:password)`.
pub(crate) fn email_and_password(secret: &Secret) -> Option<(String, Secret)> {
    let text = String::from_utf8(STANDARD.decode(secret.expose()).ok()?).ok()?;
    let (email, password) = text.split_once(':')?;
    Some((email.to_owned(), Secret::new(password)))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::*;
    use crate::{
        api_token,
        clock::Clock,
        populate,
        seed::{Seed, UserSeed},
        settings::Settings,
        store::tokens,
    };

    const EMAIL: &str = "ann@example.com";

    /// A new user who has presented a JWT and an API token.
    async fn caller(engine: &Engine) -> Caller {
        populate::add_user(engine, UserSeed::new(EMAIL, "made up"))
            .await
            .unwrap();
        let user = populate::find_user(engine, EMAIL).await.unwrap();
        let uuid = user.uuid.to_string();
        let now_s = engine.clock.now_s();
        let jwt = engine.sessions.mint(&uuid, 0, "User", now_s, 60).unwrap();
        let (row, token) = api_token::new(engine, "ci".to_owned(), 60).unwrap();
        let hash = Fingerprint::of(token.expose());
        let insert = move |connection: &_| tokens::insert(connection, user.id, hash, &row);
        engine
            .store
            .write(move |transaction| insert(transaction))
            .await
            .unwrap();
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("x-auth-token", jwt.expose().to_owned()),
            ("authorization", format!("Bearer {}", token.expose())),
        ] {
            headers.insert(name, value.parse().unwrap());
        }
        let presented = Presented::find(&headers, None);
        let caller = authenticate(engine, Operation::CreateToken, &presented).await;
        caller.unwrap().unwrap()
    }

    async fn engine() -> Engine {
        let store = Store::open(None).await.unwrap();
        Engine::new(Settings::default(), Clock::new(), store, Seed::new())
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn a_caller_may_write_while_all_credentials_hold() {
        let engine = engine().await;
        let caller = caller(&engine).await;
        let write = async || {
            caller
                .write(&engine.store, |_, user| Ok(user))
                .await
                .unwrap()
        };
        assert_eq!(write().await, Some(caller.user.id));
        let user = caller.user.id;
        let delete = engine
            .store
            .write(move |transaction| tokens::delete_all(transaction, user));
        delete.await.unwrap();
        assert_eq!(write().await, None);
    }

    #[tokio::test]
    async fn a_caller_who_has_been_disabled_writes_nothing() {
        let engine = engine().await;
        let caller = caller(&engine).await;
        let user = caller.user.id;
        let disable = engine
            .store
            .write(move |transaction| users::disable(transaction, user, 1));
        disable.await.unwrap();
        let write = caller.write(&engine.store, |_, _| -> Result<(), _> {
            panic!("a disabled user writes")
        });
        assert_eq!(write.await.unwrap(), None);
    }

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
