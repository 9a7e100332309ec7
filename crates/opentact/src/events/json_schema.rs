//! JSON Schema of the messages of the WebSocket service, made from the types that read them.

use opentact_client::model_schemas;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Call, CallFlow, Entity, EventKind, Sms, TnOrder};
use crate::Timestamp;
use crate::models::{Account, WssAuthRequest, WssConnection};

/// What the service sends: one JSON object in each text frame.
///
/// A field that is not listed is kept by whoever receives it. `Event` reads these fields.
#[derive(JsonSchema)]
#[schemars(rename = "Event", transform = with_entities)]
#[expect(
    dead_code,
    reason = "what reads an event are places in its text; this is their form"
)]
struct EventFields {
    /// The event's own id; missing before 2024.
    uuid: Option<Uuid>,
    /// When the event was stored; missing before 2024.
    created_on: Option<Timestamp>,
    /// When the stored event was last changed; missing before 2024.
    modified_on: Option<Timestamp>,
    /// When it happened, in the form of 2021; missing since 2024.
    timestamp: Option<Timestamp>,
    r#type: EventKind,
    /// What happened, in words for people. They may hold addresses, e-mails and phone numbers.
    message: Option<String>,
    /// What happened, in the form of the event's type: in 2021 a whole entity, since 2024 what changed in it.
    payload: Option<Value>,
    /// The id of what the event is about, for instance of a call.
    ref_id: Option<Uuid>,
    /// Whose it is; missing before 2024.
    account: Option<Account>,
    /// What the service says of its deliveries; empty in every event that was seen.
    delivery_report: Option<Vec<Value>>,
    /// Whether a command of a call's flow, or in 2021 an authentication, succeeded.
    success: Option<bool>,
    /// The command of a call's flow that was carried out, for instance `Answer`.
    command: Option<String>,
}

/// Adds what an event is about.
fn with_entities(schema: &mut Schema) {
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for entity in Entity::ALL {
        let mut property = json!({ "type": ["object", "null"] });
        if *entity == Entity::Call || *entity == Entity::Sms {
            let name = if *entity == Entity::Call {
                "Call"
            } else {
                "Sms"
            };
            property =
                json!({ "anyOf": [{ "$ref": format!("#/$defs/{name}") }, { "type": "null" }] });
        }
        property["description"] = "What the event is about, or null; missing before 2024.".into();
        properties.insert(entity.as_str().to_owned(), property);
    }
}

/// An event of one kind.
fn event_of(generator: &mut SchemaGenerator, kind: &EventKind, payload: Schema) -> Value {
    json!({
        "description": format!("An event of the type `{kind}`."),
        "allOf": [generator.subschema_for::<EventFields>()],
        "type": "object",
        "required": ["payload"],
        "properties": { "type": { "const": kind.as_str() }, "payload": payload },
    })
}

/// The schemas of all messages by their names, and of what stands in them (JSON Schema 2020-12, for `$defs`).
///
/// `AuthMessage` is what the client sends; the rest is received.
///
/// ```
/// let schemas = opentact::events::message_schemas();
/// assert_eq!(schemas["CallStateEvent"]["properties"]["type"]["const"], "call_state");
/// ```
pub fn message_schemas() -> Map<String, Value> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let generator = &mut generator;
    generator.subschema_for::<WssAuthRequest>();
    generator.subschema_for::<Call>();
    generator.subschema_for::<Sms>();
    let payload = generator.subschema_for::<WssConnection>();
    let mut auth = event_of(generator, &EventKind::Auth, payload);
    auth["properties"]["success"] = json!({ "not": { "const": false } });
    let payload = generator.subschema_for::<Call>();
    let call_state = event_of(generator, &EventKind::CallState, payload);
    let payload = generator.subschema_for::<CallFlow>();
    let call_flow = event_of(generator, &EventKind::CallFlow, payload);
    let payload = generator.subschema_for::<Sms>();
    let sms = event_of(generator, &EventKind::Sms, payload);
    let payload = generator.subschema_for::<TnOrder>();
    let tn_order = event_of(generator, &EventKind::TnOrder, payload);
    let mut schemas = generator.take_definitions(true);
    // A generated model tells a missing field from null, which the client's own list does better.
    let models = model_schemas();
    for (name, schema) in &mut schemas {
        if let Some(model) = models.get(name) {
            *schema = model.clone();
        }
    }
    for schema in schemas.values_mut() {
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        for property in properties.into_iter().flat_map(|it| it.values_mut()) {
            // Of the reader, and not of what is sent.
            if let Some(property) = property.as_object_mut() {
                property.retain(|key, value| key != "default" || !value.is_null());
            }
        }
    }
    if let Some(request) = schemas.remove("WssAuthRequest") {
        schemas.insert("AuthMessage".to_owned(), request);
    }
    schemas.insert("AuthEvent".to_owned(), auth);
    schemas.insert("AuthRefusal".to_owned(), refusal());
    schemas.insert("CallStateEvent".to_owned(), call_state);
    schemas.insert("CallFlowEvent".to_owned(), call_flow);
    schemas.insert("SmsEvent".to_owned(), sms);
    schemas.insert("TnOrderEvent".to_owned(), tn_order);
    schemas
}

fn refusal() -> Value {
    let no_user = json!({
        "not": {
            "type": "object",
            "required": ["user"],
            "properties": { "user": { "not": { "type": "null" } } },
        },
    });
    json!({
        "description": "A refusal of the credential: its type is `auth`, and no user is in its payload, or \
                        its `success` is false. No page shows one.",
        "allOf": [{ "$ref": "#/$defs/Event" }],
        "type": "object",
        "properties": { "type": { "const": EventKind::Auth.as_str() } },
        "anyOf": [
            { "properties": { "payload": no_user } },
            { "required": ["success"], "properties": { "success": { "const": false } } },
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::super::envelope::Field;
    use super::*;

    #[test]
    fn the_schema_has_the_fields_that_an_event_reads() {
        let schemas = message_schemas();
        let properties = schemas["Event"]["properties"].as_object().unwrap();
        let mut expected: Vec<&str> = Field::ALL.iter().map(|(key, _)| *key).collect();
        expected.extend(Entity::ALL.iter().map(|it| it.as_str()));
        expected.sort_unstable();
        assert_eq!(properties.keys().collect::<Vec<_>>(), expected);
        assert_eq!(schemas["Event"]["required"], json!(["type"]));
    }
}
