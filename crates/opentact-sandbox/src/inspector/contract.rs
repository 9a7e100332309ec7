//! The contract's document, as far as the reference shows it.

use std::sync::LazyLock;

use opentact_client::security::Operation;
use serde_json::Value;

/// The published document, in one piece.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    // It is part of the program, and a test reads it.
    serde_json::from_str(include_str!("../../opentact.json")).unwrap_or_default()
});

/// A value of the document, or what it refers to.
pub(super) fn resolved(value: &'static Value) -> &'static Value {
    match value["$ref"].as_str() {
        Some(pointer) => DOCUMENT
            .pointer(pointer.trim_start_matches('#'))
            .unwrap_or(&Value::Null),
        None => value,
    }
}

/// The last part of a reference: the name of a schema.
pub(super) fn reference_name(value: &Value) -> Option<&str> {
    value["$ref"].as_str()?.rsplit('/').next()
}

/// What the document says of an operation.
pub(super) fn operation(operation: Operation) -> &'static Value {
    &DOCUMENT["paths"][operation.path()][operation.method().to_lowercase()]
}

/// What the document says of a security scheme.
pub(super) fn scheme(name: &str) -> &'static Value {
    &DOCUMENT["components"]["securitySchemes"][name]
}

/// The value of the first example of a body or an answer.
pub(super) fn example(content: &'static Value) -> Option<&'static Value> {
    let examples = content["application/json"]["examples"].as_object()?;
    let example = resolved(examples.values().next()?);
    Some(&example["value"]).filter(|value| !value.is_null())
}

/// The text of a field, or nothing.
pub(super) fn text(value: &'static Value, field: &str) -> &'static str {
    value[field].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_has_every_operation_and_scheme() {
        for it in Operation::ALL.iter().copied() {
            assert_eq!(operation(it)["operationId"], it.id());
            for scheme in it.security() {
                let described = super::scheme(scheme.name());
                assert!(!text(described, "description").is_empty(), "{scheme:?}");
            }
            for (status, answer) in operation(it)["responses"].as_object().unwrap() {
                let answer = resolved(answer);
                assert!(!text(answer, "description").is_empty(), "{it:?} {status}");
            }
        }
    }
}
