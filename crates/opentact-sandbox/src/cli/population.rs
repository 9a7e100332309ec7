//! The users of the command line and of the seed file.

use opentact_sandbox::{Secret, Seed, UserSeed};

use super::{Arguments, failure::Failure};

/// Who may be in the sandbox when nobody was given.
pub(super) const DEMO_EMAIL: &str = "demo@example.com";
/// Its password.
pub(super) const DEMO_PASSWORD: &str = "demo password";

/// Who may be in the sandbox when nobody was given.
pub(super) fn demo_user() -> UserSeed {
    UserSeed::new(DEMO_EMAIL, DEMO_PASSWORD).name("Demo", "User")
}

/// The seed file with the users and SIP users of the command line.
pub(super) fn given(arguments: &Arguments) -> Result<Seed, Failure> {
    let mut seed = match &arguments.state.seed {
        Some(file) => Seed::from_file(file)?,
        None => Seed::new(),
    };
    for given in &arguments.people.users {
        let (email, password) = given.expose().split_once(':').ok_or(Failure::Form {
            option: "user",
            form: "EMAIL:PASSWORD",
        })?;
        seed = seed.user(UserSeed::new(email, password));
    }
    for given in &arguments.people.sip_users {
        let [owner, login, domain, password] = sip_user(given).ok_or(Failure::Form {
            option: "sip-user",
            form: "EMAIL,LOGIN@DOMAIN:PASSWORD",
        })?;
        seed = seed.sip_user(owner, login, domain, password);
    }
    Ok(seed)
}

fn sip_user(given: &Secret) -> Option<[&str; 4]> {
    let (owner, rest) = given.expose().split_once(',')?;
    let (login, rest) = rest.split_once('@')?;
    let (domain, password) = rest.split_once(':')?;
    Some([owner, login, domain, password])
}
