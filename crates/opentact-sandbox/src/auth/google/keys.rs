//! The RSA keys of the sandbox's own Google, and their rotation.

use std::sync::Arc;

use aws_lc_rs::{
    encoding::AsDer,
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaPublicKeyComponents},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::DecodingKey;
use opentact_client::Secret;
use serde::Serialize;
use serde_json::json;
use tokio::sync::RwLock;

use crate::{
    background::blocking,
    error::Error,
    fingerprint::Fingerprint,
    store::{Store, keys},
};

/// The key that signs.
pub(super) const KEY_NAME: &str = "google-rs256";
/// The key that signed before, whose tokens are still good.
const PREVIOUS_KEY_NAME: &str = "google-rs256-previous";

/// Signs with one key and verifies with two: that one and its predecessor.
///
/// The first key is made when the first token is issued, since making one takes a while.
#[derive(Debug)]
pub(super) struct KeyRing {
    keys: RwLock<Option<Keys>>,
}

#[derive(Debug)]
struct Keys {
    signing: Arc<SigningKey>,
    previous: Option<SigningKey>,
}

impl KeyRing {
    /// Takes the keys from the store if any were made before.
    pub(super) async fn open(store: &Store) -> Result<Self, Error> {
        let read = store.read(|connection| {
            let signing = keys::get(connection, KEY_NAME)?;
            Ok((signing, keys::get(connection, PREVIOUS_KEY_NAME)?))
        });
        let keys = match read.await? {
            (Some(signing), previous) => Some(Keys::new(&signing, previous.as_deref())?),
            (None, _) => None,
        };
        Ok(Self {
            keys: RwLock::new(keys),
        })
    }

    /// What verifies the signatures of the key with this id, if it is known.
    pub(super) async fn find(&self, id: &str) -> Option<DecodingKey> {
        let keys = self.keys.read().await;
        let Keys { signing, previous } = keys.as_ref()?;
        let mut known = [Some(&**signing), previous.as_ref()].into_iter().flatten();
        known.find(|key| key.id() == id).map(SigningKey::public)
    }

    /// The key that signs; the first is made if there is none.
    pub(super) async fn signing(&self, store: &Store) -> Result<Arc<SigningKey>, Error> {
        if let Some(keys) = &*self.keys.read().await {
            return Ok(Arc::clone(&keys.signing));
        }
        let mut keys = self.keys.write().await;
        if let Some(made_meanwhile) = &*keys {
            return Ok(Arc::clone(&made_meanwhile.signing));
        }
        let new = new_key().await?;
        let signing = store
            .write(move |transaction| {
                keys::put(transaction, KEY_NAME, &new)?;
                keys::get(transaction, KEY_NAME)
            })
            .await?
            .ok_or(Error::Key { name: KEY_NAME })?;
        Ok(Arc::clone(&keys.insert(Keys::new(&signing, None)?).signing))
    }

    /// Signs with a new key from now on. Tokens of the one before stay good, and those of the
    /// one before that do not.
    pub(super) async fn rotate(&self, store: &Store) -> Result<(), Error> {
        let mut keys = self.keys.write().await;
        let new = new_key().await?;
        let signing = new.clone();
        let previous = store
            .write(move |transaction| {
                let previous = keys::get(transaction, KEY_NAME)?;
                if let Some(previous) = &previous {
                    keys::replace(transaction, PREVIOUS_KEY_NAME, previous)?;
                }
                keys::replace(transaction, KEY_NAME, &signing)?;
                Ok(previous)
            })
            .await?;
        *keys = Some(Keys::new(&new, previous.as_deref())?);
        Ok(())
    }
}

impl Keys {
    fn new(signing: &[u8], previous: Option<&[u8]>) -> Result<Self, Error> {
        Ok(Self {
            signing: Arc::new(SigningKey::from_pkcs8(signing)?),
            previous: previous.map(SigningKey::from_pkcs8).transpose()?,
        })
    }
}

async fn new_key() -> Result<Vec<u8>, Error> {
    blocking(|| SigningKey::generate()?.to_pkcs8()).await?
}

const UNUSABLE: Error = Error::Key { name: KEY_NAME };

/// A key that signs with RS256.
#[derive(Debug)]
pub(super) struct SigningKey {
    pair: KeyPair,
    id: String,
}

impl SigningKey {
    pub(super) fn generate() -> Result<Self, Error> {
        KeyPair::generate(KeySize::Rsa2048)
            .map(Self::new)
            .map_err(|_| UNUSABLE)
    }

    pub(super) fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, Error> {
        KeyPair::from_pkcs8(pkcs8)
            .map(Self::new)
            .map_err(|_| UNUSABLE)
    }

    fn new(pair: KeyPair) -> Self {
        let modulus = URL_SAFE_NO_PAD.encode(components(&pair).n);
        let id = URL_SAFE_NO_PAD.encode(&Fingerprint::of(&modulus).as_bytes()[..15]);
        Self { pair, id }
    }

    pub(super) fn to_pkcs8(&self) -> Result<Vec<u8>, Error> {
        self.pair
            .as_der()
            .map(|der| der.as_ref().to_vec())
            .map_err(|_| UNUSABLE)
    }

    /// The key id, stable for a key.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// The public half, to verify with.
    pub(super) fn public(&self) -> DecodingKey {
        let RsaPublicKeyComponents { n, e } = components(&self.pair);
        DecodingKey::from_rsa_raw_components(&n, &e)
    }

    /// A JWT of the claims that says it was signed by the key `kid`.
    pub(super) fn sign(&self, kid: &str, claims: &impl Serialize) -> Result<Secret, Error> {
        let header = json!({ "alg": "RS256", "kid": kid, "typ": "JWT" });
        let claims = serde_json::to_vec(claims).map_err(Error::Encode)?;
        let mut token = URL_SAFE_NO_PAD.encode(header.to_string());
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(claims, &mut token);
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                token.as_bytes(),
                &mut signature,
            )
            .map_err(|_| UNUSABLE)?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        Ok(Secret::new(token))
    }
}

fn components(pair: &KeyPair) -> RsaPublicKeyComponents<Vec<u8>> {
    RsaPublicKeyComponents::from(pair.public_key())
}
