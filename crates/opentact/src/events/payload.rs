//! What happened, by the kind of the event.

use super::raw_json::RawJson;
use crate::models::{Call, CallFlow, EventType, InboundSms, Order, Sms, SmsKind, WssConnection};

/// What happened: the payload of an [`Event`](super::Event), by its kind.
///
/// A field that is missing, null or of another form than its type is `None`, and an `auth` without its
/// id or its user is [`Other`](Self::Other), and so is a message or an order without what its model
/// requires: [`Event::sms`](super::Event::sms) and its like read these with their entity. `Event::get("payload")` has all of it, as it came.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Payload<'a> {
    /// A connection was authenticated: its id, its user and account.
    Auth(Box<WssConnection>),
    /// A call got into another state: in 2021 the whole call, since 2024 what changed in it.
    CallState(Box<Call>),
    /// A command of a call's flow was carried out.
    CallFlow(Box<CallFlow>),
    /// A message was sent or delivered.
    Sms(Box<Sms>),
    /// A message was received.
    InboundSms(Box<InboundSms>),
    /// An order of phone numbers went on.
    TnOrder(Box<Order>),
    /// The payload of a kind that has no type here, or one that is no object; `null` where there is
    /// none.
    Other(RawJson<'a>),
}

impl<'a> Payload<'a> {
    pub(super) fn of(kind: &EventType, raw: RawJson<'a>) -> Self {
        let known = match kind {
            EventType::Auth => raw.read_object().map(Self::Auth),
            EventType::CallState => raw.read_object().map(Self::CallState),
            EventType::CallFlow => raw.read_object().map(Self::CallFlow),
            EventType::Sms => match raw.read_object::<Box<Sms>>() {
                Some(sms) if sms.kind == SmsKind::Smsi => raw.read_object().map(Self::InboundSms),
                sms => sms.map(Self::Sms),
            },
            EventType::TnOrder => raw.read_object().map(Self::TnOrder),
            _ => None,
        };
        known.unwrap_or(Self::Other(raw))
    }
}

/// Leaves out who talks to whom and what they say, which the models show.
impl std::fmt::Debug for Payload<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Auth(connection) => f
                .debug_struct("Auth")
                .field("uuid", &connection.uuid)
                .finish_non_exhaustive(),
            Self::CallState(call) => f
                .debug_struct("CallState")
                .field("uuid", &call.uuid)
                .field("direction", &call.direction)
                .field("state", &call.state)
                .field("duration", &call.duration)
                .field("q850_cause", &call.q850_cause)
                .finish_non_exhaustive(),
            Self::CallFlow(flow) => {
                let command = flow.command.as_ref();
                f.debug_struct("CallFlow")
                    .field("command", &command.and_then(|it| it.name.as_ref()))
                    .field("success", &command.and_then(|it| it.success))
                    .field("call", &flow.call.as_ref().and_then(|it| it.uuid))
                    .finish_non_exhaustive()
            }
            Self::Sms(sms) => f
                .debug_struct("Sms")
                .field("uuid", &sms.uuid)
                .field("type", &sms.kind)
                .field("state", &sms.state)
                .field("delivered", &sms.delivered)
                .finish_non_exhaustive(),
            Self::InboundSms(sms) => f
                .debug_struct("InboundSms")
                .field("uuid", &sms.uuid)
                .field("state", &sms.state)
                .finish_non_exhaustive(),
            Self::TnOrder(order) => f
                .debug_struct("TnOrder")
                .field("uuid", &order.uuid)
                .field("state", &order.state)
                .finish_non_exhaustive(),
            Self::Other(raw) => write!(f, "Other({raw:?})"),
        }
    }
}
