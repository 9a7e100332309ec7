//! The places in a request that a credential can go to.

/// Where a security scheme puts its credential.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Location {
    /// `Authorization: Basic`, the credential encoded in base64.
    Basic,
    /// `Authorization: Bearer`.
    Bearer,
    /// The header of that name.
    Header(&'static str),
    /// The query parameter of that name.
    Query(&'static str),
}

impl Location {
    /// Whether the credential becomes part of the URL, where proxies and logs see it.
    pub const fn is_in_url(self) -> bool {
        matches!(self, Self::Query(_))
    }
}
