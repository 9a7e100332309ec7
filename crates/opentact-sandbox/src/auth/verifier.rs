//! Who is asking: every credential of a request must hold, and all must name the same user.

use opentact_client::{
    Secret,
    security::{CredentialKind, Operation},
};
use rusqlite::Connection;

use crate::{
    auth::{facebook, google::Google, password, session::Sessions},
    clock::Clock,
    error::Error,
    fingerprint::Fingerprint,
    http::presented::{Presented, email_and_password, is_login},
    settings::Settings,
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

/// What credentials are judged by.
#[derive(Debug)]
pub(crate) struct Verifier {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) sessions: Sessions,
    pub(crate) google: Google,
    pub(crate) facebook_app_id: String,
}

impl Verifier {
    /// Takes its keys from the store, making those that are missing.
    pub(crate) async fn open(
        store: &Store,
        clock: &Clock,
        settings: &Settings,
    ) -> Result<Self, Error> {
        Ok(Self {
            store: store.clone(),
            clock: clock.clone(),
            sessions: Sessions::open(store).await?,
            google: Google::open(store, settings).await?,
            facebook_app_id: settings.facebook_app_id.clone(),
        })
    }

    /// Verifies what a request presents against what the operation accepts.
    ///
    /// `None` means that the request is refused.
    pub(crate) async fn authenticate(
        &self,
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
            let Some(key) = self.verify(kind, secret).await? else {
                return Ok(None);
            };
            let of_user = key.clone();
            let found = self
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
        &self,
        kind: CredentialKind,
        secret: &Secret,
    ) -> Result<Option<UserKey>, Error> {
        let now_ms = self.clock.now_ms();
        Ok(match kind {
            CredentialKind::Basic => self.basic(secret).await?,
            CredentialKind::Bearer => Some(UserKey::Token {
                token: Fingerprint::of(secret.expose()),
                now_ms,
            }),
            CredentialKind::Jwt => self
                .sessions
                .verify(secret, self.clock.now_s())
                .map(|(uuid, generation)| UserKey::Session { uuid, generation }),
            CredentialKind::Google => self
                .google
                .verify(secret, self.clock.now_s())
                .await
                .map(UserKey::Gmail),
            CredentialKind::Facebook => {
                let app_id = &self.facebook_app_id;
                facebook::verify(&self.store, app_id, secret, now_ms)
                    .await?
                    .map(UserKey::Facebook)
            }
            CredentialKind::Ha1b => Some(UserKey::Ha1b(Fingerprint::of(secret.expose()))),
            _ => None,
        })
    }

    /// The e-mail of `base64(email:password)`, if the password is right.
    async fn basic(&self, secret: &Secret) -> Result<Option<UserKey>, Error> {
        let Some((email, password)) = email_and_password(secret) else {
            return Ok(None);
        };
        let of_user = email.clone();
        let stored = self
            .store
            .read(move |connection| users::password_hash(connection, &of_user))
            .await?;
        let right = password::verify(&password, stored.as_deref())?;
        Ok(right.then_some(UserKey::Email(email)))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::http::HeaderMap;

    use super::*;
    use crate::{
        auth::api_token,
        seed::{UserSeed, newcomer::Newcomer},
        store::tokens,
    };

    const EMAIL: &str = "ann@example.com";

    /// A new user who has presented a JWT and an API token.
    async fn caller(verifier: &Verifier) -> Caller {
        let newcomer = Newcomer::new(UserSeed::new(EMAIL, "made up")).unwrap();
        let add = verifier.store.write(move |it| newcomer.insert(it, &[], 0));
        let user = add.await.unwrap();
        let (now_s, now_ms) = (verifier.clock.now_s(), verifier.clock.now_ms());
        let minute = Duration::from_secs(60);
        let jwt = verifier.sessions.mint(&user, now_s, minute).unwrap();
        let (row, token) = api_token::new(false, "ci".to_owned(), 60, now_ms).unwrap();
        let hash = Fingerprint::of(token.expose());
        let insert = move |connection: &_| tokens::insert(connection, user.id, hash, &row);
        verifier
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
        let caller = verifier
            .authenticate(Operation::CreateToken, &presented)
            .await;
        caller.unwrap().unwrap()
    }

    async fn verifier() -> Verifier {
        let store = Store::open(None).await.unwrap();
        Verifier::open(&store, &Clock::new(), &Settings::default())
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn a_caller_may_write_while_all_credentials_hold() {
        let verifier = verifier().await;
        let caller = caller(&verifier).await;
        let write = async || {
            caller
                .write(&verifier.store, |_, user| Ok(user))
                .await
                .unwrap()
        };
        assert_eq!(write().await, Some(caller.user.id));
        let user = caller.user.id;
        let delete = verifier
            .store
            .write(move |transaction| tokens::delete_all(transaction, user));
        delete.await.unwrap();
        assert_eq!(write().await, None);
    }

    #[tokio::test]
    async fn a_caller_who_has_been_disabled_writes_nothing() {
        let verifier = verifier().await;
        let caller = caller(&verifier).await;
        let user = caller.user.id;
        let disable = verifier
            .store
            .write(move |transaction| users::disable(transaction, user, 1));
        disable.await.unwrap();
        let write = caller.write(&verifier.store, |_, _| -> Result<(), _> {
            panic!("a disabled user writes")
        });
        assert_eq!(write.await.unwrap(), None);
    }
}
