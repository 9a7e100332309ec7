//! What an event tells of.

use crate::models::EventType;

open_enum! {
    /// What an event tells of: the field `type`. A subscription to such events takes the same name, as
    /// an [`EventType`].
    EventKind {
        /// `auth`: a connection's credential was judged.
        Auth = "auth",
        /// `call_state`: a call got into another state.
        CallState = "call_state",
        /// `call_flow`: a command of a call's flow was carried out.
        CallFlow = "call_flow",
        /// `sms`: a message was sent, delivered or received.
        Sms = "sms",
        /// `tn_order`: an order of phone numbers went on.
        TnOrder = "tn_order",
        /// `call_record`: a call's recording; its payload is not documented.
        CallRecord = "call_record",
    }
}

/// To subscribe to more events of a kind.
impl From<EventKind> for EventType {
    fn from(kind: EventKind) -> Self {
        Self::from(kind.as_str())
    }
}
