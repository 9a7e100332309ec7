//! The worlds that the tests of this workspace live in.

mod event_peer;
mod fleet;
mod peer;
#[cfg(feature = "redis")]
mod redis_server;
mod store_promises;
mod tls_peer;
mod watched;
mod world;

pub use event_peer::{EventPeer, EventSocket, Frame, YES_2021, YES_2024};
pub use fleet::Fleet;
pub use peer::{ClosedPort, ConnectProxy, Fate, Gate, Peer, Relay, Step, is_complete, json};
#[cfg(feature = "redis")]
pub use redis_server::RedisServer;
pub use store_promises::Doors;
pub use tls_peer::{CLASSIC, MODERN, TlsPeer, TlsRequest};
pub use watched::watched;
pub use world::{DOMAIN, EMAIL, PASSWORD, SIP_LOGIN, SIP_PASSWORD, World};

/// The code in the READMEs is compiled, so that it stays true.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../crates/opentact/README.md")]
#[doc = include_str!("../../crates/opentact-client/README.md")]
#[doc = include_str!("../../crates/opentact-codegen/README.md")]
#[doc = include_str!("../../crates/opentact-session-stores/README.md")]
pub struct Readme;
