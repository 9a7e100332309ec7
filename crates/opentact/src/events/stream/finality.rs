//! What ends an event stream for good.

use super::reason::DisconnectReason;
use crate::error::{EVENTS, Error, ErrorKind};
use crate::events::AuthRefusal;

/// Close codes that refuse the credential: policy violation, unauthorized, forbidden, as the IANA
/// has registered them.
const REFUSING_CODES: [u16; 3] = [1008, 3000, 3003];

/// Whether another attempt would come to the same.
pub(super) fn is_final(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Configuration
            | ErrorKind::Credentials
            | ErrorKind::Input
            | ErrorKind::Redirected
    )
}

/// The failure that the service's no means.
pub(super) fn refused(refusal: AuthRefusal) -> Error {
    let message = "authentication with the event service failed";
    Error::new(ErrorKind::Credentials, EVENTS, message).with_source(refusal)
}

/// The failure that the end of an unanswered connection means, where it is a no.
pub(super) fn refused_by(reason: &DisconnectReason) -> Option<Error> {
    let DisconnectReason::Closed { code: Some(code) } = reason else {
        return None;
    };
    REFUSING_CODES.contains(code).then(|| {
        let message = format!(
            "the event service closed the connection with code {code}: a refused credential"
        );
        Error::new(ErrorKind::Credentials, EVENTS, message)
    })
}
