//! Schemas of OpenAPI 3.0 as schemas of JSON Schema, closed: no field but those that are listed.
//!
//! Who reads answers takes any further field. Who writes them in our name writes none.

use serde_json::{Map, Value, json};

/// The schema, and under `components` all others that it may refer to.
pub(crate) fn rooted(schema: &Value, document: &Value) -> Value {
    let components: Map<String, Value> = document["components"]["schemas"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, schema)| (name.clone(), closed(schema)))
        .collect();
    json!({ "allOf": [closed(schema)], "components": { "schemas": components } })
}

fn closed(schema: &Value) -> Value {
    let Some(fields) = schema.as_object() else {
        return schema.clone();
    };
    if let Some(reference) = fields.get("$ref") {
        return json!({ "$ref": reference });
    }
    let mut converted: Map<String, Value> = fields
        .iter()
        .filter(|(key, _)| key.as_str() != "nullable" && !key.starts_with("x-"))
        .map(|(key, value)| (key.clone(), keyword(key, value)))
        .collect();
    if fields.get("type").is_some_and(|kind| kind == "object") {
        let open = || Value::Bool(false);
        converted.entry("additionalProperties").or_insert_with(open);
    }
    if fields.get("nullable") == Some(&Value::Bool(true)) {
        return json!({ "anyOf": [{ "type": "null" }, converted] });
    }
    Value::Object(converted)
}

fn keyword(key: &str, value: &Value) -> Value {
    match (key, value) {
        ("properties", Value::Object(properties)) => properties
            .iter()
            .map(|(name, schema)| (name.clone(), closed(schema)))
            .collect(),
        ("items" | "additionalProperties" | "not", schema) => closed(schema),
        ("allOf" | "anyOf" | "oneOf", Value::Array(schemas)) => {
            schemas.iter().map(closed).collect()
        }
        (_, value) => value.clone(),
    }
}
