//! What happened, by the kind of the event.

use super::call::Call;
use super::call_flow::CallFlow;
use super::kind::EventKind;
use super::raw_json::RawJson;
use super::sms::Sms;
use super::tn_order::TnOrder;
use crate::models::WssConnection;

/// What happened: the payload of an [`Event`](super::Event), by its kind.
///
/// A field that is missing, null or of another form than its type is `None`, but in [`Auth`](Self::Auth),
/// which is read whole or not at all. `Event::get("payload")` has all of it, as it came.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Payload<'a> {
    /// A connection was authenticated: its id, its user and account.
    Auth(Box<WssConnection>),
    /// A call got into another state: in 2021 the whole call, since 2024 what changed in it.
    CallState(Box<Call>),
    /// A command of a call's flow was carried out.
    CallFlow(Box<CallFlow>),
    /// A message was sent, delivered or received.
    Sms(Box<Sms>),
    /// An order of phone numbers went on.
    TnOrder(TnOrder),
    /// The payload of a kind that has no type here, or one that is no object; `null` where there is
    /// none.
    Other(RawJson<'a>),
}

impl<'a> Payload<'a> {
    pub(super) fn of(kind: &EventKind, raw: RawJson<'a>) -> Self {
        let known = match kind {
            EventKind::Auth => raw.read_object().map(Self::Auth),
            EventKind::CallState => raw.read_fields().map(Self::CallState),
            EventKind::CallFlow => raw.read_fields().map(Self::CallFlow),
            EventKind::Sms => raw.read_fields().map(Self::Sms),
            EventKind::TnOrder => raw.read_fields().map(Self::TnOrder),
            EventKind::CallRecord | EventKind::Unknown(_) => None,
        };
        known.unwrap_or(Self::Other(raw))
    }
}

impl std::fmt::Debug for Payload<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            // The model shows address and e-mail.
            Self::Auth(connection) => f
                .debug_struct("Auth")
                .field("uuid", &connection.uuid)
                .finish_non_exhaustive(),
            Self::CallState(call) => call.fmt(f),
            Self::CallFlow(flow) => flow.fmt(f),
            Self::Sms(sms) => sms.fmt(f),
            Self::TnOrder(order) => order.fmt(f),
            Self::Other(raw) => write!(f, "Other({raw:?})"),
        }
    }
}
