//! What a person or a program proves itself with.

use std::fmt;

use md5::{Digest, Md5};
use opentact_client::security::{CredentialKind, SecurityScheme};
use opentact_client::{REDACTED, Secret};

use crate::error::Error;
use crate::redaction::Redaction;

/// What a person or a program proves itself with: one of six kinds, in a header unless asked otherwise.
///
/// Basic, Google, Facebook and HA1B are login credentials: a client trades them for a JWT and sends
/// that. A JWT and an API token are sent as they are. A credential is checked when the client is
/// built, and never shown.
///
/// ```
/// use opentact::Credential;
///
/// let credential = Credential::basic("me@example.com", "made up");
/// assert!(!format!("{credential:?}").contains("made up"));
/// ```
///
/// See [Opentact docs/Passing Authentication](https://doc.opentact.org/opentact-api-documentation/overview/passing-authentication).
#[derive(Clone, Eq, PartialEq)]
pub struct Credential {
    kind: CredentialKind,
    /// As it is sent: for Basic, address and password with a colon between them.
    secret: Secret,
    /// That of Basic alone.
    password: Option<Secret>,
    placement: Placement,
    /// Why it cannot be sent, if it cannot.
    fault: Option<String>,
}

/// Which part of a request carries a credential.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Placement {
    /// A header.
    #[default]
    Header,
    /// The query of the URL, where proxies and access logs see it.
    Query,
}

impl Credential {
    /// A credential of any kind that the contract knows, also one that no function below makes; for
    /// Basic the secret is `email:password`.
    pub fn new(kind: CredentialKind, secret: impl Into<Secret>) -> Self {
        let secret = secret.into();
        let password = match (kind, secret.expose().split_once(':')) {
            (CredentialKind::Basic, Some((_, password))) => Some(Secret::from(password)),
            _ => None,
        };
        let fault = kind.check(&secret).err().map(|fault| fault.to_string());
        Self {
            kind,
            secret,
            password,
            placement: Placement::Header,
            fault,
        }
    }

    /// E-mail address and password of an account.
    pub fn basic(email: &str, password: impl Into<Secret>) -> Self {
        let password = password.into();
        let pair = format!("{email}:{}", password.expose());
        let credential = Self::new(CredentialKind::Basic, pair);
        if email.contains(':') {
            // It would move the border between the two.
            return credential.at_fault("the e-mail address has a colon");
        }
        credential
    }

    /// An API token, as `tokens().create(..)` shows it once.
    pub fn api_token(token: impl Into<Secret>) -> Self {
        Self::new(CredentialKind::Bearer, token)
    }

    /// A JWT from an earlier login. It is not renewed when it expires.
    pub fn jwt(jwt: impl Into<Secret>) -> Self {
        Self::new(CredentialKind::Jwt, jwt)
    }

    /// An ID token of the Google Sign-In library.
    pub fn google(id_token: impl Into<Secret>) -> Self {
        Self::new(CredentialKind::Google, id_token)
    }

    /// A token of the Facebook Login library.
    pub fn facebook(token: impl Into<Secret>) -> Self {
        Self::new(CredentialKind::Facebook, token)
    }

    /// The HA1B hash of a SIP user. It works like the password, so it is as secret.
    pub fn ha1b(hash: impl Into<Secret>) -> Self {
        Self::new(CredentialKind::Ha1b, hash)
    }

    /// The HA1B hash, made from the SIP user's login, domain and password.
    ///
    /// The hash is MD5 because the protocol says so; nothing else in this crate uses MD5.
    ///
    /// ```
    /// use opentact::Credential;
    ///
    /// let derived = Credential::ha1b_from("1000", "example.sip.opentact.org", "secret");
    /// assert_eq!(derived, Credential::ha1b("ac53757424660e71734ca0e929d6fa62"));
    /// ```
    pub fn ha1b_from(login: &str, domain: &str, password: impl Into<Secret>) -> Self {
        let password = password.into();
        let text = Secret::new(format!("{login}@{domain}:{domain}:{}", password.expose()));
        // Room for all of it, or growing would leave copies behind.
        let mut hash = String::with_capacity(32);
        for byte in Md5::digest(text.expose()) {
            hash.push_str(&format!("{byte:02x}"));
        }
        let credential = Self::new(CredentialKind::Ha1b, hash);
        if [login, domain, password.expose()].contains(&"") {
            return credential.at_fault("login, domain or password is empty");
        }
        if login.contains(':') {
            return credential.at_fault("the SIP login has a colon");
        }
        credential
    }

    fn at_fault(mut self, fault: &str) -> Self {
        self.fault = Some(fault.to_owned());
        self
    }

    /// The same credential in the query of the URL instead of a header.
    ///
    /// For callers who cannot set headers. Basic has no such form.
    #[must_use]
    pub const fn in_query(self) -> Self {
        self.placed(Placement::Query)
    }

    /// The same credential in that part of a request.
    #[must_use]
    pub const fn placed(mut self, placement: Placement) -> Self {
        self.placement = placement;
        self
    }

    /// The kind of the credential.
    pub const fn kind(&self) -> CredentialKind {
        self.kind
    }

    /// Which part of a request carries it.
    pub const fn placement(&self) -> Placement {
        self.placement
    }

    /// Whether a client trades it for a JWT before it sends requests.
    pub const fn is_login(&self) -> bool {
        matches!(
            self.kind,
            CredentialKind::Basic
                | CredentialKind::Facebook
                | CredentialKind::Google
                | CredentialKind::Ha1b
        )
    }

    pub(crate) const fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Has it hidden where a server repeats it.
    pub(crate) fn hide_in(&self, redaction: &mut Redaction) {
        match &self.password {
            Some(password) => redaction.add_pair(&self.secret, password),
            None => redaction.add(&self.secret),
        }
    }

    /// The scheme of the contract that carries it.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub(crate) fn scheme(&self) -> Result<SecurityScheme, Error> {
        let refuse = |fault: &str| {
            let kind = self.kind.name();
            Error::configuration(format!("the {kind} credential cannot be sent: {fault}"))
        };
        match &self.fault {
            Some(fault) => Err(refuse(fault)),
            None => scheme_of(self.kind, self.placement).ok_or_else(|| {
                refuse("it has no form for the query of a URL; leave it in the header")
            }),
        }
    }
}

/// The scheme that carries a kind of credential in a part of the request.
pub(crate) fn scheme_of(kind: CredentialKind, placement: Placement) -> Option<SecurityScheme> {
    let in_url = placement == Placement::Query;
    kind.schemes()
        .iter()
        .copied()
        .find(|scheme| scheme.location().is_in_url() == in_url)
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Credential({} in {:?}, {REDACTED})",
            self.kind.name(),
            self.placement
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ha1b_is_the_documented_formula() {
        let credential = Credential::ha1b_from("1000", "example.sip.opentact.org", "secret");
        assert_eq!(
            credential.secret().expose(),
            "ac53757424660e71734ca0e929d6fa62"
        );
    }

    #[test]
    fn every_kind_has_a_scheme_for_each_placement_that_the_contract_knows() {
        for kind in CredentialKind::ALL {
            let header = scheme_of(*kind, Placement::Header).unwrap();
            assert!(!header.location().is_in_url());
            assert_eq!(header.credential(), *kind);
            let query = scheme_of(*kind, Placement::Query);
            assert_eq!(query.is_none(), *kind == CredentialKind::Basic);
        }
    }

    #[test]
    fn what_cannot_be_sent_is_refused_without_showing_it() {
        for (credential, expected) in [
            (Credential::basic("", "planted"), "empty"),
            (Credential::basic("me@example.com", ""), "empty"),
            (Credential::basic("me:too@example.com", "planted"), "colon"),
            (
                Credential::basic("me@example.com", "planted\n"),
                "line break",
            ),
            (
                Credential::basic("me@example.com", "planted").in_query(),
                "leave it in the header",
            ),
            (
                Credential::new(CredentialKind::Basic, "planted"),
                "lacks a part",
            ),
            (Credential::api_token(""), "empty"),
            (Credential::api_token("planted\r\nX-Evil: 1"), "line break"),
            (Credential::jwt("planted token"), "character"),
            (Credential::google("plänted"), "character"),
            (Credential::facebook(REDACTED), "placeholder"),
            (Credential::ha1b_from("1000", "", "planted"), "empty"),
            (Credential::ha1b_from("1:0", "d", "planted"), "colon"),
        ] {
            let refused = credential.scheme().unwrap_err().to_string();
            assert!(refused.contains(expected), "{refused}");
            assert!(!refused.contains("plant"), "{refused}");
        }
    }

    #[test]
    fn a_password_may_have_colons() {
        for password in [":", "a:", ":a:b"] {
            assert!(
                Credential::basic("me@example.com", password)
                    .scheme()
                    .is_ok()
            );
        }
    }

    #[test]
    fn debug_shows_the_kind_alone() {
        let shown = format!("{:?}", Credential::jwt("planted").in_query());
        assert_eq!(shown, "Credential(jwt in Query, [redacted])");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_refused_or_sent_whole_and_never_shown(
            text in "\\PC{0,30}|[ -~]{8,40}|(?s).{0,20}",
            kind in proptest::sample::select(CredentialKind::ALL),
            placement in proptest::sample::select(&[Placement::Header, Placement::Query][..]),
        ) {
            for credential in [
                Credential::new(kind, text.as_str()),
                Credential::basic("me@example.com", text.as_str()),
                Credential::basic(&text, "made up"),
                Credential::ha1b_from(&text, &text, text.as_str()),
            ] {
                let credential = credential.placed(placement);
                let name = credential.kind().name();
                prop_assert_eq!(format!("{credential:?}"), format!("Credential({name} in {placement:?}, [redacted])"));
                let Ok(scheme) = credential.scheme() else { continue };
                let url = "https://api.opentact.org/rest/auth".parse().unwrap();
                let mut request = reqwest::Request::new(http::Method::GET, url);
                prop_assert_eq!(scheme.apply(&mut request, credential.secret()), Ok(()));
                prop_assert_eq!(SecurityScheme::carried_by(&request), [scheme]);
            }
        }
    }
}
