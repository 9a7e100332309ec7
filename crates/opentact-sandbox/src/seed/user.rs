//! A user of a seed, with what is its own.

use std::collections::BTreeMap;

use opentact_client::{Secret, Unrecognized};
use serde::Deserialize;
use serde_json::Value;

use crate::store::users::email_key;

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
    pub(crate) tokens: Vec<TokenSeed>,
    #[serde(default)]
    pub(crate) numbers: Vec<NumberSeed>,
    /// By resource. Nobody knows what of it is a secret.
    #[serde(default)]
    pub(crate) kept: BTreeMap<String, Vec<Unrecognized>>,
    #[serde(default)]
    pub(crate) disabled: bool,
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
            tokens: Vec::new(),
            numbers: Vec::new(),
            kept: BTreeMap::new(),
            disabled: false,
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

    /// Adds an API token that is known beforehand: 48 characters, each of `[0-9A-Za-z]`.
    ///
    /// It lives as long as a token whose creator does not say.
    #[must_use]
    pub fn token(mut self, name: impl Into<String>, token: impl Into<String>) -> Self {
        self.tokens.push(TokenSeed {
            name: name.into(),
            token: Secret::new(token),
            ttl: None,
        });
        self
    }

    /// Leases a number to the user's account, which can call and text.
    #[must_use]
    pub fn number(mut self, number: NumberSeed) -> Self {
        self.numbers.push(number);
        self
    }

    /// Keeps a thing of a resource that the contract has under `x-resource`, such as
    /// `MessagingProfiles`, as if the user had created it.
    ///
    /// It is what the body of the create operation may be, within the same limits, or the sandbox
    /// does not start.
    ///
    /// ```
    /// use opentact_sandbox::UserSeed;
    /// use serde_json::json;
    ///
    /// let ann = UserSeed::new("ann@example.com", "made up")
    ///     .kept("MessagingProfiles", json!({ "name": "support" }));
    /// ```
    #[must_use]
    pub fn kept(mut self, resource: impl Into<String>, thing: Value) -> Self {
        let things = self.kept.entry(resource.into()).or_default();
        things.push(Unrecognized(thing));
        self
    }

    /// Refuses all credentials of the user, until it is enabled.
    #[must_use]
    pub const fn disabled(mut self) -> Self {
        self.disabled = true;
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

    /// Whether this is the user's e-mail.
    pub(super) fn is_called(&self, email: &str) -> bool {
        email_key(&self.email) == email_key(email)
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

/// An API token of a user to be added.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TokenSeed {
    pub(crate) name: String,
    pub(crate) token: Secret,
    /// In seconds.
    #[serde(default)]
    pub(crate) ttl: Option<u32>,
}

/// A number that an account has from the start: one of the sandbox's stock, such as
/// `12015550100`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberSeed {
    pub(crate) tn: String,
    #[serde(default)]
    pub(crate) callback_url: Option<String>,
}

impl NumberSeed {
    /// The number, with country code; nobody is told of its messages.
    pub fn new(tn: impl Into<String>) -> Self {
        Self {
            tn: tn.into(),
            callback_url: None,
        }
    }

    /// Where messages of the number are told of, by a messaging profile that is named after the
    /// number.
    #[must_use]
    pub fn callback_url(mut self, url: impl Into<String>) -> Self {
        self.callback_url = Some(url.into());
        self
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
