//! The operations of the API as requests: from the accessors of [`Client`](crate::Client).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

mod auth;
mod subscriptions;
mod tokens;
pub use self::auth::*;
pub use self::subscriptions::*;
pub use self::tokens::*;
