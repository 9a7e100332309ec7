//! Whether the parts of a seed fit together.

use std::collections::BTreeSet;

use super::{Seed, UserSeed};
use crate::{error::Error, store::users::email_key};

/// How many characters a token has.
const TOKEN_LENGTH: usize = 48;

impl Seed {
    /// # Errors
    ///
    /// What is wrong first: nothing of the seed is to be used then.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let mut emails = BTreeSet::new();
        let mut social_ids = BTreeSet::new();
        let mut tokens = BTreeSet::new();
        for user in &self.users {
            user.check()?;
            let email = user.email.clone();
            if !emails.insert(email_key(&email)) {
                return Err(Error::DuplicateUser { email });
            }
            let gmail = user.gmail_user_id.iter().map(|id| ("gmail", id));
            let facebook = user.facebook_user_id.iter().map(|id| ("facebook", id));
            if gmail.chain(facebook).any(|id| !social_ids.insert(id)) {
                return Err(Error::DuplicateUser { email });
            }
            for token in &user.tokens {
                if !tokens.insert(token.token.expose()) {
                    let name = token.name.clone();
                    return Err(Error::DuplicateToken { name });
                }
            }
        }
        let mut addresses = BTreeSet::new();
        let of_users = self.users.iter().flat_map(|user| &user.sip_users);
        for sip_user in of_users.chain(self.sip_users.iter().map(|(_, sip_user)| sip_user)) {
            if !addresses.insert((&sip_user.login, sip_user.domain.to_ascii_lowercase())) {
                return Err(Error::DuplicateSipUser {
                    login: sip_user.login.clone(),
                    domain: sip_user.domain.clone(),
                });
            }
        }
        self.faults.iter().try_for_each(|fault| fault.check())
    }
}

impl UserSeed {
    /// # Errors
    ///
    /// What is wrong with it, whatever else is in the sandbox.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.email.is_empty() || self.email.contains(':') {
            let email = self.email.clone();
            return Err(Error::UnusableEmail { email });
        }
        let balance = self.account.as_ref().map(|account| account.balance);
        if balance.is_some_and(|balance| !balance.is_finite()) {
            return Err(Error::Seed {
                reason: "the `account.balance` of a user must be a finite number".to_owned(),
            });
        }
        for token in &self.tokens {
            let text = token.token.expose();
            if text.len() != TOKEN_LENGTH || !text.bytes().all(|it| it.is_ascii_alphanumeric()) {
                let name = token.name.clone();
                return Err(Error::UnusableToken { name });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::Fault;

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let user = |email: &str| UserSeed::new(email, "made up");
        let (one, two) = ("1".repeat(48), "2".repeat(48));
        let good = Seed::new()
            .user(user("a").token("ci", &one).sip_user("1", "d", "p"))
            .user(user("b").token("ci", &two));
        good.check().unwrap();
        for (seed, said) in [
            (good.clone().user(user("A")), "already a user A"),
            (good.clone().user(user("c:d")), "\"c:d\""),
            (good.clone().user(user("c").token("x", "short")), "token x"),
            (
                good.clone().user(user("c").token("x", "-".repeat(48))),
                "token x",
            ),
            (good.clone().user(user("c").token("x", &one)), "token x"),
            (good.clone().user(user("c").sip_user("1", "d", "q")), "1@d"),
            (good.clone().sip_user("a", "1", "d", "q"), "1@d"),
            (good.clone().user(user("c").sip_user("1", "D", "q")), "1@D"),
            (
                good.clone()
                    .user(user("c").gmail_user_id("1").facebook_user_id("1"))
                    .user(user("d").gmail_user_id("1")),
                "user d",
            ),
            (good.fault(Fault::status(1)), "`status`"),
        ] {
            let error = seed.check().unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
