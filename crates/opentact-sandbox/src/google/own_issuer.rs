//! The sandbox's own issuer of Google ID tokens: its keys, and their rotation.

use std::sync::Arc;

use serde_json::json;
use tokio::sync::RwLock;

use super::{key_set::KeySet, signing_key::SigningKey};
use crate::{
    blocking::blocking,
    error::Error,
    store::{Store, keys},
};

/// The key that signs.
pub(super) const KEY_NAME: &str = "google-rs256";
/// The key that signed before, whose tokens are still good.
const PREVIOUS_KEY_NAME: &str = "google-rs256-previous";

/// Signs with one key and publishes two: that one and its predecessor.
///
/// The first key is made when the first token is issued, since making one takes a while.
#[derive(Debug)]
pub(super) struct OwnIssuer {
    ring: RwLock<Option<Arc<KeyRing>>>,
}

/// The keys of the issuer at one time.
#[derive(Debug)]
pub(super) struct KeyRing {
    pub(super) signing: SigningKey,
    /// The public keys as JSON.
    pub(super) jwks: String,
    /// The same, to verify with.
    pub(super) public: KeySet,
}

impl OwnIssuer {
    /// Takes the keys from the store if any were made before.
    pub(super) async fn open(store: &Store) -> Result<Self, Error> {
        let stored = store
            .read(|connection| {
                let signing = keys::get(connection, KEY_NAME)?;
                Ok(signing.zip(Some(keys::get(connection, PREVIOUS_KEY_NAME)?)))
            })
            .await?;
        let ring = match stored {
            Some((signing, previous)) => {
                Some(Arc::new(KeyRing::new(&signing, previous.as_deref())?))
            }
            None => None,
        };
        Ok(Self {
            ring: RwLock::new(ring),
        })
    }

    /// The keys, if there are any yet.
    pub(super) async fn known_ring(&self) -> Option<Arc<KeyRing>> {
        self.ring.read().await.clone()
    }

    /// The keys; the first is made if there is none.
    pub(super) async fn ring(&self, store: &Store) -> Result<Arc<KeyRing>, Error> {
        if let Some(ring) = self.known_ring().await {
            return Ok(ring);
        }
        let mut ring = self.ring.write().await;
        if let Some(made_meanwhile) = &*ring {
            return Ok(Arc::clone(made_meanwhile));
        }
        let new = new_key().await?;
        let signing = store
            .write(move |transaction| {
                keys::put(transaction, KEY_NAME, &new)?;
                keys::get(transaction, KEY_NAME)
            })
            .await?
            .ok_or(Error::Key { name: KEY_NAME })?;
        Ok(Arc::clone(
            ring.insert(Arc::new(KeyRing::new(&signing, None)?)),
        ))
    }

    /// Signs with a new key from now on. The one before stays public, and the one before that
    /// does not.
    pub(super) async fn rotate(&self, store: &Store) -> Result<(), Error> {
        let mut ring = self.ring.write().await;
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
        *ring = Some(Arc::new(KeyRing::new(&new, previous.as_deref())?));
        Ok(())
    }
}

impl KeyRing {
    fn new(signing: &[u8], previous: Option<&[u8]>) -> Result<Self, Error> {
        let signing = SigningKey::from_pkcs8(signing)?;
        let previous = previous.map(SigningKey::from_pkcs8).transpose()?;
        let public: Vec<_> = [Some(&signing), previous.as_ref()]
            .into_iter()
            .flatten()
            .map(SigningKey::jwk)
            .collect();
        let jwks = json!({ "keys": public }).to_string();
        let public = KeySet::parse(jwks.as_bytes()).ok_or(Error::Key { name: KEY_NAME })?;
        Ok(Self {
            signing,
            jwks,
            public,
        })
    }
}

async fn new_key() -> Result<Vec<u8>, Error> {
    blocking(|| SigningKey::generate()?.to_pkcs8()).await?
}
