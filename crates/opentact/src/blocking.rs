//! The same calls for programs without an async runtime: scripts, build steps, threads.
//!
//! [`Client`] is made from the same builder, and each of its calls is made by
//! [`send`](Request::send) instead of `.await`:
//!
//! ```no_run
//! use std::time::Duration;
//! use opentact::{Credential, blocking};
//!
//! # fn run(password: &str) -> Result<(), opentact::Error> {
//! let client = blocking::Client::builder()
//!     .credential(Credential::basic("me@example.com", password))
//!     .build_blocking()?;
//! let me = client.whoami().send()?;
//! let token = client.tokens().create("ci").ttl(Duration::from_secs(3600)).send()?;
//! println!("{} has a new token, {}", me.email, token.uuid);
//! # Ok(())
//! # }
//! ```
//!
//! # What is guaranteed
//!
//! * Sessions, retries, limits, errors and traces are those of the async client, because it is the
//!   async client that makes the calls. One thread of its own looks after the connections.
//! * Threads may share a client, or clones of it, and make calls at the same time.
//! * A call inside an async runtime is an error and not a deadlock. That includes
//!   `tokio::task::spawn_blocking`: where there is a runtime, use [`opentact::Client`](crate::Client).
//!
//! # What is not
//!
//! * A call cannot be cancelled. It ends by its timeouts.
//! * There is no stream of events, which needs a runtime; subscriptions are here.

mod client;
mod request;
mod runtime;
mod subscriptions;
mod tokens;

pub use client::Client;
pub use request::{Request, RequestWithResponse};
pub use subscriptions::Subscriptions;
pub use tokens::Tokens;
