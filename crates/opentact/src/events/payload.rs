//! What happened, by the kind of the event.

use serde::de::DeserializeOwned;

use super::call::Call;
use super::call_flow::CallFlow;
use super::kind::EventKind;
use super::raw_json::RawJson;
use super::sms::Sms;
use super::tn_order::TnOrder;
use crate::models::WssConnection;

/// What happened: the payload of an [`Event`](super::Event), by its kind.
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
    /// The payload of a kind that has no type here, or one that does not have the form of its kind;
    /// `null` where there is none.
    Other(RawJson<'a>),
}

impl<'a> Payload<'a> {
    pub(super) fn of(kind: &EventKind, raw: RawJson<'a>) -> Self {
        fn read<T: DeserializeOwned>(raw: RawJson<'_>) -> Option<T> {
            raw.read().ok()
        }
        let known = match kind {
            EventKind::Auth => read(raw).map(Self::Auth),
            EventKind::CallState => read(raw).map(Self::CallState),
            EventKind::CallFlow => read(raw).map(Self::CallFlow),
            EventKind::Sms => read(raw).map(Self::Sms),
            EventKind::TnOrder => read(raw).map(Self::TnOrder),
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
