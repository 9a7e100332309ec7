//! Names and lives of tokens, as the contract allows them.

use std::str::FromStr;
use std::time::Duration;

use opentact_client::limits::{create_token_request as create, update_token_request as update};
use opentact_client::security::Operation;

use crate::error::{Error, ErrorKind};

/// A name as the contract allows it; both requests have the same limits.
pub(super) fn parse_name<N: FromStr>(operation: Operation, name: &str) -> Result<N, Error> {
    let (shortest, longest) = (create::NAME_MIN_LENGTH, create::NAME_MAX_LENGTH);
    name.parse().map_err(|_| {
        let message = format!(
            "the name has {} characters; {shortest} to {longest} are allowed",
            name.chars().count()
        );
        Error::new(ErrorKind::Input, operation.id(), message)
    })
}

/// A life in whole seconds, as the contract allows it; both requests have the same limits.
pub(super) fn seconds(operation: Operation, ttl: Duration) -> Result<i64, Error> {
    let (least, most) = (create::TTL_MINIMUM, create::TTL_MAXIMUM);
    let seconds = ttl
        .as_secs()
        .saturating_add(u64::from(ttl.subsec_nanos() > 0));
    i64::try_from(seconds)
        .ok()
        .filter(|seconds| (least..=most).contains(seconds))
        .ok_or_else(|| {
            let message = format!("a ttl of {seconds} seconds; {least} to {most} are allowed");
            Error::new(ErrorKind::Input, operation.id(), message)
        })
}

const _: () = {
    assert!(create::NAME_MIN_LENGTH == update::NAME_MIN_LENGTH);
    assert!(create::NAME_MAX_LENGTH == update::NAME_MAX_LENGTH);
    assert!(create::TTL_MINIMUM == update::TTL_MINIMUM);
    assert!(create::TTL_MAXIMUM == update::TTL_MAXIMUM);
};
