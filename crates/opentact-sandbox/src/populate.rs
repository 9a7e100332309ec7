//! Who comes into a sandbox: adds users and SIP users, at the start and later.

use aws_lc_rs::digest;
use rusqlite::Connection;

use crate::{
    api_token,
    engine::Engine,
    error::Error,
    fingerprint::Fingerprint,
    ha1b::ha1b,
    password,
    seed::{SipUserSeed, UserSeed, default_balance},
    store::{
        sip_users,
        tokens::{self, StoredToken},
        users::{self, NewUser, StoredUser, UserKey, email_key},
    },
    uuid_form::is_uuid,
};

/// An API token that is ready to be stored, with what it is found by.
pub(crate) type NewToken = (Fingerprint, StoredToken);

/// A user who is ready to be stored, the password hashed.
#[derive(Debug)]
pub(crate) struct Newcomer {
    seed: UserSeed,
    user: NewUser,
}

impl Newcomer {
    pub(crate) fn new(seed: UserSeed) -> Result<Self, Error> {
        seed.check()?;
        let password_hash = password::hash(&seed.password)?;
        let (gmail_user_id, facebook_user_id) = social_ids(&seed.email);
        let account = seed.account.as_ref();
        let user = NewUser {
            account_name: account
                .and_then(|account| account.name.clone())
                .unwrap_or_else(|| format!("{} {}", seed.first_name, seed.last_name)),
            balance: account.map_or_else(default_balance, |account| account.balance),
            email: seed.email.clone(),
            password_hash,
            first_name: seed.first_name.clone(),
            last_name: seed.last_name.clone(),
            gmail_user_id: seed.gmail_user_id.clone().unwrap_or(gmail_user_id),
            facebook_user_id: seed.facebook_user_id.clone().unwrap_or(facebook_user_id),
        };
        Ok(Self { seed, user })
    }

    /// What the user is found by.
    pub(crate) fn key(&self) -> UserKey {
        UserKey::Email(self.user.email.clone())
    }

    /// The tokens of the seed as they are to be stored, alive from `now_ms` on.
    pub(crate) fn tokens(&self, engine: &Engine, now_ms: i64) -> Result<Vec<NewToken>, Error> {
        let stored = |token: &crate::seed::TokenSeed| {
            let default = engine.settings.default_token_ttl.as_secs();
            let ttl_s = token.ttl.map_or(default, u64::from);
            let row = api_token::given(engine, token.name.clone(), &token.token, ttl_s, now_ms)?;
            Ok((Fingerprint::of(token.token.expose()), row))
        };
        self.seed.tokens.iter().map(stored).collect()
    }

    /// Stores the user with its tokens, but without its SIP users.
    pub(crate) fn insert(
        &self,
        connection: &Connection,
        tokens: &[NewToken],
        now_ms: i64,
    ) -> Result<StoredUser, Error> {
        users::insert(connection, &self.user, now_ms)?;
        let stored = users::find(connection, &self.key())?;
        let stored = stored.ok_or_else(|| Error::UnknownUser {
            email: self.user.email.clone(),
        })?;
        for (hash, token) in tokens {
            tokens::insert(connection, stored.id, *hash, token)?;
        }
        if self.seed.disabled {
            users::disable(connection, stored.id, now_ms)?;
        }
        Ok(stored)
    }
}

/// Adds a user with its SIP users and tokens: all of it or nothing.
pub(crate) async fn add_user(engine: &Engine, seed: UserSeed) -> Result<(), Error> {
    let newcomer = Newcomer::new(seed)?;
    let now_ms = engine.clock.now_ms();
    let tokens = newcomer.tokens(engine, now_ms)?;
    engine
        .store
        .write(move |transaction| {
            let stored = newcomer.insert(transaction, &tokens, now_ms)?;
            let mut sip_users = newcomer.seed.sip_users.iter();
            sip_users.try_for_each(|sip_user| insert_sip_user(transaction, &stored, sip_user))
        })
        .await
}

/// Adds a SIP user to a user who is there.
pub(crate) async fn add_sip_user(
    engine: &Engine,
    owner: &str,
    sip_user: SipUserSeed,
) -> Result<(), Error> {
    let owner = find_user(engine, owner).await?;
    engine
        .store
        .write(move |transaction| insert_sip_user(transaction, &owner, &sip_user))
        .await
}

/// The user with this e-mail, or with this uuid if nobody has such an e-mail.
pub(crate) async fn find_user(engine: &Engine, name: &str) -> Result<StoredUser, Error> {
    let email = name.to_owned();
    let read = engine.store.read(move |connection| {
        let found = users::find(connection, &UserKey::Email(email.clone()))?;
        if found.is_none() && is_uuid(&email) {
            return users::find(connection, &UserKey::Uuid(email));
        }
        Ok(found)
    });
    read.await?.ok_or_else(|| Error::UnknownUser {
        email: name.to_owned(),
    })
}

pub(crate) fn insert_sip_user(
    connection: &Connection,
    owner: &StoredUser,
    sip_user: &SipUserSeed,
) -> Result<(), Error> {
    let SipUserSeed {
        login,
        domain,
        password,
    } = sip_user;
    let hash = Fingerprint::of(ha1b(login, domain, password.expose()).expose());
    sip_users::insert(connection, owner.id, login, domain, hash)
}

/// Made-up ids at Google and Facebook, the same for an e-mail each time.
fn social_ids(email: &str) -> (String, String) {
    let hash = digest::digest(&digest::SHA256, email_key(email).as_bytes());
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0_u128, |number, byte| (number << 8) | u128::from(*byte))
    };
    let (google, facebook) = hash.as_ref().split_at(16);
    (
        format!("1{:020}", number(google) % 10_u128.pow(20)),
        format!("1{:015}", number(facebook) % 10_u128.pow(15)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn social_ids_are_digits_and_stable() {
        let (google, facebook) = social_ids("Ann@Example.com");
        assert_eq!((google.len(), facebook.len()), (21, 16));
        assert!(
            google
                .bytes()
                .chain(facebook.bytes())
                .all(|b| b.is_ascii_digit())
        );
        assert_eq!(social_ids("ann@example.com"), (google, facebook));
        assert_ne!(social_ids("bob@example.com"), social_ids("ann@example.com"));
    }
}
