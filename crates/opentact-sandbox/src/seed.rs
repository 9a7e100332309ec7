//! Who exists in a sandbox: users and their SIP users, in code or from a file.

use std::path::Path;

use opentact_client::Secret;
use serde::Deserialize;
use serde_saphyr::Error as YamlError;

use crate::error::Error;

/// The users that a sandbox starts with.
///
/// As a file it is YAML (and so JSON may be used as well). Unknown fields are errors; only
/// `email` and `password` are required:
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
///     ",
/// )?;
/// assert_eq!(seed.users().len(), 1);
/// # Ok::<(), opentact_sandbox::Error>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    users: Vec<UserSeed>,
}

impl Seed {
    /// A seed without users.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a user.
    #[must_use]
    pub fn user(mut self, user: UserSeed) -> Self {
        self.users.push(user);
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
    /// [`Error::Seed`], with line and column but without any value of the text, since that has
    /// passwords in it.
    pub fn from_yaml(text: &str) -> Result<Self, Error> {
        serde_saphyr::from_str(text).map_err(|error| {
            let mut reason = what_is_wrong(error.without_snippet());
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

    /// The users, in order, to be changed.
    #[must_use]
    pub fn into_users(self) -> Vec<UserSeed> {
        self.users
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
        _ => "not valid YAML, or a value of the wrong kind".to_owned(),
    }
}

/// A user to be added, with an account of its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserSeed {
    pub(crate) email: String,
    pub(crate) password: Secret,
    #[serde(default = "default_first_name")]
    pub(crate) first_name: String,
    #[serde(default = "default_last_name")]
    pub(crate) last_name: String,
    #[serde(default)]
    pub(crate) account: Option<AccountSeed>,
    #[serde(default)]
    pub(crate) sip_users: Vec<SipUserSeed>,
    #[serde(default)]
    pub(crate) gmail_user_id: Option<String>,
    #[serde(default)]
    pub(crate) facebook_user_id: Option<String>,
}

impl UserSeed {
    /// A user called "Sandbox User" whose account has a balance of 100.
    pub fn new(email: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            password: Secret::new(password),
            first_name: default_first_name(),
            last_name: default_last_name(),
            account: None,
            sip_users: Vec::new(),
            gmail_user_id: None,
            facebook_user_id: None,
        }
    }

    /// Sets first and last name.
    #[must_use]
    pub fn name(mut self, first: impl Into<String>, last: impl Into<String>) -> Self {
        self.first_name = first.into();
        self.last_name = last.into();
        self
    }

    /// Sets the account's name and its balance in the account's currency.
    ///
    /// Without it the account has the user's name and a balance of 100.
    #[must_use]
    pub fn account(mut self, name: impl Into<String>, balance: f64) -> Self {
        self.account = Some(AccountSeed {
            name: Some(name.into()),
            balance,
        });
        self
    }

    /// Adds a SIP user, by whose HA1B hash the user can be signed in.
    #[must_use]
    pub fn sip_user(
        mut self,
        login: impl Into<String>,
        domain: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        self.sip_users
            .push(SipUserSeed::new(login, domain, password));
        self
    }

    /// Sets who the user is at Google (the claim `sub` of an ID token). The default is made
    /// up, the same for an e-mail each time.
    #[must_use]
    pub fn gmail_user_id(mut self, id: impl Into<String>) -> Self {
        self.gmail_user_id = Some(id.into());
        self
    }

    /// Sets who the user is at Facebook. The default is made up, the same for an e-mail each
    /// time.
    #[must_use]
    pub fn facebook_user_id(mut self, id: impl Into<String>) -> Self {
        self.facebook_user_id = Some(id.into());
        self
    }

    /// The e-mail, as given.
    #[must_use]
    pub fn email(&self) -> &str {
        &self.email
    }
}

/// The account of a user to be added.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountSeed {
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default = "default_balance")]
    pub(crate) balance: f64,
}

/// A SIP user to be added.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SipUserSeed {
    pub(crate) login: String,
    pub(crate) domain: String,
    pub(crate) password: Secret,
}

impl SipUserSeed {
    pub(crate) fn new(
        login: impl Into<String>,
        domain: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        Self {
            login: login.into(),
            domain: domain.into(),
            password: Secret::new(password),
        }
    }
}

fn default_first_name() -> String {
    "Sandbox".to_owned()
}

fn default_last_name() -> String {
    "User".to_owned()
}

pub(crate) const fn default_balance() -> f64 {
    100.0
}

#[cfg(test)]
mod tests {
    use super::*;

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
            text.contains("line 3") && text.contains("`pasword`"),
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
    fn passwords_are_not_printed() {
        let seed = Seed::new().user(UserSeed::new("a@example.com", "hunter2").sip_user(
            "1000",
            "example.com",
            "hunter2",
        ));
        assert!(!format!("{seed:?}").contains("hunter2"));
    }
}
