//! API tokens: what `Authorization: Bearer` carries.

use opentact_client::{
    Secret,
    limits::create_token_request::{NAME_MAX_LENGTH, NAME_MIN_LENGTH},
};
use uuid::Uuid;

use crate::{clock::later_ms, error::Error, random, store::tokens::StoredToken};

/// How many characters a token has, each of `[0-9A-Za-z]`: 285.8 random bits.
const LENGTH: usize = 48;

/// A new token, alive for `ttl_s` seconds from `now_ms` on; `show` has lists show it.
pub(crate) fn new(
    show: bool,
    name: String,
    ttl_s: u64,
    now_ms: i64,
) -> Result<(StoredToken, Secret), Error> {
    let token = random::alphanumeric(LENGTH)?;
    let stored = given(show, name, &token, ttl_s, now_ms);
    Ok((stored, token))
}

/// A token that somebody else has thought of, alive for `ttl_s` seconds from `now_ms` on.
pub(crate) fn given(
    show: bool,
    name: String,
    token: &Secret,
    ttl_s: u64,
    now_ms: i64,
) -> StoredToken {
    StoredToken {
        uuid: Uuid::new_v4(),
        name,
        shown: show.then(|| token.clone()),
        expires_ms: later_ms(now_ms, ttl_s),
        created_ms: now_ms,
        modified_ms: now_ms,
    }
}

/// Whether a token may be called so, or what its name has to have.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    let range = NAME_MIN_LENGTH..=NAME_MAX_LENGTH;
    match range.contains(&name.chars().count()) {
        true => Ok(()),
        false => Err(format!(
            "has to have {NAME_MIN_LENGTH} to {NAME_MAX_LENGTH} characters"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_at_least_285_bits() {
        let bits = f64::log2(62.0) * LENGTH as f64;
        assert!(bits >= 285.0, "{bits}");
    }
}
