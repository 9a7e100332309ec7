//! Users as the owner of a sandbox sees them: who is there, who comes, who goes, who is shut out.

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::Owner;
use crate::{
    clock::time_from_ms,
    error::Error,
    seed::{
        SipUserSeed, UserSeed,
        newcomer::{Newcomer, insert_sip_user},
    },
    store::{
        sip_users,
        users::{self, StoredUser},
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

impl Owner {
    /// All users, oldest first.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the data file fails.
    pub async fn users(&self) -> Result<Vec<UserRecord>, Error> {
        let read = self.engine.store.read(|connection| {
            let users = users::list(connection)?.into_iter();
            users.map(|user| record(connection, user)).collect()
        });
        read.await
    }

    /// The user with this e-mail or uuid, as every call takes it that names a user.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn user(&self, user: &str) -> Result<UserRecord, Error> {
        let name = user.to_owned();
        let read = self.engine.store.read(move |connection| {
            let user = users::named(connection, &name)?;
            record(connection, user)
        });
        read.await
    }

    /// Adds a user with its SIP users: all of it or nothing.
    ///
    /// # Errors
    ///
    /// [`Error::DuplicateUser`] when the e-mail is taken, [`Error::UnusableEmail`] when it has
    /// a colon, [`Error::DuplicateSipUser`] when one of its SIP users is there already.
    pub async fn add_user(&self, user: UserSeed) -> Result<(), Error> {
        let newcomer = Newcomer::new(user)?;
        let engine = &self.engine;
        let (settings, now_ms) = (&engine.settings, engine.clock.now_ms());
        let tokens = newcomer.tokens(settings.show_tokens, settings.default_token_ttl, now_ms);
        let write = engine.store.write(move |transaction| {
            let stored = newcomer.insert(transaction, &tokens, now_ms)?;
            let mut sip_users = newcomer.seed.sip_users.iter();
            sip_users.try_for_each(|sip_user| insert_sip_user(transaction, &stored, sip_user))
        });
        write.await
    }

    /// Adds a SIP user to the user with the e-mail `owner`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such owner, [`Error::DuplicateSipUser`] when the
    /// domain has the login already.
    pub async fn add_sip_user(
        &self,
        owner: &str,
        login: impl Into<String>,
        domain: impl Into<String>,
        password: impl Into<String>,
    ) -> Result<(), Error> {
        let sip_user = SipUserSeed::new(login, domain, password);
        self.add_seeded_sip_user(owner, sip_user).await
    }

    pub(crate) async fn add_seeded_sip_user(
        &self,
        owner: &str,
        sip_user: SipUserSeed,
    ) -> Result<(), Error> {
        self.change(owner, move |transaction, owner| {
            insert_sip_user(transaction, &owner, &sip_user)
        })
        .await
    }

    /// Refuses all credentials of a user from the next request on, and ends its connections to the
    /// event service.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn disable_user(&self, user: &str) -> Result<(), Error> {
        let now_ms = self.engine.clock.now_ms();
        self.change(user, move |it, user| users::disable(it, user.id, now_ms))
            .await
    }

    /// Accepts the credentials of a disabled user again.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn enable_user(&self, user: &str) -> Result<(), Error> {
        let now_ms = self.engine.clock.now_ms();
        self.change(user, move |it, user| users::enable(it, user.id, now_ms))
            .await
    }

    /// Deletes a user with its account, SIP users, API tokens and connections to the event service.
    ///
    /// A user who is added with the same e-mail later is another one, with the same made-up ids
    /// at Google and Facebook.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn delete_user(&self, user: &str) -> Result<(), Error> {
        self.change(user, |it, user| users::delete(it, user.id))
            .await
    }

    /// Deletes a SIP user, whose HA1B is refused from the next request on. It can be added again,
    /// with another password for example; a reset or a start with a seed that has it does so.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSipUser`] when there is no such SIP user.
    pub async fn delete_sip_user(&self, login: &str, domain: &str) -> Result<(), Error> {
        let (login, domain) = (login.to_owned(), domain.to_owned());
        let delete = move |it: &_| sip_users::delete(it, &login, &domain);
        self.engine.store.write(move |it| delete(it)).await
    }

    /// Refuses the JWTs that a user has got so far; a login gives a good one again.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn expire_sessions(&self, user: &str) -> Result<(), Error> {
        self.change(user, |it, user| users::end_sessions(it, user.id))
            .await
    }

    /// Refuses the JWTs that anybody has got so far.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the data file fails.
    pub async fn expire_all_sessions(&self) -> Result<(), Error> {
        self.engine
            .store
            .write(|it| users::end_all_sessions(it))
            .await
    }

    /// Changes something of the user with this e-mail or uuid, in one transaction.
    async fn change<T: Send + 'static>(
        &self,
        user: &str,
        change: impl FnOnce(&Connection, StoredUser) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let name = user.to_owned();
        let write = self.engine.store.write(move |transaction| {
            let user = users::named(transaction, &name)?;
            change(transaction, user)
        });
        write.await
    }
}

fn record(connection: &Connection, user: StoredUser) -> Result<UserRecord, Error> {
    let sip_users = sip_users::list(connection, user.id)?;
    let sip_user = |(login, domain)| SipUserRecord { login, domain };
    Ok(UserRecord {
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
    })
}
