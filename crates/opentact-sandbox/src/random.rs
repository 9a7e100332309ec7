//! What must not be guessable: keys and token strings, from the system's generator.

use opentact_client::Secret;

use crate::error::Error;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::Random)?;
    Ok(bytes)
}

/// A string of `length` characters, each of `[0-9A-Za-z]` equally likely.
pub(crate) fn alphanumeric(length: usize) -> Result<Secret, Error> {
    let mut text = String::with_capacity(length);
    while text.len() < length {
        for byte in bytes::<64>()? {
            if text.len() < length {
                text.extend(letter(byte));
            }
        }
    }
    Ok(Secret::new(text))
}

/// The letter of a random byte; none for the few bytes that would favour the first letters.
fn letter(byte: u8) -> Option<char> {
    // 248 is the largest multiple of 62 in a byte.
    (byte < 248).then(|| char::from(ALPHABET[usize::from(byte % 62)]))
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
    fn every_letter_comes_from_as_many_bytes() {
        for wanted in ALPHABET.map(char::from) {
            let bytes = (0..=u8::MAX).filter(|byte| letter(*byte) == Some(wanted));
            assert_eq!(bytes.count(), 4, "{wanted}");
        }
    }

    #[test]
    fn no_place_of_a_string_prefers_a_letter() {
        let texts: Vec<_> = (0..6200).map(|_| alphanumeric(48).unwrap()).collect();
        for place in [0, 23, 47] {
            for letter in ALPHABET {
                let here = |text: &&Secret| text.expose().as_bytes()[place] == *letter;
                let seen = texts.iter().filter(here).count();
                // A hundred is to be expected, and chance does not go that far from it.
                let letter = char::from(*letter);
                assert!(
                    (30..=200).contains(&seen),
                    "{letter} at {place}: {seen} times"
                );
            }
        }
    }
}
