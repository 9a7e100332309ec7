//! What every JWT is held to, whoever signed it: RFC 8725, on the strict side.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use opentact_client::Secret;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error as _, IgnoredAny},
};

use crate::clock::LATEST_S;

/// The longest JWT that is looked at, in bytes.
pub(crate) const LONGEST: usize = 4096;

/// The header. Any other member would say by which key, or how else, the token wants to be
/// read (`jwk`, `jku`, `x5u`, `x5c`, `crit`, `zip`), and that is not the token's to say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: Algorithm,
    typ: String,
    #[serde(default, deserialize_with = "some")]
    kid: Option<String>,
}

/// From when to when a token is good, in seconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Life {
    pub(crate) iat: i64,
    pub(crate) nbf: Option<i64>,
    pub(crate) exp: i64,
}

impl Life {
    /// Whether the token is alive at `now_s`.
    pub(crate) fn includes(self, now_s: i64) -> bool {
        self.iat <= now_s && self.nbf.is_none_or(|nbf| nbf <= now_s) && now_s < self.exp
    }
}

/// The `kid` of a JWT that says it is signed with `algorithm`; `None` if its form is not as it
/// must be, `Some(None)` if it has none.
pub(crate) fn key_id(jwt: &Secret, algorithm: Algorithm) -> Option<Option<String>> {
    let jwt = jwt.expose();
    if jwt.len() > LONGEST {
        return None;
    }
    let (header, _) = jwt.split_once('.')?;
    let header = URL_SAFE_NO_PAD.decode(header).ok()?;
    let Header { alg, typ, kid } = object(&header)?;
    (alg == algorithm && typ == "JWT").then_some(kid)
}

/// The claims of a JWT that `key` has signed with `algorithm`. They are not looked at before
/// the signature is found right; what they say, and when, is the caller's to judge.
pub(crate) fn claims<T: DeserializeOwned>(
    jwt: &Secret,
    algorithm: Algorithm,
    key: &DecodingKey,
) -> Option<T> {
    let mut checks = Validation::new(algorithm);
    checks.required_spec_claims.clear();
    checks.validate_exp = false;
    checks.validate_aud = false;
    jsonwebtoken::decode::<IgnoredAny>(jwt.expose(), key, &checks).ok()?;
    let claims = jwt.expose().split('.').nth(1)?;
    object(&URL_SAFE_NO_PAD.decode(claims).ok()?)
}

/// The JSON object in the text; serde would read a struct from an array as well.
fn object<T: DeserializeOwned>(text: &[u8]) -> Option<T> {
    // serde_json does not look into what it skips, and all of it has to be UTF-8.
    let text = str::from_utf8(text).ok()?;
    let is_object = text.trim_ascii_start().starts_with('{');
    serde_json::from_str(text).ok().filter(|_| is_object)
}

/// A claim that is a time: whole seconds that the sandbox's clock can show.
pub(crate) fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let time = i64::deserialize(deserializer)?;
    let possible = (0..=LATEST_S).contains(&time);
    possible
        .then_some(time)
        .ok_or_else(|| D::Error::custom("no such time"))
}

/// [`time`], for a claim that may be left out, but not be null.
pub(crate) fn some_time<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<i64>, D::Error> {
    time(deserializer).map(Some)
}

/// A member that may be left out, but not be null.
pub(crate) fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_id_of(header: &str) -> Option<Option<String>> {
        let jwt = format!("{}.e30.", URL_SAFE_NO_PAD.encode(header));
        key_id(&Secret::new(jwt), Algorithm::RS256)
    }

    #[test]
    fn the_header_is_read_strictly() {
        let kid = key_id_of(r#"{"alg":"RS256","typ":"JWT","kid":"a"}"#);
        assert_eq!(kid, Some(Some("a".to_owned())));
        assert_eq!(key_id_of(r#"{"typ":"JWT","alg":"RS256"}"#), Some(None));
        for header in [
            r#"{"alg":"HS256","typ":"JWT"}"#,
            r#"{"alg":"none","typ":"JWT"}"#,
            r#"{"alg":"RS256"}"#,
            r#"{"alg":"RS256","typ":"at+jwt"}"#,
            r#"{"alg":"RS256","typ":"JWT","kid":null}"#,
            r#"{"alg":"RS256","typ":"JWT","jku":"https://example.com"}"#,
            r#"{"alg":"RS256","alg":"RS256","typ":"JWT"}"#,
            r#"["RS256","JWT"]"#,
            "",
        ] {
            assert_eq!(key_id_of(header), None, "{header}");
        }
    }

    #[test]
    fn what_is_too_long_is_not_looked_at() {
        let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256","typ":"JWT"}"#);
        for (length, fits) in [(LONGEST, true), (LONGEST + 1, false)] {
            let mut jwt = format!("{header}.");
            jwt.push_str(&"x".repeat(length - jwt.len()));
            assert_eq!(key_id(&Secret::new(jwt), Algorithm::RS256).is_some(), fits);
        }
    }

    #[test]
    fn a_life_ends_with_the_second_that_exp_names() {
        let life = |iat, nbf, exp| Life { iat, nbf, exp };
        for (life, alive) in [
            (life(10, None, 11), true),
            (life(10, Some(10), 11), true),
            (life(11, None, 12), false),
            (life(9, Some(11), 12), false),
            (life(9, None, 10), false),
        ] {
            assert_eq!(life.includes(10), alive, "{life:?}");
        }
    }
}
