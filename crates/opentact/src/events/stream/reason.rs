//! Why a connection of an event stream ended or could not be made.

use std::io;
use std::time::Duration;

use crate::error::Error;

/// Why a connection of an event stream ended or could not be made.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DisconnectReason {
    /// The service ended the connection. What it may have said besides is not kept.
    #[error("the service closed the connection{}", code_text(*code))]
    #[non_exhaustive]
    Closed {
        /// The close code, if it gave one: 1001 where it restarts, for instance.
        code: Option<u16>,
    },
    /// The connection broke without a goodbye.
    #[error("the connection broke: {0}")]
    Lost(io::ErrorKind),
    /// The service did not answer to the credential.
    #[error("the service did not answer to the credential within {} s", limit.as_secs_f64())]
    #[non_exhaustive]
    NoAnswer {
        /// How long it had.
        limit: Duration,
    },
    /// No token could be had, or no connection made.
    #[error(transparent)]
    NotConnected(Error),
    /// Nothing came after a ping.
    #[error("the connection is dead: nothing came within {} s after a ping", limit.as_secs_f64())]
    #[non_exhaustive]
    Silent {
        /// How long the service had to send something.
        limit: Duration,
    },
    /// A message was larger than allowed. It is lost.
    #[error(
        "a message was larger than {limit} bytes; if the service sends such, raise `max_message_bytes`"
    )]
    #[non_exhaustive]
    TooLarge {
        /// How many bytes were allowed.
        limit: usize,
    },
    /// What came is not the WebSocket protocol.
    #[error(
        "the peer broke the WebSocket protocol; look at what stands between it and this client"
    )]
    Violation,
}

impl DisconnectReason {
    /// The reason's name, in snake case: what `error.type` says in traces.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Closed { .. } => "closed",
            Self::Lost(_) => "lost",
            Self::NoAnswer { .. } => "no_answer",
            Self::NotConnected(error) => error.kind().name(),
            Self::Silent { .. } => "silent",
            Self::TooLarge { .. } => "too_large",
            Self::Violation => "violation",
        }
    }
}

fn code_text(code: Option<u16>) -> String {
    code.map(|code| format!(" (code {code})"))
        .unwrap_or_default()
}
