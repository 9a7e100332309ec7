//! The credentials that a request carries, in every place that a scheme names.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, header::AUTHORIZATION};
use base64::{Engine, engine::general_purpose::STANDARD};
use opentact_client::{
    Location, Secret,
    security::{CredentialKind, SecurityScheme},
};

/// What a request presents.
#[derive(Debug, Default)]
pub(crate) struct Presented {
    /// The credentials that can be read, none of them empty.
    pub(crate) credentials: Vec<(SecurityScheme, Secret)>,
    /// Every place that carries something, readable or not.
    pub(crate) schemes: Vec<SecurityScheme>,
    /// Something is unreadable, empty, or there twice.
    pub(crate) malformed: bool,
}

impl Presented {
    /// Looks into every place of every scheme.
    pub(crate) fn find(headers: &HeaderMap, query: Option<&str>) -> Self {
        let mut parameters = BTreeMap::<_, Vec<_>>::new();
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            parameters.entry(name).or_default().push(value);
        }
        let (authorization, malformed) = authorization(headers);
        let mut presented = Self {
            malformed,
            ..Self::default()
        };
        for scheme in SecurityScheme::ALL.iter().copied() {
            match scheme.location() {
                Location::Basic => presented.add(scheme, authorization.basic),
                Location::Bearer => presented.add(scheme, authorization.bearer),
                Location::Header(name) => {
                    let values: Vec<_> = headers
                        .get_all(name)
                        .iter()
                        .map(|value| value.to_str().ok())
                        .collect();
                    presented.add_only(scheme, &values);
                }
                Location::Query(name) => {
                    let values = parameters.get(name).map(Vec::as_slice).unwrap_or_default();
                    let values: Vec<_> = values.iter().map(|value| Some(&**value)).collect();
                    presented.add_only(scheme, &values);
                }
                _ => {}
            }
        }
        presented
    }

    fn add_only(&mut self, scheme: SecurityScheme, values: &[Option<&str>]) {
        match values {
            [] => {}
            [Some(value)] => self.add(scheme, Some(value)),
            _ => self.add(scheme, Some("")),
        }
    }

    fn add(&mut self, scheme: SecurityScheme, value: Option<&str>) {
        let Some(value) = value else { return };
        self.schemes.push(scheme);
        if value.is_empty() {
            self.malformed = true;
        } else {
            self.credentials.push((scheme, Secret::new(value)));
        }
    }
}

#[derive(Default)]
struct Authorization<'h> {
    basic: Option<&'h str>,
    bearer: Option<&'h str>,
}

/// Reads the one `Authorization` header; the flag says that it is there but cannot be read.
fn authorization(headers: &HeaderMap) -> (Authorization<'_>, bool) {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let Some(value) = values.next() else {
        return (Authorization::default(), false);
    };
    let text = value.to_str().unwrap_or_default();
    let (scheme, credential) = text.split_once(' ').unwrap_or((text, ""));
    let credential = Some(credential.trim_matches(' '));
    let twice = values.next().is_some();
    let mut read = Authorization::default();
    if scheme.eq_ignore_ascii_case("basic") {
        read.basic = credential;
    } else if scheme.eq_ignore_ascii_case("bearer") {
        read.bearer = credential;
    } else {
        return (read, true);
    }
    (read, twice)
}

/// Whether such a credential is one to log in with, and not one that the API has handed out.
pub(crate) fn is_login(kind: CredentialKind) -> bool {
    !matches!(kind, CredentialKind::Jwt | CredentialKind::Bearer)
}

/// The two parts of `base64(email:password)`.
pub(crate) fn email_and_password(secret: &Secret) -> Option<(String, Secret)> {
    let text = String::from_utf8(STANDARD.decode(secret.expose()).ok()?).ok()?;
    let (email, password) = text.split_once(':')?;
    Some((email.to_owned(), Secret::new(password)))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn find(headers: &[(&'static str, &[u8])], query: &str) -> Presented {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(
                HeaderName::from_static(name),
                HeaderValue::from_bytes(value).unwrap(),
            );
        }
        Presented::find(&map, Some(query))
    }

    #[test]
    fn every_place_of_every_scheme_is_looked_into() {
        for scheme in SecurityScheme::ALL.iter().copied() {
            let mut headers = HeaderMap::new();
            let mut query = "other=1".to_owned();
            match scheme.location() {
                Location::Basic => {
                    headers.insert(AUTHORIZATION, HeaderValue::from_static("basic made-up"));
                }
                Location::Bearer => {
                    headers.insert(AUTHORIZATION, HeaderValue::from_static("BEARER  made-up"));
                }
                Location::Header(name) => {
                    let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
                    headers.insert(name, HeaderValue::from_static("made-up"));
                }
                Location::Query(name) => query = format!("other=1&{name}=made%2Dup"),
                other => panic!("a place that is not looked into: {other:?}"),
            }
            let presented = Presented::find(&headers, Some(&query));
            assert_eq!(presented.schemes, [scheme]);
            let (found, value) = &presented.credentials[0];
            assert_eq!((*found, value.expose()), (scheme, "made-up"));
            assert!(!presented.malformed);
        }
    }

    #[test]
    fn what_cannot_be_read_is_malformed() {
        type Case = (&'static [(&'static str, &'static [u8])], &'static str);
        let cases: [Case; 12] = [
            (&[("authorization", b"Digest abc")], ""),
            (&[("authorization", b"")], ""),
            (&[("authorization", b"Basic")], ""),
            (&[("authorization", b"Bearer ")], ""),
            (&[("authorization", b"Bearer \xff")], ""),
            (
                &[
                    ("authorization", b"Bearer a"),
                    ("authorization", b"Bearer a"),
                ],
                "",
            ),
            (&[("x-auth-token", b"")], ""),
            (&[("x-auth-token", b"\xff")], ""),
            (&[("x-auth-token", b"a"), ("x-auth-token", b"a")], ""),
            (&[], "jwt="),
            (&[], "jwt"),
            (&[], "jwt=a&jwt=a"),
        ];
        for (headers, query) in cases {
            let presented = find(headers, query);
            assert!(presented.malformed, "{headers:?} {query}");
        }
    }

    #[test]
    fn a_request_without_credentials_presents_none() {
        let presented = find(&[("accept", b"*/*")], "token=1&JWT=2&%ff=%zz");
        assert!(presented.schemes.is_empty() && presented.credentials.is_empty());
        assert!(!presented.malformed);
    }

    #[test]
    fn a_password_may_have_colons_and_any_letters() {
        let secret = Secret::new(STANDARD.encode("ann@example.com:a:b:ü"));
        let (email, password) = email_and_password(&secret).unwrap();
        assert_eq!(
            (email.as_str(), password.expose()),
            ("ann@example.com", "a:b:ü")
        );
    }

    #[test]
    fn what_is_not_e_mail_and_password_is_none() {
        for bytes in [b"no colon" as &[u8], b"\xff\xfe:x", b""] {
            assert!(email_and_password(&Secret::new(STANDARD.encode(bytes))).is_none());
        }
        assert!(email_and_password(&Secret::new("not base64!")).is_none());
    }
}
