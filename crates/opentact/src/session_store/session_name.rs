//! The name under which a session is kept: who logs in, and where.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::credential::Credential;

/// What the hash is for, so that its value is of use for nothing else.
const PURPOSE: &[u8] = b"opentact session name 1";

/// The name under which a session is kept: who logs in, and where.
///
/// 43 characters of `A-Z`, `a-z`, `0-9`, `-` and `_`, safe in a file name and a key. It is a hash
/// of the base URL and the credential: clients with the same two share a session, others do not.
/// It does not give the credential away, but whoever reads it can test guesses of a weak password
/// against it; so it is not shown by `Debug`.
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct SessionName(String);

impl SessionName {
    /// The name of the session of that credential at that base URL.
    ///
    /// It is the one that a client makes where the URL is written as `https://api.opentact.org` is:
    /// host in lower case, and without `/rest` at the end.
    ///
    /// ```
    /// use opentact::{Credential, session_store::SessionName};
    ///
    /// let credential = Credential::basic("me@example.com", "made up");
    /// let name = SessionName::new("https://api.opentact.org", &credential);
    /// assert_eq!(name.as_str().len(), 43);
    /// assert_ne!(name, SessionName::new("https://other.example", &credential));
    /// ```
    pub fn new(base_url: &str, credential: &Credential) -> Self {
        let kind = credential.kind().name();
        let secret = credential.secret().expose();
        Self(keyed_hash(
            PURPOSE,
            [base_url.trim_end_matches('/'), kind, secret],
        ))
    }

    /// The text of the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SessionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionName(..)")
    }
}

/// HMAC-SHA256 of the parts under that key, as text. A zero byte ends each part, and no part has one.
fn keyed_hash<'a>(key: &[u8], parts: impl IntoIterator<Item = &'a str>) -> String {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut hash = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    }
    URL_SAFE_NO_PAD.encode(hash.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://api.opentact.org";

    #[test]
    fn base_url_kind_and_secret_make_the_name_and_nothing_else() {
        let name = |base: &str, credential: &Credential| SessionName::new(base, credential);
        let ann = Credential::basic("ann@example.com", "planted-4711");
        let same = name(BASE, &ann);
        assert_eq!(name(&format!("{BASE}/"), &ann), same);
        let google = Credential::google("planted-4711");
        let in_query = google.clone().in_query();
        assert_eq!(name(BASE, &google), name(BASE, &in_query));
        for other in [
            name("https://api.opentact.example", &ann),
            name(BASE, &Credential::basic("bob@example.com", "planted-4711")),
            name(BASE, &Credential::basic("ann@example.com", "planted-4712")),
            name(BASE, &google),
            name(BASE, &Credential::facebook("planted-4711")),
        ] {
            assert_ne!(other, same);
        }
    }

    #[test]
    fn text_is_safe_in_a_file_name_and_holds_no_part_of_the_credential() {
        let name = SessionName::new(BASE, &Credential::basic("me@example.com", "planted-4711"));
        assert_eq!(name.as_str().len(), 43);
        let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        assert!(name.as_str().bytes().all(safe), "{}", name.as_str());
        assert!(!name.as_str().contains("planted"));
        assert_eq!(format!("{name:?}"), "SessionName(..)");
    }

    #[test]
    fn borders_of_the_parts_count() {
        assert_ne!(keyed_hash(b"k", ["ab", "c"]), keyed_hash(b"k", ["a", "bc"]));
    }
}
