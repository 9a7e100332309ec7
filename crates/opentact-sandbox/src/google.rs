//! Google ID tokens: the sandbox's own issuer, and the verification against its public keys.

use std::sync::Arc;

use jsonwebtoken::{Algorithm, DecodingKey, jwk::JwkSet};
use opentact_client::Secret;
use serde::{Deserialize, Serialize};
use tokio::sync::OnceCell;

use self::signing_key::SigningKey;
use crate::{
    blocking::blocking,
    error::Error,
    session::{is_alive, without_time},
    store::{Store, keys, users::StoredUser},
};

pub(crate) mod options;
mod signing_key;

pub use self::options::GoogleTokenOptions;

const KEY_NAME: &str = "google-rs256";

/// Issues and verifies ID tokens.
///
/// The RSA key is made when the first token is issued, since making one takes a while.
#[derive(Debug)]
pub(crate) struct Google {
    issuer: String,
    client_id: String,
    key: OnceCell<Issuer>,
}

#[derive(Debug)]
struct Issuer {
    key: Arc<SigningKey>,
    jwks: JwkSet,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    email: String,
    email_verified: bool,
    iat: i64,
    exp: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
}

impl Google {
    /// Takes the key from the store if one was made before.
    pub(crate) async fn open(
        store: &Store,
        issuer: String,
        client_id: String,
    ) -> Result<Self, Error> {
        let stored = store
            .read(|connection| keys::get(connection, KEY_NAME))
            .await?;
        let key = match stored {
            Some(pkcs8) => OnceCell::new_with(Some(Issuer::new(SigningKey::from_pkcs8(&pkcs8)?))),
            None => OnceCell::new(),
        };
        Ok(Self {
            issuer,
            client_id,
            key,
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
        let issuer = self.key.get_or_try_init(|| make_issuer(store)).await?;
        let iat = now_s.saturating_add(seconds(options.issued_in.as_secs()));
        let claims = Claims {
            iss: options
                .issuer
                .clone()
                .unwrap_or_else(|| self.issuer.clone()),
            aud: options
                .audience
                .clone()
                .unwrap_or_else(|| self.client_id.clone()),
            sub: user.gmail_user_id.clone(),
            email: user.email.clone(),
            email_verified: true,
            iat,
            exp: iat.saturating_add(seconds(options.ttl.as_secs())),
            nbf: None,
        };
        if options.foreign_key {
            // The id of the known key, so that it is the signature that betrays the token.
            let kid = issuer.key.id().to_owned();
            return blocking(move || SigningKey::generate()?.sign(&kid, &claims)).await?;
        }
        let key = Arc::clone(&issuer.key);
        blocking(move || key.sign(key.id(), &claims)).await?
    }

    /// The Google user whom the token names, if it is for this client and alive at `now_s`.
    pub(crate) fn verify(&self, token: &Secret, now_s: i64) -> Option<String> {
        let kid = jsonwebtoken::decode_header(token.expose()).ok()?.kid?;
        let key = DecodingKey::from_jwk(self.key.get()?.jwks.find(&kid)?).ok()?;
        let mut checks = without_time(Algorithm::RS256);
        checks.set_issuer(&[&self.issuer]);
        checks.set_audience(&[&self.client_id]);
        checks.set_required_spec_claims(&["iss", "aud", "sub"]);
        let claims = jsonwebtoken::decode::<Claims>(token.expose(), &key, &checks)
            .ok()?
            .claims;
        is_alive(claims.iat, claims.nbf, claims.exp, now_s).then_some(claims.sub)
    }
}

impl Issuer {
    fn new(key: SigningKey) -> Self {
        let jwks = JwkSet {
            keys: vec![key.jwk()],
        };
        Self {
            key: Arc::new(key),
            jwks,
        }
    }
}

async fn make_issuer(store: &Store) -> Result<Issuer, Error> {
    let pkcs8 = blocking(|| SigningKey::generate()?.to_pkcs8()).await??;
    let stored = store
        .write(move |transaction| {
            keys::put(transaction, KEY_NAME, &pkcs8)?;
            keys::get(transaction, KEY_NAME)
        })
        .await?
        .ok_or(Error::Key { name: KEY_NAME })?;
    Ok(Issuer::new(SigningKey::from_pkcs8(&stored)?))
}

fn seconds(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
