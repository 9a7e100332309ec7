//! The public keys of an issuer: a JWKS, of which only what can verify RS256 counts.

use jsonwebtoken::DecodingKey;
use serde::Deserialize;
use serde_json::Value;

/// Public keys by their ids.
pub(super) struct KeySet {
    keys: Vec<(String, DecodingKey)>,
}

#[derive(Deserialize)]
struct Jwks {
    keys: Vec<Value>,
}

/// The members of a JWK that matter here; [RFC 7517](https://www.rfc-editor.org/rfc/rfc7517)
/// has keys with others be ignored, not refused.
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: String,
    #[serde(rename = "use")]
    used_for: Option<String>,
    alg: Option<String>,
    n: String,
    e: String,
}

impl KeySet {
    /// Reads a JWKS; `None` if it is none.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        let Jwks { keys } = serde_json::from_slice(text).ok()?;
        let keys = keys.into_iter().filter_map(|key| {
            let key: Jwk = serde_json::from_value(key).ok()?;
            let usable = key.kty == "RSA"
                && key.used_for.is_none_or(|used_for| used_for == "sig")
                && key.alg.is_none_or(|alg| alg == "RS256");
            let decoding = DecodingKey::from_rsa_components(&key.n, &key.e).ok()?;
            usable.then_some((key.kid, decoding))
        });
        Some(Self {
            keys: keys.collect(),
        })
    }

    /// The key with this id.
    pub(super) fn find(&self, id: &str) -> Option<DecodingKey> {
        let found = self.keys.iter().find(|(known, _)| known == id);
        found.map(|(_, key)| key.clone())
    }
}

impl std::fmt::Debug for KeySet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ids = self.keys.iter().map(|(id, _)| id);
        f.debug_list().entries(ids).finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_keys_that_verify_rs256_count() {
        let rsa = |kid: &str| json!({ "kty": "RSA", "kid": kid, "n": "AQAB", "e": "AQAB" });
        let with = |kid: &str, name: &str, value: &str| {
            let mut key = rsa(kid);
            key[name] = json!(value);
            key
        };
        let jwks = json!({ "keys": [
            rsa("plain"),
            with("signs", "use", "sig"),
            with("rs256", "alg", "RS256"),
            with("encrypts", "use", "enc"),
            with("rs512", "alg", "RS512"),
            with("secret", "kty", "oct"),
            { "kty": "EC", "kid": "curve", "crv": "P-256", "x": "AQAB", "y": "AQAB" },
            { "kty": "RSA", "n": "AQAB", "e": "AQAB" },
            "no key at all",
        ]});
        let set = KeySet::parse(jwks.to_string().as_bytes()).unwrap();
        assert_eq!(format!("{set:?}"), r#"["plain", "signs", "rs256"]"#);
        assert!(set.find("plain").is_some() && set.find("curve").is_none());
    }

    #[test]
    fn what_is_no_jwks_is_none() {
        for text in ["", "[]", "{}", r#"{"keys":{}}"#, "<html>"] {
            assert!(KeySet::parse(text.as_bytes()).is_none(), "{text}");
        }
    }
}
