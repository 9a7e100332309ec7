//! An RSA key of the issuer.

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

use super::key_ring::KEY_NAME;
use crate::{error::Error, fingerprint::Fingerprint};

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
