//! The published schemas of the events, and whether the client judges by them.

use std::path::Path;

use opentact::events::{AuthAnswer, Entity, Event};
use serde_json::{Value, json};

/// The schema of a message, by its name.
fn schema(name: &str) -> jsonschema::Validator {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/published/events.schemas.json");
    let mut file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file["$ref"] = format!("#/$defs/{name}").into();
    jsonschema::validator_for(&file).unwrap()
}

#[test]
fn the_schema_of_an_event_has_the_entities_that_an_event_reads() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/published/events.schemas.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let properties = file["$defs"]["Event"]["properties"].as_object().unwrap();
    for entity in Entity::ALL {
        let property = properties.get(entity.as_str());
        let is_said = property.is_some_and(|it| it["description"].as_str().is_some());
        assert!(is_said, "{entity}");
    }
    assert_eq!(properties.len(), Entity::ALL.len() + 12);
}

#[test]
fn what_the_schemas_call_a_yes_or_a_no_is_one() {
    let (yes, no) = (schema("AuthEvent"), schema("AuthRefusal"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/events/auth_2024.json");
    let answer: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let payload = &answer["payload"];
    for success in [
        None,
        Some(json!(null)),
        Some(json!(true)),
        Some(json!(false)),
    ] {
        for payload in [
            None,
            Some(json!(null)),
            Some(json!({})),
            Some(json!({ "uuid": payload["uuid"], "user": null })),
            Some(payload.clone()),
        ] {
            let mut answer = answer.clone();
            let fields = answer.as_object_mut().unwrap();
            fields.remove("payload");
            fields.extend(success.clone().map(|it| ("success".to_owned(), it)));
            fields.extend(payload.map(|it| ("payload".to_owned(), it)));
            let event: Event = serde_json::from_value(answer.clone()).unwrap();
            let is_yes = AuthAnswer::of(&event) == Some(AuthAnswer::Accepted);
            let shown = event.as_str();
            assert_eq!(yes.is_valid(&answer), is_yes, "{shown}");
            assert_eq!(no.is_valid(&answer), !is_yes, "{shown}");
        }
    }
}
