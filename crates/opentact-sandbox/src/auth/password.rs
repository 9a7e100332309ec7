//! Passwords, which here are fixtures: Argon2id at its lowest cost, at once.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::phc::{Output, ParamsString, PasswordHash, Salt},
};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use md5::{Digest, Md5};
use opentact_client::Secret;

use crate::{error::Error, random};

type Hash = [u8; 32];

/// The PHC string of a password with a fresh salt.
pub(crate) fn hash(password: &Secret) -> Result<String, Error> {
    let salt = random::bytes::<16>()?;
    let params = lowest()?;
    let hash = argon2id(password, &salt, params.clone())?;
    phc_string(&salt, &hash, &params).ok_or(Error::Password)
}

/// Whether `password` is the one of `stored`; without a stored hash it is not.
pub(crate) fn verify(password: &Secret, stored: Option<&str>) -> Result<bool, Error> {
    let Some(stored) = stored else {
        return Ok(false);
    };
    let stored = PasswordHash::new(stored).map_err(|_| Error::Password)?;
    let (salt, expected) = stored.salt.zip(stored.hash).ok_or(Error::Password)?;
    // A data file keeps the hashes of its time, whatever is usual now.
    let params = Params::try_from(&stored).map_err(|_| Error::Password)?;
    let hash = argon2id(password, &salt, params)?;
    Ok(verify_slices_are_equal(&hash, expected.as_bytes()).is_ok())
}

fn argon2id(password: &Secret, salt: &[u8], params: Params) -> Result<Hash, Error> {
    let mut hash = Hash::default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.expose().as_bytes(), salt, &mut hash)
        .map_err(|_| Error::Password)?;
    Ok(hash)
}

fn phc_string(salt: &[u8], hash: &Hash, params: &Params) -> Option<String> {
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(params).ok()?,
        salt: Some(Salt::new(salt).ok()?),
        hash: Some(Output::new(hash).ok()?),
    };
    Some(phc.to_string())
}

/// One pass over as little memory as Argon2 takes: nobody is to be kept from a made-up account.
fn lowest() -> Result<Params, Error> {
    Params::new(
        Params::MIN_M_COST,
        Params::MIN_T_COST,
        Params::MIN_P_COST,
        None,
    )
    .map_err(|_| Error::Password)
}

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
    fn only_the_right_password_of_a_known_user_is_accepted() {
        let stored = hash(&Secret::new("made up")).unwrap();
        assert!(
            stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"),
            "{stored}"
        );
        assert_ne!(
            stored,
            hash(&Secret::new("made up")).unwrap(),
            "the salt is fresh"
        );
        let verify = |password, stored| verify(&Secret::new(password), stored).unwrap();
        assert!(verify("made up", Some(&stored)));
        assert!(!verify("made uq", Some(&stored)));
        assert!(!verify("", Some(&stored)));
        assert!(!verify("made up", None));
    }

    #[test]
    fn a_hash_of_other_cost_is_verified_at_its_own() {
        let params = Params::new(64, 2, 1, None).unwrap();
        let salt = b"made-up salt!!";
        let hash = argon2id(&Secret::new("made up"), salt, params.clone()).unwrap();
        let stored = phc_string(salt, &hash, &params).unwrap();
        for (password, right) in [("made up", true), ("made uq", false)] {
            assert_eq!(
                verify(&Secret::new(password), Some(&stored)).unwrap(),
                right
            );
        }
    }

    #[test]
    fn the_formula_gives_the_known_hash() {
        let hash = ha1b("1000", "example.sip.opentact.org", "secret");
        assert_eq!(hash.expose(), "ac53757424660e71734ca0e929d6fa62");
    }
}
