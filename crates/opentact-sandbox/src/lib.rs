//! A server that behaves as the Opentact contract says, for tests: real credentials, real
//! state, no network.
//!
//! It is not Opentact's and not for production. It has users with passwords, verifies every
//! credential that the contract names, issues JWTs and API tokens, sells made-up numbers, delivers
//! messages, calls webhooks, pushes events, and keeps state in memory or in a file.
//!
//! ```
//! use opentact_sandbox::{Sandbox, UserSeed};
//!
//! # async fn run() -> Result<(), opentact_sandbox::Error> {
//! let sandbox = Sandbox::builder()
//!     .user(UserSeed::new("me@example.com", "made-up password").name("Ann", "Example"))
//!     .start()
//!     .await?;
//! let address = sandbox.base_url(); // "http://127.0.0.1:49152"
//! // ... point a client there ...
//! assert_eq!(sandbox.stats().logins, 0);
//! sandbox.shutdown().await;
//! # Ok(())
//! # }
//! ```
//!
//! Every life is judged by [`Owner::clock`], so tests reach the end of a token without
//! waiting; [`Owner::requests`] tells what was asked and which places carried a credential;
//! [`Owner::faults`] lets things go wrong; [`Owner::receive_sms`] sends a message from outside, and
//! [`Owner::webhooks`] tells what came of the requests to applications. All that the owner can do is
//! offered to other processes too, on a control port: see [`SandboxBuilder::control`].
//!
//! # Features
//!
//! `cli` (default) is the command `opentact-sandbox`; those who only use the library turn
//! default features off. `tls` (default) lets a sandbox speak TLS, see `SandboxBuilder::tls`.
//! `inspector`, which comes with `cli`, is a page on the control port.

mod auth;
mod background;
mod builder;
mod clock;
mod contract;
mod control;
mod engine;
mod error;
mod events;
mod faults;
mod fingerprint;
mod http;
#[cfg(feature = "inspector")]
mod inspector;
mod operations;
mod owner;
mod random;
mod record;
mod sandbox;
mod seed;
mod settings;
mod store;
mod stubs;
mod telephony;
mod uuid_form;

pub use opentact_client::{
    Secret,
    security::{Operation, SecurityScheme},
};

#[cfg(feature = "tls")]
pub use crate::http::{redirect::RedirectStatus, tls::TlsIdentity};
pub use crate::{
    auth::{facebook::FacebookTokenOptions, google::GoogleTokenOptions},
    builder::SandboxBuilder,
    clock::Clock,
    error::Error,
    events::EventConnection,
    faults::{Fault, FaultRecord, Faults},
    http::observer::Exchange,
    operations::Grade,
    owner::{
        Owner,
        telephony::{WebhookAttempt, WebhookRecord},
        tokens::{CreatedToken, TokenRecord},
        users::{AccountRecord, SipUserRecord, UserRecord},
    },
    record::{RequestCount, RequestRecord, Stats},
    sandbox::Sandbox,
    seed::{NumberSeed, Seed, UserSeed},
    settings::{AuthAnswer, CreateStatus},
    store::webhooks::WebhookState,
    stubs::{ReceivedRequest, Stub, StubBuilder, StubRecord, Stubs},
};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
