//! The generated client for the Opentact telephony API.
//!
//! Types, operations and security schemes come from one OpenAPI document; see [`Client`] for the
//! operations, [`types`] for the models, [`security`] for what the document says about credentials.
//! Whoever wants sessions, typed errors and no thought about tokens takes the crate `opentact`
//! instead.
//!
//! ```no_run
//! use opentact_client::{Client, FixedCredential, Secret, security::SecurityScheme};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let password = FixedCredential::new(SecurityScheme::Basic, Secret::new("me@example.com:made up"));
//! let client = Client::connect("https://api.opentact.org", password)?;
//! let me = client.authenticate().await.map_err(|_| "the login failed")?;
//! println!("{}", me.payload.email);
//! # Ok(())
//! # }
//! ```
//!
//! # Building a model
//!
//! Each model takes what the contract requires in `new`, but what has a default, and has a setter for
//! each other field. It can be written as no literal, so that a field that the contract gains breaks nobody.
//!
//! ```
//! use opentact_client::types::{CreateSubscriptionRequest, EventType};
//!
//! let body = CreateSubscriptionRequest::new(EventType::Sms).is_active(true);
//! assert_eq!(body.is_active, Some(true));
//! ```
//!
//! # Secrets in errors
//!
//! [`Error`] is the generator's: its `Debug` and `Display` print URLs, headers and bodies, and with
//! them tokens. Do not log it. The crate `opentact` never shows it.
//!
//! # Features
//!
//! `codegen` (default) generates the client in the build script; without it the committed copy of
//! the same code is compiled, which spares some 25 crates. `rustls` (default), `rustls-no-provider`,
//! `native-tls` and `native-tls-vendored` choose the TLS library. `schemars` gives the models JSON
//! Schemas, by the crate of that name.

mod apply;
mod authorize;
mod body;
mod connect;
mod download;
mod form;
#[cfg(feature = "schemars")]
mod json_schema;
mod lease_key;
mod limit;
mod location;
mod maybe;
mod operation;
mod path_segment;
mod phone_number;
mod secret;
mod sort_order;
mod timestamp;
pub mod tolerant;
mod unread_file;
mod unrecognized;
mod upload;

#[cfg(feature = "codegen")]
#[allow(
    missing_docs,
    unreachable_pub,
    unused_qualifications,
    clippy::all,
    clippy::use_self,
    reason = "generated"
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/generated.rs"));
}
#[cfg(not(feature = "codegen"))]
#[rustfmt::skip] // It has to stay what the generator gives.
#[allow(
    missing_docs,
    unreachable_pub,
    unused_qualifications,
    clippy::all,
    clippy::use_self,
    reason = "generated"
)]
mod generated;

pub use apply::ApplyError;
pub use authorize::{Authorize, Authorizer, BoxFuture, FixedCredential};
pub use body::{BodyError, EncodedBody, RequestBody};
pub use connect::{ConnectError, POOL_IDLE_TIMEOUT, http_client};
pub use download::{Download, DownloadError};
pub use form::Form;
#[cfg(feature = "schemars")]
pub use generated::define_models;
pub use generated::{Client, Error, ResponseValue, limits, operations, security, servers, types};
#[cfg(feature = "schemars")]
pub use json_schema::model_schemas;
pub use lease_key::LeaseKey;
pub use limit::LimitError;
pub use location::Location;
pub use maybe::Maybe;
pub use operation::{ApiOperation, Envelope};
pub use path_segment::{PathSegment, PathSegmentError};
pub use phone_number::PhoneNumber;
pub use secret::{REDACTED, Revealed, Secret};
pub use sort_order::SortOrder;
pub use timestamp::{Timestamp, TimestampError};
pub use unrecognized::Unrecognized;
pub use upload::Upload;
