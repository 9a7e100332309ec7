//! Google ID tokens: the sandbox issues them itself, good ones and bad ones, and verifies them.

use jsonwebtoken::{Algorithm, DecodingKey};
use opentact_client::Secret;
use serde::{Deserialize, Serialize};

use self::keys::{KeyRing, SigningKey};
use crate::{
    auth::jwt::{self, Life},
    background::blocking,
    clock::LATEST_S,
    error::Error,
    settings::Settings,
    store::{Store, users::StoredUser},
};

mod keys;
pub(crate) mod options;

pub use self::options::GoogleTokenOptions;

const ALGORITHM: Algorithm = Algorithm::RS256;

/// The two ways in which Google
/// [writes its name](https://developers.google.com/identity/gsi/web/guides/verify-google-id-token).
const GOOGLE: [&str; 2] = ["https://accounts.google.com", "accounts.google.com"];

/// Issues and verifies ID tokens.
#[derive(Debug)]
pub(crate) struct Google {
    audience: String,
    keys: KeyRing,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    #[serde(
        default,
        deserialize_with = "jwt::some",
        skip_serializing_if = "Option::is_none"
    )]
    azp: Option<String>,
    sub: String,
    #[serde(default, deserialize_with = "jwt::some")]
    email: Option<String>,
    #[serde(default, deserialize_with = "jwt::some")]
    email_verified: Option<bool>,
    #[serde(deserialize_with = "jwt::time")]
    iat: i64,
    #[serde(deserialize_with = "jwt::time")]
    exp: i64,
    #[serde(
        default,
        deserialize_with = "jwt::some_time",
        skip_serializing_if = "Option::is_none"
    )]
    nbf: Option<i64>,
}

impl Google {
    /// Takes its own keys from the store if they were made before.
    pub(crate) async fn open(store: &Store, settings: &Settings) -> Result<Self, Error> {
        Ok(Self {
            audience: settings.google_audience.clone(),
            keys: KeyRing::open(store).await?,
        })
    }

    /// An ID token for the user.
    pub(crate) async fn issue(
        &self,
        store: &Store,
        user: &StoredUser,
        options: &GoogleTokenOptions,
        now_s: i64,
    ) -> Result<Secret, Error> {
        let key = self.keys.signing(store).await?;
        let iat = now_s.saturating_add(options.issued_in.into());
        let or = |given: &Option<String>, usual: &str| given.as_deref().unwrap_or(usual).to_owned();
        let claims = Claims {
            iss: or(&options.issuer, GOOGLE[0]),
            aud: or(&options.audience, &self.audience),
            azp: Some(or(&options.authorized_party, &self.audience)),
            sub: user.gmail_user_id.clone(),
            email: Some(user.email.clone()),
            email_verified: Some(options.email_verified),
            iat,
            exp: iat.saturating_add(options.ttl.into()).min(LATEST_S),
            nbf: options.good_in.map(|wait| iat.saturating_add(wait.into())),
        };
        let foreign_key = options.foreign_key;
        blocking(move || {
            // The id of the known key, so that it is the signature that betrays the token.
            if foreign_key {
                return SigningKey::generate()?.sign(key.id(), &claims);
            }
            key.sign(key.id(), &claims)
        })
        .await?
    }

    /// The Google user whom the token names, if it is for this audience and alive at `now_s`.
    pub(crate) async fn verify(&self, token: &Secret, now_s: i64) -> Option<String> {
        let kid = jwt::key_id(token, ALGORITHM)??;
        let key = self.keys.find(&kid).await?;
        self.judge(token, &key, now_s)
    }

    /// Signs with a new key from now on.
    pub(crate) async fn rotate_key(&self, store: &Store) -> Result<(), Error> {
        self.keys.rotate(store).await
    }

    fn judge(&self, token: &Secret, key: &DecodingKey, now_s: i64) -> Option<String> {
        let claims: Claims = jwt::claims(token, ALGORITHM, key)?;
        let Claims { iat, nbf, exp, .. } = claims;
        let issued = GOOGLE.contains(&&*claims.iss);
        let for_us =
            claims.aud == self.audience && claims.azp.is_none_or(|party| party == self.audience);
        let verified = claims
            .email_verified
            .unwrap_or_else(|| claims.email.is_none());
        let alive = Life { iat, nbf, exp }.includes(now_s);
        (issued && for_us && verified && alive && !claims.sub.is_empty()).then_some(claims.sub)
    }
}
