//! What an event is about, as a model: the entity, with what the event says of it laid over.

use opentact_client::tolerant::Tolerant;
use serde_json::{Map, Value};

use super::entity::Entity;
use super::event::Event;
use super::layout::Field;
use crate::models::{Call, EventType, InboundSms, Order, Sms, SmsKind};

/// Since 2024 a payload may say only what changed, and the entity has the rest; before, the payload is the
/// whole entity. These read both forms.
impl Event {
    /// The call that it is about.
    ///
    /// ```
    /// use opentact::events::Event;
    /// use opentact::models::{CallDirection, CallState};
    ///
    /// let frame = r#"{"type":"call_state","payload":{"state":"live"},"call":{"direction":"in","state":"init"}}"#;
    /// let call = Event::from_json(frame)?.call().ok_or("no call")?;
    /// assert_eq!(call.direction, Some(CallDirection::In));
    /// assert_eq!(call.state, Some(CallState::Live));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn call(&self) -> Option<Call> {
        self.subject(&EventType::CallState, Entity::Call)
    }

    /// The message that it is about, if the account sent it.
    pub fn sms(&self) -> Option<Sms> {
        let sms: Sms = self.subject(&EventType::Sms, Entity::Sms)?;
        (sms.kind != SmsKind::Smsi).then_some(sms)
    }

    /// The message that it is about, if the account received it.
    pub fn inbound_sms(&self) -> Option<InboundSms> {
        let sms: InboundSms = self.subject(&EventType::Sms, Entity::Sms)?;
        (sms.kind == SmsKind::Smsi).then_some(sms)
    }

    /// The order of phone numbers that it is about.
    pub fn order(&self) -> Option<Order> {
        self.subject(&EventType::TnOrder, Entity::TnOrder)
    }

    fn subject<T: Tolerant>(&self, kind: &EventType, entity: Entity) -> Option<T> {
        let says = self.kind() == kind;
        let payload = self.raw(Field::Payload).filter(|_| says);
        let mut whole = Map::new();
        for part in self.entity(entity).into_iter().chain(payload) {
            whole.extend(part.read::<Map<String, Value>>().unwrap_or_default());
        }
        if whole.is_empty() {
            return None;
        }
        if let (false, true, Some(uuid)) = (whole.contains_key("uuid"), says, self.ref_id()) {
            whole.insert("uuid".to_owned(), uuid.to_string().into());
        }
        T::read(&Value::Object(whole)).ok()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::PhoneNumber;
    use crate::models::{OrderState, SmsState};

    const ID: &str = "81cb534d-8924-46d8-a8c3-ff62fd0c16e8";

    fn event(value: Value) -> Event {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn what_changed_is_laid_over_the_entity() {
        let sms = event(json!({
            "type": "sms", "payload": { "state": "success", "delivered": true },
            "sms": { "uuid": ID, "state": "created", "to": "12015550123" },
        }));
        let sms = sms.sms().unwrap();
        assert!(sms.state == SmsState::Success && sms.delivered == true);
        assert!(sms.uuid.to_string() == ID && sms.to == PhoneNumber::from("12015550123"));
        let order = event(json!({
            "type": "tn_order", "ref_id": ID, "payload": { "state": "failed" },
        }));
        let order = order.order().unwrap();
        assert_eq!(order.uuid.to_string(), ID);
        assert_eq!(order.state, OrderState::Failed);
    }

    #[test]
    fn a_message_was_sent_or_received() {
        for (kind, is_inbound) in [("smso", false), ("smsr", false), ("smsi", true)] {
            let event = event(json!({ "type": "sms", "payload": { "uuid": ID, "type": kind } }));
            assert_eq!(event.inbound_sms().is_some(), is_inbound, "{kind}");
            assert_eq!(event.sms().is_some(), !is_inbound, "{kind}");
        }
    }

    #[test]
    fn an_event_about_something_else_has_none() {
        let event = event(json!({ "type": "auth", "payload": { "uuid": ID }, "ref_id": ID }));
        assert!(event.call().is_none() && event.sms().is_none());
        assert!(event.inbound_sms().is_none() && event.order().is_none());
    }
}
