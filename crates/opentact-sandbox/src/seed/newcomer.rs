//! Who comes into a sandbox, at the start and later: users as they are to be stored.

use std::time::Duration;

use aws_lc_rs::digest;
use rusqlite::Connection;

use crate::{
    auth::{
        api_token,
        password::{self, ha1b},
    },
    error::Error,
    fingerprint::Fingerprint,
    operations::kept::seeded::{self, SeededThing},
    seed::{NumberSeed, SipUserSeed, TokenSeed, UserSeed, default_balance},
    store::{
        sip_users,
        tokens::{self, StoredToken},
        users::{self, NewUser, StoredUser, UserKey, email_key},
    },
    telephony::{account, leases},
};

/// An API token that is ready to be stored, with what it is found by.
pub(crate) type NewToken = (Fingerprint, StoredToken);

/// A user who is ready to be stored, the password hashed.
#[derive(Debug)]
pub(crate) struct Newcomer {
    pub(crate) seed: UserSeed,
    user: NewUser,
    things: Vec<SeededThing>,
}

impl Newcomer {
    pub(crate) fn new(seed: UserSeed) -> Result<Self, Error> {
        seed.check()?;
        let things = seeded::judge(&seed)?;
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
        Ok(Self { seed, user, things })
    }

    /// What the user is found by.
    pub(crate) fn key(&self) -> UserKey {
        UserKey::Email(self.user.email.clone())
    }

    /// The tokens of the seed as they are to be stored, alive from `now_ms` on.
    pub(crate) fn tokens(
        &self,
        show_tokens: bool,
        default_ttl: Duration,
        now_ms: i64,
    ) -> Vec<NewToken> {
        let stored = |token: &TokenSeed| {
            let ttl_s = token.ttl.map_or(default_ttl.as_secs(), u64::from);
            let row =
                api_token::given(show_tokens, token.name.clone(), &token.token, ttl_s, now_ms);
            (Fingerprint::of(token.token.expose()), row)
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
        let account = account::of_user(connection, stored.id)?;
        for NumberSeed { tn, callback_url } in &self.seed.numbers {
            let callback_url = callback_url.as_deref();
            if !leases::seed(connection, account, (tn, callback_url), now_ms)? {
                return Err(Error::UnusableNumber { tn: tn.clone() });
            }
        }
        seeded::keep(connection, (&self.seed, stored.id), &self.things, now_ms)?;
        if self.seed.disabled {
            users::disable(connection, stored.id, now_ms)?;
        }
        Ok(stored)
    }
}

/// Stores a SIP user of a user.
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
