//! How an attempt ended, as far as a retry depends on it.

use std::time::Duration;

/// How an attempt ended, as far as a retry depends on it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum AttemptOutcome {
    /// It never arrived: no address, no connection, no TLS.
    NotSent { timeout: bool },
    /// It may have arrived, and no complete response came.
    Lost { timeout: bool },
    /// The server answered.
    Answered {
        status: u16,
        /// What the server asks to wait, where it says something that can be read.
        retry_after: Option<Duration>,
    },
    /// It failed in a way that another attempt does not change: arguments, settings, a refused login,
    /// a response that is too large or cannot be read.
    Final,
}

impl AttemptOutcome {
    /// Whether the server may have seen the request.
    pub(crate) const fn may_have_arrived(&self) -> bool {
        !matches!(self, Self::NotSent { .. })
    }

    /// Whether the server may have carried out what was asked.
    pub(crate) const fn may_have_been_carried_out(&self) -> bool {
        match self {
            Self::NotSent { .. } | Self::Final => false,
            Self::Lost { .. } => true,
            // A server that fails may have done it before it failed.
            Self::Answered { status, .. } => *status == 408 || *status >= 500,
        }
    }

    /// Whether our own time ran out. A server that says 408 or 504 has answered in time.
    pub(crate) const fn is_timeout(&self) -> bool {
        matches!(
            self,
            Self::NotSent { timeout: true } | Self::Lost { timeout: true }
        )
    }
}

/// Whether another attempt may get another status.
pub(crate) const fn is_passing(status: u16) -> bool {
    match status {
        408 | 409 | 429 => true,
        // Not implemented, version, negotiation, storage, loop, extension, captive portal.
        501 | 505..=508 | 510 | 511 => false,
        500..=599 => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_that_pass_are_those_of_the_documentation() {
        let passing: Vec<u16> = (0..=u16::MAX)
            .filter(|status| is_passing(*status))
            .collect();
        let documented: Vec<u16> = [408, 409, 429]
            .into_iter()
            .chain(500..600)
            .filter(|status| ![501, 505, 506, 507, 508, 510, 511].contains(status))
            .collect();
        assert_eq!(passing, documented);
    }
}
