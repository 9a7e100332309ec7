//! What must not be guessable: keys and token strings, from the system's generator.

use aws_lc_rs::rand;
use opentact_client::Secret;

use crate::error::Error;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    rand::fill(&mut bytes).map_err(|_| Error::Random)?;
    Ok(bytes)
}

/// A string of `length` characters, each of `[0-9A-Za-z]` equally likely.
pub(crate) fn alphanumeric(length: usize) -> Result<Secret, Error> {
    let mut text = String::with_capacity(length);
    while text.len() < length {
        for byte in bytes::<64>()? {
            // 248 is the largest multiple of 62 in a byte: what lies above would favour the
            // first letters.
            if byte < 248 && text.len() < length {
                text.push(char::from(ALPHABET[usize::from(byte % 62)]));
            }
        }
    }
    Ok(Secret::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_have_the_length_and_the_alphabet() {
        for length in [0, 1, 48, 200] {
            let text = alphanumeric(length).unwrap();
            assert_eq!(text.expose().len(), length);
            assert!(text.expose().bytes().all(|b| b.is_ascii_alphanumeric()));
        }
    }

    #[test]
    fn every_character_is_about_equally_likely() {
        let text = alphanumeric(62 * 1000).unwrap();
        for letter in ALPHABET {
            let seen = text.expose().bytes().filter(|b| b == letter).count();
            assert!(
                (800..1200).contains(&seen),
                "{} came {seen} times",
                char::from(*letter)
            );
        }
    }
}
