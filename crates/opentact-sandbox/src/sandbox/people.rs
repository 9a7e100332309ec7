//! Who is in a sandbox: calls of its owner.

use super::Sandbox;
use crate::{
    engine::people::UserRecord,
    error::Error,
    populate,
    seed::{SipUserSeed, UserSeed},
};

impl Sandbox {
    /// Adds a user with its SIP users: all of it or nothing.
    ///
    /// # Errors
    ///
    /// [`Error::DuplicateUser`] when the e-mail is taken, [`Error::UnusableEmail`] when it has
    /// a colon, [`Error::DuplicateSipUser`] when one of its SIP users is there already.
    pub async fn add_user(&self, user: UserSeed) -> Result<(), Error> {
        populate::add_user(&self.engine, user).await
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
        populate::add_sip_user(&self.engine, owner, sip_user).await
    }

    /// Refuses all credentials of a user from the next request on, and ends its connections to the
    /// event service.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn disable_user(&self, user: &str) -> Result<(), Error> {
        self.engine.set_disabled(user, true).await
    }

    /// Refuses the HA1B of a SIP user from the next request on, until a reset; a start with the
    /// same seed and data file does not bring it back.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSipUser`] when there is no such SIP user.
    pub async fn disable_sip_user(&self, login: &str, domain: &str) -> Result<(), Error> {
        self.engine.disable_sip_user(login, domain).await
    }

    /// Deletes a SIP user, who can be added again, with another password for example.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSipUser`] when there is no such SIP user.
    pub async fn delete_sip_user(&self, login: &str, domain: &str) -> Result<(), Error> {
        self.engine.delete_sip_user(login, domain).await
    }

    /// Accepts the credentials of a disabled user again.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn enable_user(&self, user: &str) -> Result<(), Error> {
        self.engine.set_disabled(user, false).await
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
        self.engine.delete_user(user).await
    }

    /// All users, oldest first.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the data file fails.
    pub async fn users(&self) -> Result<Vec<UserRecord>, Error> {
        self.engine.users().await
    }

    /// The user with this e-mail or uuid, as every call takes it that names a user.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn user(&self, user: &str) -> Result<UserRecord, Error> {
        self.engine.user(user).await
    }

    /// Refuses the JWTs that a user has got so far; a login gives a good one again.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user.
    pub async fn expire_sessions(&self, user: &str) -> Result<(), Error> {
        self.engine.expire_sessions(user).await
    }

    /// Refuses the JWTs that anybody has got so far.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the data file fails.
    pub async fn expire_all_sessions(&self) -> Result<(), Error> {
        self.engine.expire_all_sessions().await
    }
}
