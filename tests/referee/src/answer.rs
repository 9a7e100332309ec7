//! What is judged, and what can be wrong with it.

use std::fmt;

use http::HeaderMap;

/// A request and its answer, as they were on the wire.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// The method, such as `GET`.
    pub method: &'a str,
    /// The path with its query.
    pub target: &'a str,
    /// The headers of the request.
    pub request_headers: &'a HeaderMap,
    /// The HTTP status.
    pub status: u16,
    /// The headers of the answer.
    pub headers: &'a HeaderMap,
    /// The body of the answer.
    pub body: &'a [u8],
}

impl fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.status)
    }
}

/// Something in an answer that the contract does not allow.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Violation {
    /// The operation's id, or the method where no operation was asked for.
    pub operation: String,
    /// The HTTP status of the answer.
    pub status: u16,
    /// Where in the body, as a JSON pointer; empty for the body as a whole, and outside of it.
    pub pointer: String,
    /// What is wrong.
    pub why: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            operation,
            status,
            pointer,
            why,
        } = self;
        write!(f, "{operation} {status}: ")?;
        if !pointer.is_empty() {
            write!(f, "{pointer}: ")?;
        }
        f.write_str(why)
    }
}
