//! How long a JWT lives, read from the token itself.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use opentact_client::Secret;
use serde::Deserialize;

/// The shortest life that is believed, in seconds.
const SHORTEST: f64 = 1.0;
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
    let claims = claims(jwt)?;
    let life = claims.exp? - claims.iat?;
    (SHORTEST..=LONGEST)
        .contains(&life)
        .then(|| Duration::from_secs_f64(life))
}

/// The latest expiry that is believed, in seconds since 1970: a thousand years, which every clock can
/// show.
const LATEST: f64 = LONGEST * 100.0;

/// How long ago a JWT expired by its own claim, if it did.
pub(crate) fn expired_for(jwt: &Secret, now: SystemTime) -> Option<Duration> {
    let expiry = claims(jwt)?.exp.filter(|it| (0.0..LATEST).contains(it))?;
    let ago = now.duration_since(UNIX_EPOCH + Duration::from_secs_f64(expiry));
    ago.ok().filter(|ago| !ago.is_zero())
}

fn claims(jwt: &Secret) -> Option<Claims> {
    let payload = jwt.expose().split('.').nth(1)?;
    let payload = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    serde_json::from_slice(&payload).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn jwt(claims: &str) -> Secret {
        Secret::new(format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims)))
    }

    #[test]
    fn life_is_the_difference_of_two_claims() {
        let documented = jwt(r#"{"uuid":"60e9fa76","iat":1603726338,"exp":1603812738}"#);
        assert_eq!(life(&documented), Some(Duration::from_secs(86_400)));
        for (claims, milliseconds) in [
            // Hours in the past, hours in the future: not this machine's business.
            (r#"{"iat":1000,"exp":1060}"#, 60_000),
            (r#"{"iat":99999999999,"exp":100000000059}"#, 60_000),
            (r#"{"iat":-100,"exp":-40}"#, 60_000),
            (r#"{"iat":-30,"exp":30}"#, 60_000),
            (r#"{"iat":1.25,"exp":61.75}"#, 60_500),
            (r#"{"iat":0,"exp":1}"#, 1_000),
            (r#"{"iat":0,"exp":6e1,"nbf":"odd"}"#, 60_000),
            (r#"{"iat":0,"exp":315360000}"#, 315_360_000_000),
        ] {
            let expected = Some(Duration::from_millis(milliseconds));
            assert_eq!(life(&jwt(claims)), expected, "{claims}");
        }
    }

    #[test]
    fn expiry_is_told_by_the_claim() {
        let now = UNIX_EPOCH + Duration::from_secs(1_000);
        for (claims, ago) in [
            (r#"{"exp":990}"#, Some(10)),
            (r#"{"exp":1000}"#, None),
            (r#"{"exp":1001}"#, None),
            (r#"{"exp":-1}"#, None),
            (r#"{"exp":1e300}"#, None),
            (r#"{"iat":1}"#, None),
        ] {
            let expected = ago.map(Duration::from_secs);
            assert_eq!(expired_for(&jwt(claims), now), expected, "{claims}");
        }
    }

    #[test]
    fn what_says_nothing_or_something_absurd_has_no_known_life() {
        for claims in [
            "{}",
            r#"{"exp":1603812738}"#,
            r#"{"iat":5,"exp":5}"#,
            r#"{"iat":9,"exp":5}"#,
            r#"{"iat":5}"#,
            r#"{"iat":0,"exp":0.999}"#,
            r#"{"iat":0,"exp":1e300}"#,
            r#"{"iat":-1e308,"exp":1e308}"#,
            r#"{"iat":0,"exp":1e999}"#,
            r#"{"iat":0,"exp":315360001}"#,
            r#"{"iat":0,"exp":18446744073709551616}"#,
            r#"{"iat":null,"exp":60}"#,
            r#"{"iat":0,"exp":[60]}"#,
            r#"{"iat":0,"exp":60,"exp":61}"#,
            r#"{"iat":"0","exp":"60"}"#,
            "not json",
        ] {
            assert_eq!(life(&jwt(claims)), None, "{claims}");
        }
        for text in ["", "opaque", "a.b.c", "a.%%%.c"] {
            assert_eq!(life(&Secret::new(text)), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_has_a_life_or_none(text in "\\PC{0,60}|[A-Za-z0-9._=-]{0,60}") {
            let _ = life(&Secret::new(text));
        }

        #[test]
        fn a_life_is_positive_and_believable(claims in "\\{(\"(iat|exp|nbf)\":-?[0-9]{1,20}(\\.[0-9]{1,3})?(e[0-9]{1,3})?,?){0,3}\\}", iat in any::<f64>(), exp in any::<f64>()) {
            for claims in [claims, serde_json::json!({ "iat": iat, "exp": exp }).to_string()] {
                if let Some(life) = life(&jwt(&claims)) {
                    prop_assert!(life.as_secs_f64() <= LONGEST);
                }
            }
        }

        #[test]
        fn a_life_does_not_depend_on_when_it_began(begin in 0_u32.., seconds in 1_u32..300_000_000) {
            let claims = serde_json::json!({ "iat": begin, "exp": u64::from(begin) + u64::from(seconds) });
            prop_assert_eq!(life(&jwt(&claims.to_string())), Some(Duration::from_secs(seconds.into())));
        }
    }
}
