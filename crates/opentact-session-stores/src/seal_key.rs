//! The key by which sessions are sealed before they leave the process.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Generate, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use opentact::Secret;
use opentact::session_store::{SessionName, StoreError};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

/// The first byte of what is sealed: the version of the form. No JSON begins with it.
const FORM: u8 = 1;
/// The length of a nonce of XChaCha20-Poly1305 in bytes.
const NONCE: usize = 24;
/// What the key for sealing is derived for.
const TO_SEAL: &[u8] = b"opentact session store: seal 1";
/// What the key for names is derived for.
const TO_NAME: &[u8] = b"opentact session store: name 1";

/// The key by which sessions are sealed before they leave the process: 32 random bytes.
///
/// Every member of a fleet has the same key, and nobody else has it. With a key, what is in a file
/// or in Redis is of no use to who reads it:
///
/// * The session is sealed by XChaCha20-Poly1305 with a random nonce, together with its name. What
///   was sealed by another key, for another name, or was changed, counts as no session, with a
///   warning.
/// * The name is hashed by a key as well, so that nobody can test guesses of a password against it.
///
/// Who can write can still delete, and can put back an older session of the same name.
///
/// Without a key, whoever reads the store can act as its users until their JWTs end, can test
/// guesses of a weak password, and, where they can write, can have the fleet act as somebody else.
///
/// A key is changed by giving the new one to all: sessions under the old one are not found, and one
/// login follows. `openssl rand -base64 32` makes a key.
///
/// ```
/// use opentact_session_stores::SealKey;
///
/// # fn main() -> Result<(), opentact::session_store::StoreError> {
/// // From a secret manager, in base64 or hexadecimal digits.
/// let key = SealKey::from_text("dGhpcyBrZXkgaXMgbWFkZSB1cCBmb3IgdGhlIGRvY3M=")?;
/// assert_eq!(format!("{key:?}"), "SealKey([redacted])");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SealKey([u8; 32]);

impl SealKey {
    /// A key of those bytes, which have to be random: a password is none.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A key from text: 64 hexadecimal digits, or base64 of either alphabet, padded or not.
    ///
    /// # Errors
    ///
    /// [`StoreError`]: the text is neither, or of another length.
    pub fn from_text(text: impl Into<Secret>) -> Result<Self, StoreError> {
        let text = text.into();
        let text = text.expose().trim();
        let bytes = if text.len() == 64 {
            hexadecimal(text)
        } else {
            base64_of_either_alphabet(text)
        };
        let bytes = Zeroizing::new(bytes.unwrap_or_default());
        let bytes = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| {
            StoreError::new(
                "the text is no key: a key is 32 random bytes, as 64 hexadecimal digits or base64",
            )
        })?;
        Ok(Self(bytes))
    }

    /// The text under which a session of that name is kept.
    pub(crate) fn name(&self, name: &SessionName) -> String {
        let text = format!("{}\0", name.as_str());
        URL_SAFE_NO_PAD.encode(keyed_hash(&self.derive(TO_NAME), text.as_bytes()))
    }

    pub(crate) fn is_sealed(bytes: &[u8]) -> bool {
        bytes.first() == Some(&FORM)
    }

    /// The form, a nonce, and the text sealed together with the name.
    pub(crate) fn seal(&self, name: &SessionName, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let nonce = XNonce::try_generate().map_err(|cause| {
            StoreError::new("the system gives no random numbers").with_source(cause)
        })?;
        let sealed = self.cipher().encrypt(&nonce, payload(plain, &bound(name)));
        // The one reason is a text of more than 256 GiB.
        let sealed = sealed.map_err(|_| StoreError::new("the session cannot be sealed"))?;
        Ok([&[FORM], nonce.as_slice(), &sealed].concat())
    }

    /// What was sealed by this key for that name; `None` for everything else.
    pub(crate) fn open(&self, name: &SessionName, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = bytes.strip_prefix(&[FORM])?.split_at_checked(NONCE)?;
        let nonce = XNonce::try_from(nonce).ok()?;
        let plain = self.cipher().decrypt(&nonce, payload(sealed, &bound(name)));
        plain.ok().map(Zeroizing::new)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.derive(TO_SEAL)).into())
    }

    /// A key for one purpose, from which neither this one nor that of another purpose follows.
    fn derive(&self, purpose: &[u8]) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(keyed_hash(&self.0, purpose))
    }
}

/// HMAC-SHA256.
fn keyed_hash(key: &[u8; 32], text: &[u8]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let hash = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("any length");
    hash.chain_update(text).finalize().into_bytes().into()
}

/// What is sealed together with the text: the form and the name.
fn bound(name: &SessionName) -> Vec<u8> {
    [&[FORM], name.as_str().as_bytes()].concat()
}

const fn payload<'a>(msg: &'a [u8], aad: &'a [u8]) -> Payload<'a, 'a> {
    Payload { msg, aad }
}

fn base64_of_either_alphabet(text: &str) -> Option<Vec<u8>> {
    let text = Secret::new(text.replace('+', "-").replace('/', "_"));
    let digits = text.expose().trim_end_matches('=');
    URL_SAFE_NO_PAD.decode(digits).ok()
}

fn hexadecimal(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let pair = |pair: &[u8]| u8::try_from(digit(&pair[0])? * 16 + digit(&pair[1])?).ok();
    text.as_bytes().chunks_exact(2).map(pair).collect()
}

impl Drop for SealKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    #[test]
    fn a_key_is_read_from_each_of_its_spellings() {
        let bytes: [u8; 32] = std::array::from_fn(|at| 0xF8 | u8::try_from(at % 8).unwrap());
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let padded = STANDARD.encode(bytes);
        assert!(padded.contains('+') || padded.contains('/'));
        for text in [
            hex.clone(),
            hex.to_uppercase(),
            padded.trim_end_matches('=').to_owned(),
            format!("{padded}\n"),
            URL_SAFE_NO_PAD.encode(bytes),
            format!("{}=", URL_SAFE_NO_PAD.encode(bytes)),
        ] {
            let key = SealKey::from_text(text.clone());
            assert_eq!(key.map(|key| key.0).ok(), Some(bytes), "{text}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused_and_not_shown() {
        let too_short = STANDARD.encode([7; 31]);
        let too_long = STANDARD.encode([7; 33]);
        let not_hex = "planted-4711".repeat(6)[..64].to_owned();
        for text in ["", "planted-4711", &too_short, &too_long, &not_hex] {
            let error = SealKey::from_text(text).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("planted"));
        }
    }

    #[test]
    fn each_purpose_has_a_key_of_its_own() {
        let key = SealKey::new([7; 32]);
        assert_ne!(key.derive(TO_SEAL), key.derive(TO_NAME));
        assert_ne!(*key.derive(TO_SEAL), key.0);
        assert_eq!(format!("{key:?}"), "SealKey([redacted])");
    }
}
