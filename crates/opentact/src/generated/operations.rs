//! The operations of the API as requests: from the accessors of [`Client`](crate::Client).

// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

mod account;
mod auth;
mod dictionary;
mod leases;
mod messaging_profiles;
mod numbers;
mod orders;
mod prices;
mod sms;
mod subscriptions;
mod tokens;
pub use self::account::{AccountApi, GetAccount};
pub use self::auth::Authenticate;
pub use self::dictionary::{
    DictionaryApi, ListCountries, ListStates, ListRateCenters, ListVoices,
};
pub use self::leases::{
    LeasesApi, SearchLeases, GetLease, UpdateLease, ReleaseLease, GetLeaseByNumber,
    EnableLeaseSms, DisableLeaseSms,
};
pub use self::messaging_profiles::{
    MessagingProfilesApi, CreateMessagingProfile, ListMessagingProfiles,
    GetMessagingProfile, UpdateMessagingProfile, DeleteMessagingProfile,
    ListMessagingProfileLeases,
};
pub use self::numbers::{NumbersApi, SearchNumbers, ListNumberCountries};
pub use self::orders::{OrdersApi, CreateOrder, GetOrder, SearchOrders, PriceOrder};
pub use self::prices::{PricesApi, ListPrices, GetPrice};
pub use self::sms::{
    SmsApi, SendSms, GetOutboundSms, GetInboundSms, SearchOutboundSms, SearchInboundSms,
    SearchSms,
};
pub use self::subscriptions::{
    SubscriptionsApi, CreateSubscription, ListSubscriptions, DeleteSubscription,
};
pub use self::tokens::{
    TokensApi, CreateToken, ListTokens, DeleteAllTokens, UpdateToken, DeleteToken,
};
/// Tries the answer of each operation on the bytes of a peer.
#[cfg(any(fuzzing, test))]
pub(crate) fn survive(body: &[u8]) {
    crate::fuzzing::survives::<crate::models::AccountResponse>(body);
    crate::fuzzing::survives::<crate::models::AuthenticateResponse>(body);
    crate::fuzzing::survives::<crate::models::CreateTokenResponse>(body);
    crate::fuzzing::survives::<crate::models::DeleteAllTokensResponse>(body);
    crate::fuzzing::survives::<crate::models::DeleteSubscriptionResponse>(body);
    crate::fuzzing::survives::<crate::models::InboundSmsPageResponse>(body);
    crate::fuzzing::survives::<crate::models::InboundSmsResponse>(body);
    crate::fuzzing::survives::<crate::models::LeasePageResponse>(body);
    crate::fuzzing::survives::<crate::models::LeaseResponse>(body);
    crate::fuzzing::survives::<crate::models::LeaseSubscriptionResponse>(body);
    crate::fuzzing::survives::<crate::models::ListCountriesResponse>(body);
    crate::fuzzing::survives::<crate::models::ListLeasesResponse>(body);
    crate::fuzzing::survives::<crate::models::ListMessagingProfilesResponse>(body);
    crate::fuzzing::survives::<crate::models::ListPriceListsResponse>(body);
    crate::fuzzing::survives::<crate::models::ListRateCentersResponse>(body);
    crate::fuzzing::survives::<crate::models::ListStatesResponse>(body);
    crate::fuzzing::survives::<crate::models::ListSubscriptionsResponse>(body);
    crate::fuzzing::survives::<crate::models::ListTokensResponse>(body);
    crate::fuzzing::survives::<crate::models::ListVoicesResponse>(body);
    crate::fuzzing::survives::<crate::models::MessagingProfileResponse>(body);
    crate::fuzzing::survives::<crate::models::OrderPageResponse>(body);
    crate::fuzzing::survives::<crate::models::OrderPriceResponse>(body);
    crate::fuzzing::survives::<crate::models::OrderResponse>(body);
    crate::fuzzing::survives::<crate::models::PriceListResponse>(body);
    crate::fuzzing::survives::<crate::models::SmsLogEntryPageResponse>(body);
    crate::fuzzing::survives::<crate::models::SmsPageResponse>(body);
    crate::fuzzing::survives::<crate::models::SmsResponse>(body);
    crate::fuzzing::survives::<crate::models::SubscriptionResponse>(body);
    crate::fuzzing::survives::<crate::models::TnPageResponse>(body);
    crate::fuzzing::survives::<crate::models::TokenResponse>(body);
}
