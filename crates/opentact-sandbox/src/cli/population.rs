//! The users of the command line and of the seed file.

use opentact_sandbox::{SandboxBuilder, Secret, Seed, UserSeed};

use super::{Arguments, failure::Failure};

/// Who may be in the sandbox when nobody was given.
pub(super) const DEMO_EMAIL: &str = "demo@example.com";
/// Its password.
pub(super) const DEMO_PASSWORD: &str = "demo password";

/// Users to be added.
#[derive(Debug)]
pub(crate) struct Population {
    pub(crate) users: Vec<UserSeed>,
    /// SIP users of users whom only the data file has: owner, login, domain, password.
    others: Vec<(String, String, String, Secret)>,
}

impl Population {
    pub(crate) fn new(arguments: &Arguments) -> Result<Self, Failure> {
        let mut users = match &arguments.seed {
            Some(file) => Seed::from_file(file)?.into_users(),
            None => Vec::new(),
        };
        for given in &arguments.users {
            let (email, password) = given.expose().split_once(':').ok_or(Failure::Form {
                option: "user",
                form: "EMAIL:PASSWORD",
            })?;
            users.push(UserSeed::new(email, password));
        }
        let mut population = Self {
            users,
            others: Vec::new(),
        };
        for given in &arguments.sip_users {
            population.add_sip_user(given).ok_or(Failure::Form {
                option: "sip-user",
                form: "EMAIL,LOGIN@DOMAIN:PASSWORD",
            })?;
        }
        Ok(population)
    }

    /// Adds the demo user, with the SIP users that were given for it.
    pub(crate) fn add_demo_user(&mut self) {
        let mut demo = UserSeed::new(DEMO_EMAIL, DEMO_PASSWORD).name("Demo", "User");
        let of_demo = |(owner, ..): &mut (String, _, _, _)| owner.eq_ignore_ascii_case(DEMO_EMAIL);
        for (_, login, domain, password) in self.others.extract_if(.., of_demo) {
            demo = demo.sip_user(login, domain, password.expose());
        }
        self.users.push(demo);
    }

    pub(crate) fn put_into(&self, mut builder: SandboxBuilder) -> SandboxBuilder {
        for user in &self.users {
            builder = builder.user(user.clone());
        }
        for (owner, login, domain, password) in &self.others {
            builder = builder.sip_user(owner, login, domain, password.expose());
        }
        builder
    }

    fn add_sip_user(&mut self, given: &Secret) -> Option<()> {
        let (owner, rest) = given.expose().split_once(',')?;
        let (login, rest) = rest.split_once('@')?;
        let (domain, password) = rest.split_once(':')?;
        let is_owner = |user: &&mut UserSeed| user.email().eq_ignore_ascii_case(owner);
        match self.users.iter_mut().find(is_owner) {
            Some(user) => *user = user.clone().sip_user(login, domain, password),
            None => {
                self.others
                    .push((owner.into(), login.into(), domain.into(), password.into()));
            }
        }
        Some(())
    }
}
