//! Why a connection of the event service ends, and what its client is told.

use tokio_websockets::Message;

use crate::faults::close_code;

/// Why a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The client has closed it, or is gone.
    ByClient,
    /// The client broke the rules of the protocol; the library tells it.
    Broken,
    /// A message was longer than is read.
    TooLong,
    /// The first message was no credential.
    NoCredential,
    /// The credential was refused, or no longer holds.
    Unauthorized,
    /// No credential came in time.
    Late,
    /// The client takes events more slowly than they come.
    TooSlow,
    /// The sandbox went back to its seed.
    Reset,
    /// The sandbox stops.
    Stopping,
    /// The sandbox failed; why is in its log only.
    Failed,
    /// It is cut off without a word.
    Cut,
    /// It is closed with this code.
    Code(u16),
}

impl Ending {
    /// Whether what was on its way is sent before the end.
    pub(super) const fn comes_after_events(self) -> bool {
        matches!(
            self,
            Self::Reset | Self::Stopping | Self::Cut | Self::Code(_)
        )
    }

    /// The message that closes the connection, if there is one to send.
    pub(super) fn message(self) -> Option<Message> {
        let (code, reason) = match self {
            Self::ByClient | Self::Broken | Self::Cut => return None,
            Self::TooLong => (1009, "a message was too long"),
            Self::NoCredential => (4400, "the first message has to be the credential"),
            Self::Unauthorized => (4401, "the credential does not hold"),
            Self::Late => (4408, "no credential came in time"),
            Self::TooSlow => (1008, "events are not read as fast as they come"),
            Self::Reset => (1012, "the sandbox went back to its seed"),
            Self::Stopping => (1001, "the sandbox stops"),
            Self::Failed => (1011, "the sandbox failed"),
            Self::Code(code) => (code, ""),
        };
        close_code(code).map(|code| Message::close(Some(code), reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_that_go_over_the_wire_are_sent() {
        for code in [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, u16::MAX] {
            assert!(Ending::Code(code).message().is_none(), "{code}");
        }
    }
}
