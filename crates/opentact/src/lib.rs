//! SDK for the Opentact telephony API: log in once, call anything, never think about tokens again.
//!
//! Not the vendor's. It rests on an OpenAPI document that is maintained beside it.
//!
//! ```no_run
//! use std::time::Duration;
//! use opentact::{Client, Credential};
//!
//! # async fn run(password: &str) -> Result<(), opentact::Error> {
//! let client = Client::builder()
//!     .credential(Credential::basic("me@example.com", password))
//!     .build()?;
//! let me = client.whoami().await?;
//! let token = client.tokens().create("ci").ttl(Duration::from_secs(3600)).await?;
//! # drop((me, token));
//! # Ok(())
//! # }
//! ```
//!
//! # Map
//!
//! * [`Client`], made by [`ClientBuilder`]: [`whoami`](Client::whoami), [`tokens`](Client::tokens),
//!   and [`request`](Client::request) for everything else.
//! * [`Credential`]: six kinds, in a header or in the query.
//! * [`Error`]: what to do next, which operation, which status, the server's own words.
//! * [`models`]: what the API sends. Objects keep fields that the contract does not list, and
//!   enumerations keep values that it does not list.
//!
//! # What is promised
//!
//! * A credential is in exactly one place of a request. It goes to the base URL alone: no redirect
//!   is followed, and plain `http` is refused off this machine.
//! * No `Debug`, `Display` or error text has a secret in it. What the server sent is there for who
//!   asks: [`Answer::body`], [`Error::body`], [`Secret::expose`].
//! * Any number of callers at one expired session make one login.
//! * A request is sent once. The one exception is a request that the server refused with 401
//!   because the session's JWT no longer counts: it is repeated once, after a new login.
//!
//! # Features
//!
//! `rustls` (default), `rustls-no-provider`, `native-tls`, `native-tls-vendored` choose the TLS
//! library. `test-util` adds a clock that a test moves.

mod answer;
mod base_url;
mod builder;
mod call;
mod client;
mod clock;
mod credential;
mod envelope;
mod environment;
mod error;
mod jwt;
mod method;
mod redaction;
mod request;
mod session;
mod tokens;
mod transport;

pub use answer::Answer;
pub use builder::ClientBuilder;
pub use client::Client;
#[cfg(any(test, feature = "test-util"))]
pub use clock::ManualClock;
pub use credential::{Credential, Placement};
pub use error::{Error, ErrorKind};
pub use method::Method;
pub use opentact_client::security::CredentialKind;
pub use opentact_client::types as models;
pub use opentact_client::{Maybe, Revealed, Secret, Timestamp, Unrecognized};
pub use request::Request;
pub use tokens::{CreateToken, Tokens, UpdateToken};
