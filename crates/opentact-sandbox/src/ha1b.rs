//! The hash by which a SIP user signs in.

use md5::{Digest, Md5};
use opentact_client::Secret;

/// `md5("<login>@<domain>:<domain>:<password>")` in lower-case hexadecimal.
///
/// See [OpenSIPS](https://www.opensips.org/Documentation/TipsFAQ) for the formula, and
/// [Opentact docs/Passing Authentication](https://doc.opentact.org/opentact-api-documentation/overview/passing-authentication)
/// for its use.
pub(crate) fn ha1b(login: &str, domain: &str, password: &str) -> Secret {
    let mut hash = Md5::new();
    for part in [login, "@", domain, ":", domain, ":", password] {
        hash.update(part.as_bytes());
    }
    let mut text = String::with_capacity(32);
    for byte in hash.finalize() {
        for digit in [byte >> 4, byte & 0xf] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    Secret::new(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_gives_the_known_hash() {
        let hash = ha1b("1000", "example.sip.opentact.org", "secret");
        assert_eq!(hash.expose(), "ac53757424660e71734ca0e929d6fa62");
    }
}
