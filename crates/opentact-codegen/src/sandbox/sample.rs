//! A value of a schema: what the contract shows, and what fits where it shows nothing.

use serde_json::{Map, Value, json};

use crate::document::{Document, child};
use crate::nullable::is_required;

/// How deep a sample goes into schemas that hold each other.
const DEEPEST: usize = 6;

/// The first example of what is in a body, by its name, or a value of its schema.
pub(super) fn of_content(document: &Document, content: &Value) -> Value {
    if let Some(example) = content.get("example") {
        return example.clone();
    }
    let examples = content.get("examples").and_then(Value::as_object);
    let first = examples.and_then(|all| all.values().next());
    let followed = match first.and_then(|it| it.get("$ref")).and_then(Value::as_str) {
        Some(reference) => document.resolve(reference),
        None => first,
    };
    match followed.and_then(|example| example.get("value")) {
        Some(value) => value.clone(),
        None => of_schema(document, content.get("schema").unwrap_or(&Value::Null), 0),
    }
}

/// A value of a schema.
pub(super) fn of_schema(document: &Document, schema: &Value, depth: usize) -> Value {
    let part = schema.pointer("/allOf/0").unwrap_or(schema);
    let part = part.pointer("/oneOf/0").unwrap_or(part);
    if let Some(reference) = part.get("$ref").and_then(Value::as_str) {
        let target = document.follow(reference.trim_start_matches('#'));
        return target.map_or(Value::Null, |(_, it)| of_schema(document, it, depth));
    }
    for shown in ["example", "default"] {
        if let Some(value) = schema.get(shown) {
            return value.clone();
        }
    }
    let first = |list: &str| schema.get(list)?.as_array()?.first().cloned();
    if let Some(value) = first("enum").or_else(|| first("x-extensible-enum")) {
        return value;
    }
    let text = |key: &str| schema.get(key).and_then(Value::as_str).unwrap_or_default();
    match (text("type"), text("format")) {
        ("integer", "phone-number") => json!(12_015_550_123_u64),
        (_, "phone-number") => json!("12015550123"),
        ("boolean", _) => json!(true),
        ("integer" | "number", _) => schema.get("minimum").cloned().unwrap_or_else(|| json!(1)),
        ("string", "date") => json!("2024-01-31"),
        ("string", "date-time") => json!("2024-01-31T12:00:00.000Z"),
        ("string", "email") => json!("ann@example.com"),
        ("string", "uri") => json!("https://example.com/"),
        ("string", "hostname") => json!("example.com"),
        ("string", "uuid") => json!("6f837aa1-f6aa-45af-9764-3c4bfa84098f"),
        ("string", _) => json!("example"),
        ("array", _) if depth < DEEPEST => {
            let items = schema.get("items").unwrap_or(&Value::Null);
            json!([of_schema(document, items, depth + 1)])
        }
        ("array", _) => json!([]),
        ("object", _) => object(document, schema, depth),
        _ => Value::Null,
    }
}

fn object(document: &Document, schema: &Value, depth: usize) -> Value {
    let properties = schema.get("properties").and_then(Value::as_object);
    let shown = properties
        .into_iter()
        .flatten()
        .filter(|(name, _)| depth < DEEPEST || is_required(schema, name));
    let value = |(name, property): (&String, &Value)| {
        (name.clone(), of_schema(document, property, depth + 1))
    };
    Value::Object(shown.map(value).collect::<Map<_, _>>())
}

/// The schema of a property of what a pointer leads to.
pub(super) fn property(document: &Document, pointer: &str, name: &str) -> Option<String> {
    let (pointer, _) = target(document, pointer)?;
    let property = child(&child(&pointer, "properties"), name);
    document.value().pointer(&property).map(|_| property)
}

/// What a schema leads to, by itself or under `allOf`.
pub(super) fn target<'d>(document: &'d Document, pointer: &str) -> Option<(String, &'d Value)> {
    let (pointer, value) = document.follow(pointer)?;
    match value.get("allOf") {
        Some(_) => document.follow(&child(&child(&pointer, "allOf"), "0")),
        None => Some((pointer, value)),
    }
}
