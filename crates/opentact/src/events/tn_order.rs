//! An order of phone numbers, as events tell of it.

use serde::Deserialize;
use uuid::Uuid;

open_enum! {
    /// Where an order stands.
    TnOrderState {
        /// `created`: it waits.
        Created = "created",
        /// `verify`: it is being verified.
        Verify = "verify",
        /// `processing`: it is being carried out.
        Processing = "processing",
        /// `success`: the numbers are there.
        Success = "success",
        /// `failed`: they are not.
        Failed = "failed",
    }
}

/// An order of phone numbers that went on.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TnOrder {
    /// The order's id.
    pub uuid: Option<Uuid>,
    /// Where it stands.
    pub state: Option<TnOrderState>,
}
