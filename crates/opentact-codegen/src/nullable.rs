//! Which Rust type stands for an optional property that may also be null.

use serde_json::Value;

use crate::phone_numbers;
use crate::schemas::referred;

/// Keywords that a schema inside `Maybe` cannot have: the type would not hold its values to them.
const CHECKED: [&str; 2] = ["enum", "pattern"];

/// The Rust type inside `Maybe` for an optional property that may be null, or `None` where the
/// dialect has none.
pub(crate) fn nullable_type(schema: &Value) -> Option<String> {
    if CHECKED.iter().any(|keyword| schema.get(keyword).is_some()) {
        return None;
    }
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        let [only] = parts.as_slice() else {
            return None;
        };
        return Some(format!("crate::types::{}", referred(only)?));
    }
    let kind = schema.get("type").and_then(Value::as_str);
    let format = schema.get("format").and_then(Value::as_str);
    let name = match (kind, format) {
        (Some("string"), None | Some("email" | "hostname" | "uri")) => "::std::string::String",
        (Some("string"), Some("date")) => "::chrono::NaiveDate",
        (Some("string"), Some("date-time")) => "crate::Timestamp",
        (Some("string"), Some("password")) => "crate::Secret",
        (Some("string"), Some(phone_numbers::FORMAT)) => phone_numbers::TYPE,
        (Some("string"), Some("uuid")) => "::uuid::Uuid",
        (Some("boolean"), _) => "bool",
        (Some("integer"), Some(phone_numbers::FORMAT)) => phone_numbers::TYPE,
        (Some("integer"), _) => "i64",
        (Some("number"), _) => "::serde_json::Number",
        (Some("object"), _) if schema.get("properties").is_none() => return map_type(schema),
        (Some("array"), _) => {
            let element = element_type(schema.get("items")?)?;
            return Some(format!("::std::vec::Vec<{element}>"));
        }
        _ if is_anything(schema) => "crate::Unrecognized",
        _ => return None,
    };
    Some(name.to_owned())
}

/// Whether a property is one that may be missing, null or a value.
pub(crate) fn is_optional_nullable(schema: &Value, name: &str) -> bool {
    let property = schema.get("properties").and_then(|all| all.get(name));
    let takes_null = |it: &Value| is_nullable(it) || is_anything(it);
    !is_required(schema, name) && property.is_some_and(takes_null)
}

/// Whether a schema requires a property.
pub(crate) fn is_required(schema: &Value, name: &str) -> bool {
    schema
        .get("required")
        .and_then(Value::as_array)
        .is_some_and(|list| list.iter().any(|entry| entry == name))
}

/// Whether a schema says that it allows null.
pub(crate) fn is_nullable(schema: &Value) -> bool {
    schema.get("nullable") == Some(&Value::Bool(true))
}

fn map_type(schema: &Value) -> Option<String> {
    let Some(element) = schema
        .get("additionalProperties")
        .filter(|it| it.is_object())
    else {
        return Some(
            "::std::collections::BTreeMap<::std::string::String, crate::Unrecognized>".to_owned(),
        );
    };
    let element = element_type(element)?;
    Some(format!(
        "::std::collections::BTreeMap<::std::string::String, {element}>"
    ))
}

/// The Rust type of an element of an array or map.
fn element_type(schema: &Value) -> Option<String> {
    if let Some(name) = referred(schema) {
        return Some(format!("crate::types::{name}"));
    }
    let name = nullable_type(schema)?;
    Some(if is_nullable(schema) {
        format!("::std::option::Option<{name}>")
    } else {
        name
    })
}

/// Whether a schema takes any value, of which null is one.
fn is_anything(schema: &Value) -> bool {
    let limiting = [
        "$ref",
        "allOf",
        "anyOf",
        "format",
        "not",
        "oneOf",
        "properties",
        "type",
    ];
    limiting.iter().all(|key| schema.get(key).is_none())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_kind_of_property_has_its_type() {
        let rows = [
            (json!({ "type": "string" }), "::std::string::String"),
            (
                json!({ "type": "string", "format": "date-time" }),
                "crate::Timestamp",
            ),
            (
                json!({ "type": "string", "format": "date" }),
                "::chrono::NaiveDate",
            ),
            (
                json!({ "type": "string", "format": "password" }),
                "crate::Secret",
            ),
            (
                json!({ "type": "string", "format": "phone-number" }),
                "crate::PhoneNumber",
            ),
            (
                json!({ "type": "string", "format": "uuid" }),
                "::uuid::Uuid",
            ),
            (json!({ "type": "boolean" }), "bool"),
            (json!({ "type": "integer", "format": "int64" }), "i64"),
            (json!({ "type": "number" }), "::serde_json::Number"),
            (
                json!({ "type": "object" }),
                "::std::collections::BTreeMap<::std::string::String, crate::Unrecognized>",
            ),
            (
                json!({ "type": "object", "additionalProperties": { "type": "boolean" } }),
                "::std::collections::BTreeMap<::std::string::String, bool>",
            ),
            (
                json!({ "type": "array", "items": { "type": "string", "nullable": true } }),
                "::std::vec::Vec<::std::option::Option<::std::string::String>>",
            ),
            (
                json!({ "type": "array", "items": {} }),
                "::std::vec::Vec<crate::Unrecognized>",
            ),
            (
                json!({ "allOf": [{ "$ref": "#/components/schemas/Thing" }] }),
                "crate::types::Thing",
            ),
            (json!({ "description": "Anything." }), "crate::Unrecognized"),
        ];
        for (schema, name) in rows {
            assert_eq!(nullable_type(&schema).as_deref(), Some(name), "{schema}");
        }
    }

    #[test]
    fn what_the_type_could_not_hold_has_none() {
        let rows = [
            json!({ "type": "string", "format": "binary" }),
            json!({ "type": "string", "enum": ["a"] }),
            json!({ "type": "array" }),
            json!({ "type": "object", "properties": {} }),
            json!({ "oneOf": [] }),
            json!({ "allOf": [{ "type": "string" }] }),
            json!({
                "allOf": [
                    { "$ref": "#/components/schemas/A" },
                    { "$ref": "#/components/schemas/B" },
                ],
            }),
        ];
        for schema in rows {
            assert_eq!(nullable_type(&schema), None, "{schema}");
        }
    }
}
