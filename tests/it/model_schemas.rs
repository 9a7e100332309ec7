//! The models of the Rust client tell the schemas that are published.

use std::path::Path;

use serde_json::{Map, Value, json};

/// A file of schemas by their names.
fn published(file: &str) -> Map<String, Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/published");
    let text = std::fs::read_to_string(path.join(file)).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    serde_json::from_value(file["$defs"].take()).unwrap()
}

/// A schema without words, and without null, which a model reads wherever a field may be missing.
///
/// A limited text is a type of its own in Rust; its schema stands where it is used.
fn essence(schema: &Value, models: &Map<String, Value>, published: &Map<String, Value>) -> Value {
    let essence_of = |schema: &Value| essence(schema, models, published);
    let Value::Object(fields) = schema else {
        return match schema {
            Value::Bool(true) => json!({}),
            other => other.clone(),
        };
    };
    let mut found = Map::new();
    for (key, field) in fields {
        match (key.as_str(), field) {
            ("description" | "title" | "default", _) => {}
            ("additionalProperties", Value::Bool(true)) => {}
            ("type", Value::Array(types)) => {
                let mut types = types.iter().filter(|it| *it != "null");
                found.insert(key.clone(), types.next().unwrap().clone());
            }
            ("anyOf" | "oneOf", Value::Array(parts)) => {
                let parts = parts.iter().filter(|it| **it != json!({ "type": "null" }));
                let mut parts: Vec<Value> = parts.map(essence_of).collect();
                match parts.as_mut_slice() {
                    [Value::Object(only)] => found.append(only),
                    _ => {
                        found.insert("anyOf".to_owned(), parts.into());
                    }
                }
            }
            ("$ref", Value::String(target)) => {
                let name = target.rsplit('/').next().unwrap();
                match models.get(name) {
                    Some(own) if !published.contains_key(name) => {
                        found.extend(essence_of(own).as_object().unwrap().clone());
                    }
                    _ => {
                        found.insert(key.clone(), field.clone());
                    }
                }
            }
            ("required", Value::Array(names)) => {
                let mut names: Vec<_> = names.clone();
                names.sort_by_key(ToString::to_string);
                found.insert(key.clone(), names.into());
            }
            ("properties", Value::Object(properties)) => {
                let properties = properties.iter();
                let properties: Map<_, _> = properties
                    .map(|(name, property)| (name.clone(), essence_of(property)))
                    .collect();
                found.insert(key.clone(), properties.into());
            }
            _ => {
                found.insert(key.clone(), essence_of(field));
            }
        }
    }
    found.into()
}

#[test]
fn the_models_tell_the_schemas_that_are_published() {
    let models = opentact_client::model_schemas();
    let api = published("opentact.schemas.json");
    let events = published("events.schemas.json");
    let messages = ["Event", "AuthEvent", "AuthRefusal"];
    let is_message = |name: &str| name.ends_with("Event") || messages.contains(&name);
    let mut compared = 0;
    for file in [&api, &events] {
        for (name, schema) in file.iter().filter(|(name, _)| !is_message(name)) {
            let model = models.get(name);
            let model = model.unwrap_or_else(|| panic!("no model is called {name}"));
            let (told, wanted) = (
                essence(model, &models, file),
                essence(schema, &models, file),
            );
            assert_eq!(told, wanted, "{name}");
            compared += 1;
        }
    }
    assert!(compared > 35, "{compared}");
}
