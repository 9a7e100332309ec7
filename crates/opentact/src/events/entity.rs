//! What an event is about.

use std::fmt;

use super::raw_json::RawJson;

macro_rules! entities {
    ($($(#[doc = $meaning:literal])+ $variant:ident = $key:literal,)+) => {
        /// What an event is about: the key under which the entity stands in the form of 2024.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum Entity {
            $($(#[doc = $meaning])+ $variant,)+
        }

        impl Entity {
            /// All of them, in the order of the published event.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The key in an event.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }

            pub(super) fn of_key(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

entities! {
    /// Many calls made as one.
    Batch = "batch",
    /// An order of phone numbers; [`Order`](crate::models::Order) reads it.
    TnOrder = "tn_order",
    /// A movement of money.
    Transaction = "transaction",
    /// The lease of a phone number; [`Lease`](crate::models::Lease) reads it.
    TnLease = "tn_lease",
    /// A brand that sends messages.
    SmsBrand = "sms_brand",
    /// A phone number; [`Tn`](crate::models::Tn) reads it.
    Tn = "tn",
    /// What was heard in a call.
    CallAsr = "call_asr",
    /// One number of an order.
    TnOrderTn = "tn_order_tn",
    /// The flow of a call.
    CallFlow = "call_flow",
    /// A campaign of messages; [`SmsCampaign`](crate::models::SmsCampaign) reads it.
    SmsCampaign = "sms_campaign",
    /// A call; [`Call`](crate::models::Call) reads it.
    Call = "call",
    /// A SIP user.
    SipUser = "sip_user",
    /// The recording of a call.
    CallRecord = "call_record",
    /// A SIP domain.
    SipDomain = "sip_domain",
    /// A ticket.
    Ticket = "ticket",
    /// A message; [`Sms`](crate::models::Sms) reads it.
    Sms = "sms",
    /// A user; [`User`](crate::models::User) reads it.
    User = "user",
}

impl fmt::Display for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An entity that an event is about, and what the event says of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct RelatedEntity<'a> {
    /// What it is.
    pub entity: Entity,
    /// What it looks like, whole.
    pub raw: RawJson<'a>,
}
