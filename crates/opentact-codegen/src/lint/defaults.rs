//! Rules about defaults: each is a value that its schema takes, because it is told as one.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::schema_nodes;
use crate::document::{Document, child};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for node in schema_nodes(document) {
        let Some(default) = node.value.get("default") else {
            continue;
        };
        if !takes(node.value, default) {
            let message = format!(
                "the default `{default}` of {} is no value of it",
                node.name()
            );
            let remedy =
                "write a value of the schema's own `type`, within its limits and its `enum`";
            let pointer = child(&node.pointer, "default");
            report.add("default-value", &node.place, &pointer, message, remedy);
        }
    }
}

/// Whether a value is one of a schema.
pub(super) fn takes(schema: &Value, value: &Value) -> bool {
    if value.is_null() {
        return schema.get("nullable") == Some(&Value::Bool(true));
    }
    let fits = match schema.get("type").and_then(Value::as_str) {
        Some("array") => value.is_array(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("object") => value.is_object(),
        Some("string") => value.is_string(),
        _ => false,
    };
    let values = schema.get("enum").and_then(Value::as_array);
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_f64);
    let size = match value {
        Value::String(text) => Some(text.chars().count() as f64),
        _ => None,
    };
    let within = |size: Option<f64>, low: &str, high: &str| {
        size.is_none_or(|size| {
            limit(low).is_none_or(|low| size >= low) && limit(high).is_none_or(|high| size <= high)
        })
    };
    fits && values.is_none_or(|all| all.contains(value))
        && within(value.as_f64(), "minimum", "maximum")
        && within(size, "minLength", "maxLength")
}
