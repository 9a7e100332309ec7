//! JWTs: what `GET /rest/auth` hands out and how it is verified.

use std::{fmt, time::Duration};

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header};
use opentact_client::{Secret, types::Role};
use serde::{Deserialize, Serialize, de::IgnoredAny};

use crate::{
    auth::jwt::{self, Life},
    clock::LATEST_S,
    error::Error,
    random,
    store::{Store, keys, users::StoredUser},
};

const KEY_NAME: &str = "jwt-hs256";
const KEY_LENGTH: usize = 32;
const ALGORITHM: Algorithm = Algorithm::HS256;

/// What every JWT of the API says of its domain: the nearest it has to an issuer.
const DOMAIN: &str = "opentact.org";

/// What a JWT of ours says.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// The uuid of its user.
    pub(crate) uuid: String,
    /// Which generation of the user's sessions it is of.
    pub(crate) generation: i64,
    pub(crate) life: Life,
}

/// Mints and verifies the sandbox's own JWTs.
pub(crate) struct Sessions {
    encoding: EncodingKey,
    decoding: DecodingKey,
}

/// The claims, as the API writes them.
#[derive(Serialize, Deserialize)]
struct Claims {
    uuid: String,
    role: String,
    domain: String,
    #[serde(deserialize_with = "jwt::time")]
    iat: i64,
    #[serde(deserialize_with = "jwt::time")]
    exp: i64,
    /// Which generation of the user's sessions this is; the first goes without saying.
    #[serde(default, skip_serializing_if = "is_first")]
    generation: i64,
    #[serde(
        default,
        deserialize_with = "jwt::some_time",
        skip_serializing_if = "Option::is_none"
    )]
    nbf: Option<i64>,
    /// The API's JWTs name neither issuer nor audience, so one that does is for someone else.
    #[serde(default, deserialize_with = "jwt::some", skip_serializing)]
    iss: Option<IgnoredAny>,
    #[serde(default, deserialize_with = "jwt::some", skip_serializing)]
    aud: Option<IgnoredAny>,
}

impl Sessions {
    /// Takes the key from the store, making one the first time.
    pub(crate) async fn open(store: &Store) -> Result<Self, Error> {
        let new_key = random::bytes::<KEY_LENGTH>()?;
        let key = store
            .write(move |transaction| {
                keys::put(transaction, KEY_NAME, &new_key)?;
                keys::get(transaction, KEY_NAME)
            })
            .await?
            .filter(|key| key.len() == KEY_LENGTH)
            .ok_or(Error::Key { name: KEY_NAME })?;
        Ok(Self::new(&key))
    }

    fn new(key: &[u8]) -> Self {
        Self {
            encoding: EncodingKey::from_secret(key),
            decoding: DecodingKey::from_secret(key),
        }
    }

    /// A JWT of the user that lives so long from `now_s` on, in whole seconds, or to the end of
    /// year 9999.
    pub(crate) fn mint(
        &self,
        user: &StoredUser,
        now_s: i64,
        ttl: Duration,
    ) -> Result<Secret, Error> {
        let claims = Claims {
            uuid: user.uuid.to_string(),
            role: Role::User.as_str().to_owned(),
            domain: DOMAIN.to_owned(),
            iat: now_s,
            exp: now_s.saturating_add_unsigned(ttl.as_secs()).min(LATEST_S),
            generation: user.session_generation,
            nbf: None,
            iss: None,
            aud: None,
        };
        self.sign(&claims)
    }

    fn sign(&self, claims: &Claims) -> Result<Secret, Error> {
        jsonwebtoken::encode(&Header::new(ALGORITHM), claims, &self.encoding)
            .map(Secret::new)
            .map_err(Error::Sign)
    }

    /// The uuid of the user whom the JWT names, and in which generation of sessions, if it is
    /// ours and alive at `now_s`.
    pub(crate) fn verify(&self, jwt: &Secret, now_s: i64) -> Option<(String, i64)> {
        let session = self.session(jwt)?;
        let alive = session.life.includes(now_s);
        alive.then_some((session.uuid, session.generation))
    }

    /// What the JWT says, if it is ours, alive or not.
    pub(crate) fn session(&self, jwt: &Secret) -> Option<Session> {
        // There is one key, and no way to ask for another.
        let None = jwt::key_id(jwt, ALGORITHM)? else {
            return None;
        };
        let claims: Claims = jwt::claims(jwt, ALGORITHM, &self.decoding)?;
        let Claims { iat, nbf, exp, .. } = claims;
        let ours = claims.domain == DOMAIN && claims.role == Role::User.as_str();
        let addressed = claims.iss.is_some() || claims.aud.is_some();
        (ours && !addressed).then_some(Session {
            uuid: claims.uuid,
            generation: claims.generation,
            life: Life { iat, nbf, exp },
        })
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions").finish_non_exhaustive()
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the form in which serde calls it"
)]
const fn is_first(generation: &i64) -> bool {
    *generation == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_700_000_000;

    fn claims(iat: i64, exp: i64, nbf: Option<i64>) -> Claims {
        Claims {
            uuid: "a user".to_owned(),
            role: "User".to_owned(),
            domain: "opentact.org".to_owned(),
            iat,
            exp,
            generation: 0,
            nbf,
            iss: None,
            aud: None,
        }
    }

    #[test]
    fn a_jwt_is_accepted_until_it_expires() {
        let sessions = Sessions::new(&[7; 32]);
        let jwt = sessions.sign(&claims(NOW, NOW + 60, None)).unwrap();
        assert_eq!(sessions.verify(&jwt, NOW), Some(("a user".to_owned(), 0)));
        assert_eq!(
            sessions.verify(&jwt, NOW + 59),
            Some(("a user".to_owned(), 0))
        );
        assert_eq!(sessions.verify(&jwt, NOW + 60), None);
    }

    #[test]
    fn a_jwt_from_the_future_is_refused() {
        let sessions = Sessions::new(&[7; 32]);
        for claims in [
            claims(NOW + 1, NOW + 60, None),
            claims(NOW, NOW + 60, Some(NOW + 1)),
        ] {
            let jwt = sessions.sign(&claims).unwrap();
            assert_eq!(sessions.verify(&jwt, NOW), None);
            assert!(sessions.verify(&jwt, NOW + 1).is_some());
        }
    }

    #[test]
    fn a_jwt_of_another_key_or_algorithm_is_refused() {
        let sessions = Sessions::new(&[7; 32]);
        let foreign = Sessions::new(&[8; 32])
            .sign(&claims(NOW, NOW + 60, None))
            .unwrap();
        assert_eq!(sessions.verify(&foreign, NOW), None);
        let other = jsonwebtoken::encode(
            &Header::new(Algorithm::HS512),
            &claims(NOW, NOW + 60, None),
            &sessions.encoding,
        )
        .unwrap();
        assert_eq!(sessions.verify(&Secret::new(other), NOW), None);
    }

    #[test]
    fn anything_else_is_refused() {
        let sessions = Sessions::new(&[7; 32]);
        for text in ["", ".", "..", "a.b.c", "....", "\u{fffd}.\u{0}.x"] {
            assert_eq!(sessions.verify(&Secret::new(text), NOW), None, "{text:?}");
        }
    }
}
