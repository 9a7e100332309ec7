//! Who comes into a sandbox: adds users and SIP users, at the start and later.

use std::{collections::BTreeSet, mem};

use aws_lc_rs::digest;

use crate::{
    engine::Engine,
    error::Error,
    fingerprint::Fingerprint,
    ha1b::ha1b,
    seed::{SipUserSeed, UserSeed, default_balance},
    store::{
        sip_users,
        users::{self, NewUser, StoredUser, UserKey, email_key},
    },
};

/// Adds a user with its SIP users: all of it or nothing.
pub(crate) async fn add_user(engine: &Engine, seed: UserSeed) -> Result<(), Error> {
    if seed.email.is_empty() || seed.email.contains(':') {
        return Err(Error::UnusableEmail { email: seed.email });
    }
    let password_hash = engine.passwords.hash(&seed.password).await?;
    let (gmail_user_id, facebook_user_id) = social_ids(&seed.email);
    let account = seed.account;
    let user = NewUser {
        account_name: account
            .as_ref()
            .and_then(|account| account.name.clone())
            .unwrap_or_else(|| format!("{} {}", seed.first_name, seed.last_name)),
        balance: account.map_or_else(default_balance, |account| account.balance),
        email: seed.email,
        password_hash,
        first_name: seed.first_name,
        last_name: seed.last_name,
        gmail_user_id: seed.gmail_user_id.unwrap_or(gmail_user_id),
        facebook_user_id: seed.facebook_user_id.unwrap_or(facebook_user_id),
    };
    let now_ms = engine.clock.now_ms();
    let write = engine.store.write(move |transaction| {
        users::insert(transaction, &user, now_ms)?;
        let stored = users::find(transaction, &UserKey::Email(user.email.clone()))?;
        let stored = stored.ok_or(Error::UnknownUser { email: user.email })?;
        seed.sip_users
            .iter()
            .try_for_each(|sip_user| insert_sip_user(transaction, &stored, sip_user))
    });
    write.await
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

/// Brings in what a sandbox is started with.
///
/// What a data file has already stays as it is stored; twice the same within `users` and
/// `sip_users` is an error.
pub(crate) async fn seed(
    engine: &Engine,
    users: Vec<UserSeed>,
    sip_users: Vec<(String, SipUserSeed)>,
) -> Result<(), Error> {
    let mut all_sip_users = Vec::new();
    let mut emails = BTreeSet::new();
    for mut user in users {
        let email = user.email.clone();
        if !emails.insert(email_key(&email)) {
            return Err(Error::DuplicateUser { email });
        }
        let owned = |sip_user| (email.clone(), sip_user);
        all_sip_users.extend(mem::take(&mut user.sip_users).into_iter().map(owned));
        match find_user(engine, &email).await {
            Ok(_) => {}
            Err(Error::UnknownUser { .. }) => add_user(engine, user).await?,
            Err(error) => return Err(error),
        }
    }
    let mut addresses = BTreeSet::new();
    for (owner, sip_user) in all_sip_users.into_iter().chain(sip_users) {
        let SipUserSeed { login, domain, .. } = sip_user.clone();
        if !addresses.insert((login.clone(), domain.clone())) {
            return Err(Error::DuplicateSipUser { login, domain });
        }
        match add_sip_user(engine, &owner, sip_user).await {
            Err(Error::DuplicateSipUser { .. }) => {}
            done => done?,
        }
    }
    Ok(())
}

/// The user with this e-mail.
pub(crate) async fn find_user(engine: &Engine, email: &str) -> Result<StoredUser, Error> {
    let key = UserKey::Email(email.to_owned());
    let found = engine
        .store
        .read(move |connection| users::find(connection, &key))
        .await?;
    found.ok_or_else(|| Error::UnknownUser {
        email: email.to_owned(),
    })
}

fn insert_sip_user(
    connection: &rusqlite::Connection,
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
