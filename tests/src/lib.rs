//! The worlds that the tests of this workspace live in.

mod peer;
mod world;

pub use peer::Peer;
pub use world::{DOMAIN, EMAIL, PASSWORD, SIP_LOGIN, SIP_PASSWORD, World};

/// The code in the README is compiled, so that it stays true.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
