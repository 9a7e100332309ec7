//! The operations of the API as requests: from the accessors of [`Client`](crate::Client).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

mod auth;
mod subscriptions;
mod tokens;
pub use self::auth::Authenticate;
pub use self::subscriptions::{
    SubscriptionsApi, CreateSubscription, ListSubscriptions, DeleteSubscription,
};
pub use self::tokens::{
    TokensApi, CreateToken, ListTokens, DeleteAllTokens, UpdateToken, DeleteToken,
};
