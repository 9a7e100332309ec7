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
/// Tries the answer of each operation on the bytes of a peer.
#[cfg(any(fuzzing, test))]
pub(crate) fn survive(body: &[u8]) {
    crate::fuzzing::survives::<crate::models::AuthenticateResponse>(body);
    crate::fuzzing::survives::<crate::models::CreateTokenResponse>(body);
    crate::fuzzing::survives::<crate::models::DeleteAllTokensResponse>(body);
    crate::fuzzing::survives::<crate::models::DeleteSubscriptionResponse>(body);
    crate::fuzzing::survives::<crate::models::ListSubscriptionsResponse>(body);
    crate::fuzzing::survives::<crate::models::ListTokensResponse>(body);
    crate::fuzzing::survives::<crate::models::SubscriptionResponse>(body);
    crate::fuzzing::survives::<crate::models::TokenResponse>(body);
}
