//! Copies of tokens that only this process can read.

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use opentact_client::Secret;
use uuid::Uuid;

use crate::{error::Error, random};

/// Seals tokens with a key that is never stored.
#[derive(Debug)]
pub(crate) struct Sealer {
    key: RandomizedNonceKey,
}

impl Sealer {
    pub(crate) fn new() -> Result<Self, Error> {
        let key = RandomizedNonceKey::new(&AES_256_GCM, &random::bytes::<32>()?)
            .map_err(|_| Error::Key { name: "seal" })?;
        Ok(Self { key })
    }

    /// The sealed copy of a token, bound to the token's uuid.
    pub(crate) fn seal(&self, uuid: Uuid, token: &Secret) -> Result<Vec<u8>, Error> {
        let mut sealed = token.expose().as_bytes().to_vec();
        let nonce = self
            .key
            .seal_in_place_append_tag(Aad::from(uuid.into_bytes()), &mut sealed)
            .map_err(|_| Error::Key { name: "seal" })?;
        sealed.extend_from_slice(nonce.as_ref());
        Ok(sealed)
    }

    /// The token of a sealed copy; `None` if another process sealed it or it was changed.
    pub(crate) fn open(&self, uuid: Uuid, sealed: &[u8]) -> Option<Secret> {
        let (text, nonce) = sealed.split_last_chunk::<NONCE_LEN>()?;
        let mut text = text.to_vec();
        let opened = self
            .key
            .open_in_place(
                Nonce::assume_unique_for_key(*nonce),
                Aad::from(uuid.into_bytes()),
                &mut text,
            )
            .ok()?;
        std::str::from_utf8(opened).ok().map(Secret::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_sealer_itself_opens_a_copy_and_only_for_the_same_token() {
        let (one, two) = (Uuid::new_v4(), Uuid::new_v4());
        let sealer = Sealer::new().unwrap();
        let sealed = sealer.seal(one, &Secret::new("made up")).unwrap();
        assert!(!sealed.windows(7).any(|window| window == b"made up"));
        assert!(sealer.open(one, &sealed) == Some(Secret::new("made up")));
        assert!(sealer.open(two, &sealed).is_none());
        assert!(Sealer::new().unwrap().open(one, &sealed).is_none());
        for length in 0..sealed.len() {
            assert!(sealer.open(one, &sealed[..length]).is_none());
        }
    }
}
