//! Puts a credential into a request, in exactly one place.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use zeroize::Zeroizing;

use crate::location::Location;
use crate::secret::{REDACTED, Secret};
use crate::security::{CredentialKind, SecurityScheme};

impl SecurityScheme {
    /// Puts a credential into a request, where this scheme says.
    ///
    /// For `basic` the credential is `email:password`. A header value is marked as sensitive, so
    /// that what prints headers hides it; a query parameter has no such mark.
    ///
    /// # Errors
    ///
    /// [`ApplyError`]: the credential cannot be sent, or the request carries one already.
    ///
    /// ```
    /// use opentact_client::{Secret, security::SecurityScheme};
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let url = "https://api.opentact.org/rest/auth".parse()?;
    /// let mut request = reqwest::Request::new(reqwest::Method::GET, url);
    /// SecurityScheme::Jwt.apply(&mut request, &Secret::new("made.up.jwt"))?;
    /// assert_eq!(SecurityScheme::carried_by(&request), [SecurityScheme::Jwt]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn apply(
        self,
        request: &mut reqwest::Request,
        credential: &Secret,
    ) -> Result<(), ApplyError> {
        self.credential().check(credential)?;
        let text = credential.expose();
        if let Some(scheme) = Self::found_in(request).next() {
            return Err(ApplyError::Occupied {
                scheme: scheme.name(),
            });
        }
        if request.headers().contains_key(AUTHORIZATION) {
            let scheme = "Authorization";
            return Err(ApplyError::Occupied { scheme });
        }
        match self.location() {
            Location::Basic => {
                let mut value = joined("Basic ", &"=".repeat(text.len().div_ceil(3) * 4));
                let encoded = STANDARD.encode_slice(text, &mut value["Basic ".len()..]);
                encoded.map_err(|_| ApplyError::Character)?;
                insert(request, AUTHORIZATION, value)
            }
            Location::Bearer => insert(request, AUTHORIZATION, joined("Bearer ", text)),
            Location::Header(name) => {
                let name = HeaderName::try_from(name).map_err(|_| ApplyError::Character)?;
                insert(request, name, joined("", text))
            }
            Location::Query(name) => {
                request.url_mut().query_pairs_mut().append_pair(name, text);
                Ok(())
            }
        }
    }

    /// The schemes by which a request carries credentials: one, if all is well.
    pub fn carried_by(request: &reqwest::Request) -> Vec<Self> {
        Self::found_in(request).collect()
    }

    fn found_in(request: &reqwest::Request) -> impl Iterator<Item = Self> {
        let (headers, url) = (request.headers(), request.url());
        let authorization = headers.get(AUTHORIZATION).map(HeaderValue::as_bytes);
        let has = move |prefix: &[u8]| {
            let begin = authorization.and_then(|it| it.get(..prefix.len()));
            begin.is_some_and(|it| it.eq_ignore_ascii_case(prefix))
        };
        // A lookup by a text would parse it as a name first.
        let named = |name: &str| {
            let mut names = headers.keys().map(HeaderName::as_str);
            names.any(|it| it.eq_ignore_ascii_case(name))
        };
        Self::ALL
            .iter()
            .copied()
            .filter(move |scheme| match scheme.location() {
                Location::Basic => has(b"basic "),
                Location::Bearer => has(b"bearer "),
                Location::Header(name) => named(name),
                Location::Query(name) => url.query_pairs().any(|(key, _)| key == name),
            })
    }
}

impl CredentialKind {
    /// Checks that a credential of this kind can be sent.
    ///
    /// # Errors
    ///
    /// [`ApplyError`]: a part of it is missing, or it has a character that no such credential has.
    ///
    /// ```
    /// use opentact_client::{ApplyError, Secret, security::CredentialKind};
    ///
    /// let copied = CredentialKind::Jwt.check(&Secret::new("made.up.jwt\n"));
    /// assert_eq!(copied, Err(ApplyError::Control));
    /// ```
    pub fn check(self, credential: &Secret) -> Result<(), ApplyError> {
        let text = credential.expose();
        let lacks_a_part = match (self, text.split_once(':')) {
            (Self::Basic, Some((user, password))) => user.is_empty() || password.is_empty(),
            (Self::Basic, None) => true,
            _ => text.is_empty(),
        };
        if lacks_a_part {
            Err(ApplyError::Incomplete)
        } else if text.chars().any(char::is_control) {
            Err(ApplyError::Control)
        } else if has_placeholder(text) {
            Err(ApplyError::Placeholder)
        } else if self != Self::Basic && !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Err(ApplyError::Character)
        } else {
            Ok(())
        }
    }
}

/// Whether a text holds what stands in place of a secret. `str::contains` would leave pieces of the
/// text on the stack.
fn has_placeholder(text: &str) -> bool {
    let mut windows = text.as_bytes().windows(REDACTED.len());
    windows.any(|it| it.first() == REDACTED.as_bytes().first() && it == REDACTED.as_bytes())
}

/// A header value in memory that is overwritten when the request is dropped.
type Value = Zeroizing<Vec<u8>>;

/// Two texts as one value, allocated at once: growing would leave copies behind.
fn joined(before: &str, text: &str) -> Value {
    let mut value = Vec::with_capacity(before.len() + text.len());
    value.extend_from_slice(before.as_bytes());
    value.extend_from_slice(text.as_bytes());
    Zeroizing::new(value)
}

fn insert(
    request: &mut reqwest::Request,
    name: HeaderName,
    value: Value,
) -> Result<(), ApplyError> {
    // Not copied, so that the one in the request is the one that is overwritten.
    let value = Bytes::from_owner(value);
    let mut value = HeaderValue::from_maybe_shared(value).map_err(|_| ApplyError::Character)?;
    value.set_sensitive(true);
    request.headers_mut().insert(name, value);
    Ok(())
}

/// Why a credential was not put into a request. The credential is not named.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ApplyError {
    /// The credential has a character that no credential of its kind has.
    #[error(
        "the credential has a character that no such credential has; check that nothing else was copied along"
    )]
    Character,
    /// The credential has a control character, such as a line break.
    #[error("the credential has a control character; strip the line break at the end")]
    Control,
    /// The credential is empty, or a part of it is missing.
    #[error("the credential is empty or lacks a part; a Basic one is `email:password`")]
    Incomplete,
    /// The operation does not take that scheme.
    #[error("the operation `{operation}` does not take the scheme `{scheme}`")]
    NotAccepted {
        /// The operation's id.
        operation: &'static str,
        /// The scheme's name.
        scheme: &'static str,
    },
    /// The request carries a credential already.
    #[error("the request carries a credential already, by the scheme `{scheme}`")]
    Occupied {
        /// The scheme's name.
        scheme: &'static str,
    },
    /// The credential is the text that stands in place of a secret.
    #[error(
        "the credential is the placeholder of a redacted secret; store secrets through `Revealed`"
    )]
    Placeholder,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn request() -> reqwest::Request {
        let url = "https://api.opentact.org/rest/auth?take=1".parse().unwrap();
        reqwest::Request::new(reqwest::Method::GET, url)
    }

    #[test]
    fn every_scheme_uses_exactly_its_own_place() {
        for scheme in SecurityScheme::ALL {
            let mut request = request();
            scheme.apply(&mut request, &Secret::new("a:b")).unwrap();
            assert_eq!(SecurityScheme::carried_by(&request), [*scheme]);
            let in_url = request.url().as_str() != "https://api.opentact.org/rest/auth?take=1";
            assert_eq!(in_url, scheme.location().is_in_url(), "{}", scheme.name());
            assert_eq!(request.headers().len(), usize::from(!in_url));
            assert!(request.headers().values().all(HeaderValue::is_sensitive));
        }
    }

    #[test]
    fn a_second_credential_is_refused() {
        for first in SecurityScheme::ALL {
            for second in SecurityScheme::ALL {
                let mut request = request();
                first.apply(&mut request, &Secret::new("a:b")).unwrap();
                let refused = second.apply(&mut request, &Secret::new("c:d")).unwrap_err();
                assert_eq!(
                    refused,
                    ApplyError::Occupied {
                        scheme: first.name()
                    }
                );
            }
        }
    }

    #[test]
    fn an_authorization_of_another_kind_is_not_overwritten() {
        let mut request = request();
        let digest = HeaderValue::from_static("Digest made-up");
        request.headers_mut().insert(AUTHORIZATION, digest.clone());
        for scheme in SecurityScheme::ALL {
            assert!(scheme.apply(&mut request, &Secret::new("a:b")).is_err());
        }
        assert_eq!(request.headers()[AUTHORIZATION], digest);
    }

    #[test]
    fn what_cannot_be_sent_is_refused_without_showing_it() {
        for scheme in SecurityScheme::ALL {
            for text in ["", "planted\n", "plan:ted\r\nX-Other: 1", REDACTED] {
                let mut request = request();
                let refused = scheme.apply(&mut request, &Secret::new(text)).unwrap_err();
                assert!(!format!("{refused} {refused:?}").contains("plant"));
                assert!(SecurityScheme::carried_by(&request).is_empty());
            }
        }
    }

    #[test]
    fn basic_is_the_documented_header() {
        let mut request = request();
        SecurityScheme::Basic
            .apply(&mut request, &Secret::new("username:password"))
            .unwrap();
        assert_eq!(
            request.headers()["authorization"],
            "Basic dXNlcm5hbWU6cGFzc3dvcmQ="
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_refused_or_carried_once_and_whole(
            text in "\\PC{0,30}|[ -~]{1,60}|(?s).{0,20}|[a-z@]{1,9}:\\PC{0,30}",
            scheme in proptest::sample::select(SecurityScheme::ALL),
        ) {
            let mut request = request();
            let before = request.url().clone();
            let applied = scheme.apply(&mut request, &Secret::new(text.as_str()));
            if applied.is_err() {
                prop_assert!(request.headers().is_empty());
                prop_assert_eq!(request.url(), &before);
                return Ok(());
            }
            prop_assert_eq!(SecurityScheme::carried_by(&request), [scheme]);
            prop_assert!(request.headers().values().all(HeaderValue::is_sensitive));
            prop_assert_eq!(request.headers().len(), usize::from(!scheme.location().is_in_url()));
            let header = |name: &str| request.headers()[name].as_bytes().to_vec();
            let carried = match scheme.location() {
                Location::Basic => STANDARD.decode(&header("authorization")[6..]).unwrap(),
                Location::Bearer => header("authorization")[7..].to_vec(),
                Location::Header(name) => header(name),
                Location::Query(name) => {
                    let mut pairs = request.url().query_pairs();
                    pairs.find(|(key, _)| key == name).unwrap().1.into_owned().into_bytes()
                }
            };
            prop_assert_eq!(carried, text.as_bytes());
            prop_assert_eq!(request.url().path(), before.path());
            prop_assert_eq!(request.url().origin(), before.origin());
        }
    }
}
