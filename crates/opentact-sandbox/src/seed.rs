//! Who exists in a sandbox, and what goes wrong in it: in code or from a file.

use std::path::Path;

use serde::Deserialize;
use serde_saphyr::{Budget, Error as YamlError, with_deserializer_from_str_with_options};

pub use self::user::NumberSeed;
pub use self::user::UserSeed;
pub(crate) use self::user::{SipUserSeed, TokenSeed, default_balance};
use crate::{error::Error, faults::Fault};

mod fit;
pub(crate) mod newcomer;
pub(crate) mod reset;
mod user;

/// The users and faults that a sandbox starts with, and goes back to when it is reset.
///
/// As a file it is YAML (and so JSON may be used as well). Unknown fields are errors; of a user
/// only `email` and `password` are required:
///
/// ```
/// let seed = opentact_sandbox::Seed::from_yaml(
///     r"
///     users:
///       - email: ann@example.com
///         password: a made-up password
///         first_name: Ann
///         last_name: Example
///         account:
///           name: Ann Example
///           balance: 99.5
///         sip_users:
///           - login: '1000'
///             domain: example.sip.opentact.org
///             password: another made-up one
///         tokens:
///           - name: ci
///             token: MadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp
///             ttl: 3600
///         kept:
///           MessagingProfiles:
///             - name: support
///               callback_url: http://127.0.0.1:8080/told
///     faults:
///       - action: status
///         status: 503
///         operation: listTokens
///     ",
/// )?;
/// assert_eq!(seed.users().len(), 1);
/// # Ok::<(), opentact_sandbox::Error>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    #[serde(default)]
    pub(crate) users: Vec<UserSeed>,
    /// SIP users by the e-mail of their owner, who may be in a data file alone.
    #[serde(skip)]
    pub(crate) sip_users: Vec<(String, SipUserSeed)>,
    #[serde(default)]
    pub(crate) faults: Vec<Fault>,
}

impl Seed {
    /// A seed without users.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a user, with the SIP users that were added for its e-mail before.
    #[must_use]
    pub fn user(mut self, mut user: UserSeed) -> Self {
        let is_its = |(owner, _): &mut (String, _)| user.is_called(owner);
        let waiting: Vec<_> = self.sip_users.extract_if(.., is_its).collect();
        user.sip_users
            .extend(waiting.into_iter().map(|(_, sip_user)| sip_user));
        self.users.push(user);
        self
    }

    /// Adds a SIP user to the user with the e-mail `owner`, who may be in the data file alone.
    #[must_use]
    pub fn sip_user(
        mut self,
        owner: impl Into<String>,
        login: impl Into<String>,
        domain: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        let (owner, sip_user) = (owner.into(), SipUserSeed::new(login, domain, password));
        self.add_sip_user(owner, sip_user);
        self
    }

    /// Adds a fault.
    #[must_use]
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }

    /// This seed and then another.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for user in other.users {
            self = self.user(user);
        }
        for (owner, sip_user) in other.sip_users {
            self.add_sip_user(owner, sip_user);
        }
        self.faults.extend(other.faults);
        self
    }

    /// The users, in order.
    #[must_use]
    pub fn users(&self) -> &[UserSeed] {
        &self.users
    }

    /// Reads a seed from YAML or JSON.
    ///
    /// # Errors
    ///
    /// [`Error::Seed`], with line, column and path but without any value of the text, since
    /// that has passwords in it.
    pub fn from_yaml(text: &str) -> Result<Self, Error> {
        let mut path = None;
        // A text has no more than it is long. What aliases make of it has limits of its own.
        let usual = Budget::default();
        let limits = serde_saphyr::budget! {
            max_nodes: usual.max_nodes.max(2 * text.len()),
            max_events: usual.max_events.max(4 * text.len()),
            max_total_scalar_bytes: usual.max_total_scalar_bytes.max(text.len()),
        };
        let options = serde_saphyr::options! { budget: limits };
        let read = with_deserializer_from_str_with_options(text, options, |deserializer| {
            serde_path_to_error::deserialize(deserializer).map_err(|error| {
                path = Some(error.path().to_string()).filter(|path| path != ".");
                error.into_inner()
            })
        });
        read.map_err(|error| {
            let mut reason = what_is_wrong(error.without_snippet());
            if let Some(path) = path {
                reason = format!("{path}: {reason}");
            }
            if let Some(place) = error.location() {
                reason = format!("line {}, column {}: {reason}", place.line(), place.column());
            }
            Error::Seed { reason }
        })
    }

    /// Reads a seed from a YAML or JSON file.
    ///
    /// # Errors
    ///
    /// [`Error::SeedFile`] when the file cannot be read, [`Error::Seed`] when it is not of the
    /// documented form.
    pub fn from_file(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|source| Error::SeedFile {
            path: path.to_owned(),
            source,
        })?;
        Self::from_yaml(&text)
    }

    fn add_sip_user(&mut self, owner: String, sip_user: SipUserSeed) {
        match self.users.iter_mut().find(|user| user.is_called(&owner)) {
            Some(user) => user.sip_users.push(sip_user),
            None => self.sip_users.push((owner, sip_user)),
        }
    }
}

fn what_is_wrong(error: &YamlError) -> String {
    match error {
        YamlError::SerdeUnknownField {
            field, expected, ..
        } => {
            format!(
                "unknown field `{field}`, expected one of: {}",
                expected.join(", ")
            )
        }
        YamlError::SerdeMissingField { field, .. } => format!("the field `{field}` is missing"),
        YamlError::DuplicateMappingKey { .. } => "a field comes twice".to_owned(),
        YamlError::Eof { .. } => "the text ends too early".to_owned(),
        YamlError::Budget { .. }
        | YamlError::AliasReplayLimitExceeded { .. }
        | YamlError::AliasExpansionLimitExceeded { .. } => {
            "too deep, or too much comes of its aliases".to_owned()
        }
        _ => "not valid YAML, or a value of the wrong kind".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_passed_over_and_half_a_character_is_refused() {
        assert!(Seed::from_yaml("\u{FEFF}users: []").is_ok());
        assert!(Seed::from_yaml("\u{FEFF}{\"users\": []}").is_ok());
        let half = r#"users: [{email: "\ud800", password: x}]"#;
        assert!(matches!(Seed::from_yaml(half), Err(Error::Seed { .. })));
    }

    #[test]
    fn a_seed_is_read_from_json_too() {
        let seed = Seed::from_yaml(
            r#"{"users": [{"email": "a@example.com", "password": "made up",
                "account": {"balance": 1.5}, "sip_users": []}]}"#,
        )
        .unwrap();
        let user = &seed.users()[0];
        assert_eq!(user.first_name, "Sandbox");
        assert_eq!(
            user.account.as_ref().map(|account| account.balance),
            Some(1.5)
        );
    }

    #[test]
    fn an_unknown_field_is_named_with_its_place() {
        let error =
            Seed::from_yaml("users:\n  - email: a@example.com\n    pasword: x\n").unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("line 3") && text.contains("users[0]") && text.contains("`pasword`"),
            "{text}"
        );
    }

    #[test]
    fn what_is_wrong_is_told_without_quoting_values() {
        for text in [
            "users: hunter2",
            "users:\n  - email: a@example.com\n    password: [hunter2]\n",
            "users:\n  - email: a\n    password: p\n    account: hunter2\n",
            "users:\n  - email: a\n    password: p\n    account: {balance: hunter2}\n",
            "users:\n  - {email: a, password: 'hunter2",
            "hunter2",
        ] {
            let error = Seed::from_yaml(text).unwrap_err();
            assert!(
                !format!("{error} {error:?}").contains("hunter2"),
                "{error:?}"
            );
        }
    }

    #[test]
    fn a_seed_may_be_large() {
        let user = |number| format!("{{email: {number}@example.com, password: a}}");
        let users: Vec<_> = (0..60_000).map(user).collect();
        let seed = Seed::from_yaml(&format!("users: [{}]", users.join(", "))).unwrap();
        assert_eq!(seed.users().len(), users.len());
    }

    #[test]
    fn a_seed_that_repeats_itself_too_often_is_told_so() {
        let user = "&a {email: a@example.com, password: a}";
        let text = format!("users: [{user}{}]", ", *a".repeat(60_000));
        let error = Seed::from_yaml(&text).unwrap_err().to_string();
        assert!(error.contains("aliases"), "{error}");
    }

    #[test]
    fn passwords_are_not_printed() {
        let seed = Seed::new().user(UserSeed::new("a@example.com", "hunter2").sip_user(
            "1000",
            "example.com",
            "hunter2",
        ));
        assert!(!format!("{seed:?}").contains("hunter2"));
    }
}
