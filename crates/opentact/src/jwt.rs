//! How long a JWT lives, read from the token itself.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use opentact_client::Secret;
use serde::Deserialize;

/// The longest life that is believed, in seconds: ten years.
const LONGEST: f64 = 10.0 * 365.0 * 86_400.0;

#[derive(Deserialize)]
struct Claims {
    iat: Option<f64>,
    exp: Option<f64>,
}

/// How long a JWT lives from the moment it was made, by its own claims.
///
/// The difference of two claims, so that a wrong clock on this machine changes nothing. `None` when
/// the token does not say, or says something absurd: then it is used until the server refuses it.
pub(crate) fn life(jwt: &Secret) -> Option<Duration> {
    let payload = jwt.expose().split('.').nth(1)?;
    let payload = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    let claims: Claims = serde_json::from_slice(&payload).ok()?;
    let life = claims.exp? - claims.iat?;
    (life > 0.0 && life <= LONGEST).then(|| Duration::from_secs_f64(life))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jwt(claims: &str) -> Secret {
        Secret::new(format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims)))
    }

    #[test]
    fn life_is_the_difference_of_two_claims() {
        let documented = jwt(r#"{"uuid":"60e9fa76","iat":1603726338,"exp":1603812738}"#);
        assert_eq!(life(&documented), Some(Duration::from_secs(86_400)));
    }

    #[test]
    fn what_says_nothing_or_something_absurd_has_no_known_life() {
        for claims in [
            "{}",
            r#"{"exp":1603812738}"#,
            r#"{"iat":5,"exp":5}"#,
            r#"{"iat":9,"exp":5}"#,
            r#"{"iat":0,"exp":1e300}"#,
            r#"{"iat":"0","exp":"60"}"#,
            "not json",
        ] {
            assert_eq!(life(&jwt(claims)), None, "{claims}");
        }
        for text in ["", "opaque", "a.b.c", "a.%%%.c"] {
            assert_eq!(life(&Secret::new(text)), None, "{text}");
        }
    }
}
