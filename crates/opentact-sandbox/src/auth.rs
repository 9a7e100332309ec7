//! Credentials: how each kind is made and judged, and how often one may try.

pub(crate) mod api_token;
pub(crate) mod facebook;
pub(crate) mod google;
mod jwt;
pub(crate) mod limiter;
pub(crate) mod password;
pub(crate) mod session;
pub(crate) mod verifier;
