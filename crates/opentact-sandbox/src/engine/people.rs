//! Users as their owner sees them: who is there, who goes, who is shut out.

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::Engine;
use crate::{
    clock::time_from_ms,
    error::Error,
    populate::find_user,
    store::{
        sessions, sip_users,
        users::{self, StoredUser},
        wipe,
    },
};

/// A user, without anything secret.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UserRecord {
    /// The user's id in the API.
    pub uuid: Uuid,
    /// As it was given; compared without regard to case.
    pub email: String,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// Whether all credentials are refused.
    pub disabled: bool,
    /// By the sandbox's clock.
    pub created_on: DateTime<Utc>,
    /// By the sandbox's clock.
    pub modified_on: DateTime<Utc>,
    /// The id at Google, made up unless it was given.
    pub gmail_user_id: String,
    /// The id at Facebook, made up unless it was given.
    pub facebook_user_id: String,
    /// Who pays.
    pub account: AccountRecord,
    /// The SIP users, oldest first.
    pub sip_users: Vec<SipUserRecord>,
}

/// The account of a user.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AccountRecord {
    /// The account's id in the API.
    pub uuid: Uuid,
    /// The account's name.
    pub name: String,
    /// The account's e-mail.
    pub email: String,
    /// In the account's currency.
    pub balance: f64,
}

/// A SIP user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SipUserRecord {
    /// The name within the domain.
    pub login: String,
    /// The domain.
    pub domain: String,
}

impl Engine {
    /// All users, oldest first.
    pub(crate) async fn users(&self) -> Result<Vec<UserRecord>, Error> {
        let read = self.store.read(|connection| {
            let users = users::list(connection)?.into_iter();
            users
                .map(|user| Ok((sip_users::list(connection, user.id)?, user)))
                .collect::<Result<Vec<_>, Error>>()
        });
        let users = read.await?.into_iter();
        Ok(users
            .map(|(sip_users, user)| record(user, sip_users))
            .collect())
    }

    /// The user with this e-mail or uuid.
    pub(crate) async fn user(&self, name: &str) -> Result<UserRecord, Error> {
        let user = find_user(self, name).await?;
        let id = user.id;
        let sip_users = self
            .store
            .read(move |connection| sip_users::list(connection, id));
        Ok(record(user, sip_users.await?))
    }

    /// Deletes a user with all that is its own.
    pub(crate) async fn delete_user(&self, name: &str) -> Result<(), Error> {
        let user = find_user(self, name).await?.id;
        let delete = move |transaction: &_| wipe::delete_user(transaction, user);
        self.store.write(move |it| delete(it)).await
    }

    /// Refuses all credentials of a user, or accepts them again.
    pub(crate) async fn set_disabled(&self, name: &str, disabled: bool) -> Result<(), Error> {
        let (user, now_ms) = (find_user(self, name).await?.id, self.clock.now_ms());
        let write = self.store.write(move |transaction| match disabled {
            true => users::disable(transaction, user, now_ms),
            false => users::enable(transaction, user, now_ms),
        });
        write.await
    }

    /// Refuses the HA1B of a SIP user.
    pub(crate) async fn disable_sip_user(&self, login: &str, domain: &str) -> Result<(), Error> {
        let (login, domain) = (login.to_owned(), domain.to_owned());
        let write = self
            .store
            .write(move |transaction| sip_users::disable(transaction, &login, &domain));
        write.await
    }

    /// Deletes a SIP user.
    pub(crate) async fn delete_sip_user(&self, login: &str, domain: &str) -> Result<(), Error> {
        let (login, domain) = (login.to_owned(), domain.to_owned());
        let write = self
            .store
            .write(move |transaction| sip_users::delete(transaction, &login, &domain));
        write.await
    }

    /// Refuses the JWTs that a user has got so far.
    pub(crate) async fn expire_sessions(&self, name: &str) -> Result<(), Error> {
        let user = find_user(self, name).await?.id;
        let end = move |transaction: &_| sessions::end(transaction, user);
        self.store.write(move |it| end(it)).await
    }

    /// Refuses the JWTs that anybody has got so far.
    pub(crate) async fn expire_all_sessions(&self) -> Result<(), Error> {
        self.store.write(|it| sessions::end_all(it)).await
    }
}

fn record(user: StoredUser, sip_users: Vec<(String, String)>) -> UserRecord {
    let sip_user = |(login, domain)| SipUserRecord { login, domain };
    UserRecord {
        uuid: user.uuid,
        email: user.email,
        first_name: user.first_name,
        last_name: user.last_name,
        disabled: user.disabled,
        created_on: time_from_ms(user.created_ms),
        modified_on: time_from_ms(user.modified_ms),
        gmail_user_id: user.gmail_user_id,
        facebook_user_id: user.facebook_user_id,
        account: AccountRecord {
            uuid: user.account.uuid,
            name: user.account.name,
            email: user.account.email,
            balance: user.account.balance,
        },
        sip_users: sip_users.into_iter().map(sip_user).collect(),
    }
}
